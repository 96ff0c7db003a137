package spell_test

import (
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/spell"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"", "abc", 3},
		{"kitten", "sitting", 3}, // k to s, e to i, g added
		{"ab", "ba", 1},          // a swap
		{"platfrom", "platform", 1},
		{"abxy", "bayx", 2},      // two swaps
		{"ca", "abc", 3},         // swapped letters must be adjacent in both words
		{"aab", "cba", 2},        // two letters replaced; only the last two are swapped
		{"straße", "strasse", 2}, // letters, not bytes
		{"abcdef", "badcfe", 3},
	} {
		require.Equal(t, c.want, spell.Distance(c.a, c.b), "%q and %q", c.a, c.b)
		require.Equal(t, c.want, spell.Distance(c.b, c.a), "%q and %q", c.b, c.a)
	}
}

// TestDistanceOfTypo checks that one typo has distance one, and that a
// distance is at least the difference in length and at most the length of the
// longer word.
func TestDistanceOfTypo(t *testing.T) {
	word := rapid.StringOfN(rapid.RuneFrom([]rune("abé")), 0, 7, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		d, m, n := spell.Distance(a, b), utf8.RuneCountInString(a), utf8.RuneCountInString(b)
		require.Equal(t, a == b, d == 0)
		require.GreaterOrEqual(t, d, max(m, n)-min(m, n))
		require.LessOrEqual(t, d, max(m, n))
		typo := []rune(a)
		at := rapid.IntRange(0, len(typo)).Draw(t, "at")
		require.Equal(t, 1, spell.Distance(a, string(slices.Insert(typo, at, 'x'))))
	})
}

func TestNearest(t *testing.T) {
	for _, c := range []struct {
		word, want string
		candidates []string
	}{
		{"devops", "devops", []string{"devhub", "devops"}},
		{"abcdef", "abcdxy", []string{"abczxy", "abcdxy"}}, // 2 of 6 letters are a third
		{"abcdef", "", []string{"abcxyz", "zzzzzz"}},       // 3 are more
		{"abcdé", "", []string{"abcxy"}},                   // 5 letters, of 6 bytes
		{"go", "no", []string{"be", "no"}},                 // one letter is always near
		{"go", "", []string{"be"}},
		{"abcdef", "abcdex", []string{"abcdex", "abcdey"}}, // both are equally near, so the first one wins
		{"abc", "", nil},
	} {
		require.Equal(t, c.want, spell.Nearest(c.word, c.candidates), "%q of %q", c.word, c.candidates)
	}
}
