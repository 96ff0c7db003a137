package pack

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// fill writes answers into a blank form as a person would.
func fill(form string, q *fit.Quiz) (string, []fit.Answer) {
	var want []fit.Answer
	for i, x := range q.Questions {
		empty := fmt.Sprintf("  %s: {best: , worst: }", x.ID)
		if !strings.Contains(form, empty) || i%5 == 4 {
			continue
		}
		a := fit.Answer{Question: x.ID, Best: x.Options[i%2].Key, Worst: x.Options[1-i%2].Key, Seconds: -1}
		form = strings.Replace(form, empty, fmt.Sprintf("  %s: {best: %s, worst: %s}", x.ID, a.Best, a.Worst), 1)
		want = append(want, a)
	}
	form = strings.Replace(form, "\n  card-1:", "\n  card-1: want", 1)
	form = strings.Replace(form, "\n  card-2:", "\n  card-2: pass", 1)
	return form, want
}

func TestBlankFormIsReadBack(t *testing.T) {
	for _, roles := range [][]string{nil, {"sre", "platform"}, {"cloud", "devops", "sre"}} {
		r := builtinReader(t)
		q, err := r.Quiz(roles)
		require.NoError(t, err)
		const seed = 99
		form := string(Blank(q, seed, ""))
		_, blank, err := r.Answers("form", []byte(form))
		require.NoError(t, err)
		require.Equal(t, &fit.Answers{Pack: q.Pack.ID, Roles: blank.Roles, Seed: seed, Seeded: true, Form: true}, blank)

		filled, want := fill(form, q)
		_, got, err := r.Answers("form", []byte(filled))
		require.NoError(t, err)
		require.ElementsMatch(t, want, got.All)
		require.GreaterOrEqual(t, len(got.All), 19)
		shown := q.Next(&fit.Answers{Seed: seed, Finished: true})
		require.Equal(t, q.Pack.Role(got.Cards[0].Role).Parts[fit.Focus].Summary, shown.Text, "the first card on screen")
		require.Equal(t, fit.Want, got.Cards[0].Rating)
		require.Equal(t, fit.Pass, got.Cards[1].Rating)
		require.Len(t, got.Cards, 2)
		words := strings.Join(strings.Fields(strings.ReplaceAll(form, "#", "")), " ")
		require.Contains(t, words, shown.Text+" card-1:")
	}
}

// A form asks the questions of all rounds, alternating between dimensions, and
// names no role. Skills are exempt, because their words may be a role's id, as
// in "Cloud security".
func TestBlankForm(t *testing.T) {
	r := builtinReader(t)
	q, err := r.Quiz(nil)
	require.NoError(t, err)
	form := string(Blank(q, 1, ""))
	at := -1
	for i := range 24 {
		var of []*fit.Question
		for _, x := range q.Questions {
			if x.Dimension == fit.Dimensions[i%3] {
				of = append(of, x)
			}
		}
		next := strings.Index(form, "\n  "+of[i/3].ID+":")
		require.Greater(t, next, at)
		at = next
	}
	asked, _, _ := strings.Cut(form, "How good are you at these?")
	names := phraseSet{}
	for i := range q.Roles {
		for _, name := range append([]string{q.Roles[i].ID, q.Roles[i].Title}, q.Roles[i].Aliases...) {
			names.add(name)
		}
	}
	require.Empty(t, names.find(strings.ReplaceAll(asked, "pack: ops-roles", "")))
	require.Less(t, longestLine(form), formWidth+1)
}

func longestLine(s string) int {
	longest := 0
	for line := range strings.Lines(s) {
		longest = max(longest, len([]rune(strings.TrimRight(line, "\n"))))
	}
	return longest
}
