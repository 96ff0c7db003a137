package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/wording"
)

type packQuestionsOptions struct {
	dir   string // empty means the pack in use
	write bool
}

func packQuestionsCommand(_ *app, run func(context.Context, packQuestionsOptions) error) *cobra.Command {
	var o packQuestionsOptions
	cmd := &cobra.Command{
		Use:   "questions [DIR]",
		Short: "Print the questions of a pack as YAML, to edit",
		Long: `Print a pack's questions as YAML, in the form that quiz/questions.yaml uses. Without
DIR, rolefit prints the questions of the pack in use.

With --write, rolefit adds the questions that it assembled from the facets to
quiz/questions.yaml, so that you can edit their prompts and options. From then on,
the quiz uses only the questions in that file. If you add a facet or a role later,
add questions about it, too.`,
		Example: `  rolefit pack questions my-roles
  rolefit pack questions my-roles --write`,
		Args:              arguments(0, 1, "a folder, or no argument for the pack in use"),
		ValidArgsFunction: once(folders),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.dir = first(args)
			return run(cmd.Context(), o)
		},
	}
	cmd.Flags().BoolVar(&o.write, "write", false, "add the assembled questions to quiz/questions.yaml")
	return cmd
}

func (a *app) packQuestions(ctx context.Context, o packQuestionsOptions) error {
	if err := a.usePack(o.dir); err != nil {
		return err
	}
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	if !o.write {
		text, err := pack.QuestionsYAML(p)
		if err != nil {
			return err
		}
		return a.print(ctx, text)
	}
	if a.packDir() == "" {
		return usagef("the built-in pack can't be changed").hint("copy it first: rolefit pack init --from %s our-roles", fit.BuiltinPack)
	}
	text, err := pack.WithQuestions(p, a.packDir())
	if err != nil {
		return err
	}
	name := filepath.Join(a.packDir(), "quiz", "questions.yaml")
	if err := makeQuizFolder(a.packDir()); err != nil {
		return fmt.Errorf("writing %s: %w", wording.Quote(name), wording.Cause(err))
	}
	if err := writeFile(ctx, name, text); err != nil {
		return err
	}
	a.say("Added the questions to %s. They replace the assembled ones.", wording.Quote(name))
	return nil
}

// makeQuizFolder creates the quiz folder of a pack if there is none. It returns
// an error if there is a link that leads out of the pack.
func makeQuizFolder(pack string) error {
	root, err := os.OpenRoot(pack)
	if err != nil {
		return err
	}
	defer root.Close()
	return root.MkdirAll("quiz", 0o755)
}
