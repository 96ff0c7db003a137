package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/pack"
)

type formOptions struct {
	roles  []string
	seed   string
	format format
}

func formCommand(a *app, run func(context.Context, formOptions) error) *cobra.Command {
	var o formOptions
	cmd := &cobra.Command{
		Use:   "form",
		Short: "Print the quiz as a form to fill in, without a terminal",
		Long: `Print a blank form with every question, the role cards, conditions and skills.
Fill it in with any editor, skip what you like, and get the result from the file:
rolefit result FILE.`,
		Example: `  rolefit form -o form.yaml
  rolefit form --roles sre,platform`,
		Args:              arguments(0, 0, "no arguments"),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              func(cmd *cobra.Command, _ []string) error { return run(cmd.Context(), o) },
	}
	rolesFlag(a, cmd, &o.roles)
	seedFlag(cmd, &o.seed)
	formatFlag(cmd, &o.format, formatYAML)
	return cmd
}

func (a *app) form(ctx context.Context, o formOptions) error {
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	q, err := newQuiz(p, o.roles)
	if err != nil {
		return err
	}
	seed, err := a.seed(o.seed)
	if err != nil {
		return err
	}
	return a.print(ctx, pack.Blank(q, seed, a.packWord()))
}
