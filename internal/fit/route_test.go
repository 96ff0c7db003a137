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
