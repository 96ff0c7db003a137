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
`, wrapHelp(`One two three four five six seven eight nine
ten.

  rolefit quiz --resume
  -o, --output FILE  write it to this file
      --plain
`, 40))
}
