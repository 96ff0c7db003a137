package cli

import (
	"context"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

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
		Long: `Print the questions of the pack in DIR, or without it of the one in use, as they
would be written in quiz/questions.yaml. With --write, add questions that were
assembled from the facets to that file, so that you can edit their prompts and
options. From then on, the written questions replace all assembled ones: a facet
or role that you add later is only asked about if you add a question, too.`,
		Example: `  rolefit pack questions my-roles
  rolefit pack questions my-roles --write`,
		Args:              arguments(0, 1, "a folder, or nothing for the pack in use"),
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
		return usagef("the built-in pack can't be changed").hint("copy it first: rolefit pack init --from %s our-roles", pack.BuiltinID)
	}
	name := filepath.Join(a.packDir(), "quiz", "questions.yaml")
	text, err := pack.WithQuestions(p, name)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return wording.Cause(err)
	}
	if err := writeFile(ctx, name, text); err != nil {
		return err
	}
	a.say("Added the questions to %s. They replace the assembled ones.", wording.Quote(name))
	return nil
}
