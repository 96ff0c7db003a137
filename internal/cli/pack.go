package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/render"
)

func (a *app) packCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "pack",
		Short: "Work on packs: roles and questions of your own",
		Example: `  rolefit pack init my-roles
  rolefit pack check`,
		Args:                       a.noSuchCommand,
		SuggestionsMinimumDistance: 2,
		RunE:                       func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.packInitCommand(), a.packCheckCommand(), a.packAuditCommand(), a.packSchemaCommand())
	return cmd
}

func (a *app) packCheckCommand() *cobra.Command {
	strict := false
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Check a pack: every problem with its file and line",
		Long: `Check the pack in DIR, or without it the one in use (--pack, ROLEFIT_PACK, else
the built-in one), and print every problem as "file:line:column: what is wrong,
what was expected"; where there is no error, what the pack holds. Exit status 1 when there are errors. With --format json the
problems are an object for editors and CI.`,
		Example: `  rolefit pack check
  rolefit pack check my-roles --strict`,
		Args:              arguments(0, 1, "a folder, or nothing for the pack in use"),
		ValidArgsFunction: once(folders),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := a.packDir()
			if len(args) > 0 {
				dir = args[0]
			}
			return a.packCheck(dir, strict)
		},
	}
	cmd.Flags().BoolVar(&strict, "strict", false, "count warnings as errors")
	return cmd
}

// packCheck prints the problems to standard error, or as JSON for editors to
// standard output, and then what the pack holds.
func (a *app) packCheck(dir string, strict bool) error {
	format, err := a.formatOf(checkFormats)
	if err != nil {
		return err
	}
	p, problems := pack.Check(dir)
	failed := p == nil || strict && len(problems) > 0
	if err := a.printCheck(format, p, problems, failed); err != nil {
		return err
	}
	if failed {
		return &failure{status: exitFailed}
	}
	return nil
}

func (a *app) printCheck(format render.Format, p *fit.Pack, problems pack.Problems, failed bool) error {
	if format == render.JSON {
		return a.show(render.Object(map[string]any{"schema": "rolefit/check/1", "ok": !failed, "problems": append(pack.Problems{}, problems...)}))
	}
	for _, problem := range problems {
		a.say("%s", problem.Exact())
	}
	if failed {
		return nil
	}
	return a.print([]byte(contents(p)))
}

// contents says what a pack holds.
func contents(p *fit.Pack) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, version %d: %s\n", safetext.Sanitize(p.ID), p.Version, counted(len(p.Roles), "role"))
	width := 0
	for _, r := range p.Roles {
		width = max(width, len(r.ID))
	}
	for _, r := range p.Roles {
		fmt.Fprintf(&b, "  %-*s", width, r.ID)
		for _, d := range fit.Dimensions {
			fmt.Fprintf(&b, "  %2d %s", len(r.Parts[d].Facets), d)
		}
		fmt.Fprintf(&b, "  %d skills needed\n", len(r.Needs))
	}
	b.WriteString(questionsLine(p))
	fmt.Fprintf(&b, "skills: %d\n", len(p.Skills))
	return b.String()
}

// questionsLine says how many questions there are, and who made them.
func questionsLine(p *fit.Pack) string {
	q, err := fit.NewQuiz(p, nil)
	if err != nil {
		return "questions: none\n"
	}
	perDimension := [len(fit.Dimensions)]int{}
	for _, x := range q.Questions {
		perDimension[x.Dimension]++
	}
	line := fmt.Sprintf("questions: %d", len(q.Questions))
	for _, d := range fit.Dimensions {
		line += fmt.Sprintf(", %d %s", perDimension[d], d)
	}
	switch {
	case !q.Assembled:
		line += ", written"
	case len(p.Written) == 0:
		line += ", assembled from the facets"
	default:
		line += fmt.Sprintf(", assembled from the facets: the %d that are written do not serve all %s", len(p.Written), counted(len(p.Roles), "role"))
	}
	return line + "\n"
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
