package fit_test

import (
	"math/rand/v2"
	"slices"
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

// firstRound returns the questions of a quiz's first round.
func firstRound(q *fit.Quiz) (out []*fit.Question) {
	var n [len(fit.Dimensions)]int
	for _, question := range q.Questions {
		if n[question.Dimension]++; n[question.Dimension] <= q.Rounds[0]/len(fit.Dimensions) {
			out = append(out, question)
		}
	}
	return out
}

// TestPairsAreShownEquallyOften compares the arrangement of pairs with the
// theoretical minimum, which few can reach. The first round is within 12% of it,
// all questions within 1%.
func TestPairsAreShownEquallyOften(t *testing.T) {
	for roles := fit.MaxShown + 1; roles <= fit.MaxInterview; roles++ {
		q := fittest.MustQuiz(fittest.Synthetic(roles, 9))
		sum, least := unequal(roles, firstRound(q))
		require.LessOrEqual(t, float64(sum), 1.12*float64(least), "%d roles, first round: %d, at best %d", roles, sum, least)
		sum, least = unequal(roles, q.Questions)
		require.LessOrEqual(t, float64(sum), 1.01*float64(least), "%d roles, all rounds: %d, at best %d", roles, sum, least)
	}
}

// TestPlacesInFirstRound checks that each role appears equally often in each
// position, to within two.
func TestPlacesInFirstRound(t *testing.T) {
	for roles := 2; roles <= fit.MaxInterview; roles++ {
		q := fittest.MustQuiz(fittest.Synthetic(roles, 9))
		places := map[string][]int{}
		for _, question := range firstRound(q) {
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
			require.LessOrEqual(t, most-least, 2, "%d roles: places of %s %v", roles, role, at)
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

// TestRoundsAreFair checks that a first round shows each role equally often in
// each dimension, for any number of roles in an interview.
func TestRoundsAreFair(t *testing.T) {
	for roles := 2; roles <= fit.MaxInterview; roles++ {
		q := fittest.MustQuiz(fittest.Synthetic(roles, 5))
		schedule := fit.NewSchedule(q, 1)
		shown := map[string]int{}
		for schedule.Round() == 0 && schedule.Next() != nil {
			for _, o := range schedule.Next().Options {
				shown[schedule.Next().Dimension.String()+o.Role]++
			}
			schedule.Answer(0, 1)
		}
		least, most := spread(shown)
		require.Len(t, shown, 3*roles)
		require.Equal(t, least, most, "%d roles, rounds %v", roles, q.Rounds)
	}
	require.Equal(t, []int{15, 6, 6}, fittest.MustQuiz(fittest.Synthetic(5, 5)).Rounds)
}

// TestRoundsOfAPack checks that a pack's own rounds are used if they are fair.
func TestRoundsOfAPack(t *testing.T) {
	p := fittest.Synthetic(5, 9)
	p.Rounds = []int{30, 3}
	require.Equal(t, p.Rounds, fittest.MustQuiz(p).Rounds)
	p.Rounds = []int{18, 3}
	require.Equal(t, []int{15, 6, 6}, fittest.MustQuiz(p).Rounds)
}

// TestAddedFacetsKeepQuestions checks that facets added at the end of each role
// add questions and change none, also in later rounds.
func TestAddedFacetsKeepQuestions(t *testing.T) {
	for roles := 2; roles <= 7; roles++ {
		for facets := 4; facets < 10; facets++ {
			before, after := fittest.MustQuiz(fittest.Synthetic(roles, facets)), fittest.MustQuiz(fittest.Synthetic(roles, facets+1))
			require.LessOrEqual(t, len(before.Questions), len(after.Questions))
			for _, old := range before.Questions {
				now := after.Question(old.ID)
				require.NotNil(t, now, "%d roles, %d facets", roles, facets)
				require.Equal(t, old.Options, now.Options)
			}
		}
	}
}

// TestEnoughQuestions checks that five facets are enough for all rounds, plus a
// spare question in each dimension to replace a skipped one.
func TestEnoughQuestions(t *testing.T) {
	for roles := 2; roles <= fit.MaxInterview; roles++ {
		q := fittest.MustQuiz(fittest.Synthetic(roles, 5))
		schedule, asked := fit.NewSchedule(q, 1), 0
		schedule.Skip(fit.Unsure)
		for rng := rand.New(rand.NewPCG(1, uint64(roles))); schedule.Next() != nil; asked++ {
			order := rng.Perm(len(schedule.Next().Options))
			schedule.Answer(order[0], order[1])
		}
		require.Contains(t, []int{q.Rounds[0], q.Rounds[0] + q.Rounds[1], q.AllRounds()}, asked, "%d roles", roles)
	}
}

// TestRetiredQuestion checks that answers to assembled questions that are no
// longer asked count by the facets that they name, as far as those exist.
func TestRetiredQuestion(t *testing.T) {
	old := fittest.MustQuiz(fittest.Synthetic(3, 9))
	now := fittest.MustQuiz(fittest.Synthetic(5, 9))
	a := &fit.Answers{}
	for _, question := range old.Questions[:12] {
		answer := fittest.Answer(question, "r01", "r02")
		answer.Shown = question.Facets()
		require.Nil(t, now.Question(question.ID))
		a.All = append(a.All, answer)
	}
	r := fit.Score(now, a)
	require.NoError(t, r.Check())
	require.InDelta(t, 100, *r.Role("r01").Fit, 1e-9)
	require.InDelta(t, 0, *r.Role("r02").Fit, 1e-9)
	require.Nil(t, r.Role("r04").Fit)
	require.Nil(t, now.Answered("focus-000000", "r01/gone r02/focus-1"))
	require.Nil(t, now.Answered("focus-000000", "r01/focus-1 r01/focus-2"))
	require.Nil(t, now.Answered("nonsense", "r01/focus-1 r02/focus-2"))
}

// TestFinishedBefore checks that a finished interview stays finished when facets
// were reordered, so that its questions are no longer asked, and that it doesn't
// when a role was added.
func TestFinishedBefore(t *testing.T) {
	old := fittest.MustQuiz(fittest.Synthetic(4, 9))
	a := &fit.Answers{}
	for step := old.Next(a); step.Kind == fit.AskQuestion; step = old.Next(a) {
		answer := fittest.Answer(old.Question(step.ID), "r01", "r02")
		answer.Shown = old.Question(step.ID).Facets()
		a.All = append(a.All, answer)
	}
	require.Len(t, a.All, old.Rounds[0])
	require.Equal(t, fit.Clear, fit.Score(old, a).Verdict)

	p := fittest.Synthetic(4, 9)
	for d := range p.Roles[0].Parts {
		slices.Reverse(p.Roles[0].Parts[d].Facets)
	}
	reordered := fittest.MustQuiz(p)
	require.Nil(t, reordered.Question(a.All[0].Question))
	require.Equal(t, fit.Clear, fit.Score(reordered, a).Verdict)
	some := &fit.Answers{All: a.All[:11]}
	require.Equal(t, fit.Provisional, fit.Score(reordered, some).Reason)
	require.Equal(t, fit.Provisional, fit.Score(fittest.MustQuiz(fittest.Synthetic(5, 9)), a).Reason)
}

// TestSecondRoundShowsOtherFacets checks that nine facets are enough for two
// rounds. In the first, each of five roles uses four facets of a dimension. The
// second shows each of the leading four twice.
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
	require.Equal(t, 27, longest)
}
