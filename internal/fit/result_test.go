package fit_test

import (
	"fmt"
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

func cardsOf(ratings string) (cards []fit.Card) {
	words := map[rune]fit.CardRating{'w': fit.Want, 'm': fit.Maybe, 'p': fit.Pass}
	for i, c := range ratings {
		if c != '-' {
			cards = append(cards, fit.Card{Role: fmt.Sprintf("r%02d", i), Rating: words[c]})
		}
	}
	return cards
}

// What the cards of roles 0 to 3 do to a verdict for role 0.
func TestCardsAndVerdicts(t *testing.T) {
	q := fittest.MustQuiz(fittest.Synthetic(4, 9))
	for _, c := range []struct {
		picks, cards string
		verdict      fit.Verdict
		reason       fit.Reason
		disagrees    bool
	}{
		{clearAnswers, "", fit.Clear, "", false},
		{clearAnswers, "wmmm", fit.Clear, "", false},
		{clearAnswers, "wwww", fit.Clear, "", false},
		{clearAnswers, "mmmm", fit.Clear, "", false},
		{clearAnswers, "mwpp", fit.Clear, "", true},
		{clearAnswers, "-www", fit.Clear, "", false},
		{clearAnswers, "pwww", fit.Leaning, fit.CardPass, true},
		{clearAnswers, "pmmm", fit.Leaning, fit.CardPass, false},
		{clearAnswers, "pppp", fit.NoRole, fit.NothingWanted, false},
		{clearAnswers, "ppp-", fit.Leaning, fit.CardPass, false},
		{"01 02 01", "ppwp", fit.Undecided, fit.TooFew, true},
		{"01 02 01", "pppw", fit.Undecided, fit.TooFew, false}, // about roles 0 and 3
		{"01 02 01", "pppp", fit.NoRole, fit.NothingWanted, false},
		{"", "pppp", fit.NoRole, fit.NothingWanted, false},
	} {
		a := answersTo(q, c.picks)
		a.Cards = cardsOf(c.cards)
		r := fit.Score(q, a)
		require.NoError(t, r.Check())
		require.Equal(t, [2]string{string(c.verdict), string(c.reason)}, [2]string{string(r.Verdict), string(r.Reason)}, "%+v", c)
		require.Equal(t, c.disagrees, slices.Contains(r.Flags, fit.CardDisagrees), "%+v", c)
		if c.verdict == fit.NoRole {
			require.Empty(t, r.Named)
		}
	}
}

// A refused condition conflicts from level 2 on, one that would rather not be at
// level 3; only for the roles that the verdict is about.
func TestConflicts(t *testing.T) {
	p := fittest.Whole(4)
	for _, c := range []struct {
		level  int
		answer fit.Tolerance
		found  bool
	}{
		{3, fit.Refuse, true}, {2, fit.Refuse, true}, {1, fit.Refuse, false},
		{3, fit.RatherNot, true}, {2, fit.RatherNot, false}, {3, fit.Fine, false},
	} {
		p.Roles[0].Conditions[0].Level = c.level
		q := fittest.MustQuiz(p)
		a := answersTo(q, clearAnswers)
		a.Conditions = []fit.ConditionAnswer{{Condition: "v", Tolerance: fit.Refuse}, {Condition: "on-call", Tolerance: c.answer}}
		r := fit.Score(q, a)
		require.NoError(t, r.Check())
		require.Equal(t, []string{"r00"}, r.About)
		want := []fit.Conflict{}
		if c.found {
			want = append(want, fit.Conflict{Condition: "on-call", Name: "On-call", Role: "r00", Level: c.level, Answer: c.answer, Source: fit.Guess})
		}
		require.Equal(t, want, r.Conflicts)
	}
}
