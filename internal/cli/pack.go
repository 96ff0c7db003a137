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

// usePack selects the pack of a command for authors: the named folder; without
// one, the pack in use; and without that, the working directory or the one above
// if it is a pack. Only a folder without any trace of a pack leaves the built-in
// one, because an author means their own.
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

// isPack reports whether a folder looks like a pack: whether roles/ has a YAML
// file.
func isPack(dir string) bool {
	roles, err := fs.Glob(os.DirFS(dir), "roles/*.yaml")
	return err == nil && len(roles) > 0
}

// insidePack reports whether the working directory is roles/ or quiz/ of a pack.
func insidePack() bool {
	dir, err := os.Getwd()
	return err == nil && isPartOfPack(filepath.Base(dir)) && isPack("..")
}

func isPartOfPack(name string) bool {
	return strings.EqualFold(name, "roles") || strings.EqualFold(name, "quiz")
}

// nearPack returns an error that names a part of a pack in the working
// directory, or a pack one folder below.
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

// loadPack loads the pack in use. In a folder that is a pack and isn't used, it
// says so.
func (a *app) loadPack() (*fit.Pack, error) {
	if a.packDir() == "" && isPack(".") && !a.noted {
		a.noted = true
		a.say("Using the built-in pack. To use the one in this folder, add: --pack .")
	}
	return a.readPack()
}

// readPack loads the pack in use and prints nothing.
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
