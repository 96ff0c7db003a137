package fit_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

// TestScorerFollowsLaterRounds checks verdicts after a later round with five
// roles. Such a verdict is clear only if the answers to the round's questions
// are found, and provisional if one of them is missing.
func TestScorerFollowsLaterRounds(t *testing.T) {
	q := fittest.MustQuiz(fittest.Synthetic(5, 9))
	s := fit.NewScorer(q)
	rng := rand.New(rand.NewPCG(1, 2))
	clear, held := 0, 0
	for seed := range uint64(200) {
		a := drawMixed(q, seed, rng)
		for range 2 {
			r := fit.Score(q, a)
			s.Reset(a.Seed, a.Seeded)
			s.AddAll(a)
			require.Equal(t, r.Verdict, s.Standing().Verdict)
			if r.Verdict == fit.Clear && r.Answered > q.Rounds[0] {
				clear++
			}
			if r.Reason == fit.Provisional {
				held++
			}
			a.All = a.All[:len(a.All)-1]
		}
	}
	require.Positive(t, clear)
	require.Positive(t, held)
}

// drawMixed answers a whole interview, often with r02 as best, sometimes with a
// skip, and otherwise at random.
func drawMixed(q *fit.Quiz, seed uint64, rng *rand.Rand) *fit.Answers {
	a := &fit.Answers{Seed: seed}
	for schedule := fit.NewSchedule(q, seed); schedule.Next() != nil; {
		question := schedule.Next()
		if rng.IntN(8) == 0 {
			a.All = append(a.All, fit.Answer{Question: question.ID, Skip: fit.Unclear, Seconds: -1})
			schedule.Skip(fit.Unsure)
			continue
		}
		order := rng.Perm(len(question.Options))
		best, worst := order[0], order[1]
		for i, o := range question.Options {
			if o.Role == "r02" && i != worst && rng.IntN(2) == 0 {
				best = i
			}
		}
		a.All = append(a.All, fit.Answer{Question: question.ID, Best: question.Options[best].Key, Worst: question.Options[worst].Key, Seconds: -1})
		schedule.Answer(best, worst)
	}
	return a
}
