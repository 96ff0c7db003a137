package fit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

// TestAssembledBalance checks, for any number of roles, that each role is shown
// equally often in a dimension and overall, each pair as equally as possible,
// each role about equally often in each position, and no facet more than twice.
func TestAssembledBalance(t *testing.T) {
	for _, roles := range []int{2, 3, 4, 5, 6, 8, 12, 16, 64} {
		q := fittest.MustQuiz(fittest.Synthetic(roles, 9))
		require.True(t, q.Assembled)
		shown, pairs, places, facets := map[string]int{}, map[[2]string]int{}, map[string][4]int{}, map[string]int{}
		for _, question := range firstRound(q) {
			require.Len(t, question.Options, min(4, roles))
			for place, o := range question.Options {
				shown[o.Role]++
				at := places[o.Role]
				at[place]++
				places[o.Role] = at
				for _, other := range question.Options {
					if o.Role < other.Role {
						pairs[[2]string{o.Role, other.Role}]++
					}
				}
			}
		}
		for _, question := range q.Questions {
			for _, o := range question.Options {
				facets[question.Dimension.String()+o.Ref()]++
			}
		}
		least, most := spread(shown)
		require.LessOrEqual(t, most-least, 1, "%d roles: shown", roles)
		require.Len(t, shown, roles)
		least, most = spread(pairs)
		if len(pairs) < roles*(roles-1)/2 {
			least = 0
		}
		t.Logf("%d roles: pairs %d to %d", roles, least, most)
		require.LessOrEqual(t, most-least, 3, "%d roles: pairs from %d to %d", roles, least, most)
		for role, at := range places {
			require.LessOrEqual(t, max(at[0], at[1], at[2], at[3])-min(at[0], at[1], at[2], at[3]), max(2, q.Rounds[0]*(4-min(4, roles))), "%d roles: places of %s %v", roles, role, at)
		}
		_, most = spread(facets)
		require.LessOrEqual(t, most, 2)
		again := fittest.MustQuiz(fittest.Synthetic(roles, 9))
		for i := range q.Questions {
			require.Equal(t, q.Questions[i].ID, again.Questions[i].ID, "the same for the same pack")
		}
	}
}

func spread[K comparable](count map[K]int) (least, most int) {
	least = 1 << 30
	for _, n := range count {
		least, most = min(least, n), max(most, n)
	}
	return least, most
}

// TestWrittenQuestionsOfSubset checks that a subset of the roles keeps the
// written questions and their letters, and that with a fifth role all questions
// are assembled.
func TestWrittenQuestionsOfSubset(t *testing.T) {
	p := written(4, 9)
	q := fittest.MustQuiz(p, "r03", "r01")
	require.False(t, q.Assembled)
	require.Len(t, q.Questions, len(p.Written))
	for i, question := range q.Questions {
		require.Equal(t, p.Written[i].ID, question.ID)
		require.Len(t, question.Options, 2)
		for _, o := range question.Options {
			require.Equal(t, o.Role, p.Written[i].Options[o.Key[0]-'a'].Role, "letters are kept")
		}
	}
	five := fittest.Synthetic(5, 9)
	five.Written = p.Written
	require.True(t, fittest.MustQuiz(five).Assembled)
	require.False(t, fittest.MustQuiz(five, "r00", "r01", "r02").Assembled)
	require.True(t, fittest.MustQuiz(five, "r00", "r04").Assembled)
}

func TestNewQuizRefuses(t *testing.T) {
	for _, roles := range [][]string{{"r00"}, {"r00", "nobody"}, {"r00", "r00"}} {
		_, err := fit.NewQuiz(fittest.Synthetic(4, 3), roles)
		require.Error(t, err, "%v", roles)
	}
}
