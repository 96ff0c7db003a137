package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/batch"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/report"
)

type teamOptions struct {
	batchOptions
	format format
}

func teamCommand(a *app, run func(context.Context, teamOptions) error) *cobra.Command {
	o := teamOptions{batchOptions: batchOptions{maxErrors: -1}}
	cmd := &cobra.Command{
		Use:        "team [FILE...]",
		Short:      "Show a group at a glance, without names",
		SuggestFor: []string{"group", "class", "survey"},
		Long: fmt.Sprintf(`Show a group at a glance: which roles lead, how clear the verdicts are, which working
conditions people can live with, what backgrounds people have, and which skills the
group lacks. Next to each count, you see what random answers would give.

The input is one or more files, folders or ZIP files, or standard input. It contains
answers, results or scores for a single pack. A file can have one person per line or
row, in any format that 'rolefit score' reads or writes, or just one person. If someone
is in the input twice, they count twice, and team reports it. If you name the column
that says who is who with --id, only their last answers count. Scores don't include conditions,
backgrounds or skills, so pass the answers themselves to team. For exports from
survey tools, see 'rolefit help groups'.

The report contains no names, nothing about groups of fewer than %d people, and no
count below %d except zero. It also hides counts from which you could compute such a
count. It doesn't rank anyone. A fit compares roles for one person, so two
people with a fit of 70 may not like the role equally.

If a line can't be read, rolefit reports it on standard error and skips it. At the
end, the exit status is 1.`, insight.MinTeam, insight.MinCell),
		Example: `  rolefit team answers
  rolefit team people.jsonl
  rolefit team --dry-run survey.csv
  rolefit team survey.csv --format html -o team.html`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.files = expand(args)
			return run(cmd.Context(), o)
		},
	}
	batchFlags(cmd, &o.batchOptions)
	formatFlag(cmd, &o.format, reportFormats...)
	return cmd
}

func (a *app) team(ctx context.Context, o teamOptions) error {
	options, err := a.batch(ctx, o.batchOptions)
	if err != nil {
		return err
	}
	if o.dryRun {
		return a.dryRun(ctx, options, o.batchOptions)
	}
	bar := a.showBatch(options, "counting", o.files)
	team, sum, err := batch.Team(ctx, options)
	bar.clear()
	if err != nil {
		return a.batchStopped(err, sum)
	}
	a.bad.end()
	r, err := team.Report()
	if err != nil {
		return err
	}
	if err := a.show(ctx, report.Team(r), r, o.format); err != nil {
		return err
	}
	return a.batchEnded("counted", o.maxErrors, sum)
}
