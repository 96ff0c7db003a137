package fit

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// In a dimension with n questions that show the same four roles, the lead has
// variance 4n/3. The difference of the fits has that over n squared, times 50
// squared.
func TestLeadWithinDimension(t *testing.T) {
	r := &Result{}
	give := func(d Dimension, n int, skip Skip, shown ...string) {
		for range n {
			r.Answers = append(r.Answers, AnswerResult{Dimension: d.String(), Shown: shown, Skip: skip})
		}
	}
	give(Focus, 8, "", "a/x", "b/x", "c/x", "d/x")
	give(Focus, 3, None, "a/x", "b/x", "c/x", "d/x")
	give(Skills, 4, "", "a/x", "b/x", "c/x", "d/x")
	give(Success, 2, "", "a/x", "c/x", "d/x")
	require.InDelta(t, 50*math.Sqrt(4./(3*8)), r.LeadBetween("a", "b", Focus).StdErr, 1e-9)
	require.InDelta(t, 50*math.Sqrt(4./(3*4)), r.LeadBetween("a", "b", Skills).StdErr, 1e-9)
	require.Nil(t, r.LeadBetween("a", "b", Success))

	give(Success, 2, "", "b/x", "c/x", "d/x") // never together: 2/3 over 2 for each
	require.InDelta(t, 50*math.Sqrt(2./3), r.LeadBetween("a", "b", Success).StdErr, 1e-9)

	require.InDelta(t, 50*math.Sqrt(12*2./4+2*2./3)/14, r.FitStdErr("a"), 1e-9, "shown by 12 questions of four and 2 of three options")
	require.Zero(t, r.FitStdErr("z"))
}
