package cli

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// completionCommand takes the place of Cobra's own, which knows no -o.
func (a *app) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print the completion script of a shell",
		Long: `Print the script by which a shell (` + strings.Join(shells, ", ") + `) completes
commands, flags, roles, answers, results and formats. To have it in every new
shell, write it to where the shell looks:

  bash         ~/.local/share/bash-completion/completions/rolefit
  zsh          "${fpath[1]}/_rolefit"
  fish         ~/.config/fish/completions/rolefit.fish
  powershell   add to $PROFILE: rolefit completion powershell | Out-String | Invoke-Expression

In bash it takes the package bash-completion, which most systems have.`,
		Example: `  source <(rolefit completion bash)
  rolefit completion zsh -o _rolefit
  rolefit completion fish > rolefit.fish`,
		Args:              arguments(1, 1, "one of "+strings.Join(shells, ", ")),
		ValidArgsFunction: once(words(shells...)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(shells, args[0]) {
				return usagef("there is no completion for shell %q, expected one of %s", args[0], strings.Join(shells, ", "))
			}
			var script bytes.Buffer
			if err := writeCompletion(cmd.Root(), args[0], &script); err != nil {
				return err
			}
			return a.print(script.Bytes())
		},
	}
}

// shells are those that there is completion for.
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

// once completes the first argument alone.
func once(f cobra.CompletionFunc) cobra.CompletionFunc {
	return func(cmd *cobra.Command, given []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(given) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return f(cmd, given, typed)
	}
}

// listed completes the last of a list with commas, by what f completes.
func listed(f cobra.CompletionFunc) cobra.CompletionFunc {
	return func(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndex(typed, ",")+1]
		found, directive := f(cmd, strings.Split(before, ","), typed[len(before):])
		for i := range found {
			found[i] = before + found[i]
		}
		return found, directive | cobra.ShellCompDirectiveNoSpace
	}
}

// folders completes the name of a folder.
func folders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

func complete(cmd *cobra.Command, flag string, f cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, f); err != nil {
		panic(err) // there is no flag of this name: a mistake in the code
	}
}

func (a *app) completeFlags(root *cobra.Command) {
	complete(root, "format", completeFormats)
	complete(root, "color", words("auto", "always", "never"))
	complete(root, "pack", folders)
}

func words(words ...string) cobra.CompletionFunc {
	return cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)
}
