package number

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestExpAndLn(t *testing.T) {
	for x := -30.0; x < 30; x += 0.37 {
		require.InEpsilon(t, math.Exp(x), Exp(x), 1e-14)
		require.InDelta(t, x, Ln(Exp(x)), 1e-12)
	}
}
