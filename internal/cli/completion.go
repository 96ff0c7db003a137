package cli

import (
	"bytes"
	"io"
	"slices"

	"github.com/spf13/cobra"
)

// completionCommand replaces Cobra's completion command, which has no -o flag.
func completionCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print a shell completion script",
		Long: `Print a completion script for your shell (` + commas(shells) + `). The script
completes commands, flags, roles, answers, results and formats. To load it in every
new shell, save it where your shell looks for completion scripts:

  bash         ~/.local/share/bash-completion/completions/rolefit
  zsh          "${fpath[1]}/_rolefit"
  fish         ~/.config/fish/completions/rolefit.fish
  powershell   add to $PROFILE: rolefit completion powershell | Out-String | Invoke-Expression

Bash also needs the bash-completion package, which most systems have.`,
		Example: `  source <(rolefit completion bash)
  rolefit completion zsh -o _rolefit
  rolefit completion fish > rolefit.fish`,
		Args:              arguments(1, 1, "one of "+commas(shells)),
		ValidArgsFunction: once(words(shells...)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(shells, args[0]) {
				return usagef("unknown shell %q, expected one of %s", args[0], commas(shells))
			}
			var script bytes.Buffer
			if err := writeCompletion(cmd.Root(), args[0], &script); err != nil {
				return err
			}
			return a.print(cmd.Context(), script.Bytes())
		},
	}
}

// shells lists the shells for which completion is available.
var shells = []string{"bash", "zsh", "fish", "powershell"}

func writeCompletion(root *cobra.Command, shell string, w io.Writer) error {
	switch shell {
	case "bash":
		return root.GenBashCompletionV2(w, true)
	case "zsh":
		return root.GenZshCompletion(w)
	case "fish":
		return root.GenFishCompletion(w, true)
	}
	return root.GenPowerShellCompletionWithDesc(w)
}
