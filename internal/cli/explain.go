package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/report"
)

type explainOptions struct {
	role   string
	me     bool
	format format
}

func explainCommand(a *app, run func(context.Context, explainOptions) error) *cobra.Command {
	var o explainOptions
	cmd := &cobra.Command{
		Use:   "explain ROLE",
		Short: "Explain what a role is",
		Long:  "Explain a role. You see what the role is, what a normal week looks like, what skills\nit takes, and where people go from there.",
		Example: `  rolefit explain sre
  rolefit explain sre --me
  rolefit explain "Platform Engineer" --format markdown`,
		Args:              arguments(1, 1, "a role, as in: rolefit explain sre"),
		ValidArgsFunction: once(a.completeRoles),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.role = args[0]
			return run(cmd.Context(), o)
		},
	}
	meFlag(cmd, &o.me)
	allFlag(cmd, &a.all, "what it takes to come from each background")
	formatFlag(cmd, &o.format, reportFormats...)
	return cmd
}

func (a *app) explain(ctx context.Context, o explainOptions) error {
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	role, err := findRole(p, o.role)
	if err != nil {
		return err
	}
	me, err := a.me(p, o.me)
	if err != nil {
		return err
	}
	e := insight.Explain(p, role, me)
	e.AddMarket(p, a.market())
	return a.show(ctx, report.Explanation(e), e, o.format)
}
