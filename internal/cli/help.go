package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

// exitStatuses is what the exit status means, for help and manual.
var exitStatuses = fmt.Sprintf("Exit status: %d done, %d failed, %d wrong usage, %d a quiz that ended without a result.",
	exitDone, exitFailed, exitUsage, exitInterrupted)

// helpCommand takes the place of Cobra's own, for which an unknown name is no
// error.
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Show the help of a command or a topic",
		Example: `  rolefit help quiz
  rolefit help pack check
  rolefit help method`,
		ValidArgsFunction: completeCommands,
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, err := cmd.Root().Find(args)
			if err != nil {
				return usagef("%v", err)
			}
			if len(rest) > 0 {
				return a.noSuchCommand(found, rest)
			}
			found.InitDefaultHelpFlag()
			return found.Help()
		},
	}
}

// topic is a page of help that is no command. Its text is made when it is
// asked for.
func topic(name, short string, text func() (string, error)) *cobra.Command {
	cmd := &cobra.Command{Use: name, Short: short}
	cmd.SetHelpFunc(func(cmd *cobra.Command, _ []string) {
		page, err := text()
		if err != nil {
			page = err.Error() + "\n"
		}
		fmt.Fprint(cmd.OutOrStdout(), page)
	})
	return cmd
}

// completeCommands completes the names of commands and topics.
func completeCommands(cmd *cobra.Command, given []string, _ string) ([]string, cobra.ShellCompDirective) {
	found, rest, err := cmd.Root().Find(given)
	if err != nil || len(rest) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	for _, c := range found.Commands() {
		if c.IsAvailableCommand() || c.IsAdditionalHelpTopicCommand() {
			names = append(names, c.Name()+"\t"+c.Short)
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}
