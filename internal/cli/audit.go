package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/audit"
	"github.com/rolefit/rolefit/internal/batch"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/render"
)

type auditOptions struct {
	people  int
	seed    uint64
	answers string
}

func (a *app) packAuditCommand() *cobra.Command {
	var o auditOptions
	cmd := &cobra.Command{
		Use:   "audit [DIR]",
		Short: "Audit a pack: what it does to simulated people, and what to mend first",
		Long: `Let simulated people take the interview of the pack in DIR, or without it of
the one in use (--pack, ROLEFIT_PACK, else the built-in one), and print what to
mend first, the limits that a pack must keep, and the figures: structure, random
answers, order, how often the verdict is right.

With --answers also what real people's answers say about the questions: a file
with one answers object a line. The same seed prints the same. Exit status 1
when the pack fails. See rolefit help method for what the figures mean.`,
		Example: `  rolefit pack audit
  rolefit pack audit my-roles --people 20000
  rolefit pack audit --answers sessions.jsonl --people 5000 --format markdown -o audit.md`,
		Args:              arguments(0, 1, "a folder, or nothing for the built-in pack"),
		ValidArgsFunction: once(folders),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				a.pack = args[0]
			}
			return a.packAudit(cmd.Context(), o)
		},
	}
	flags := cmd.Flags()
	flags.IntVar(&o.people, "people", audit.DefaultPeople, "simulate so many people for each row, `N`")
	flags.Uint64Var(&o.seed, "seed", 1, "draw the people by this `NUMBER`")
	flags.StringVar(&o.answers, "answers", "", "look at the real answers in this `FILE` too, one JSON object a line")
	return cmd
}

// packAudit prints the report, and fails when the pack does or when a line of
// the real answers could not be read.
func (a *app) packAudit(ctx context.Context, o auditOptions) error {
	format, style, err := a.page(pageFormats)
	if err != nil {
		return err
	}
	report, bad, err := a.audit(ctx, o)
	if err != nil {
		return err
	}
	if err := a.show(render.Audit(report, format, style)); err != nil {
		return err
	}
	for _, line := range bad {
		fmt.Fprintln(a.env.Err, line)
	}
	if report.Failed() || len(bad) > 0 {
		return &failure{status: exitFailed}
	}
	return nil
}

// maxBadAnswers is how many lines of real answers may be bad.
const maxBadAnswers = 20

// audit runs the audit, with a bar while it does, and returns the lines of the
// real answers that could not be read.
func (a *app) audit(ctx context.Context, o auditOptions) (report *audit.Report, bad []batch.BadLine, err error) {
	if o.people < 1 || o.people > audit.MaxPeople {
		return nil, nil, usagef("--people is %d, expected 1 to %d", o.people, audit.MaxPeople)
	}
	p, err := a.loadPack()
	if err != nil {
		return nil, nil, err
	}
	bar := progress{a: a, what: "auditing"}
	options := audit.Options{People: o.people, Seed: o.seed, Progress: bar.set}
	var answersErr error
	if o.answers != "" {
		sources, err := a.sources([]string{o.answers}) // fails now, not after the minutes that follow
		if err != nil {
			return nil, nil, err
		}
		lines := batch.Options{Pack: p, Sources: sources, MaxBad: maxBadAnswers, Bad: func(b batch.BadLine) { bad = append(bad, b) }}
		options.Answers = func(yield func(*fit.Answers) bool) {
			_, answersErr = batch.Each(ctx, &lines, func(_ *fit.Quiz, a *fit.Answers) { yield(a) }) // an audit reads to the end
		}
	}
	report, err = audit.Run(ctx, p, options)
	bar.end()
	switch {
	case errors.Is(cmp.Or(err, answersErr), context.Canceled):
		return nil, nil, interrupted("the audit was stopped: nothing was written")
	case errors.Is(answersErr, batch.ErrTooManyBad):
		return nil, nil, failedf("reading %q: stopped at %s, such as %s", o.answers, counted(len(bad), "bad line"), bad[0])
	}
	return report, bad, cmp.Or(err, answersErr)
}
