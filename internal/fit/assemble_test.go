package fit_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

// unequal returns the sum of squares, over all pairs of roles, of the number of
// questions that show both, and the minimum of that sum, at which all counts
// are within one of each other.
func unequal(roles int, questions []*fit.Question) (sum, least int) {
	shown := map[[2]string]int{}
	total := 0
	for _, question := range questions {
		for i, o := range question.Options {
			for _, other := range question.Options[:i] {
				shown[[2]string{min(o.Role, other.Role), max(o.Role, other.Role)}]++
				total++
			}
		}
	}
	for _, n := range shown {
		sum += n * n
	}
	pairs := roles * (roles - 1) / 2
	each, more := total/pairs, total%pairs
	return sum, (pairs-more)*each*each + more*(each+1)*(each+1)
}

// TestPairsAreShownEquallyOften compares the arrangement of pairs with the
// theoretical minimum, which few can reach. The first round is within 8% of it,
// all questions within 1%.
func TestPairsAreShownEquallyOften(t *testing.T) {
	for roles := fit.MaxShown + 1; roles <= fit.MaxInterview; roles++ {
		q := fittest.MustQuiz(fittest.Synthetic(roles, 9))
		sum, least := unequal(roles, q.Questions[:q.Rounds[0]])
		require.LessOrEqual(t, float64(sum), 1.08*float64(least), "%d roles, first round: %d, at best %d", roles, sum, least)
		sum, least = unequal(roles, q.Questions)
		require.LessOrEqual(t, float64(sum), 1.01*float64(least), "%d roles, all rounds: %d, at best %d", roles, sum, least)
	}
}

// TestPlacesInFirstRound checks that each role appears equally often in each
// position, to within one.
func TestPlacesInFirstRound(t *testing.T) {
	for roles := 2; roles <= fit.MaxInterview; roles++ {
		q := fittest.MustQuiz(fittest.Synthetic(roles, 9))
		places := map[string][]int{}
		for _, question := range q.Questions[:q.Rounds[0]] {
			for place, o := range question.Options {
				if places[o.Role] == nil {
					places[o.Role] = make([]int, len(question.Options))
				}
				places[o.Role][place]++
			}
		}
		for role, at := range places {
			least, most := at[0], at[0]
			for _, n := range at {
				least, most = min(least, n), max(most, n)
			}
			require.LessOrEqual(t, most-least, 1, "%d roles: places of %s %v", roles, role, at)
		}
	}
}

// TestFewFacets checks that with four facets per role, there are questions
// until each facet has been used twice, and that no two facets meet twice.
func TestFewFacets(t *testing.T) {
	q := fittest.MustQuiz(fittest.Synthetic(4, 4))
	require.Len(t, q.Questions, 3*2*4)
	uses, met := map[string]int{}, map[[2]string]int{}
	for _, question := range q.Questions {
		for i, o := range question.Options {
			uses[o.Ref()]++
			for _, other := range question.Options[:i] {
				met[[2]string{min(o.Ref(), other.Ref()), max(o.Ref(), other.Ref())}]++
			}
		}
	}
	least, most := spread(uses)
	require.Equal(t, [2]int{2, 2}, [2]int{least, most})
	_, most = spread(met)
	require.Equal(t, 1, most)
}

// TestBankSize checks that there are enough questions for all
// rounds, plus half of the first round again to replace skipped ones.
func TestBankSize(t *testing.T) {
	var count [3]int
	for _, question := range fittest.MustQuiz(fittest.Synthetic(4, 9)).Questions {
		count[question.Dimension]++
	}
	require.Equal(t, [3]int{10, 10, 10}, count, "a third of 12 + 6 + 6 + 12/2")
}

// TestSecondRoundShowsOtherFacets checks that nine facets are enough for both
// rounds. Five roles share 16 positions in the first round's questions of a
// dimension, so each uses up to four facets. The second round shows each of the
// leading four twice.
func TestSecondRoundShowsOtherFacets(t *testing.T) {
	q := fittest.MustQuiz(fittest.Synthetic(5, 9))
	rng := rand.New(rand.NewPCG(1, 2))
	longest := 0
	for range 50 {
		shown := map[string]int{}
		schedule := fit.NewSchedule(q, rng.Uint64())
		for schedule.Next() != nil {
			for _, o := range schedule.Next().Options {
				if schedule.Round() < 2 {
					shown[o.Ref()]++
				}
			}
			order := rng.Perm(len(schedule.Next().Options))
			schedule.Answer(order[0], order[1])
		}
		_, most := spread(shown)
		require.Equal(t, 1, most)
		longest = max(longest, len(schedule.Asked()))
	}
	require.Equal(t, 24, longest)
}
