package pace

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

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
		require.Equal(t, c.want, Minutes(c.least, c.most))
	}
}

// The time left follows a person gradually: three fast answers don't make 20
// questions a matter of a minute.
func TestLeft(t *testing.T) {
	q := builtinQuiz(t)
	each := perQuestion(q).Seconds()
	a := &fit.Answers{All: []fit.Answer{{Seconds: 3 * each}, {Seconds: 3000}, {Seconds: -1}, {Skip: fit.None, Seconds: 1}}}
	s := q.Next(&fit.Answers{})
	least, most := Part1(q, s)
	require.Equal(t, Minutes(least, most)+" left", Left(q, a, s), "two answers are no pace")
	a.All = append(a.All, fit.Answer{Seconds: each / 2})
	require.Equal(t, Minutes(least*5/3, most*5/3)+" left", Left(q, a, s), "one coffee doesn't count")
	after := afterQuestions(q)
	done := q.Next(&fit.Answers{Finished: true})
	require.Equal(t, Minutes(after*5/3, after*5/3)+" left", Left(q, a, done), "the cards are read at this pace too")
	done.Part, done.Remaining = 2, 24
	require.Equal(t, "about 3 minutes left", Left(q, a, done))
	for i := range a.All {
		a.All[i].Seconds = 0
	}
	require.Equal(t, Minutes(least*3/5, most*3/5)+" left", Left(q, a, s))
}

func builtinQuiz(t *testing.T) *fit.Quiz {
	t.Helper()
	q, err := fit.NewQuiz(pack.Builtin(), nil)
	require.NoError(t, err)
	return q
}
