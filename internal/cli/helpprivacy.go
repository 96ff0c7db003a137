package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/state"
)

// privacyTopic is rolefit help privacy. It names the folder on this machine.
func (a *app) privacyTopic() *cobra.Command {
	return topic("privacy", "What is kept, where, who can read it, and how to delete it", func() (string, error) {
		dir, err := state.Dir(a.env.Getenv, a.env.System, a.env.Home)
		if err != nil {
			dir = "none: " + err.Error()
		}
		return fmt.Sprintf(privacyPage, safetext.Sanitize(dir), insight.MinTeam), nil
	})
}

const privacyPage = `What rolefit keeps of you, where, and how to be rid of it.

WHAT LEAVES THE MACHINE
  Nothing. Rolefit opens no connection: the code for one is not in the program.
  It counts nothing, looks for no updates and has no account.

WHAT IS KEPT, AND WHERE
  The folder on this machine:
    %s

  sessions/ID.jsonl   a quiz under way: each answer, with the seconds it took
  results/ID.json     a finished one: the verdict, every answer with what was
                      asked, the ratings of skills, the day and the hour

  That folder is ROLEFIT_HOME, else rolefit in XDG_STATE_HOME, else
  ~/.local/state/rolefit, on Windows %%LocalAppData%%\rolefit. Files in it are
  yours alone to read (0600, folders 0700). They are not encrypted: who can act
  as you on this machine can read them, and so can your backups.

  Nothing is kept by 'rolefit quiz --no-save', by 'quiz --answers' without
  --save, or by match, score and every command that only prints. 'rolefit next'
  keeps the answers in the file that you name, and nowhere else.

HOW TO DELETE IT
  rolefit result --list          what there is
  rolefit result --delete ID     one result
  A finished quiz removes its session by itself. To be rid of everything, delete
  the folder.

WHAT YOU GIVE AWAY WITH A FILE
  A result, in whatever format, holds what you answered. Written with -o or by
  the shell, it is readable to whom your system lets read new files. An HTML
  report loads nothing, so that opening it tells nobody.

  A batch ('rolefit score') prints a result for each line under the id that the
  line has. Choose ids that are not names; --brief leaves out the answers.

  A report on a group ('rolefit team') holds counts and spreads, no ids and no
  answers of one person, and there is none of fewer than %d people. Still, who
  knows what all others answered can work out the last one.

WHAT IT IS NOT FOR
  Answers to such questions are personal. Do not collect them from people who
  are not free to refuse, and decide about nobody by them: see rolefit help
  method.
`
