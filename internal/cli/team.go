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
		Short: "A group at a glance, without names",
		Long: fmt.Sprintf(`Show where a group stands: which roles lead and how clear the verdicts are, each
beside what random answers of as many people would give; what people can live
with, where they come from, and skills that the group lacks for the roles.

The FILEs, or standard input, hold answers, results or scores of one pack: one
per line or row, as score reads and writes them, or one person per file. Give one
per person: a person who is in them twice counts twice. Scores hold no
conditions, starts and skills. Exports of survey tools: rolefit help groups.

No names, nothing about fewer than %d people, and no count below %d. Nobody is
ranked: a question asks what someone likes better than something else, so a fit
compares the roles within one person, and 70 means something else for another
person.

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
