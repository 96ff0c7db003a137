package fit_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

// drawConsistent draws answers to the scheduled questions, mostly for one role
// and against another, and stops at a random point, so that all kinds of
// verdicts occur.
func drawConsistent(t *rapid.T, q *fit.Quiz) *fit.Answers {
	a := &fit.Answers{Seed: rapid.Uint64().Draw(t, "seed"), Seeded: true, Cards: fittest.DrawCards(t, q)}
	best, worst := rapid.IntRange(0, len(q.Roles)-1).Draw(t, "best"), rapid.IntRange(0, len(q.Roles)-1).Draw(t, "worst")
	stop := rapid.IntRange(0, 40).Draw(t, "stop")
	for schedule := fit.NewSchedule(q, a.Seed); schedule.Next() != nil && len(a.All) < stop; {
		question := schedule.Next()
		if rapid.IntRange(0, 9).Draw(t, "act") == 0 {
			skip := rapid.SampledFrom(fit.Skips).Draw(t, "skip")
			a.All = append(a.All, fit.Answer{Question: question.ID, Skip: skip, Seconds: -1})
			schedule.Skip(skip)
			continue
		}
		b, w := 0, len(question.Options)-1
		for i := range question.Options {
			switch question.RoleOf(i) {
			case best:
				b = i
			case worst:
				w = i
			}
		}
		if b == w {
			b = (w + 1) % len(question.Options)
		}
		a.All = append(a.All, fit.Answer{Question: question.ID, Best: question.Options[b].Key, Worst: question.Options[w].Key, Seconds: -1})
		schedule.Answer(b, w)
	}
	return a
}

// TestScorerAgreesWithScore checks that a batch gives a person the same result
// as Score, whatever answers came before.
func TestScorerAgreesWithScore(t *testing.T) {
	seen := map[fit.Verdict]bool{}
	rapid.Check(t, func(t *rapid.T) {
		q := fittest.DrawQuiz(t)
		s := fit.NewScorer(q)
		for range 5 {
			a := fittest.DrawAnswers(t, q)
			if rapid.Bool().Draw(t, "consistent") {
				a = drawConsistent(t, q)
			}
			r := fit.Score(q, a)
			s.Reset(a.Seed, a.Seeded)
			s.AddAll(a)
			standing := s.Standing()
			seen[standing.Verdict] = true
			require.Equal(t, r.Verdict, standing.Verdict)
			named := []string{}
			for _, i := range standing.Named {
				named = append(named, q.Roles[i].ID)
			}
			require.Equal(t, r.Named, named)
			for i, role := range q.Roles {
				for _, of := range r.Roles {
					if of.ID == role.ID {
						require.Equal(t, of.Fit, fit.FitOf(s.Sum(i)))
					}
				}
			}
		}
	})
	require.Len(t, seen, len(fit.Verdicts))
}
