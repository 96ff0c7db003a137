package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
)

// What a person answered to a condition is beside how often it comes with a job,
// even if it's no conflict.
func TestConditionsAreRemembered(t *testing.T) {
	p := kitchen()
	r := *results(t)["toss-up"]
	r.Conditions = slices.Clone(r.Conditions)
	for i := range r.Conditions {
		r.Conditions[i].Answer = []fit.Tolerance{fit.Fine, fit.RatherNot, fit.Refuse}[i]
	}
	r.Conflicts = nil
	for name, x := range map[string]struct {
		page *page.Page
		want []string
	}{
		"explain": {Explanation(insight.Explain(p, p.Role("chef"), &r)), []string{"Work at night: nearly always; fine with you", "Heat: often; you'd rather not (from research)", "Calls on days off: sometimes; you'd refuse (a guess)"}},
		"nobody":  {Explanation(insight.Explain(p, p.Role("chef"), nil)), []string{"Heat: often (from research)"}},
		"compare": {Comparison(insight.Compare(p, []*fit.Role{p.Role("baker"), p.Role("chef")}, &r)), []string{"WHAT SPEAKS AGAINST EACH • Restaurant Chef: You'd rather avoid: heat (often). SIDE BY SIDE", "Heat – often rather not", "Calls on days off – sometimes refuse"}},
		"plan":    {Plan(insight.NewPlan(p, &r, insight.PlanRequest{Role: "chef"})), []string{"You'd rather avoid: heat (often). Ask people in this job about it"}},
		"result":  {Result(&r), []string{"Work at night: fine (Restaurant Chef: nearly always)", "Heat: rather not (Restaurant Chef: often)"}},
	} {
		text := strings.Join(strings.Fields(string(x.page.Text(page.Style{Width: 100, All: true}))), " ")
		for _, want := range x.want {
			require.Contains(t, text, want, name)
		}
	}
	none := comparedConditions(insight.Compare(p, []*fit.Role{p.Role("baker"), p.Role("chef")}, nil), []string{"A", "B"})
	require.Equal(t, []string{"How often", "A", "B"}, none[0].(page.Table).Head, "without a result, there is no column for the person")
}
