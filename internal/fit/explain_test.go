package fit

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// harbour is a small pack of three roles.
func harbour() *Pack {
	facet := func(id, text string) Facet { return Facet{ID: id, Text: text} }
	role := func(id, title string, needs []Need, focus ...Facet) Role {
		return Role{ID: id, Title: title, Needs: needs, Parts: [3]Part{Focus: {Facets: focus}}}
	}
	p := &Pack{
		ID: "harbour",
		Roles: []Role{
			role("diver", "Diver", []Need{{"knots", 1}, {"welding", 3}},
				facet("hull", "Inspect a ship's hull below the waterline"), facet("dark", "Work in darkness and cold")),
			role("pilot", "Pilot", []Need{{"knots", 2}, {"charts", 4}},
				facet("guide", "Guide a ship past the rocks"), facet("tide", "Foresee tide and current")),
			role("rigger", "Rigger", []Need{{"knots", 3}},
				facet("waterline", "Inspect ropes and hull above the waterline"), facet("mast", "Climb the mast")),
		},
		Levels: []Level{{"none", "a"}, {"some", "b"}, {"own", "c"}, {"hard", "d"}, {"taught", "e"}},
		Skills: []Skill{{ID: "charts", Name: "Charts"}, {ID: "knots", Name: "Knots", Covers: "Ropes"}, {ID: "welding", Name: "Welding"}},
	}
	p.Roles[0].Paths = []Path{{"pilot", "less cold"}}
	p.Roles[2].Paths = []Path{{"pilot", "more say"}}
	return p
}

func harbourResult() *Result {
	two, fitted := 2, 75.0
	return &Result{
		ID: "r1", Verdict: Leaning, Named: []string{"pilot"},
		Roles: []RoleResult{{ID: "pilot", Place: 1, Fit: &fitted, Rated: 1, Needed: 2}, {ID: "diver", Place: 2}, {ID: "rigger"}},
		Given: []Given{
			{Shown: []string{"pilot/guide", "diver/hull"}, Best: "pilot/guide", Worst: "diver/hull"},
			{Shown: []string{"pilot/guide", "diver/dark", "rigger/mast"}, Best: "rigger/mast", Worst: "diver/dark"},
			{Shown: []string{"pilot/guide", "diver/hull"}, Skip: None},
		},
		Skills: map[string]Rated{"knots": {Name: "Knots", Level: &two}, "charts": {Skip: Unsure}},
	}
}

func TestExplain(t *testing.T) {
	p := harbour()
	e := Explain(p, p.Role("pilot"), harbourResult())
	require.Equal(t, []ExplainedPath{{"diver", "Diver", "less cold"}, {"rigger", "Rigger", "more say"}}, e.WaysIn)
	require.Equal(t, Picks{Best: 1, Passed: 1, Skipped: 1}, *e.Parts[Focus].Facets[0].Picks)
	require.Zero(t, *e.Parts[Focus].Facets[1].Picks, "a facet that was not shown")
	require.Equal(t, Me{Result: "r1", Verdict: Leaning, Named: true, Place: 1, Of: 2, Fit: e.Me.Fit, Rated: 1, Needed: 2}, *e.Me)
	knots := e.Needs[0]
	require.Equal(t, []any{"Knots", "Ropes", 2, "own", "c", 2}, []any{knots.Name, knots.Covers, knots.Needed, knots.LevelName, knots.Anchor, *knots.Level})
	require.Nil(t, e.Needs[1].Level, "a skipped skill is unrated")

	d := Explain(p, p.Role("diver"), harbourResult())
	require.Equal(t, Picks{Worst: 1, Skipped: 1}, *d.Parts[Focus].Facets[0].Picks)
	require.False(t, d.Me.Named)
	require.Equal(t, []ExplainedPath{{"pilot", "Pilot", "less cold"}}, d.Paths)
}

// explain parses one role file only: the page must do without the rest.
func TestExplainWithoutTheRest(t *testing.T) {
	alone := &Pack{ID: "harbour", Roles: harbour().Roles[:1]}
	alone.Roles[0].Needs = []Need{{"deep-sea-welding", 3}}
	e := Explain(alone, &alone.Roles[0], nil)
	require.Equal(t, []ExplainedNeed{{Skill: "deep-sea-welding", Name: "deep sea welding", Needed: 3}}, e.Needs)
	require.Equal(t, []ExplainedPath{{"pilot", "pilot", "less cold"}}, e.Paths)
	require.Empty(t, e.WaysIn)
	require.Nil(t, e.Me)
	require.Nil(t, e.Parts[Focus].Facets[0].Picks)
}

func TestExplainWithoutTheLevel(t *testing.T) {
	p := harbour()
	p.Levels = p.Levels[:4]
	needs := Explain(p, p.Role("pilot"), nil).Needs // knots:2 and charts:4
	require.Equal(t, []string{"own", ""}, []string{needs[0].LevelName, needs[1].LevelName})
}

func TestListRoles(t *testing.T) {
	l := ListRoles(harbour())
	require.Len(t, l.Roles, 3)
	require.Equal(t, ListedRole{ID: "diver", Title: "Diver", Aliases: []string{}}, l.Roles[0])
}
