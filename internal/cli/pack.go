package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/wording"
	"github.com/rolefit/rolefit/internal/wrap"
)

// packCommand groups the commands for pack authors.
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

// usePack selects the pack for an author's command: the named folder, or else
// the pack in use, or else the working directory or its parent if that is a
// pack. The built-in pack is used only if there is no trace of a pack nearby,
// because authors mean their own.
func (a *app) usePack(dir string) error {
	switch {
	case dir != "":
		a.pack = dir
	case a.packDir() != "":
	case isPack("."):
		a.pack = "."
	case insidePack():
		a.pack = ".."
	default:
		if err := a.nearPack(); err != nil {
			return err
		}
		a.say("There is no pack in this folder, so rolefit uses the built-in one.")
	}
	return nil
}

// isPack reports whether a folder looks like a pack, which means that roles/
// contains a YAML file.
func isPack(dir string) bool {
	roles, err := fs.Glob(os.DirFS(dir), "roles/*.yaml")
	return err == nil && len(roles) > 0
}

// isBuiltin reports whether a folder is the built-in pack, as a checkout of this
// program is.
func isBuiltin(dir string) bool {
	p, err := pack.Load(dir)
	return err == nil && p.Hash == pack.Builtin().Hash
}

// insidePack reports whether the working directory is a pack's roles/ or quiz/.
func insidePack() bool {
	dir, err := os.Getwd()
	return err == nil && isPartOfPack(filepath.Base(dir)) && isPack("..")
}

func isPartOfPack(name string) bool {
	return strings.EqualFold(name, "roles") || strings.EqualFold(name, "quiz")
}

// nearPack returns an error if the working directory contains part of a pack,
// or a pack one level below.
func (a *app) nearPack() error {
	dir, err := os.Getwd()
	if err != nil {
		return wording.Cause(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return wording.Cause(err)
	}
	for _, e := range entries {
		switch name := e.Name(); {
		case !e.IsDir():
		case isPartOfPack(name):
			return failedf("this folder has %s, but isn't a pack yet: expected a folder roles/ with a file for each role, such as roles/backend.yaml", wording.Quote(name+"/")).
				hint("to see what's missing: rolefit pack check .")
		case isPack(name):
			return failedf("this folder isn't a pack, but %s is", wording.Quote(name)).hint("name the pack, as in: rolefit pack check %s", a.shellWord(name))
		}
	}
	if isPartOfPack(filepath.Base(dir)) {
		return failedf("this folder isn't a pack: expected a folder roles/ with a file for each role").hint("go to the parent folder, and run: rolefit pack check .")
	}
	return nil
}

// packDir returns the folder of the pack in use, or "" if it is built in.
func (a *app) packDir() string {
	if a.pack != "" {
		return a.pack
	}
	return a.env.Getenv("ROLEFIT_PACK")
}

// checkFigures returns the rules that pack check applies.
func checkFigures() any {
	type rule struct{ Name, Level, Text string }
	var rules []rule
	for _, r := range pack.Rules() {
		rules = append(rules, rule{r.Name, r.Level, "    " + strings.Join(wrap.Lines(r.What+" "+r.Why, 76), "\n    ")})
	}
	return map[string]any{"Rules": rules}
}

// loadPack loads the pack in use. If the working directory is a pack that isn't
// used, loadPack prints a note.
func (a *app) loadPack() (*fit.Pack, error) {
	if a.packDir() == "" && !a.noted && isPack(".") && !isBuiltin(".") {
		a.noted = true
		a.say("Using the built-in pack. To use the one in this folder, add: --pack .")
	}
	return a.readPack()
}

// readPack loads the pack in use without printing a note.
func (a *app) readPack() (*fit.Pack, error) {
	dir := a.packDir()
	if dir == "" {
		return pack.Builtin(), nil
	}
	p, err := pack.Load(dir)
	var problems pack.Problems
	if err != nil && a.pack == "" && !errors.As(err, &problems) {
		return nil, failedf("%v", err).hint("ROLEFIT_PACK names this folder: set it to the full path of a pack, or unset it")
	}
	return p, err
}
