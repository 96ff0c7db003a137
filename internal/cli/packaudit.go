package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/audit"
	"github.com/rolefit/rolefit/internal/batch"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

type packAuditOptions struct {
	dir     string // empty means the pack in use
	people  int
	seed    uint64
	answers string // file with real answers, "-" for standard input, or empty
	format  format
}

func packAuditCommand(_ *app, run func(context.Context, packAuditOptions) error) *cobra.Command {
	var o packAuditOptions
	cmd := &cobra.Command{
		Use:   "audit [DIR]",
		Short: "Audit a pack with simulated people, and list what to fix first",
		Long: `Run a pack's interview on simulated people. The report lists what to fix first, the
limits that a pack must meet, and the figures behind them. To learn what the figures
mean, see 'rolefit help method'.

Without DIR, rolefit audits the pack that --pack or ROLEFIT_PACK names. If neither is
set, it audits the folder you're in if that's a pack, and otherwise the built-in
pack.

With --answers, the report also checks the questions against real people's answers.
FILE can have any format that 'rolefit score' reads. If the answers record which role
each person has and likes (for example, holds: sre), the report shows how often the
quiz named that role.

The same seed always gives the same report. The exit status is 1 if the pack fails
the audit.`,
		Example: `  rolefit pack audit
  rolefit pack audit my-roles --people 20000
  rolefit pack audit --answers sessions.jsonl --people 5000 --format markdown -o audit.md`,
		Args:              arguments(0, 1, "a folder, or no argument for the pack in use"),
		ValidArgsFunction: once(folders),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.dir = first(args)
			return run(cmd.Context(), o)
		},
	}
	flags := cmd.Flags()
	flags.IntVar(&o.people, "people", audit.DefaultPeople, "simulate `N` people for each row")
	flags.Uint64Var(&o.seed, "seed", 1, "use `NUMBER` as the random seed")
	flags.StringVar(&o.answers, "answers", "", "also use the real people's answers in `FILE`")
	formatFlag(cmd, &o.format, reportFormats...)
	return cmd
}

// packAudit prints the report. It returns an error if the pack fails the audit,
// or if a line of the real answers can't be read.
func (a *app) packAudit(ctx context.Context, o packAuditOptions) error {
	if o.people < 1 || o.people > audit.MaxPeople {
		return usagef("--people is %d, expected 1 to %d", o.people, audit.MaxPeople)
	}
	if err := a.usePack(o.dir); err != nil {
		return err
	}
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	report, bad, err := a.audit(ctx, p, o)
	if err != nil {
		return err
	}
	if err := a.show(ctx, report.Page(), report, o.format); err != nil {
		return err
	}
	for _, line := range bad {
		fmt.Fprintln(a.env.Err, line)
	}
	if report.Failed() || len(bad) > 0 {
		return errSaid
	}
	return nil
}

// maxBadAnswers is the maximum number of invalid lines of real answers.
const maxBadAnswers = 20

// audit runs the audit with a progress bar. It also returns the lines of real
// answers that couldn't be read.
func (a *app) audit(ctx context.Context, p *fit.Pack, o packAuditOptions) (report *audit.Report, bad []batch.BadLine, err error) {
	var bar *progress
	options := audit.Options{People: o.people, Seed: o.seed, Progress: func(done, total int) {
		if bar == nil {
			bar = a.newProgress("auditing", int64(total))
		}
		bar.set(int64(done), nil)
	}}
	if o.answers != "" {
		sources, err := a.sources([]string{o.answers}) // find missing files now, and not after minutes of work
		if err != nil {
			return nil, nil, err
		}
		lines := batch.Options{Pack: p, Sources: sources, MaxBad: maxBadAnswers, BadLine: func(b batch.BadLine) { bad = append(bad, b) }}
		options.Answers = func(add func(*fit.Quiz, *fit.Answers)) error {
			_, err := batch.Each(ctx, &lines, add)
			return err
		}
	}
	report, err = audit.Run(ctx, p, options)
	if bar != nil {
		bar.clear()
	}
	switch {
	case errors.Is(err, context.Canceled):
		return nil, nil, interruptedf("the audit was stopped; nothing was written")
	case errors.Is(err, batch.ErrTooManyBad):
		return nil, nil, failedf("reading %s: stopped at %s, such as %s", wording.Quote(o.answers), wording.Count(len(bad), "bad line"), bad[0])
	}
	return report, bad, err
}
