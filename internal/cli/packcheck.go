package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/wording"
)

type packCheckOptions struct {
	dir    string // empty means the pack in use
	strict bool
	watch  bool
	format format
}

func packCheckCommand(_ *app, run func(context.Context, packCheckOptions) error) *cobra.Command {
	var o packCheckOptions
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Check a pack, and print every problem with its file and line",
		Long: `Check a pack, and print every problem as "file:line:column: what's wrong, what was
expected". Each problem comes with the line from the file and the name of a rule in
brackets. For the rules, see 'rolefit help checks'. If there are no errors, rolefit
also prints what the pack contains.

Without DIR, rolefit checks the pack that --pack or ROLEFIT_PACK names. If neither is
set, it checks the folder you're in if that's a pack, and otherwise the built-in
pack.

With --watch, rolefit checks again whenever a file of the pack changes, until you
press Ctrl-C.

The exit status is 1 if there are errors, and always 0 with --watch. For editors and
CI, use --format json.`,
		Example: `  rolefit pack check
  rolefit pack check my-roles --strict
  rolefit pack check --watch`,
		Args:              arguments(0, 1, "a folder, or no argument for the pack in use"),
		ValidArgsFunction: once(folders),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.dir = first(args)
			return run(cmd.Context(), o)
		},
	}
	cmd.Flags().BoolVar(&o.strict, "strict", false, "treat warnings as errors")
	cmd.Flags().BoolVar(&o.watch, "watch", false, "check again whenever a file changes, until Ctrl-C")
	formatFlag(cmd, &o.format, formatText, formatJSON)
	return cmd
}

// packCheck prints problems to standard error and a summary of the pack to
// standard output, or all of it as JSON. With --watch, it runs until
// interrupted.
func (a *app) packCheck(ctx context.Context, o packCheckOptions) error {
	if o.watch {
		ticker := time.NewTicker(watchInterval)
		defer ticker.Stop()
		return a.watchCheck(ctx, o, ticker.C)
	}
	return a.checkOnce(ctx, o)
}

// checkOnce checks the pack once.
func (a *app) checkOnce(ctx context.Context, o packCheckOptions) error {
	if err := a.usePack(o.dir); err != nil {
		return err
	}
	p, problems := pack.Check(a.packDir())
	postings := ""
	if p != nil {
		line, more := a.checkPostings(p)
		postings, problems = line, append(problems, more...).Sort()
	}
	if len(problems.Errors()) > 0 {
		p = nil
	}
	failed := p == nil || o.strict && len(problems.Serious()) > 0
	var err error
	if o.format == formatJSON {
		err = a.showObject(ctx, map[string]any{"schema": "rolefit/check/1", "ok": !failed, "problems": append(pack.Problems{}, problems...)})
	} else {
		for _, problem := range problems {
			a.sayProblem(problem)
		}
		if failed && len(problems) > 1 {
			a.say("%s", tally(problems))
		}
		if !failed {
			err = a.print(ctx, []byte(contents(p)+postings))
		}
	}
	if err == nil && failed {
		err = errSaid
	}
	return err
}

// tally counts the problems of each level.
func tally(problems pack.Problems) string {
	errors, serious := len(problems.Errors()), len(problems.Serious())
	var parts []string
	for _, c := range []struct {
		n    int
		noun string
	}{{errors, "error"}, {serious - errors, "warning"}, {len(problems) - serious, "note"}} {
		if c.n > 0 {
			parts = append(parts, wording.Count(c.n, c.noun))
		}
	}
	return strings.Join(parts, ", ")
}

// sayProblem prints a problem with its rule and the line of the file.
func (a *app) sayProblem(p pack.Problem) {
	line := p.Exact()
	if p.Rule != "" {
		line += " [" + p.Rule + "]"
	}
	a.say("%s", line)
	if pointer := p.Pointer(); pointer != "" {
		fmt.Fprintln(a.env.Err, pointer)
	}
}

// contents summarizes the contents of a pack.
func contents(p *fit.Pack) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, version %d: %s\n", safetext.Sanitize(p.ID), p.Version, wording.Count(len(p.Roles), "role"))
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
	fmt.Fprintf(&b, "skills: %d", len(p.Skills))
	if len(p.Grades) > 0 {
		fmt.Fprintf(&b, ", with levels for %s", safetext.Sanitize(wording.And(p.Grades)))
	}
	fmt.Fprintf(&b, "\nconditions: %d\nstarts: %d\n", len(p.Conditions), len(p.Starts))
	return b.String()
}

// questionsLine describes the number of questions and where they come from.
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
		line += ", assembled from the facets: " + whyUnused(p)
	}
	return line + "\n"
}

// whyUnused explains why the quiz doesn't use the written questions.
func whyUnused(p *fit.Pack) string {
	want, full := min(fit.MaxShown, len(p.Roles)), 0
	shown := map[string]bool{}
	for _, q := range p.Written {
		if len(q.Options) >= want {
			full++
		}
		for _, o := range q.Options {
			shown[o.Role] = true
		}
	}
	if full < len(p.Written) {
		return fmt.Sprintf("only %d of the %d written ones show %d roles", full, len(p.Written), want)
	}
	missing := slices.DeleteFunc(p.RoleIDs(), func(id string) bool { return shown[id] })
	return fmt.Sprintf("the %d written ones leave out %s", len(p.Written), wording.And(missing))
}
