package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/batch"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/render"
)

func (a *app) teamCommand() *cobra.Command {
	var o scoreOptions
	cmd := &cobra.Command{
		Use:   "team [FILE...]",
		Short: "A group at a glance, without names",
		Long: fmt.Sprintf(`Show where a group stands: verdicts and roles counted, how the fits spread, roles
that nobody leads with, and skills that the group is short of against what the
roles need. FILEs, or standard input, hold results or answers of one pack: a
line each, as score reads and writes them, or one person's in a file of its own.
Give one result a person: whoever is in them twice counts twice.

No names, and nothing of fewer than %d people. Nobody is ranked: a question asks
what somebody likes better than something else, so a fit compares the roles
within one person, and 70 means another thing in two people.

A line that cannot be read is told on standard error, is left out, and makes the
exit status 1 at the end.`, insight.MinTeam),
		Example: `  rolefit team people.jsonl
  rolefit score people.jsonl | rolefit team --format html -o team.html`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.files, o.maxErrors = args, -1
			return a.team(cmd.Context(), o)
		},
	}
	cmd.Flags().StringVar(&o.from, "from", "json", "read `FORM`: json or csv, see rolefit score")
	complete(cmd, "from", words("json", "csv"))
	cmd.Flags().IntVarP(&o.workers, "workers", "j", 0, "use `N` workers (default: as many as there are processors)")
	return cmd
}

func (a *app) team(ctx context.Context, o scoreOptions) error {
	format, style, err := a.page(reportFormats)
	if err != nil {
		return err
	}
	options, err := a.batchOptions(o)
	if err != nil {
		return err
	}
	bar := a.newBatchBar("counting", o.files)
	options.Progress = bar.set
	options.Bad = func(b batch.BadLine) { bar.clear(); fmt.Fprintln(a.env.Err, b) }
	team, sum, err := batch.Team(ctx, options)
	bar.clear()
	if err != nil {
		return a.batchStopped(err, sum)
	}
	report, err := team.Report()
	if err != nil {
		return err
	}
	if err := a.show(render.Team(report, format, style)); err != nil {
		return err
	}
	return a.batchEnded("counted", o.maxErrors, sum)
}
