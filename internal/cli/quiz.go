package cli

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/ask"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

type quizOptions struct {
	roles   []string
	seed    string
	resume  bool
	restart bool // --new
	noSave  bool
	skills  bool
	edit    bool
	settle  bool
	part2   bool
	which   string // with edit: a result id or its beginning; "" means the latest result
	format  format
}

func quizCommand(a *app, run func(context.Context, quizOptions) error) *cobra.Command {
	var o quizOptions
	cmd := &cobra.Command{
		Use:   "quiz",
		Short: "Take the quiz and find out which role fits you",
		Long: `Take the quiz in a terminal. With --plain, the quiz prints plain lines that a screen
reader can follow. On a terminal, other commands with --plain print a page one section
at a time. If you can't use a terminal, fill in a form (see 'rolefit form').

rolefit saves each answer right away, so you can quit at any time and resume later
with --resume. It also saves your result (see 'rolefit result'). Nothing leaves your
machine.

Part 1 ends with your result. From there, you can read more about it, save it as a
web page or an image, or continue. Part 2 is optional. It asks which working
conditions you can live with and which skills you have.

To add to a saved result, use one of these flags. When you finish, rolefit saves a new
result that replaces the old one:

  --part2       continue with part 2, the conditions and skills
  --skills      rate your skills again
  --settle      answer the questions that you left out by finishing early or, if the
                verdict is close, six more questions
  --edit [ID]   change your answers

If you quit before there's a result, the exit status is ` + strconv.Itoa(exitInterrupted) + `.`,
		Example: `  rolefit quiz
  rolefit quiz --resume
  rolefit quiz --plain
  rolefit quiz --part2
  rolefit quiz --edit`,
		Args:              arguments(0, 1, "no ID without --edit"),
		ValidArgsFunction: once(a.completeResults),
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.which = first(args); o.which != "" && !o.edit {
				return usagef("quiz takes an ID only with --edit, not %q", o.which).hint("see: %s --help", cmd.CommandPath())
			}
			return run(cmd.Context(), o)
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&o.resume, "resume", false, "resume the unfinished quiz")
	flags.BoolVar(&o.restart, "new", false, "start over, even if a quiz is unfinished")
	rolesFlag(a, cmd, &o.roles)
	seedFlag(cmd, &o.seed)
	flags.BoolVar(&o.noSave, "no-save", false, "store nothing on disk")
	flags.BoolVar(&o.part2, "part2", false, "continue with part 2 of your latest result")
	flags.BoolVar(&o.skills, "skills", false, "rate your skills without retaking the quiz")
	flags.BoolVar(&o.edit, "edit", false, "change the answers of your latest result, or of the result ID")
	flags.BoolVar(&o.settle, "settle", false, "answer more questions to settle the latest result")
	formatFlag(cmd, &o.format, resultFormats...)
	cmd.MarkFlagsMutuallyExclusive("resume", "new", "part2", "skills", "edit", "settle")
	for _, starts := range []string{"roles", "seed", "no-save"} { // flags that only apply to a new quiz
		for _, continues := range []string{"resume", "part2", "skills", "edit", "settle"} {
			cmd.MarkFlagsMutuallyExclusive(continues, starts)
		}
	}
	return cmd
}

func (a *app) quiz(ctx context.Context, o quizOptions) error {
	if err := a.checkImage(o.format); err != nil {
		return err
	}
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	interview, err := a.interviewer()
	if err != nil {
		return err
	}
	s := &session{pack: p}
	if how := o.continuation(); how != "" {
		err = a.continueResult(s, how, o.which)
	} else {
		interview.options.Prompt, err = a.startSession(s, o)
	}
	if err != nil {
		return err
	}
	err = a.runSession(ctx, s, interview)
	if a.plain && a.env.ErrTerminal && a.env.Getenv("ACCESSIBLE") == "" {
		a.say("to get plain lines without --plain, set ACCESSIBLE=1 in your shell")
	}
	if err != nil {
		return err
	}
	if s.doneErr != nil {
		a.say("your plan was shown without the steps that you checked off: %v", s.doneErr)
	}
	if o.format == formatText && a.output == "-" && a.env.OutTerminal && a.env.ErrTerminal {
		return a.sayVerdict(ctx, s)
	}
	a.saySaved(s)
	return a.printResult(ctx, s.store, s.result, o.format)
}

// continuation returns how the quiz continues a result, or "" for a new quiz.
func (o quizOptions) continuation() fit.Continuation {
	switch {
	case o.part2:
		return fit.Part2
	case o.skills:
		return fit.Rerate
	case o.settle:
		return fit.Settle
	case o.edit:
		return fit.Edit
	}
	return ""
}

// An interviewer asks the questions, either in a full-screen form or line by
// line.
type interviewer struct {
	ask     func(context.Context, *ask.Session, ask.Options) (ask.Outcome, error)
	options ask.Options
}

func (a *app) interviewer() (*interviewer, error) {
	if !a.plain && (!a.env.InTerminal || !a.env.ErrTerminal) {
		return nil, usagef("quiz needs a terminal").
			hint("without one, use --plain, fill in a form ('rolefit form'), or use your own front end ('rolefit next')")
	}
	i := &interviewer{ask: ask.Terminal}
	i.options = ask.Options{In: a.env.In, Out: a.env.Err, Now: a.env.Now, Color: a.colored(a.env.ErrTerminal), Bold: true, ASCII: a.ascii()}
	if a.inLines() {
		i.ask = ask.Plain
		i.options.Width, _ = a.env.Size()
	}
	return i, nil
}

// newAnswers returns the answers of an interview that starts now.
func (a *app) newAnswers(q *fit.Quiz, seed uint64) *fit.Answers {
	return &fit.Answers{Pack: q.Pack.ID, Roles: q.Chosen(), Seed: seed, Seeded: true, Taken: a.env.Now().UTC().Format(time.RFC3339)}
}

// newQuiz returns the quiz for the named roles, or for all roles if none is
// named.
func newQuiz(p *fit.Pack, names []string) (*fit.Quiz, error) {
	roles, err := findRoles(p, names)
	if err != nil {
		return nil, err
	}
	q, err := fit.NewQuiz(p, wording.Names(roles, func(r *fit.Role) string { return r.ID }))
	if err != nil {
		return nil, usagef("%v", err)
	}
	return q, nil
}

// newInterview is like newQuiz, but returns an error if there are more roles
// than an interview can have.
func newInterview(p *fit.Pack, names []string) (*fit.Quiz, error) {
	q, err := newQuiz(p, names)
	if err == nil && len(q.Roles) > fit.MaxInterview {
		return nil, usagef("an interview takes at most %d roles, and pack %q has %d", fit.MaxInterview, q.Pack.ID, len(q.Roles)).
			hint("use --roles to choose some")
	}
	return q, err
}

// seed parses --seed, or returns a random seed if it is empty.
func (a *app) seed(text string) (uint64, error) {
	if text == "" {
		return a.env.Seed(), nil
	}
	seed, err := strconv.ParseUint(strings.TrimSpace(text), 10, 64)
	if err != nil || seed > fit.MaxSeed {
		return 0, usagef("--seed is %q, expected a whole number from 0 to 2^53", text)
	}
	return seed, nil
}
