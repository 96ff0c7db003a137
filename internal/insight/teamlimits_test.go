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
