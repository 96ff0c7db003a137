package insight_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
	"github.com/rolefit/rolefit/internal/insight"
)

// What fewer than MinTeam people said isn't reported, however large the group.
func TestTooFewAreNotReported(t *testing.T) {
	p := fittest.Whole(4)
	for said := range insight.MinTeam + 1 {
		var people []*fit.Result
		for i := range 20 {
			r := fittest.Respondent(p, fittest.Always("r02", "r01"), nil)
			if i < said {
				r.Conditions = []fit.ConditionResult{{Condition: "on-call", Answer: fit.Fine}}
				r.Start = "backend"
				r.Skills = map[string]fit.Rated{"u": {Level: new(2)}}
			}
			people = append(people, r)
		}
		r := report(t, p, people...)
		want := 0
		if said >= insight.MinTeam {
			want = 1
		}
		require.Len(t, r.Conditions, want, said)
		require.Len(t, r.Starts, want, said)
		require.Len(t, r.Skills, want, said)
	}
}

// The report says how many answered too fast and rated a card, and which roles
// enough verdicts name.
func TestTeamNotes(t *testing.T) {
	p := fittest.Whole(4)
	var people []*fit.Result
	for i := range 10 {
		best := "r02"
		if i > 7 {
			best = "r03"
		}
		r := fittest.Respondent(p, fittest.Always(best, "r01"), nil)
		if i < 4 {
			r.Flags = []fit.Flag{fit.Fast}
		}
		if i < 3 {
			r.Roles[0].Card = fit.Want
		}
		people = append(people, r)
	}
	r := report(t, p, people...)
	require.Equal(t, []any{shown(4), shown(3), []string{"r02"}}, []any{r.Fast, r.Carded, r.Named})
}
