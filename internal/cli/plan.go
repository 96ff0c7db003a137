package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/wording"
)

type planOptions struct {
	role   string // empty means the leading role
	format format
}

func planCommand(a *app, run func(context.Context, planOptions) error) *cobra.Command {
	var o planOptions
	cmd := &cobra.Command{
		Use:   "plan [ROLE]",
		Short: "Plan the way from where you are to a role",
		Long: `Plan the way from your latest result to a role, by default the one that leads
there: something to try within a week, what you already bring, what is missing
and the next step in each of it, what you liked about the role and what you did
not, and the usual ways in.`,
		Example: `  rolefit plan
  rolefit plan platform --format markdown -o plan.md`,
		Args:              arguments(0, 1, "at most one role, as in: rolefit plan sre"),
		ValidArgsFunction: once(a.completeRoles),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.role = first(args)
			return run(cmd.Context(), o)
		},
	}
	formatFlag(cmd, &o.format, reportFormats...)
	return cmd
}

func (a *app) plan(ctx context.Context, o planOptions) error {
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	if o.role != "" { // check this first, so that an unknown role is reported with and without a result
		role, err := findRole(p, o.role)
		if err != nil {
			return err
		}
		o.role = role.ID
	}
	r, err := a.latest(p)
	if err != nil {
		return err
	}
	if o.role == "" {
		if o.role, err = a.leading(r); err != nil {
			return err
		}
	}
	plan := insight.NewPlan(p, r, o.role)
	if plan == nil {
		return failedf("role %q of result %s is no longer in pack %q", o.role, r.ID, p.ID).hint("name one, as in: %s", a.command("plan "+p.Roles[0].ID))
	}
	return a.showPlan(ctx, plan, o.format)
}

// leading returns the role that leads in a result. If several share the lead,
// the person has to choose.
func (a *app) leading(r *fit.Result) (string, error) {
	var leaders []string
	example := "ROLE"
	for i, role := range r.Roles {
		if i == 0 {
			example = role.ID
		}
		if role.Place == 1 {
			leaders = append(leaders, role.ID)
		}
	}
	switch len(leaders) {
	case 0:
		return "", failedf("no role leads in result %s: nothing was answered", r.ID).hint("name the role, as in: %s", a.command("plan "+example))
	case 1:
		return leaders[0], nil
	}
	return "", failedf("%s share the lead in result %s", wording.And(leaders), r.ID).hint("name the role, as in: %s", a.command("plan "+leaders[0]))
}
