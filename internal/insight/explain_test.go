package insight

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// harbor is a small pack of three roles.
func harbor() *fit.Pack {
	facet := func(id, text string) fit.Facet { return fit.Facet{ID: id, Text: text} }
	role := func(id, title string, needs []fit.Need, focus ...fit.Facet) fit.Role {
		return fit.Role{ID: id, Title: title, Needs: needs, Parts: [3]fit.Part{fit.Focus: {Facets: focus}}}
	}
	p := &fit.Pack{
		ID: "harbor",
		Roles: []fit.Role{
			role("diver", "Diver", []fit.Need{{Skill: "knots", Level: 1}, {Skill: "welding", Level: 3}},
				facet("hull", "Inspect a ship's hull below the waterline"), facet("dark", "Work in darkness and cold")),
			role("pilot", "Pilot", []fit.Need{{Skill: "knots", Level: 2}, {Skill: "charts", Level: 4}},
				facet("guide", "Guide a ship past the rocks"), facet("tide", "Foresee tide and current")),
			role("rigger", "Rigger", []fit.Need{{Skill: "knots", Level: 3}},
				facet("waterline", "Inspect ropes and hull above the waterline"), facet("mast", "Climb the mast")),
		},
		Levels: []fit.Level{{Name: "none", Anchor: "a"}, {Name: "some", Anchor: "b"}, {Name: "own", Anchor: "c"}, {Name: "hard", Anchor: "d"}, {Name: "taught", Anchor: "e"}},
		Skills: []fit.Skill{{ID: "charts", Name: "Charts"}, {ID: "knots", Name: "Knots", Covers: "Ropes"}, {ID: "welding", Name: "Welding"}},
	}
	p.Roles[0].Paths = []fit.Path{{To: "pilot", Why: "less cold"}}
	p.Roles[2].Paths = []fit.Path{{To: "pilot", Why: "more say"}}
	return p
}

func harborResult() *fit.Result {
	two, fitted := 2, 75.0
	return &fit.Result{
		ID: "r1", Verdict: fit.Leaning, Named: []string{"pilot"},
		Roles: []fit.RoleResult{{ID: "pilot", Place: 1, Fit: &fitted, Rated: 1, Needed: 2}, {ID: "diver", Place: 2}, {ID: "rigger"}},
		Answers: []fit.AnswerResult{
			{Shown: []string{"pilot/guide", "diver/hull"}, Best: "pilot/guide", Worst: "diver/hull"},
			{Shown: []string{"pilot/guide", "diver/dark", "rigger/mast"}, Best: "rigger/mast", Worst: "diver/dark"},
			{Shown: []string{"pilot/guide", "diver/hull"}, Skip: fit.None},
		},
		Skills: map[string]fit.Rated{"knots": {Name: "Knots", Level: &two}, "charts": {Skip: fit.Unsure}},
	}
}

func TestExplain(t *testing.T) {
	p := harbor()
	e := Explain(p, p.Role("pilot"), harborResult())
	require.Equal(t, []ExplainedPath{{"diver", "Diver", "less cold"}, {"rigger", "Rigger", "more say"}}, e.WaysIn)
	require.Equal(t, FacetCount{Best: 1, Between: 1, Skipped: 1}, *e.Parts[fit.Focus].Facets[0].Answers)
	require.Zero(t, *e.Parts[fit.Focus].Facets[1].Answers, "a facet that was not shown")
	require.Equal(t, Me{Result: "r1", Verdict: fit.Leaning, Named: true, Place: 1, Of: 2, Fit: e.Me.Fit, Rated: 1, Needed: 2}, *e.Me)
	knots := e.Needs[0]
	require.Equal(t, []any{"Knots", "Ropes", 2, "own", "c", 2}, []any{knots.Name, knots.Covers, knots.Needed, knots.LevelName, knots.Anchor, *knots.Level})
	require.Nil(t, e.Needs[1].Level, "a skipped skill is unrated")

	d := Explain(p, p.Role("diver"), harborResult())
	require.Equal(t, FacetCount{Worst: 1, Skipped: 1}, *d.Parts[fit.Focus].Facets[0].Answers)
	require.False(t, d.Me.Named)
	require.Equal(t, []ExplainedPath{{"pilot", "Pilot", "less cold"}}, d.Paths)
}

// explain parses a single role file, so the page must do without everything
// else.
func TestExplainSingleRole(t *testing.T) {
	alone := &fit.Pack{ID: "harbor", Roles: harbor().Roles[:1]}
	alone.Roles[0].Needs = []fit.Need{{Skill: "deep-sea-welding", Level: 3}}
	e := Explain(alone, &alone.Roles[0], nil)
	require.Equal(t, []ExplainedNeed{{Skill: "deep-sea-welding", Name: "deep sea welding", Needed: 3}}, e.Needs)
	require.Equal(t, []ExplainedPath{{"pilot", "pilot", "less cold"}}, e.Paths)
	require.Empty(t, e.WaysIn)
	require.Nil(t, e.Me)
	require.Nil(t, e.Parts[fit.Focus].Facets[0].Answers)
}

func TestExplainWithoutLevel(t *testing.T) {
	p := harbor()
	p.Levels = p.Levels[:4]
	needs := Explain(p, p.Role("pilot"), nil).Needs // knots:2 and charts:4
	require.Equal(t, []string{"own", ""}, []string{needs[0].LevelName, needs[1].LevelName})
}

// A fit from a handful of answers is near 0 or 100 for no good reason.
func TestThinResultHasNoFit(t *testing.T) {
	p, r := harbor(), harborResult()
	r.Reason, r.Roles[0].Readiness = fit.TooFew, new(.5)
	me := Explain(p, p.Role("pilot"), r).Me
	require.Nil(t, me.Fit)
	require.Equal(t, []int{0, 0}, []int{me.Place, me.Of})
	require.NotNil(t, me.Readiness, "ratings don't depend on the answers")
}

func TestListRoles(t *testing.T) {
	l := ListRoles(harbor())
	require.Len(t, l.Roles, 3)
	require.Equal(t, ListedRole{ID: "diver", Title: "Diver", Aliases: []string{}}, l.Roles[0])
}
