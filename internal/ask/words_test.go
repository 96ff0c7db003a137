package ask

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/fit"
)

func TestProgressBounds(t *testing.T) {
	q := builtinQuiz(t)
	rapid.Check(t, func(t *rapid.T) {
		a := &fit.Answers{Seed: rapid.Uint64().Draw(t, "seed")}
		type bounds struct{ least, most, skips int }
		var said []bounds
		for s := q.Next(a); s.Kind == fit.AskQuestion; s = q.Next(a) {
			said = append(said, bounds{s.Answered + s.AtLeast, s.Answered + s.AtMost, s.Skipped})
			r := fit.Event{ID: s.ID, Best: s.Options[0].Key, Worst: s.Options[rapid.IntRange(1, 3).Draw(t, "worst")].Key}
			if rapid.IntRange(0, 9).Draw(t, "skip") == 0 {
				r = fit.Event{ID: s.ID, Skip: fit.Unsure}
			}
			require.NoError(t, q.Record(a, r))
		}
		end := q.Next(a)
		for _, b := range said { // a future skip adds a question, as long as there are any left
			require.LessOrEqual(t, b.least, end.Answered)
			require.LessOrEqual(t, end.Answered, b.most+end.Skipped-b.skips)
		}
	})
}

func TestWelcomeCounts(t *testing.T) {
	q := builtinQuiz(t)
	said := func(q *fit.Quiz) string {
		what, parts, note := welcome(q, q.Next(&fit.Answers{}))
		return fmt.Sprint(what, parts, note)
	}
	for _, want := range []string{"12 to 24 questions and four jobs without titles, about ", "10 conditions and up to ", "which of four roles", "Of four things"} {
		require.Contains(t, said(q), want)
	}
	two, err := fit.NewQuiz(q.Pack, []string{"sre", "cloud"})
	require.NoError(t, err)
	require.Contains(t, said(two), "Of two things")
	bare := *q.Pack
	bare.Conditions, bare.Skills = nil, nil
	without, err := fit.NewQuiz(&bare, nil)
	require.NoError(t, err)
	require.NotContains(t, said(without), "Part 2")
}

func TestQuitText(t *testing.T) {
	require.Equal(t, "Quit: nothing is saved", quitText("", false))
	require.Equal(t, "Quit: your answers are saved", quitText("your answers are saved", false))
	require.NotContains(t, quitText("your answers are saved", true), "your answers")
}
