package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
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
		Long: `Print a blank form with every question, the role cards, the working conditions and
the skills. Fill in the form with any editor, and skip what you like. To see your
result, run 'rolefit result FILE'.

To survey a group, use one of the other formats:

  csv         column names for a spreadsheet with one row per person, and an example
  markdown    text to paste into a survey tool
  questions   the same text, as a CSV table
  surveyjs    a survey for SurveyJS

These formats don't shuffle the options. For the next steps, see 'rolefit help
groups'.`,
		Example: `  rolefit form -o form.yaml
  rolefit form --roles sre,platform
  rolefit form --format csv -o people.csv
  rolefit form --format markdown -o questions.md
  rolefit form --format surveyjs -o survey.json`,
		Args:              arguments(0, 0, "no arguments"),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              func(cmd *cobra.Command, _ []string) error { return run(cmd.Context(), o) },
	}
	rolesFlag(a, cmd, &o.roles)
	seedFlag(cmd, &o.seed)
	formatFlag(cmd, &o.format, formatYAML, formatCSV, formatMarkdown, formatQuestions, formatSurveyJS)
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
	form, err := a.formIn(q, o)
	if err != nil {
		return err
	}
	return a.print(ctx, form)
}

// formIn returns a form in the chosen format. Only forms for one person have a
// seed.
func (a *app) formIn(q *fit.Quiz, o formOptions) ([]byte, error) {
	if o.format != formatYAML && o.seed != "" {
		return nil, usagef("--seed is for --format yaml; in the other formats, everyone gets the same order")
	}
	switch o.format {
	case formatCSV:
		return pack.CSVForm(q), nil
	case formatMarkdown:
		return pack.MarkdownForm(q), nil
	case formatQuestions:
		return pack.QuestionsCSV(q), nil
	case formatSurveyJS:
		return pack.SurveyJSForm(q)
	}
	seed, err := a.seed(o.seed)
	if err != nil {
		return nil, err
	}
	return pack.Blank(q, seed, a.packWord()), nil
}
