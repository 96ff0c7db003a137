package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/render"
)

func (a *app) planCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "plan [ROLE]",
		Short: "Plan the way from where you are to a role",
		Long: `Plan the way from your latest result to a role, by default the one that leads
there: something to try within a week, what you already bring, what is missing
and the next step in each of it, what you liked of the role and what not, and
the usual ways in.`,
		Example: `  rolefit plan
  rolefit plan platform --format markdown -o plan.md`,
		Args:              arguments(0, 1, "one role at most, as in: rolefit plan sre"),
		ValidArgsFunction: once(a.completeRoles),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.plan(args)
		},
	}
}

func (a *app) plan(args []string) error {
	format, style, err := a.page(pageFormats)
	if err != nil {
		return err
	}
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	role := ""
	if len(args) > 0 { // first: a wrong name is wrong with and without a result
		found, err := findRole(p, args[0])
		if err != nil {
			return err
		}
		role = found.ID
	}
	r, err := a.latest(p)
	if err != nil {
		return err
	}
	if role == "" {
		if role, err = a.leading(r); err != nil {
			return err
		}
	}
	route := insight.NewPlan(p, r, role)
	if route == nil {
		return failedf("role %q of the result %s is not in pack %q any more", role, r.ID, p.ID).hint("name one, as in: %s", a.command("plan "+p.Roles[0].ID))
	}
	return a.show(render.Plan(route, format, style))
}

// leading is the one role that leads in a result. Where several share the
// lead, it is the person's to choose.
func (a *app) leading(r *fit.Result) (string, error) {
	var first []string
	for _, role := range r.Roles {
		if role.Place == 1 {
			first = append(first, role.ID)
		}
	}
	switch len(first) {
	case 0:
		return "", failedf("no role leads in the result %s: nothing was answered", r.ID).hint("name the role, as in: %s", a.command("plan "+anyRole(r)))
	case 1:
		return first[0], nil
	}
	return "", failedf("%s share the lead in the result %s", strings.Join(first, " and "), r.ID).hint("name the role, as in: %s", a.command("plan "+first[0]))
}

func anyRole(r *fit.Result) string {
	if len(r.Roles) == 0 {
		return "ROLE"
	}
	return r.Roles[0].ID
}
