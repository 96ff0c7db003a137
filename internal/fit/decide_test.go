package fit

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// answersOf makes answers in one dimension from roles such as "abc": the first
// is best, the last is worst.
func answersOf(d Dimension, lines ...string) (answers []AnswerResult) {
	for _, line := range lines {
		a := AnswerResult{Dimension: d.String()}
		for _, role := range line {
			a.Shown = append(a.Shown, fmt.Sprintf("%c/x", role))
		}
		a.Best, a.Worst = a.Shown[0], a.Shown[len(line)-1]
		answers = append(answers, a)
	}
	return answers
}

func TestHighestInDimension(t *testing.T) {
	for _, c := range []struct {
		fits  []float64 // NaN is not judged
		first []string
	}{
		{[]float64{60, 70, 65}, []string{"b"}},
		{[]float64{50, 60, 60}, []string{"b", "c"}},
		{[]float64{60, 60, 50}, []string{"a", "b"}},
		{[]float64{50, 50, math.NaN()}, []string{}},
		{[]float64{50.1, math.NaN(), 20}, []string{"a"}},
		{[]float64{40, 30, 20}, []string{}},
	} {
		r := &Result{}
		for i, fit := range c.fits {
			role := RoleResult{ID: string(rune('a' + i)), Dimensions: map[string]*float64{}}
			if !math.IsNaN(fit) {
				role.Dimensions["skills"] = &fit
			}
			r.Roles = append(r.Roles, role)
		}
		require.Equal(t, c.first, r.highest(Skills), "%v", c.fits)
		require.Empty(t, r.highest(Focus))
	}
}

// In focus, a leads b by 100 points after 4 answers, with a standard error of
// 50. In skills, b leads a by 50 points, exactly half of clearAt. In success,
// it leads by 33.3 points after six answers, less than the 40.8 needed.
func TestLeadsOfDimensions(t *testing.T) {
	r := &Result{Lead: &Lead{Role: "a", Over: "b"}}
	r.Answers = append(answersOf(Focus, "ab", "ab", "ab", "ab"), answersOf(Skills, "ba", "ba", "ba", "ab")...)
	r.Answers = append(r.Answers, answersOf(Success, "ba", "ba", "ba", "ba", "ab", "ab")...)
	r.decide()
	focus, skills, success := r.Dimensions[0], r.Dimensions[1], r.Dimensions[2]
	require.Equal(t, &Lead{"a", "b", 100, 50, 100}, focus.Lead)
	require.True(t, focus.Leans)
	require.Equal(t, &Lead{"b", "a", 50, 50, 100}, skills.Lead)
	require.True(t, skills.Leans)
	require.Equal(t, "b", success.Lead.Role)
	require.InDelta(t, 100./3, success.Lead.Points, 1e-9)
	require.False(t, success.Leans)

	r = &Result{Lead: &Lead{Role: "a", Over: "b"}, Answers: answersOf(Focus, "ac")}
	r.decide()
	require.Equal(t, DimensionResult{Dimension: "focus", First: []string{}}, r.Dimensions[0], "b is not judged")
}

func TestSetAside(t *testing.T) {
	for _, c := range []struct {
		best, worst [3]int
		about, want string
	}{
		{[3]int{5, 1, 0}, [3]int{0, 2, 4}, "a", "c"},
		{[3]int{0, 1, 5}, [3]int{4, 2, 0}, "c", "a"},
		{[3]int{5, 1, 0}, [3]int{0, 4, 4}, "a", ""}, // two were worst equally often
		{[3]int{0, 1, 5}, [3]int{4, 4, 0}, "c", ""},
		{[3]int{5, 1, 4}, [3]int{3, 3, 4}, "a", ""}, // best just as often
		{[3]int{5, 1, 3}, [3]int{3, 3, 4}, "a", "c"},
		{[3]int{5, 1, 0}, [3]int{0, 2, 4}, "c", ""}, // the verdict is about it
		{[3]int{}, [3]int{}, "a", ""},
		{[3]int{1, 0, 0}, [3]int{2, 2, 3}, "b", "c"}, // a tie for the lower places
	} {
		r := &Result{About: []string{c.about}}
		for i := range c.best {
			r.Roles = append(r.Roles, RoleResult{ID: string(rune('a' + i)), Best: c.best[i], Worst: c.worst[i]})
		}
		require.Equal(t, c.want, r.setAside(), "%+v", c)
	}
}
