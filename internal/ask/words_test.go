package ask

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/fit"
)

func TestProgressBounds(t *testing.T) {
	q := builtinQuiz(t)
	require.Equal(t, "Question 1 of 12, then at most 12 more", progress(1, q.Next(&fit.Answers{})))
	require.Equal(t, "Question 20 of 24", progress(20, fit.Step{Answered: 19, AtLeast: 5, AtMost: 5}))
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

func TestMinutes(t *testing.T) {
	for _, c := range []struct {
		least, most time.Duration
		want        string
	}{
		{0, 20 * time.Second, "less than a minute"},
		{10 * time.Second, 80 * time.Second, "about a minute"},
		{10 * time.Second, 3 * time.Minute, "about 1 to 3 minutes"},
		{4 * time.Minute, 4 * time.Minute, "about 4 minutes"},
		{5*time.Minute + 20*time.Second, 8 * time.Minute, "about 5 to 8 minutes"},
	} {
		require.Equal(t, c.want, minutes(c.least, c.most))
	}
}

func TestTimeLeft(t *testing.T) {
	q := &fit.Quiz{Pack: &fit.Pack{}}
	a := &fit.Answers{All: []fit.Answer{{Seconds: 30}, {Seconds: 3000}, {Seconds: -1}, {Skip: fit.None, Seconds: 1}}}
	s := fit.Step{Kind: fit.AskQuestion, AtLeast: 4, AtMost: 10}
	require.Empty(t, timeLeft(q, a, s), "two answers are no pace")
	a.All = append(a.All, fit.Answer{Seconds: 12})
	require.Equal(t, "about 2 to 5 minutes left", timeLeft(q, a, s), "one coffee does not count")
	require.NotEqual(t, timeLeft(q, a, s), timeLeft(builtinQuiz(t), a, s), "the cards take their time too")
}

func TestWelcomeCounts(t *testing.T) {
	q := builtinQuiz(t)
	text := flat(strings.Join(welcome(q, q.Next(&fit.Answers{})), "\n"))
	for _, want := range []string{"12 to 24 questions, about ", "which of four roles", "Nothing leaves this machine", "no validated test", "four things"} {
		require.Contains(t, text, want)
	}
	two, err := fit.NewQuiz(q.Pack, []string{"sre", "cloud"})
	require.NoError(t, err)
	require.Contains(t, flat(strings.Join(welcome(two, two.Next(&fit.Answers{})), "\n")), "shows two things")
	least, most := duration(q, q.Next(&fit.Answers{}))
	require.Greater(t, most, least)
}

func TestFinishingSaysWhatItCosts(t *testing.T) {
	require.Contains(t, finishCost(fit.Step{AtLeast: 3, AtMost: 15}), "With 3 to 15 questions left")
	require.Contains(t, finishCost(fit.Step{AtLeast: 1, AtMost: 1}), "With one question left")
	require.Contains(t, finishCost(fit.Step{}), "none of them suits you")
	require.Contains(t, finishCost(fit.Step{VerdictReady: true}), "stays out of the result")
}

func TestQuitText(t *testing.T) {
	require.Equal(t, "Leave: nothing is kept", quitText("", false))
	require.Equal(t, "Leave: your answers are kept", quitText("your answers are kept", false))
	require.NotContains(t, quitText("your answers are kept", true), "kept")
}
