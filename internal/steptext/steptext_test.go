package steptext

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

func TestFinishingSaysWhatItCosts(t *testing.T) {
	require.Contains(t, FinishCost(fit.Step{Answered: 9, AtLeast: 3, AtMost: 15}), "With 3 to 15 questions left")
	require.Contains(t, FinishCost(fit.Step{Answered: 11, AtLeast: 1, AtMost: 1}), "With one question left")
	require.Contains(t, FinishCost(fit.Step{Answered: 8, Skipped: 6, AtLeast: 3, AtMost: 15}), "You've answered two questions. That's too few")
	require.Contains(t, FinishCost(fit.Step{}), "none of them suits you")
	require.Contains(t, FinishCost(fit.Step{VerdictReady: true}), "stays out of the result")
}
