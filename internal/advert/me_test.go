package advert

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

func at(level int) *int { return &level }

func TestFor(t *testing.T) {
	r := New(gardens())
	reading := r.Read([]byte("You will:\n- prune trees\n- graft, and graft again\n- mow lawns\n- bring in a heavy harvest\n- prune trees and graft\n"), Options{})
	require.Equal(t, []string{"fruit"}, reading.Named)
	full, half := 100.0, 50.0
	result := &fit.Result{
		ID: "x", Verdict: fit.Leaning, Named: []string{"fruit"},
		Roles: []fit.RoleResult{{ID: "fruit", Place: 1, Fit: &full}, {ID: "lawn", Place: 2, Fit: &half}, {ID: "shop"}},
		Answers: []fit.AnswerResult{
			{Question: "a", Shown: []string{"fruit/fruit0", "lawn/lawn0"}, Best: "fruit/fruit0", Worst: "lawn/lawn0"},
			{Question: "b", Shown: []string{"fruit/fruit1", "shop/shop0"}, Best: "shop/shop0", Worst: "fruit/fruit1"},
		},
		Skills: map[string]fit.Rated{"cutting": {Level: at(1)}},
	}
	me := r.For(reading, result)
	require.Len(t, me.Likes, 1)
	require.Equal(t, "fruit/fruit0", me.Likes[0].Facet, "what the advert does not speak of is not told")
	require.Equal(t, "prune trees", me.Likes[0].Phrase)
	require.Equal(t, []string{"fruit/fruit1", "lawn/lawn0"}, []string{me.Dislikes[0].Facet, me.Dislikes[1].Facet})
	require.Equal(t, []MeSkill{{Skill: "cutting", Name: "Cutting", Wanted: Must, Needed: 3, Level: at(1)}}, me.Lacks, "the role's need")
	require.Equal(t, 1, me.Roles[0].Place)
	require.Greater(t, *me.Fit, 50.0)
	require.Less(t, *me.Fit, 100.0, "the lawn's share counts with the lawn's fit")

	result.Skills["cutting"] = fit.Rated{Level: at(3)}
	require.Len(t, r.For(reading, result).Has, 1)
	result.Skills["cutting"] = fit.Rated{Skip: fit.Unsure}
	require.Len(t, r.For(reading, result).Unrated, 1, "a skip is not a zero")

	other := r.Read([]byte(garden+"You bring shears."), Options{})
	require.Nil(t, r.For(other, result).Fit, "no role, no fit")
}

func TestNewList(t *testing.T) {
	reading := func(source string, v Verdict, share float64, mine *float64) *Reading {
		r := &Reading{Source: source, Verdict: v, Roles: []Role{{Share: share}}}
		if mine != nil {
			r.Me = &Me{Fit: mine}
		}
		return r
	}
	sources := func(l *List) (out string) {
		for _, r := range l.Adverts {
			out += r.Source
		}
		return out
	}
	low, high := 10.0, 90.0
	require.Equal(t, "badc", sources(NewList([]*Reading{
		reading("a", One, 0.5, nil), reading("b", One, 0.9, nil), reading("c", None, 1, nil), reading("d", Mixed, 0.8, nil),
	})))
	require.Equal(t, "bac", sources(NewList([]*Reading{
		reading("a", One, 0.9, &low), reading("b", Mixed, 0.4, &high), reading("c", None, 0.9, nil),
	})))
}
