package fit_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

// A result's lead comes from the tally, and LeadBetween counts the saved
// answers. Both give bit-identical values.
func TestLeadBetweenAgreesWithTally(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := fittest.DrawQuiz(t)
		a := fittest.DrawAnswers(t, q)
		if rapid.Bool().Draw(t, "consistent") {
			a = drawConsistent(t, q)
		}
		r := fit.Score(q, a)
		if r.Lead == nil {
			return
		}
		require.Equal(t, r.Lead, r.LeadBetween(r.Lead.Role, r.Lead.Over))
		standing := fit.Standing{Lead: r.Lead.Points, StdErr: r.Lead.StdErr}
		require.Equal(t, r.Lead.ClearAt, standing.ClearAt())
		back := r.LeadBetween(r.Lead.Over, r.Lead.Role)
		require.InDelta(t, r.Lead.Points, -back.Points, 1e-9)
		require.InDelta(t, r.Lead.StdErr, back.StdErr, 1e-9)
		for _, role := range r.Roles {
			if role.Fit != nil && role.ID != r.Lead.Role {
				require.InDelta(t, *r.Role(r.Lead.Role).Fit-*role.Fit, r.LeadBetween(r.Lead.Role, role.ID).Points, 1e-9)
			}
		}
	})
}
