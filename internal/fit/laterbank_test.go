package fit

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// crew returns a pack with the given numbers of roles and of facets per
// dimension. It repeats fittest.Synthetic, because this file tests unexported
// names and so can't import fittest.
func crew(roles, facets int) *Pack {
	p := &Pack{ID: "crew", Rounds: []int{9, 6, 3}}
	for i := range roles {
		r := Role{ID: fmt.Sprintf("r%02d", i)}
		for _, d := range Dimensions {
			for f := range facets {
				r.Parts[d].Facets = append(r.Parts[d].Facets, Facet{ID: fmt.Sprint(d, f), Option: "option"})
			}
		}
		p.Roles = append(p.Roles, r)
	}
	return p
}

func TestRoundSizes(t *testing.T) {
	for roles, want := range map[int][]int{
		2: {9, 6, 3}, 4: {9, 6, 3}, // the pack's own sizes
		5: {15, 6, 6}, 6: {9, 6, 3}, 7: {21, 6, 6}, 8: {12, 6, 6}, // multiples of 3 x 5, 3, 7 and 2
		9: {27, 9, 9}, 10: {15, 9, 9}, 11: {33, 9, 9}, 12: {9, 6, 3}, // of 3 x 9, 5, 11 and 3
	} {
		q, err := NewQuiz(crew(roles, 3), nil)
		require.NoError(t, err)
		require.Equal(t, want, q.Rounds, "%d roles", roles)
	}
}

// TestLaterBanks checks the banks for all sets of four of five roles: the later
// rounds have all questions that their facets make, each showing all four roles, and exactly these questions can be found by id.
func TestLaterBanks(t *testing.T) {
	q, err := NewQuiz(crew(5, 9), nil)
	require.NoError(t, err)
	require.Nil(t, q.Question("unknown"))
	require.Len(t, q.laterByID(), 5*3*(9+8))
	bank := q.laterBank([]int{0, 2, 3, 4})
	for _, d := range Dimensions {
		require.Len(t, bank[d], 9+8)
		for _, question := range bank[d] {
			require.Same(t, question, q.Question(question.ID))
			shown := map[string]bool{}
			for _, o := range question.Options {
				require.Equal(t, q.Roles[o.role].ID, o.Role)
				shown[o.Role] = true
			}
			require.Equal(t, map[string]bool{"r00": true, "r02": true, "r03": true, "r04": true}, shown)
		}
	}
}

// A later round may assemble a question that is also in the first round. An
// answer then counts for both.
func TestScorerFindsDuplicateQuestion(t *testing.T) {
	q, err := NewQuiz(crew(6, 5), nil)
	require.NoError(t, err)
	s, twice := NewScorer(q), 0
	for id, later := range q.laterByID() {
		if q.byID[id] == nil {
			continue
		}
		twice++
		s.Reset(0, false)
		require.Equal(t, response{}, s.response(later))
		s.AddAll(&Answers{All: []Answer{{Question: id, Best: "b", Worst: "a"}}})
		require.Equal(t, response{known: true, best: 1, worst: 0}, s.response(later))
	}
	require.Positive(t, twice)
}

// The first round shows each of eight roles twice in a dimension, so the later
// rounds begin with the third facet.
func TestLaterRoundsUseNextFacets(t *testing.T) {
	q, err := NewQuiz(crew(8, 9), nil)
	require.NoError(t, err)
	for _, o := range q.laterBank([]int{1, 3, 5, 7})[Skills][0].Options {
		require.Equal(t, q.Pack.Roles[0].Parts[Skills].Facets[2].ID, o.Facet)
	}
}

// TestLeft checks that only questions that haven't been asked count as left.
func TestLeft(t *testing.T) {
	left := func(s *Schedule) [2]int { atLeast, atMost := s.left(); return [2]int{atLeast, atMost} }
	p := crew(4, 9)
	p.Rounds = []int{12, 6, 6} // 17 questions of a dimension
	q, err := NewQuiz(p, nil)
	require.NoError(t, err)
	schedule := NewSchedule(q, 0)
	require.Equal(t, [2]int{12, 24}, left(schedule))
	for skipped := 0; skipped < 15; {
		if schedule.Next().Dimension == Focus {
			schedule.Skip(Unsure)
			skipped++
		} else {
			schedule.Answer(0, 1)
		}
	}
	require.Equal(t, [2]int{2, 2 + 4 + 4}, left(schedule), "two of focus, and later 2 + 2 of each other dimension")

	q, err = NewQuiz(crew(9, 9), nil)
	require.NoError(t, err)
	schedule = NewSchedule(q, 0)
	require.Equal(t, [2]int{27, 27 + 9 + 9}, left(schedule))
	schedule.Answer(0, 1)
	require.Equal(t, [2]int{26, 26 + 9 + 9}, left(schedule))
}

// TestNoQuestionIsAskedTwice checks that a written question that shows only the
// leading four of five roles isn't asked again if the first round asked it.
func TestNoQuestionIsAskedTwice(t *testing.T) {
	p := crew(5, 9)
	q, err := NewQuiz(p, nil)
	require.NoError(t, err)
	for _, question := range q.Questions {
		p.Written = append(p.Written, *question)
	}
	q, err = NewQuiz(p, nil)
	require.NoError(t, err)
	require.False(t, q.Assembled)
	later := 0
	for seed := range uint64(30) {
		asked := map[string]bool{}
		round, leading := 0, []int{}
		schedule := NewSchedule(q, seed)
		for question := schedule.Next(); question != nil; question = schedule.Next() {
			require.False(t, asked[question.ID])
			asked[question.ID] = true
			if schedule.Round() != round {
				round, leading = schedule.Round(), slices.Clone(schedule.leading())
			}
			if round > 0 {
				later++
				for _, o := range question.Options {
					require.Contains(t, leading, o.role)
				}
			}
			order := Shuffle(seed, question.ID, len(question.Options))
			schedule.Answer(order[0], order[1])
		}
	}
	require.Positive(t, later)
}
