package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// packCommand groups the commands for authors of packs.
func packCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "pack",
		Short: "Work with packs: your own roles and questions",
		Example: `  rolefit pack init my-roles
  rolefit pack check`,
		Args:                       noSuchCommand,
		SuggestionsMinimumDistance: 2,
		RunE:                       func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(packInitCommand(a, a.packInit), packCheckCommand(a, a.packCheck), packAuditCommand(a, a.packAudit), packLearnCommand(a, a.packLearn), packSchemaCommand(a, a.packSchema))
	return cmd
}

// packDir returns the folder of the pack in use, or "" for the built-in pack.
func (a *app) packDir() string {
	if a.pack != "" {
		return a.pack
	}
	return a.env.Getenv("ROLEFIT_PACK")
}

// loadPack loads the pack in use.
func (a *app) loadPack() (*fit.Pack, error) {
	dir := a.packDir()
	if dir == "" {
		return pack.Builtin(), nil
	}
	p, err := pack.Load(dir)
	var problems pack.Problems
	if err != nil && a.pack == "" && !errors.As(err, &problems) {
		return nil, failedf("%v", err).hint("ROLEFIT_PACK is set to this folder: set it to the full path of a pack, or unset it")
	}
	return p, err
}
