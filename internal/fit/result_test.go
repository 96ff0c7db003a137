package fit_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

// said answers the first questions: "02" makes role 0 best and role 2 worst,
// and "-" skips the question.
func answersTo(q *fit.Quiz, keys string) *fit.Answers {
	a := &fit.Answers{}
	for i, pair := range strings.Fields(keys) {
		answer := fit.Answer{Question: q.Questions[i].ID, Skip: fit.Unsure, Seconds: -1}
		if pair != "-" {
			answer = fittest.Answer(q.Questions[i], "r0"+pair[:1], "r0"+pair[1:])
		}
		a.All = append(a.All, answer)
	}
	return a
}

// clearAnswers makes role 0 the clear leader and role 1 its nearest rival.
const clearAnswers = "01 02 03 01 02 03 01 02 03 01 02 03"

// S is 4, 1, -1 and -4 after eleven answers. Role 0 leads role 1 by 13.6
// points, and 17.4 would be needed to lean, so both are named.
func TestEvidence(t *testing.T) {
	q := fittest.MustQuiz(fittest.Synthetic(4, 9))
	a := answersTo(q, "02 01 10 23 20 01 03 13 13 02 - 02")
	slices.Reverse(a.All) // evidence is in the order asked, not the order written here
	r := fit.Score(q, a)
	require.Equal(t, []string{"r00", "r01"}, r.Named)
	require.Equal(t, [3]int{12, 11, 1}, [3]int{r.Asked, r.Answered, r.Skipped})
	require.Equal(t, [4]int{6, 2, 3, 2}, [4]int{r.Roles[0].Best, r.Roles[0].Worst, r.Roles[1].Best, r.Roles[1].Worst})
	type spoken struct {
		asked       int
		by          string
		weight      int
		best, worst string
	}
	var got []spoken
	for _, e := range r.Evidence {
		at := slices.IndexFunc(q.Questions, func(question *fit.Question) bool { return question.ID == e.Question })
		got = append(got, spoken{at, e.For, e.Weight, e.Best.Role, e.Worst.Role})
	}
	require.Equal(t, []spoken{
		{1, "r00", 2, "r00", "r01"}, {5, "r00", 2, "r00", "r01"}, {0, "r00", 1, "r00", "r02"},
		{2, "r01", 2, "r01", "r00"}, {4, "r01", 1, "r02", "r00"}, {7, "r01", 1, "r01", "r03"},
	}, got)
}

func TestSecondRoleMayBeFirstOfPack(t *testing.T) {
	q := fittest.MustQuiz(fittest.Synthetic(2, 4))
	require.Equal(t, "r00", fit.Score(q, answersTo(q, "10")).Lead.Over)
}

// Role 0 needs u:2 v:3, role 1 v:2 w:3, role 2 w:2 x:3.
func TestReadiness(t *testing.T) {
	q := fittest.MustQuiz(fittest.Skilled(4))
	a := answersTo(q, clearAnswers)
	a.Skills = []fit.Rating{{Skill: "u", Level: 4}, {Skill: "v", Level: 1}, {Skill: "w", Skip: fit.Unsure}}
	byID := map[string]fit.RoleResult{}
	for _, role := range fit.Score(q, a).Roles {
		byID[role.ID] = role
	}
	require.InDelta(t, (2.0+1)/(2+3), *byID["r00"].Readiness, 1e-12, "more than is needed makes up for nothing")
	require.InDelta(t, 1.0/2, *byID["r01"].Readiness, 1e-12, "an unrated skill is left out")
	require.Nil(t, byID["r02"].Readiness)
	require.Equal(t, [3]int{2, 1, 0}, [3]int{byID["r00"].Rated, byID["r01"].Rated, byID["r02"].Rated})
}

func gapsOf(r *fit.Result) (skills []string) {
	for _, g := range r.Gaps {
		skills = append(skills, g.Skill)
	}
	return skills
}

func TestGapsOfVerdictRoles(t *testing.T) {
	q := fittest.MustQuiz(fittest.Skilled(4))
	none := []fit.Rating{{Skill: "u"}, {Skill: "v"}, {Skill: "w"}, {Skill: "x"}, {Skill: "y"}}
	clear := answersTo(q, clearAnswers)
	clear.Skills = none
	require.Equal(t, []string{"v", "u"}, gapsOf(fit.Score(q, clear)), "role 0 is named")
	few := answersTo(q, "01 02 01")
	few.Skills = none
	require.Equal(t, []string{"v", "y", "u", "x"}, gapsOf(fit.Score(q, few)), "none is named: roles 0 and 3 are the first two")
}

// Roles 0 and 1 need u:2 v:3 and v:2 w:3.
func TestGapsOrderByRoles(t *testing.T) {
	p := fittest.Skilled(4)
	levels := map[string]int{"v": 0, "u": 0, "w": 2}
	have := func(skill string) (int, bool) { level, rated := levels[skill]; return level, rated }
	gaps := fit.Gaps(p, have, fittest.MustQuiz(p).Roles[:2])
	require.Equal(t, []string{"v", "u", "w"}, gapsOf(&fit.Result{Gaps: gaps}), "3 levels for two roles, 2 for one, 1 for one")
	require.Equal(t, []string{"r00", "r01"}, gaps[0].Roles)
}

func TestStepBeyondLevelThree(t *testing.T) {
	p := fittest.Skilled(2)
	require.Equal(t, "to 3", p.Step(&p.Skills[0], 2))
	require.Equal(t, "anchor 4", p.Step(&p.Skills[0], 3))
}

func TestCardsAgree(t *testing.T) {
	q := fittest.MustQuiz(fittest.Synthetic(4, 9))
	for _, c := range []struct {
		answers string
		cards   fit.Cards
		agrees  bool
	}{
		{clearAnswers, fit.Cards{Best: "r00", Worst: "r01"}, true}, // the verdict isn't about the rival
		{clearAnswers, fit.Cards{Best: "r01", Worst: "r02"}, false},
		{clearAnswers, fit.Cards{Best: "r01", Worst: "r00"}, false},
		{clearAnswers, fit.Cards{Skip: fit.Unsure}, false},
		{"01 02 01", fit.Cards{Best: "r03", Worst: "r02"}, true}, // undecided, about roles 0 and 3
		{"01 02 01", fit.Cards{Best: "r03", Worst: "r00"}, false},
	} {
		a := answersTo(q, c.answers)
		require.Nil(t, fit.Score(q, a).Cards)
		a.Cards = c.cards
		require.Equal(t, &fit.CardsResult{Best: c.cards.Best, Worst: c.cards.Worst, Skip: c.cards.Skip, Agrees: c.agrees}, fit.Score(q, a).Cards)
	}
}
