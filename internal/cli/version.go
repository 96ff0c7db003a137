package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func versionCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  rolefit version",
		Args:    arguments(0, 0, "no arguments"),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.print(cmd.Context(), []byte(versionText())) },
	}
}

// versionText returns the version that Go recorded in the build.
func versionText() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "rolefit, version unknown\n"
	}
	commit, state := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			commit = ", commit " + s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			state = " with changes"
		}
	}
	return fmt.Sprintf("rolefit %s%s%s, %s\n", info.Main.Version, commit, state, info.GoVersion)
}
