package fit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// journey is a pack of three roles, r00 to r02, in which everybody moves on to
// r00, and four skills.
func journey() *fit.Pack {
	p := synthetic(3, 8)
	for i, name := range []string{"tests", "metrics", "writing", "networks"} {
		p.Skills = append(p.Skills, fit.Skill{ID: name, Name: "Skill " + name, Terms: []string{name}, Steps: [3]string{"guide " + name, "do " + name, "design " + name}})
		p.Roles[0].Needs = append(p.Roles[0].Needs, fit.Need{Skill: name, Level: 4 - i})
	}
	p.Roles[1].Needs = []fit.Need{{Skill: "metrics", Level: 2}, {Skill: "writing", Level: 4}}
	p.Roles[1].Paths = []fit.Path{{To: "r00", Why: "from one"}, {To: "r02", Why: "elsewhere"}}
	p.Roles[2].Paths = []fit.Path{{To: "r00", Why: "from two"}}
	p.Roles[0].Parts[fit.Skills].Facets[1].Terms = []string{"Metrics"}
	return p
}

// traveller answers every question with a best and a worst role, and rates the
// skills.
func traveller(p *fit.Pack, pick func(*fit.Question) (best, worst string), levels map[string]int) *fit.Result {
	q := mustQuiz(p)
	a := &fit.Answers{}
	for _, x := range q.Questions {
		best, worst := pick(x)
		a.Given = append(a.Given, answer(x, best, worst))
	}
	for _, s := range p.Skills {
		if level, rated := levels[s.ID]; rated {
			a.Skills = append(a.Skills, fit.Rating{Skill: s.ID, Level: level})
		}
	}
	return fit.Score(q, a)
}

func always(best, worst string) func(*fit.Question) (string, string) {
	return func(*fit.Question) (string, string) { return best, worst }
}

func TestRoute(t *testing.T) {
	p := journey()
	r := traveller(p, func(x *fit.Question) (string, string) {
		if x.Dimension == fit.Skills {
			return "r00", "r01"
		}
		return "r02", "r00"
	}, map[string]int{"tests": 4, "metrics": 1, "writing": 1})
	route := fit.NewRoute(p, r, "r00")
	require.Equal(t, []fit.NeedResult{{Skill: "tests", Name: "Skill tests", Needed: 4, Level: level(4)}}, route.Brings)
	require.Equal(t, []fit.NeedResult{{Skill: "networks", Name: "Skill networks", Needed: 1}}, route.Unrated)
	require.Len(t, route.Gaps, 2)
	require.Equal(t, "metrics", route.Gaps[0].Skill)
	require.Equal(t, "do metrics", route.Gaps[0].Next)
	require.InDelta(t, 6.0/9, *route.Me.Readiness, 1e-9, "4, 1 and 1 of 4, 3 and 2")
	require.Equal(t, 3, route.Me.Rated)
	for _, f := range route.Likes {
		require.Equal(t, "skills", f.Dimension)
	}
	for _, f := range route.Dislikes {
		require.NotEqual(t, "skills", f.Dimension)
	}
	require.NotEmpty(t, route.Likes)
	require.NotEmpty(t, route.Dislikes)
	require.True(t, route.Try.Joined)
	require.Equal(t, "skills-1", route.Try.Facet.Facet)
	require.Equal(t, "metrics", route.Try.Gap.Skill)
	require.Equal(t, []fit.RouteWay{{Role: "r02", Title: "Role 2", Why: "from two", Yours: true}, {Role: "r01", Title: "Role 1", Why: "from one"}}, route.Ways)
}

func TestRouteSaysWhatServesOtherRoles(t *testing.T) {
	p := journey()
	r := traveller(p, always("r01", "r00"), map[string]int{"metrics": 1, "writing": 1})
	gaps := map[string][]fit.RouteRole{}
	for _, g := range fit.NewRoute(p, r, "r00").Gaps {
		gaps[g.Skill] = g.Also
	}
	one := []fit.RouteRole{{ID: "r01", Title: "Role 1"}}
	require.Equal(t, map[string][]fit.RouteRole{"metrics": one, "writing": one}, gaps)
}

func TestTwoPeopleHaveTwoRoutes(t *testing.T) {
	p := journey()
	levels := map[string]int{"tests": 1, "metrics": 2}
	keen := fit.NewRoute(p, traveller(p, always("r00", "r01"), levels), "r00")
	averse := fit.NewRoute(p, traveller(p, always("r01", "r00"), levels), "r00")
	learned := fit.NewRoute(p, traveller(p, always("r00", "r01"), map[string]int{"tests": 4, "metrics": 2}), "r00")
	require.NotEqual(t, keen.Try, averse.Try)
	require.Nil(t, averse.Try.Facet, "who likes nothing of it is not told that they do")
	require.Equal(t, "tests", averse.Try.Gap.Skill)
	for _, g := range keen.Gaps {
		require.Empty(t, g.Also, "the role itself is no other")
	}
	require.Empty(t, keen.Dislikes)
	require.Empty(t, averse.Likes)
	require.NotEqual(t, keen.Gaps, learned.Gaps)
}

