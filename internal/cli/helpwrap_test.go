package cli

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/wrap"
)

// The help of every command fits the usual terminal, and no letter of it is lost.
func TestHelpFits(t *testing.T) {
	a := &app{env: Env{Getenv: func(string) string { return "" }, System: "linux", Home: "/home/you"}}
	root := a.root()
	root.InitDefaultHelpCmd()
	walk(root, func(cmd *cobra.Command) {
		var out strings.Builder
		cmd.SetOut(&out)
		require.NoError(t, cmd.Help())
		for _, width := range []int{40, 80} {
			wrapped := wrapHelp(out.String(), width)
			require.Equal(t, strings.Join(strings.Fields(out.String()), ""), strings.Join(strings.Fields(wrapped), ""))
			for line := range strings.Lines(wrapped) {
				text := strings.TrimRight(line, "\n")
				require.True(t, width == 40 || wrap.Width(text) <= width, "%s: %s", cmd.Name(), text)
			}
		}
	})
}

func TestWrapHelp(t *testing.T) {
	require.Equal(t, `One two three four five six seven eight
nine ten.

  rolefit quiz --resume
  -o, --output FILE  write it to this
                     file
      --plain
  Slips  If it can't be used, it's
         skipped, and so on.
  Short  It
         stays.
  Two    columns  CSV
         again    CSV
`, wrapHelp(`One two three four five six seven eight nine
ten.

  rolefit quiz --resume
  -o, --output FILE  write it to this file
      --plain
  Slips  If it can't be used, it's skipped,
         and so on.
  Short  It
         stays.
  Two    columns  CSV
         again    CSV
`, 40))
}

// Help for a pipe or a file fits 80 columns, too; words for completion stay as
// they are, because a shell reads them.
func TestHelpFitsInPipe(t *testing.T) {
	printed := func(args ...string) string {
		var out strings.Builder
		env := OS()
		env.Out, env.OutTerminal = &out, false
		require.Zero(t, Run(t.Context(), env, args))
		return out.String()
	}
	for line := range strings.Lines(printed("help", "groups")) {
		require.LessOrEqual(t, wrap.Width(strings.TrimRight(line, "\n")), 80, line)
	}
	require.Regexp(t, `(?m)^team\tShow a group at a glance.{3,}$`, printed("__complete", "te"))
	require.Regexp(t, `(?m)^--plain\t.{80,}$`, printed("__complete", "result", "--pl"))
}
