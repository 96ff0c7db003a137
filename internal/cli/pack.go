package cli

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/wrap"
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
	cmd.AddCommand(packInitCommand(a, a.packInit), packCheckCommand(a, a.packCheck), packAuditCommand(a, a.packAudit), packLearnCommand(a, a.packLearn), packQuestionsCommand(a, a.packQuestions), packSchemaCommand(a, a.packSchema))
	return cmd
}

// usePack selects the pack of a command for authors: the named folder or,
// without one and unless another is in use, the working directory if that is a
// pack.
func (a *app) usePack(dir string) {
	switch {
	case dir != "":
		a.pack = dir
	case a.packDir() == "" && isPack("."):
		a.pack = "."
	}
}

// isPack reports whether a folder looks like a pack: whether roles/ has a YAML
// file.
func isPack(dir string) bool {
	roles, err := fs.Glob(os.DirFS(dir), "roles/*.yaml")
	return err == nil && len(roles) > 0
}

// packDir returns the folder of the pack in use, or "" for the built-in pack.
func (a *app) packDir() string {
	if a.pack != "" {
		return a.pack
	}
	return a.env.Getenv("ROLEFIT_PACK")
}

// checkFigures lists the rules of the check.
func checkFigures() any {
	type rule struct{ Name, Level, Text string }
	var rules []rule
	for _, r := range pack.Rules() {
		rules = append(rules, rule{r.Name, r.Level, "    " + strings.Join(wrap.Lines(r.What+" "+r.Why, 76), "\n    ")})
	}
	return map[string]any{"Rules": rules}
}

// packWord returns the folder of the pack as it is typed in a shell, or "" if
// the commands need no --pack.
func (a *app) packWord() string {
	if a.pack == "" {
		return ""
	}
	return a.shellWord(a.pack)
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
