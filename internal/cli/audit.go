package cli

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/audit"
	"github.com/rolefit/rolefit/internal/pack"
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
	lines := &answerLines{}
	report, err := a.audit(ctx, o, lines)
	if err != nil {
		return err
	}
	if err := a.show(render.Audit(report, format, style)); err != nil {
		return err
	}
	if len(lines.problems) > 0 {
		a.printProblems(a.env.Err, lines.problems)
	}
	if report.Failed() || len(lines.problems) > 0 {
		return &failure{status: exitFailed}
	}
	return nil
}

// audit runs the audit, with a bar while it does.
func (a *app) audit(ctx context.Context, o auditOptions, lines *answerLines) (*audit.Report, error) {
	if o.people < 1 || o.people > audit.MaxPeople {
		return nil, usagef("--people is %d, expected 1 to %d", o.people, audit.MaxPeople)
	}
	p, err := a.loadPack()
	if err != nil {
		return nil, err
	}
	bar := progress{a: a, what: "auditing"}
	options := audit.Options{People: o.people, Seed: o.seed, Progress: bar.set}
	if o.answers != "" {
		if _, err := a.sources([]string{o.answers}); err != nil { // before the minutes that follow
			return nil, err
		}
		in := a.whileRunning(func() (io.ReadCloser, error) { return a.open(o.answers) })
		defer in.Close()
		lines.reader, lines.name, lines.in = pack.NewReader(p), inputName(o.answers), in
		options.Answers = lines.each()
	}
	report, err := audit.Run(ctx, p, options)
	bar.end()
	if errors.Is(err, context.Canceled) {
		return nil, interrupted("the audit was stopped: nothing was written")
	}
	if err == nil {
		err = lines.err
	}
	return report, err
}
