package report

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
)

// The next steps of a result are those of the plan that 'rolefit plan' prints:
// the same skills in the same order.
func TestNextStepsAgreeWithPlan(t *testing.T) {
	compared := 0
	p := kitchen()
	for name, r := range results(t) {
		role, _ := insight.PlanRole(r)
		if name == "bare" || role == "" {
			continue
		}
		var planned, listed []string
		for _, s := range insight.NewPlan(p, r, insight.PlanRequest{Role: role}).Steps {
			if !slices.Contains(planned, s.Skill) {
				planned = append(planned, s.Skill)
			}
		}
		if !slices.Contains(r.About, role) || len(planned) == 0 {
			continue
		}
		w := result{r}
		for _, g := range w.gapsInOrder() {
			listed = append(listed, g.Skill)
		}
		require.Equal(t, planned, listed[:len(planned)], name)
		require.Equal(t, role, w.planned()[0], name)
		compared++
	}
	require.Greater(t, compared, 4)
}

// If two roles are too close to call, a plan says why it's for this one, tells
// how to get the other, and begins with a weekend on each.
func TestPlanOfTossUp(t *testing.T) {
	p, r := kitchen(), results(t)["toss-up"]
	role, _ := insight.PlanRole(r)
	other := r.Named[0]
	if other == role {
		other = r.Named[1]
	}
	text := func(role string) string {
		plan := insight.NewPlan(p, r, insight.PlanRequest{Role: role})
		require.Equal(t, 6.0, plan.WeekendHours())
		return oneLine(append(planStart(plan), append(weekends(plan), duration(plan)...)...))
	}
	for _, want := range []string{"This plan is for " + p.RoleTitle(role) + " because its fit is a little higher (75, against 70 for " + p.RoleTitle(other) + ").", "Spend a weekend on each", "If it's " + p.RoleTitle(other) + ": rolefit plan " + other,
		p.RoleTitle(role) + " Task", p.RoleTitle(other) + " Task", "Two weekends Steps: – Hours: 6"} {
		require.Contains(t, text(role), want)
	}
	require.Contains(t, text(other), "Your answers are too close to choose between this role and "+p.RoleTitle(role)+".")
	level := *r
	level.Roles = slices.Clone(r.Roles)
	level.Roles[1].Place, level.Roles[1].Fit = 1, level.Roles[0].Fit
	require.Contains(t, oneLine(planStart(insight.NewPlan(p, &level, insight.PlanRequest{Role: level.Roles[0].ID}))), "level, so the other plan is as much yours as this one.")
	pointed := *r
	pointed.Roles = slices.Clone(r.Roles)
	for i := range pointed.Roles {
		pointed.Roles[i].Card = "maybe"
		if pointed.Roles[i].ID == other {
			pointed.Roles[i].Card = "want"
		}
	}
	wanted, _ := insight.PlanRole(&pointed)
	require.Equal(t, other, wanted, "the only job that was wanted")
	require.Contains(t, oneLine(planStart(insight.NewPlan(p, &pointed, insight.PlanRequest{Role: other}))), "This plan is for "+p.RoleTitle(other)+": it's the only one of these jobs you wanted")
	require.Equal(t, other, result{&pointed}.planned()[0], "the next steps are those of the same role")
	clear := insight.NewPlan(p, results(t)["clear"], insight.PlanRequest{Role: "baker"})
	require.Empty(t, clear.Close)
	require.Empty(t, chosen(clear))
	outside := insight.NewPlan(p, r, insight.PlanRequest{Role: "waiter"})
	require.Empty(t, outside.Close, "a role that the answers rule out")
}

// After a step is done, the plan and its table count the same hours.
func TestHoursLeft(t *testing.T) {
	p, r := kitchen(), results(t)["toss-up"]
	for done, want := range map[string]string{"heat-control/2": "1 of 5 steps done. About 54 hours left, including 6 for the two weekends' tasks."} {
		plan := insight.NewPlan(p, r, insight.PlanRequest{Role: "baker", Done: []string{done}})
		require.Equal(t, want, progress(plan))
		table := duration(plan)[1].(page.Table)
		require.Equal(t, []string{"Left", "4", "54"}, table.Rows[len(table.Rows)-1])
	}
}

// Job texts are in the order of the bars.
func TestJobsInOrderOfBars(t *testing.T) {
	r := results(t)["toss-up"]
	require.NotEqual(t, r.RoleIDs()[:2], r.Named, "the names are in the order of the pack")
	require.Equal(t, r.RoleIDs()[:2], result{r}.jobs())
}

// A dimension has one name on all pages.
func TestDimensionsHaveOneName(t *testing.T) {
	p, r := kitchen(), results(t)["toss-up"]
	for name, x := range map[string]*page.Page{
		"result":  Result(r),
		"explain": Explanation(insight.Explain(p, p.Role("chef"), nil)),
		"compare": Comparison(insight.Compare(p, []*fit.Role{p.Role("baker"), p.Role("chef")}, nil)),
	} {
		text := string(x.Markdown())
		for _, want := range []string{"Daily work", "What you get good at", "What you're proud of"} {
			require.Contains(t, text, want, name)
		}
		require.NotRegexp(t, `\b(Focus|Skills|Success) +\|`, text, name)
	}
}
