package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

type formOptions struct {
	roles  []string
	parts  []string
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

These formats don't shuffle the options. They have many questions, so form says how
many there are. Only the quiz is needed for a verdict. To leave out other parts, list
the ones that you want with --parts: questions, cards, start, conditions, skills.
Without the cards, nobody can say that they don't want the job that leads, so more
verdicts are clear.

For a class, a browser page is easier: see 'rolefit help groups'.`,
		Example: `  rolefit form -o form.yaml
  rolefit form --roles sre,platform
  rolefit form --format csv -o people.csv
  rolefit form --format markdown -o questions.md
  rolefit form --format markdown --parts questions,cards
  rolefit form --format surveyjs -o survey.json`,
		Args:              arguments(0, 0, "no arguments"),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              func(cmd *cobra.Command, _ []string) error { return run(cmd.Context(), o) },
	}
	rolesFlag(a, cmd, &o.roles)
	seedFlag(cmd, &o.seed)
	cmd.Flags().StringSliceVar(&o.parts, "parts", nil, "in a survey, include only these `PARTS`: "+commas(pack.FormParts))
	complete(cmd, "parts", completeList(func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return pack.FormParts, cobra.ShellCompDirectiveNoFileComp
	}))
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
	if o.format != formatYAML {
		return a.survey(q, o)
	}
	if o.parts != nil {
		return nil, usagef("--parts is for surveys; in a YAML form, people can leave out what they like")
	}
	seed, err := a.seed(o.seed)
	if err != nil {
		return nil, err
	}
	return pack.Blank(q, seed, a.packFlag()), nil
}

// survey returns a form for a group, and says how many questions it has.
func (a *app) survey(q *fit.Quiz, o formOptions) ([]byte, error) {
	s := pack.Survey{Quiz: q, Parts: o.parts}
	for _, part := range o.parts {
		if !slices.Contains(pack.FormParts, part) {
			return nil, usagef("--parts names %q, expected some of %s", part, commas(pack.FormParts))
		}
	}
	if o.parts != nil && !slices.Contains(o.parts, "questions") {
		return nil, usagef("--parts is without questions, which a verdict needs")
	}
	a.say("%s", s.Summary())
	switch o.format {
	case formatCSV:
		return s.CSV(), nil
	case formatMarkdown:
		return s.Markdown(), nil
	case formatQuestions:
		return s.QuestionsCSV(), nil
	}
	return s.SurveyJS()
}
