package advert

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
)

// One role that has less than half of the mix reads less sure, a title that
// names another role too is reported, and nothing of a posting controls a
// terminal.
func TestPage(t *testing.T) {
	for _, c := range []struct {
		shares        []float64
		claims        []string
		first, second string
		verdict       Verdict
		named         []string
	}{
		{[]float64{0.8, 0.1, 0.1}, []string{"a"}, "One role: A.", "says so too.", One, []string{"a"}},
		{[]float64{0.48, 0.26, 0.26}, []string{"a", "b"}, "One role more than any other: A.", "says so too, but it also names B.", One, []string{"a"}},
		{[]float64{0.5, 0.4, 0.1}, []string{"b"}, "Two roles mixed: A and B.", "names only B of the two.", Mixed, []string{"a", "b"}},
	} {
		r := &Reading{Source: "x\x1b[2J\u202e", Words: 100, Verdict: c.verdict, Named: c.named, Title: Title{Text: "T\x1b[31m", Claims: c.claims}, Pack: fit.PackRef{ID: "mine"}}
		for i, s := range c.shares {
			r.Roles = append(r.Roles, Role{ID: string(rune('a' + i)), Title: string(rune('A' + i)), Share: s, Points: 10 * s})
		}
		r.Me = &Me{Unrated: []MeSkill{{Name: "S"}}}
		for _, got := range []string{string(r.Page().Text(page.Style{})), string(NewList([]*Reading{r}).Page().Markdown())} {
			require.False(t, strings.ContainsAny(got, "\x1b\u202e"))
		}
		got := string(r.Page().Text(page.Style{}))
		require.Contains(t, got, "\n"+c.first+"\n")
		require.Contains(t, got, c.second)
		require.Contains(t, got, "rolefit quiz --skills --pack DIR")
	}
}
