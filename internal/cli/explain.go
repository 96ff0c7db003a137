package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
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
		Use:   "explain [ROLE]",
		Short: "Explain what a role is",
		Long: `Explain a role. You see what the role is, what a normal week looks like, what skills
it takes, and where people go from there. With --me and without ROLE, this is the role
of your plan.`,
		Example: `  rolefit explain sre
  rolefit explain sre --me
  rolefit explain --me
  rolefit explain "Platform Engineer" --format markdown`,
		Args:              unlessMine(&o.me, arguments(1, 1, "a role, as in: rolefit explain sre")),
		ValidArgsFunction: once(a.completeRoles),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.role = first(args)
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
	var role *fit.Role
	if o.role != "" { // check this first, so that an unknown role is an error even without a result
		if role, err = findRole(p, o.role); err != nil {
			return err
		}
	}
	me, err := a.me(p, o.me)
	if err != nil {
		return err
	}
	if role == nil {
		if role, err = a.myRole(p, me); err != nil {
			return err
		}
	}
	e := insight.Explain(p, role, me)
	e.AddMarket(p, a.market())
	return a.show(ctx, report.Explanation(e), e, o.format)
}

// myRole returns the role of the plan for a result, and names the other role if
// the result is a toss-up.
func (a *app) myRole(p *fit.Pack, r *fit.Result) (*fit.Role, error) {
	id, _ := insight.PlanRole(r)
	if id == "" {
		return nil, failedf("no single role leads in result %s", r.ID).hint("name the role, as in: %s", a.command("explain "+p.Roles[0].ID+" --me"))
	}
	for _, other := range r.Named {
		if other != id {
			a.say("your result is also about %s: %s", p.RoleTitle(other), a.command("explain "+other+" --me"))
		}
	}
	return findRole(p, id)
}
