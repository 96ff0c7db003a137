package fit_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

// simulated returns the number of people simulated for each row of the table.
func simulated() float64 {
	if testing.Short() {
		return 1000
	}
	return 20000
}

func se(p float64) float64 { return math.Sqrt(p * (1 - p) / simulated()) }

// simulate simulates the interview of one person with these preferences.
func simulate(schedule *fit.Schedule, rho float64, preference []float64, rng *rand.Rand) fit.Standing {
	schedule.Reset(rng.Uint64())
	for schedule.Next() != nil {
		best, worst := 0, 0
		var utility [fit.MaxShown]float64
		for i, o := range schedule.Next().Options {
			var role int
			fmt.Sscanf(o.Role, "r%d", &role)
			utility[i] = math.Sqrt(rho)*preference[role] + math.Sqrt(1-rho)*rng.NormFloat64()
			if utility[i] > utility[best] {
				best = i
			}
			if utility[i] < utility[worst] {
				worst = i
			}
		}
		schedule.Answer(best, worst)
	}
	return schedule.Tally().Standing()
}

// TestSimulatedRates compares lengths, verdicts and their accuracy with the
// published table, which was simulated with a million people on a prototype.
// They must agree within four standard errors for the number of people
// simulated here.
func TestSimulatedRates(t *testing.T) {
	table := []struct{ rho, top, questions, clear, leaning, tossUp, undecided float64 }{
		{0, .250, 22.9, .013, .222, .225, .540},
		{.15, .711, 21.2, .117, .389, .293, .201},
		{.20, .748, 20.7, .156, .397, .285, .162},
		{.30, .799, 19.9, .230, .392, .265, .113},
		{.40, .834, 19.2, .299, .375, .243, .083},
	}
	q := fittest.MustQuiz(fittest.Synthetic(4, 9))
	schedule, people := fit.NewSchedule(q, 0), simulated()
	for _, row := range table {
		rng := rand.New(rand.NewPCG(1, uint64(row.rho*100)))
		verdicts, top, questions := map[fit.Verdict]float64{}, 0.0, 0
		for range int(people) {
			preference := []float64{rng.NormFloat64(), rng.NormFloat64(), rng.NormFloat64(), rng.NormFloat64()}
			s := simulate(schedule, row.rho, preference, rng)
			verdicts[s.Verdict]++
			questions += schedule.Tally().Answered()
			top += shareOfTop(schedule, s, preference)
		}
		rounding := .0005
		require.InDelta(t, row.top, top/people, 4*se(row.top)+rounding, "rho %v: top role right", row.rho)
		require.InDelta(t, row.questions, float64(questions)/people, .05+4*4.9/math.Sqrt(people), "rho %v: questions", row.rho)
		for verdict, want := range map[fit.Verdict]float64{fit.Clear: row.clear, fit.Leaning: row.leaning, fit.TossUp: row.tossUp, fit.Undecided: row.undecided} {
			require.InDelta(t, want, verdicts[verdict]/people, 4*se(want)+rounding, "rho %v: %s", row.rho, verdict)
		}
	}
}

// shareOfTop returns 1 if the leading role is the most preferred one. If
// several roles share the lead, it returns the probability of drawing the most
// preferred one from them.
func shareOfTop(schedule *fit.Schedule, s fit.Standing, preference []float64) float64 {
	favorite := 0
	for r := range preference {
		if preference[r] > preference[favorite] {
			favorite = r
		}
	}
	tied := schedule.Tally().Leaders()
	for _, r := range tied {
		if r == favorite {
			return 1 / float64(len(tied))
		}
	}
	return 0
}

// TestAlwaysTheSameRole checks that a person who always prefers one role gets
// it with a clear verdict, for any number of roles that fits into an interview.
func TestAlwaysTheSameRole(t *testing.T) {
	for _, roles := range []int{2, 3, 4, 5, 8, 12} {
		q := fittest.MustQuiz(fittest.Synthetic(roles, 9))
		for favorite := range roles {
			preference := make([]float64, roles)
			preference[favorite] = 100
			schedule := fit.NewSchedule(q, 0)
			s := simulate(schedule, .5, preference, rand.New(rand.NewPCG(1, 2)))
			require.Equal(t, fit.Clear, s.Verdict, "%d roles, favourite %d", roles, favorite)
			require.Equal(t, []int{favorite}, s.Named)
		}
	}
}

// TestSkippedQuestionsAreReplaced checks that a skipped question is replaced by
// the dimension's next unused one as long as there is one, and is never scored.
func TestSkippedQuestionsAreReplaced(t *testing.T) {
	q := fittest.MustQuiz(fittest.Synthetic(4, 9))
	schedule := fit.NewSchedule(q, 0)
	skipped := schedule.Next()
	schedule.Skip(fit.Unsure)
	require.NotEqual(t, skipped.Dimension, schedule.Next().Dimension, "dimensions take turns")
	var perDimension [3]int
	for schedule.Next() != nil && schedule.Round() == 0 {
		perDimension[schedule.Next().Dimension]++
		schedule.Answer(0, 1)
	}
	require.Equal(t, [3]int{4, 4, 4}, perDimension)
}

// TestLaterRoundsShowTheLeadingFour checks that with more than four roles, the
// rounds after the first show only the leading four.
func TestLaterRoundsShowTheLeadingFour(t *testing.T) {
	for _, roles := range []int{5, 8, 12} {
		q := fittest.MustQuiz(fittest.Synthetic(roles, 9))
		schedule := fit.NewSchedule(q, 7)
		rng := rand.New(rand.NewPCG(3, 4))
		shown := map[string]bool{}
		first := 0
		for schedule.Next() != nil {
			if schedule.Round() == 0 {
				first++
			} else if schedule.Round() == 1 {
				for _, o := range schedule.Next().Options {
					shown[o.Role] = true
				}
			}
			best := rng.IntN(4)
			schedule.Answer(best, (best+1+rng.IntN(3))%4)
		}
		require.Equal(t, q.Rounds[0], first)
		require.GreaterOrEqual(t, float64(first), 1.5*float64(roles))
		if len(shown) > 0 {
			require.Len(t, shown, 4, "%d roles", roles)
		}
	}
}

// TestSeedOrderOfSimilarNames checks that a seed orders roles at random even if
// their ids differ in the last letter only: one of twelve comes before five
// others for about every sixth seed, and the order decides ties for the leading
// four.
func TestSeedOrderOfSimilarNames(t *testing.T) {
	const seeds = 6000
	q := fittest.MustQuiz(fittest.Synthetic(12, 3))
	first := 0
	for seed := range uint64(seeds) {
		for _, r := range q.SeedOrder(seed) {
			if r == 11 {
				first++
			}
			if r == 11 || r < 5 {
				break
			}
		}
	}
	require.InDelta(t, 1./6, float64(first)/seeds, .02)
}
