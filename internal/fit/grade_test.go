package fit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

// The grade is the highest below which nothing rated is missing; the result says
// what the next one takes.
func TestGrade(t *testing.T) {
	p := fittest.Skilled(2) // r00 needs u and v
	p.Grades = []string{"junior", "mid", "senior"}
	p.Roles[0].Needs = []fit.Need{{Skill: "u", Levels: []int{1, 2, 3}, Level: 2}, {Skill: "v", Levels: []int{2}, Level: 2}}
	q := fittest.MustQuiz(p)
	grade := func(skills ...fit.Rating) *fit.GradeResult {
		r := fit.Score(q, &fit.Answers{Skills: skills})
		require.NoError(t, r.Check())
		return r.Role("r00").Grade
	}
	u := func(level int) fit.Rating { return fit.Rating{Skill: "u", Level: level} }
	v := func(level int) fit.Rating { return fit.Rating{Skill: "v", Level: level} }
	require.Nil(t, grade())
	require.Nil(t, grade(fit.Rating{Skill: "u", Skip: fit.Unsure}))
	for _, test := range []struct {
		ratings     []fit.Rating
		ready, next string
		lacks       int
		unrated     int
	}{
		{[]fit.Rating{u(0), v(1)}, "", "junior", 2, 0},
		{[]fit.Rating{u(1), v(2)}, "junior", "mid", 1, 0},
		{[]fit.Rating{u(2)}, "mid", "senior", 1, 1},
		{[]fit.Rating{u(3), v(4)}, "senior", "", 0, 0},
	} {
		g := grade(test.ratings...)
		require.Equal(t, test.ready, g.Ready)
		require.Equal(t, test.next, g.Next)
		require.Len(t, g.Lacks, test.lacks)
		require.Equal(t, test.unrated, g.Unrated)
	}
	p.Grades = nil
	require.Nil(t, grade(u(1)))
}
