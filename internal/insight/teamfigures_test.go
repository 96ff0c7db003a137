package insight_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
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
	var people []*fit.Result
	for i := range 12 {
		people = append(people, colleague(float64(9*i), nil, "r00"))
	}
	for range 3 {
		people = append(people, colleague(50, nil, "r00", "r01"))
	}
	for range 4 {
		later := colleague(50, nil, "r01")
		later.Provisional, later.Verdict, later.Reason = true, fit.Leaning, fit.Provisional
		people = append(people, later)
	}
	r := report(t, knots(), people...)
	require.Equal(t, shown(4), r.Unfinished)
	require.Equal(t, shown(0), r.OnlyScores)
	first, second := r.Roles[0], r.Roles[1]
	require.Equal(t, [2]insight.Cell{shown(15), shown(4)}, [2]insight.Cell{first.Lead, second.Lead})
	// Of 0, 9, ... 99 and three times 50, the quartiles are the 4th, 8th and 12th.
	require.Equal(t, &insight.Spread{Low: 27, Middle: 50, High: 72}, first.Fit)
	require.Equal(t, map[string]*insight.Spread{"focus": first.Fit, "skills": nil, "success": nil}, first.Dimensions)
	require.Nil(t, second.Fit, "fewer than twelve are not reported")
}

// A count of one or two people is never shown, nor can it be worked out from the
// others.
func TestSmallCells(t *testing.T) {
	for _, c := range []struct{ leads, shown []int }{
		{[]int{9, 8, 5}, []int{9, 8, 5}},
		{[]int{12, 8, 5, 2}, []int{12, 8, -1, -1}},
		{[]int{12, 8, 2, 2}, []int{12, 8, -1, -1}},
		{[]int{12, 8, 5, 3}, []int{12, 8, 5, 3}},
	} {
		var people []*fit.Result
		for role, n := range c.leads {
			for range n {
				people = append(people, colleague(60, nil, []string{"r00", "r01", "r02", "r04"}[role]))
			}
		}
		p := knots()
		p.Roles[3].ID = "r04"
		for _, r := range people {
			r.Roles = slices.DeleteFunc(r.Roles, func(r fit.RoleResult) bool { return r.ID == "r03" })
			r.Lead.Over = "r00"
			if r.Lead.Role == "r00" {
				r.Lead.Over = "r01"
			}
			r.Roles = append(r.Roles, fit.RoleResult{ID: r.Lead.Over})
		}
		var got []int
		for _, role := range report(t, p, people...).Roles[:len(c.shown)] {
			if role.Lead.People == nil {
				got = append(got, -1)
			} else {
				got = append(got, *role.Lead.People)
			}
		}
		require.Equal(t, c.shown, got, "%v", c.leads)
	}
}

// Random answers are within the range that the report states for them, and a
// group that always prefers one role is beyond it.
func TestTeamBesideRandom(t *testing.T) {
	p := fittest.Synthetic(4, 9)
	rng := rand.New(rand.NewPCG(3, 1))
	random := func(q *fit.Question) (string, string) {
		places := rng.Perm(4)
		return q.Options[places[0]].Role, q.Options[places[1]].Role
	}
	var mixed, same []*fit.Result
	for range 40 {
		mixed = append(mixed, fittest.Respondent(p, random, nil))
		same = append(same, fittest.Respondent(p, fittest.Always("r02", "r01"), nil))
	}
	r := report(t, p, mixed...)
	for _, role := range r.Roles {
		require.False(t, *role.Beyond)
		require.InDelta(t, 11, role.Random.Mean, 1, "a quarter, and ties")
		require.InDelta(t, 6.5, role.Random.Low, 1, "the reference is simulated, per role")
		require.InDelta(t, 16, role.Random.High, 1)
	}
	r = report(t, p, same...)
	require.Equal(t, "r02", r.Roles[0].ID)
	require.True(t, *r.Roles[0].Beyond)
	require.True(t, *r.Verdicts[0].Beyond, "clear")
	require.LessOrEqual(t, r.Verdicts[0].Random.High, 1)
}

// Scores count like the results that they come from, as far as they go.
func TestTeamScores(t *testing.T) {
	p := knots()
	p.Rounds = nil // as in the built-in pack
	results, scores := insight.NewTeam(p), insight.NewTeam(p)
	for n := range 12 {
		r := member(t, p, n)
		r.Skills = nil
		require.NoError(t, results.Add(r))
		require.NoError(t, scores.AddScores(r.Scores()))
	}
	want, err := results.Report()
	require.NoError(t, err)
	got, err := scores.Report()
	require.NoError(t, err)
	require.Equal(t, shown(12), got.OnlyScores)
	require.InDelta(t, 3, got.Roles[0].Random.Mean, 1.5, "as if everyone answered all questions")
	for i := range want.Roles {
		require.Equal(t, want.Roles[i].Lead, got.Roles[i].Lead)
		require.Equal(t, want.Roles[i].Fit, got.Roles[i].Fit)
		require.Equal(t, want.Verdicts[i].Cell, got.Verdicts[i].Cell)
	}
	for wanted, s := range map[string]*fit.Scores{
		`verdict is "sure"`:        {Verdict: "sure"},
		`role "r09" is not in`:     {Verdict: fit.Clear, Fits: map[string]*float64{"r09": nil}},
		`fit of "r00" is 101, exp`: {Verdict: fit.Clear, Fits: map[string]*float64{"r00": new(101.0)}},
	} {
		require.ErrorContains(t, scores.AddScores(s), wanted)
	}
}

// Conditions and starts are counted, with the roles that a condition comes with.
func TestTeamConditions(t *testing.T) {
	p := fittest.Whole(4)
	var people []*fit.Result
	for i := range 13 {
		r := fittest.Respondent(p, fittest.Always("r02", "r01"), nil)
		r.Conditions = []fit.ConditionResult{{Condition: "on-call", Answer: fit.Tolerances[i%3]}}
		r.Start = []string{"backend", "student"}[i%2]
		people = append(people, r)
	}
	r := report(t, p, people...)
	require.Equal(t, []insight.TeamCondition{{
		Condition: "on-call", Name: "On-call", Question: "You are on call.", Answered: 13,
		Fine: shown(5), RatherNot: shown(4), Refuse: shown(4), Roles: []string{"r02", "r03"},
	}}, r.Conditions)
	require.Equal(t, []insight.TeamStart{{Start: "backend", Name: "Backend development", Answered: 13, Cell: shown(7)}, {Start: "student", Name: "Student", Answered: 13, Cell: shown(6)}}, r.Starts)
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
	r := report(t, p, people...)
	var got [][4]any
	for _, s := range r.Skills {
		got = append(got, [4]any{s.Skill, s.Needed, s.Reach, s.Short})
	}
	require.Equal(t, [][4]any{{"knots", 1, insight.Cell{}, true}, {"rope", 3, shown(3), false}, {"spare", 2, shown(3), false}}, got,
		"the smallest share first, then the higher need; half is not short")
	require.Equal(t, []string{"r01", "r02"}, r.Skills[1].Roles)
}
