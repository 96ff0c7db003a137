package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/report"
)

type compareOptions struct {
	roles  []string
	me     bool
	format format
}

func compareCommand(a *app, run func(context.Context, compareOptions) error) *cobra.Command {
	var o compareOptions
	cmd := &cobra.Command{
		Use:   "compare ROLE ROLE [ROLE ...]",
		Short: "Compare roles side by side",
		Long:  "Compare roles side by side, to see what they share and how they differ.",
		Example: `  rolefit compare sre platform
  rolefit compare devops sre platform cloud
  rolefit compare sre platform --me`,
		Args:              arguments(2, -1, "two or more roles, as in: rolefit compare sre platform"),
		ValidArgsFunction: a.completeRoles,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.roles = args
			return run(cmd.Context(), o)
		},
	}
	meFlag(cmd, &o.me)
	formatFlag(cmd, &o.format, reportFormats...)
	return cmd
}

func (a *app) compare(ctx context.Context, o compareOptions) error {
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	roles, err := findRoles(p, o.roles)
	if err != nil {
		return err
	}
	me, err := a.me(p, o.me)
	if err != nil {
		return err
	}
	c := insight.Compare(p, roles, me)
	c.AddMarket(p, a.market())
	return a.show(ctx, report.Comparison(c), c, o.format)
}
