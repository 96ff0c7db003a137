package fast

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
	"github.com/rolefit/rolefit/internal/pack"
)

// TestEveryForm compares each form of output with the slow path, for random
// people with everything that answers can hold, in packs of several sizes.
func TestEveryForm(t *testing.T) {
	for _, p := range []*fit.Pack{pack.Builtin(), fittest.Skilled(4), fittest.Synthetic(3, 9), fittest.Synthetic(6, 9)} {
		q := fittest.MustQuiz(p)
		writers := map[Form]*Writer{Brief: NewBriefWriter(q, fields, false), Scores: NewWriter(q, Scores), Whole: NewWriter(q, Whole)}
		rng := rand.New(rand.NewPCG(3, 4))
		conflicts, flags, gaps := 0, 0, 0
		for i := range 400 {
			a := randomPerson(q, i, rng)
			r := fit.Score(q, a)
			conflicts, flags, gaps = conflicts+len(r.Conflicts), flags+len(r.Flags), gaps+len(r.Gaps)
			for form, w := range writers {
				require.Equal(t, outputOf(t, form, r), string(w.Answers(nil, q, a)))
			}
		}
		require.Positive(t, flags)
		if len(p.Conditions) > 0 && len(p.Skills) > 0 {
			require.Positive(t, conflicts)
			require.Positive(t, gaps)
		}
	}
}

// randomPerson answers some of the quiz at random.
func randomPerson(q *fit.Quiz, i int, rng *rand.Rand) *fit.Answers {
	a := &fit.Answers{ID: fmt.Sprintf("r%d <&>", i), Seed: rng.Uint64N(fit.MaxSeed), Seeded: i%3 > 0, ExtraRounds: rng.IntN(2), Form: rng.IntN(4) == 0, Finished: rng.IntN(4) == 0}
	schedule, loved := fit.NewSchedule(q, a.Seed), rng.IntN(4)
	for n := rng.IntN(40); schedule.Next() != nil && len(a.All) < n; {
		x := schedule.Next()
		if rng.IntN(10) == 0 {
			skip := fit.Skips[rng.IntN(len(fit.Skips))]
			a.All = append(a.All, fit.Answer{Question: x.ID, Skip: skip, Seconds: -1})
			schedule.Skip(skip)
			continue
		}
		best := min(loved, len(x.Options)-1)
		worst := (best + 1 + rng.IntN(len(x.Options)-1)) % len(x.Options)
		a.All = append(a.All, fit.Answer{Question: x.ID, Best: x.Options[best].Key, Worst: x.Options[worst].Key, Seconds: float64(rng.IntN(30) - 1)})
		schedule.Answer(best, worst)
	}
	if i%2 == 0 {
		rng.Shuffle(len(a.All), func(i, j int) { a.All[i], a.All[j] = a.All[j], a.All[i] })
	}
	for _, r := range q.Roles {
		if rng.IntN(3) == 0 {
			a.Cards = append(a.Cards, fit.Card{Role: r.ID, Rating: fit.CardRatings[rng.IntN(3)]})
		}
	}
	for _, c := range q.Pack.Conditions {
		a.Conditions = append(a.Conditions, fit.ConditionAnswer{Condition: c.ID, Tolerance: fit.Tolerances[rng.IntN(3)]})
	}
	for _, s := range q.Pack.Skills {
		switch n := rng.IntN(8); {
		case n <= fit.MaxLevel:
			a.Skills = append(a.Skills, fit.Rating{Skill: s.ID, Level: n})
		case n == 5:
			a.Skills = append(a.Skills, fit.Rating{Skill: s.ID, Skip: fit.Unsure})
		}
	}
	if starts := q.Pack.Starts; len(starts) > 0 && i%4 == 0 {
		a.Start.ID = starts[rng.IntN(len(starts))].ID
	}
	return a
}
