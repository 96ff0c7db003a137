package fit

import (
	"math/bits"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestStandingWithoutAnswers(t *testing.T) {
	q, tally := tallyOf([]string{"f AB - -"})
	require.Equal(t, Standing{Verdict: Undecided, Reason: NotCompared, Leader: -1, Second: -1}, tally.Standing())
	require.Empty(t, tally.Leaders())
	require.Len(t, q.Roles, 2)
}

func TestUnjudgedRolesComeLast(t *testing.T) {
	_, tally := tallyOf([]string{"f ABC A B", "f ABCDE - -"})
	roles := []int{3, 1, 4, 2, 0}
	slices.SortStableFunc(roles, tally.byMean)
	require.Equal(t, []int{0, 2, 1, 3, 4}, roles)
	require.Equal(t, Undecided, tally.Standing().Verdict)
}

// A and B share the lead with M 4/12 and 2/6. C has M 0/12, so both lead it by
// 16.7 points. For A, shown together with C 12 times, the standard error is 50/3 = 16.7,
// so C is not close. B is shown half as often, and its standard error is larger:
// 50 sqrt(6/72 + 12/288 + 6*4/(12*72)) = 19.5.
func TestRivalCloseToAnyLeader(t *testing.T) {
	_, tally := tallyOf([]string{
		"f ABCD B D", "k ABCD B D", "s ABCD A C", "f ABCD A C", "k ABCD A D", "s ABCD C A",
		"f ACDE A E", "k ACDE A E", "s ACDE C E", "f ACDE A C", "k ACDE C D", "s ACDE D A",
	})
	s := tally.Standing()
	require.Equal(t, []int{0, 1}, tally.Leaders())
	require.Equal(t, []int{1, 1, 3}, tally.places(s.Judged)[:3])
	require.Equal(t, []int{0, 1}, s.About())
	require.Equal(t, Undecided, s.Verdict, "B and C are close, not B alone")
	require.Equal(t, []int{0, 1, 2}, s.Close)
}

// A and B share the lead, and both lead C by 16.7 points, exactly half of
// clearAt after 12 questions. That is enough, so A and B are close only to each
// other.
func TestThresholdReachedFromAnyLeader(t *testing.T) {
	_, tally := tallyOf([]string{
		"f ABCD A D", "k ABCD A D", "s ABCD A D", "f ABCD A D", "k ABCD B D", "s ABCD B D", "f ABCD B D", "k ABCD B D",
		"s ABCD A C", "f ABCD C A", "k ABCD B C", "s ABCD C B",
	})
	s := tally.Standing()
	require.Equal(t, TossUp, s.Verdict)
	require.Equal(t, []int{0, 1}, s.Named)
}

// TestChangesNeededIsMinimal checks, over all ways to change some of the
// answers, that no smaller number of changes puts the second role ahead.
func TestChangesNeededIsMinimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		roles := rapid.SampledFrom([]string{"AB", "ABC", "ABCDE"}).Draw(t, "roles")
		var answers []string
		for range rapid.IntRange(1, 7).Draw(t, "answers") {
			order := string(rapid.Permutation([]rune(roles)).Draw(t, "order"))
			shown := order[:rapid.IntRange(2, min(MaxShown, len(order))).Draw(t, "shown")]
			answers = append(answers, "f "+shown+" "+shown[:1]+" "+shown[1:2])
		}
		q, tally := tallyOf(answers)
		s := tally.Standing()
		fewest := len(answers)
		for changed := range uint(1) << len(answers) {
			other := NewTally(q)
			for i, p := range tally.answers {
				best, worst := p.best, p.worst
				if changed&(1<<i) != 0 {
					best, worst = against(p.question, s.Leader, s.Second)
				}
				other.Add(p.question, best, worst)
			}
			if other.lead(s.Second, s.Leader) > slack {
				fewest = min(fewest, bits.OnesCount(changed))
			}
		}
		require.Equal(t, fewest, tally.changesNeeded(s.Leader, s.Second))
	})
}

// against returns the answer that speaks most strongly against role a and for
// role b.
func against(question *Question, a, b int) (best, worst int) {
	best, worst = -1, -1
	for i, o := range question.Options {
		switch o.role {
		case a:
			worst = i
		case b:
			best = i
		}
	}
	for i := range question.Options {
		if best < 0 && i != worst {
			best = i
		}
		if worst < 0 && i != best {
			worst = i
		}
	}
	return best, worst
}
