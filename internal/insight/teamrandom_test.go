package insight

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Where the normal distribution replaces the binomial one, both agree.
func TestNormalApproximation(t *testing.T) {
	for _, p := range []float64{.01, .1, .25, .5, .8} {
		for _, share := range []float64{tail, 1 - tail} {
			exactly, approximately := quantile(exact, p, share), quantile(exact+1, p, share)
			require.InDelta(t, exactly, approximately, 1, "quantile %v, p %v", share, p)
			require.InDelta(t, atLeast(exact, exactly, p), atLeast(exact+1, exactly, p), .005, "at least %d, p %v", exactly, p)
		}
	}
	require.Equal(t, 0, quantile(exact+1, 0, tail))
	require.Equal(t, exact+1, quantile(exact+1, 1, 1-tail))
}
