package insight_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
)

// colleague returns a result in which the first of the named roles leads, all
// fits are f, and the skills have these levels.
func colleague(f float64, levels map[string]int, named ...string) *fit.Result {
	r := &fit.Result{
		Schema: fit.ResultSchema, Pack: fit.PackRef{ID: "synthetic"}, Verdict: fit.Clear, Named: named, About: named,
		Lead: &fit.Lead{Role: named[0], Over: "r03", Points: 100, StdErr: 10, ClearAt: 20}, Skills: map[string]fit.Rated{},
	}
	if len(named) == 2 {
		r.Verdict, r.Reason = fit.TossUp, fit.Close
	}
	r.Roles = []fit.RoleResult{{ID: named[0], Place: 1, Fit: &f, Dimensions: map[string]*float64{"focus": &f, "skills": nil}}, {ID: "r03"}}
	for _, id := range named[1:] {
		r.Roles = append(r.Roles, fit.RoleResult{ID: id})
	}
	for id, n := range levels {
		r.Skills[id] = fit.Rated{Level: &n}
	}
	return r
}

func report(t *testing.T, p *fit.Pack, people ...*fit.Result) *insight.TeamReport {
	t.Helper()
	team := insight.NewTeam(p)
	for _, r := range people {
		require.NoError(t, team.Add(r))
	}
	r, err := team.Report()
	require.NoError(t, err)
	return r
}

func TestTeamCounts(t *testing.T) {
	later := colleague(50, nil, "r01")
	later.Provisional, later.Verdict, later.Reason = true, fit.Leaning, fit.Unfinished
	r := report(t, knots(), colleague(10, nil, "r00"), colleague(20, nil, "r00"), colleague(30, nil, "r00"),
		colleague(40, nil, "r00", "r01"), colleague(50, nil, "r00", "r01"), later)
	require.Equal(t, 1, r.Provisional)
	first, second := r.Roles[0], r.Roles[1]
	require.Equal(t, [4]int{5, 3, 2, 5}, [4]int{first.Lead, first.Named, first.TossUp, first.Judged})
	require.Equal(t, [3]int{1, 1, 2}, [3]int{second.Lead, second.Named, second.TossUp})
	// Of five people, the quartiles are the second, third and fourth lowest.
	require.Equal(t, &insight.Spread{Low: 20, Middle: 30, High: 40}, first.Fit)
	require.Equal(t, map[string]*insight.Spread{"focus": first.Fit, "skills": nil, "success": nil}, first.Dimensions)
	require.Nil(t, second.Fit, "fewer than five are not reported")

	var eight []*fit.Result
	for i := range 8 {
		eight = append(eight, colleague(float64(i+1), nil, "r00"))
	}
	require.Equal(t, &insight.Spread{Low: 2, Middle: 4, High: 6}, report(t, knots(), eight...).Roles[0].Fit, "exactly a quarter is enough")
}

// The needed levels are knots:1, rope:3 (in two roles) and spare:2. Of the
// people who rated each skill, 2 of 5, 3 of 6 and 3 of 6 reach them.
func TestTeamSkills(t *testing.T) {
	p := knots()
	p.Skills[0], p.Skills[1] = p.Skills[1], p.Skills[0]
	p.Roles[0].Needs = []fit.Need{{Skill: "knots", Level: 1}, {Skill: "rope", Level: 2}}
	p.Roles[1].Needs = []fit.Need{{Skill: "rope", Level: 3}}
	p.Roles[2].Needs = []fit.Need{{Skill: "rope", Level: 3}, {Skill: "spare", Level: 2}}
	var people []*fit.Result
	for i, knots := range []int{0, 0, 0, 1, 4} {
		people = append(people, colleague(50, map[string]int{"knots": knots, "rope": 2 + i%2, "spare": 1 + i%2}, "r00"))
	}
	people = append(people, colleague(50, map[string]int{"rope": 4, "spare": 4}, "r00"))
	require.Equal(t, []insight.TeamSkill{
		{Skill: "knots", Name: "Knots", Needed: 1, Roles: []string{"r00"}, Rated: 5, Reach: 2, Short: true},
		{Skill: "rope", Name: "Rope", Needed: 3, Roles: []string{"r01", "r02"}, Rated: 6, Reach: 3},
		{Skill: "spare", Name: "Spare", Needed: 2, Roles: []string{"r02"}, Rated: 6, Reach: 3},
	}, report(t, p, people...).Skills, "the smallest share first, then the higher need; half is not short")
}
