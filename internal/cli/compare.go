package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
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
		Use:   "compare [ROLE ROLE ...]",
		Short: "Compare roles side by side",
		Long: `Compare roles side by side, to see what they share and how they differ. With --me and
without ROLE, these are the roles of your latest result: those that it names, or the
first two.`,
		Example: `  rolefit compare sre platform
  rolefit compare devops sre platform cloud
  rolefit compare sre platform --me
  rolefit compare --me`,
		Args:              unlessMine(&o.me, arguments(2, -1, "two or more roles, as in: rolefit compare sre platform")),
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
	if len(o.roles) == 0 {
		if roles, err = a.myRoles(p, me); err != nil {
			return err
		}
	}
	c := insight.Compare(p, roles, me)
	c.AddMarket(p, a.market())
	return a.show(ctx, report.Comparison(c), c, o.format)
}

// unlessMine accepts no arguments if --me is set, because the command then takes
// the roles of the result.
func unlessMine(me *bool, otherwise cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if *me && len(args) == 0 {
			return nil
		}
		return otherwise(cmd, args)
	}
}

// myRoles returns the roles to compare in a result: those that are named or too
// close to call, or else the first two.
func (a *app) myRoles(p *fit.Pack, r *fit.Result) ([]*fit.Role, error) {
	ids := slices.Clone(r.Named)
	if len(r.Close) > 0 {
		ids = slices.Clone(r.Close)
	}
	if len(ids) < 2 && r.Lead != nil {
		ids = []string{r.Lead.Role, r.Lead.Over}
	}
	if len(ids) < 2 || r.Thin() {
		return nil, failedf("result %s has too few answers to name two roles", r.ID).hint("name them, as in: %s", a.command("compare "+strings.Join(p.RoleIDs()[:2], " ")))
	}
	slices.SortStableFunc(ids, func(x, y string) int { return slices.Index(r.RoleIDs(), x) - slices.Index(r.RoleIDs(), y) })
	return findRoles(p, ids)
}
