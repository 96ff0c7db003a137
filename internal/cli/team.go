package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/batch"
	"github.com/rolefit/rolefit/internal/insight"
)

type teamOptions struct {
	batchOptions
	format format
}

func teamCommand(a *app, run func(context.Context, teamOptions) error) *cobra.Command {
	o := teamOptions{batchOptions: batchOptions{maxErrors: -1}}
	cmd := &cobra.Command{
		Use:   "team [FILE...]",
		Short: "Show a group at a glance, without names",
		Long: fmt.Sprintf(`Show a group at a glance: which roles lead, how clear the verdicts are, what people
can live with, where they come from, and which skills the group lacks. Each count is
shown next to what random answers would give.

The FILEs, or standard input, contain answers, results or scores for one pack:
either one per line or row, as score reads and writes them, or one person per file.
Someone who is in them twice counts twice. Scores contain no conditions, starts or
skills. For exports from survey tools, see 'rolefit help groups'.

The report contains no names, nothing about fewer than %d people and no count below
%d. It doesn't rank anyone: a fit compares roles for one person, so two people with a
fit of 70 don't like a role equally.

Unreadable lines are reported on standard error and skipped, and the final exit
status is 1.`, insight.MinTeam, insight.MinCell),
		Example: `  rolefit team people.jsonl
  rolefit team --dry-run survey.csv
  rolefit team survey.csv --format html -o team.html`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.files = a.expand(args)
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
	report, err := team.Report()
	if err != nil {
		return err
	}
	if err := a.showTeam(ctx, report, o.format); err != nil {
		return err
	}
	return a.batchEnded("counted", o.maxErrors, sum)
}
