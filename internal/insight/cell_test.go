package insight

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// Readers can compute the sum of the hidden counts. It is never 1 or 2, and it is
// never a single count.
func TestCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.IntRange(0, 9), 1, 9).Draw(t, "counts")
		var hidden []int
		for i, c := range cells(counts...) {
			if c.People == nil {
				hidden = append(hidden, counts[i])
				continue
			}
			require.Equal(t, counts[i], *c.People)
			require.True(t, counts[i] == 0 || counts[i] >= MinCell)
		}
		sum := 0
		for _, n := range counts {
			sum += n
		}
		small := func(n int) bool { return n > 0 && n < MinCell }
		if !slices.ContainsFunc(counts, small) {
			require.Empty(t, hidden)
		} else if len(counts) > 1 && sum >= MinCell {
			require.Greater(t, len(hidden), 1)
			hiddenSum := 0
			for _, n := range hidden {
				hiddenSum += n
			}
			require.GreaterOrEqual(t, hiddenSum, MinCell)
		}
	})
}

// What everybody answered, or everybody but one or two, looks the same, so that
// nobody's answer is certain.
func TestPrivate(t *testing.T) {
	for _, x := range []struct {
		counts []int
		nearly int
	}{{[]int{0, 0, 5}, 2}, {[]int{0, 1, 9}, 2}, {[]int{8, 1, 1}, 0}, {[]int{9, 3, 0}, -1}, {[]int{2, 2, 1}, -1}, {[]int{0, 0, 0}, -1}} {
		got, nearly := private(x.counts...)
		require.Equal(t, x.nearly, nearly, x.counts)
		if nearly >= 0 {
			require.Equal(t, []Cell{{}, {}, {}}, got)
		}
	}
}