func TestTryIsTheShortestStep(t *testing.T) {
	p := journey()
	r := traveller(p, always("r01", "r00"), map[string]int{"tests": 2, "writing": 0})
	route := fit.NewRoute(p, r, "r00")
	require.Equal(t, "tests", route.Gaps[0].Skill, "which needs most")
	require.Equal(t, "writing", route.Try.Gap.Skill)
}

func TestRouteWithoutSkillsOrRole(t *testing.T) {
	p := journey()
	r := traveller(p, always("r01", "r02"), nil)
	route := fit.NewRoute(p, r, "r00")
	require.Nil(t, route.Try)
	require.Nil(t, route.Me.Readiness)
	require.Len(t, route.Unrated, 4)
	require.Nil(t, fit.NewRoute(p, r, "r09"))
}

// threeWays is a result of three roles, undecided between r01 and r02, with
// what was picked of r00 as a facet and how often best and worst.
func threeWays(levels map[string]int, picks map[string][2]int) *fit.Result {
	r := &fit.Result{
		Verdict: fit.Undecided, Lead: &fit.Lead{Role: "r01", Over: "r02"}, Skills: map[string]fit.Rated{},
		Roles: []fit.RoleResult{{ID: "r01", Place: 1}, {ID: "r02", Place: 2}, {ID: "r00", Place: 3}},
	}
	for id, n := range levels {
		r.Skills[id] = fit.Rated{Level: &n}
	}
	for facet, n := range picks {
		ref := "r00/" + facet
		for range n[0] {
			r.Given = append(r.Given, fit.Given{Shown: []string{ref, "r01/x"}, Best: ref, Worst: "r01/x"})
		}
		for range n[1] {
			r.Given = append(r.Given, fit.Given{Shown: []string{ref, "r01/x"}, Best: "r01/x", Worst: ref})
		}
	}
	return r
}

func TestRouteIsOrdered(t *testing.T) {
	r := threeWays(map[string]int{"tests": 4, "metrics": 4, "writing": 2, "networks": 3}, map[string][2]int{
		"focus-0": {3, 2}, "focus-1": {2, 0}, "skills-0": {1, 1}, "success-0": {0, 1}, "success-1": {1, 3},
	})
	route := fit.NewRoute(journey(), r, "r00")
	var brings, likes, dislikes []string
	for _, n := range route.Brings {
		brings = append(brings, n.Skill)
	}
	for _, f := range route.Likes {
		likes = append(likes, f.Facet)
	}
	for _, f := range route.Dislikes {
		dislikes = append(dislikes, f.Facet)
	}
	// Needed are 4, 3, 2 and 1: exceeded by 0, 1, 0 and 2.
	require.Equal(t, []string{"networks", "metrics", "tests", "writing"}, brings)
	require.Equal(t, []string{"focus-1", "focus-0"}, likes, "by 2 and by 1; as often best as worst is neither")
	require.Equal(t, []string{"success-1", "success-0"}, dislikes, "by 2 and by 1")
	require.Equal(t, []fit.RouteRole{{ID: "r01", Title: "Role 1"}, {ID: "r02", Title: "Role 2"}}, route.Leads)

	route = fit.NewRoute(journey(), threeWays(map[string]int{"tests": 1, "metrics": 1, "writing": 1, "networks": 0}, nil), "r00")
	require.Equal(t, []int{4, 3, 2, 1}, []int{route.Gaps[0].Needed, route.Gaps[1].Needed, route.Gaps[2].Needed, route.Gaps[3].Needed})
	route = fit.NewRoute(journey(), threeWays(nil, nil), "r00")
	require.Equal(t, "tests", route.Unrated[0].Skill)
}

func TestAlsoIsWhatTheOthersNeedMoreOf(t *testing.T) {
	// r01 needs metrics:2 and writing:4.
	route := fit.NewRoute(journey(), threeWays(map[string]int{"metrics": 2, "writing": 1}, nil), "r00")
	also := map[string][]fit.RouteRole{}
	for _, g := range route.Gaps {
		also[g.Skill] = g.Also
	}
	require.Equal(t, map[string][]fit.RouteRole{"metrics": {}, "writing": {{ID: "r01", Title: "Role 1"}}}, also)
}

// What one likes speaks of metrics (skills-1) and of writing (focus-0).
func TestTryIsTheShortestStepThenTheBestLiked(t *testing.T) {
	p := journey()
	p.Roles[0].Parts[fit.Focus].Facets[0].Terms = []string{"writing"}
	picks := map[string][2]int{"focus-0": {1, 0}, "skills-1": {2, 0}}
	joined := func(levels map[string]int) [2]string {
		try := fit.NewRoute(p, threeWays(levels, picks), "r00").Try
		require.True(t, try.Joined)
		return [2]string{try.Facet.Facet, try.Gap.Skill}
	}
	require.Equal(t, [2]string{"skills-1", "metrics"}, joined(map[string]int{"metrics": 1, "writing": 1}), "of equal steps the one liked best")
	require.Equal(t, [2]string{"focus-0", "writing"}, joined(map[string]int{"metrics": 1, "writing": 0}), "the shorter step")
	try := fit.NewRoute(p, threeWays(map[string]int{"tests": 1, "metrics": 1}, nil), "r00").Try
	require.Equal(t, "tests", try.Gap.Skill, "of equal steps the first gap")
	require.Nil(t, try.Facet)
}
