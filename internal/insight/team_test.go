package insight_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
	"github.com/rolefit/rolefit/internal/insight"
)

// member returns a result with a fit for r00 and a level in the skill.
func member(t *testing.T, p *fit.Pack, n int) *fit.Result {
	t.Helper()
	q := fittest.MustQuiz(p)
	a := &fit.Answers{ID: fmt.Sprint("someone-", n), Taken: fmt.Sprintf("2026-01-%02dT00:00:00Z", n+1), Skills: []fit.Rating{{Skill: "knots", Level: n % 5}}}
	for i, x := range q.Questions[:12] {
		best := "r00"
		if i < n {
			best = "r01"
		}
		a.All = append(a.All, fittest.Answer(x, best, "r02"))
	}
	return fit.Score(q, a)
}

func knots() *fit.Pack {
	p := fittest.Synthetic(4, 9)
	p.Skills = []fit.Skill{{ID: "knots", Name: "Knots"}, {ID: "rope", Name: "Rope"}, {ID: "spare", Name: "Spare"}}
	p.Roles[0].Needs = []fit.Need{{Skill: "knots", Level: 2}, {Skill: "rope", Level: 1}}
	p.Roles[1].Needs = []fit.Need{{Skill: "knots", Level: 3}}
	return p
}

// Worked out by hand: seven people prefer r01 in 0, 2, 4, ... 12 of twelve
// questions and r00 in the others, always over r02. The fits of r00 are 100,
// 91.7, ... 50.
func TestTeam(t *testing.T) {
	p := knots()
	team := insight.NewTeam(p)
	for n := range 7 {
		require.NoError(t, team.Add(member(t, p, 2*n)))
	}
	r, err := team.Report()
	require.NoError(t, err)
	require.Equal(t, 7, r.People)
	require.Equal(t, []string{"r00", "r01", "r02", "r03"}, []string{r.Roles[0].ID, r.Roles[1].ID, r.Roles[2].ID, r.Roles[3].ID})
	require.Equal(t, shown(4), r.Roles[0].Lead, "n = 0, 2, 4 and, together with r01, 6")
	require.Equal(t, shown(4), r.Roles[1].Lead)
	require.Equal(t, shown(0), r.Roles[2].Lead)
	require.Nil(t, r.Roles[0].Fit, "too few for quartiles")
	// levels 0 2 4 1 3 0 2: r01 needs 3, and two have it
	require.Len(t, r.Skills, 1)
	require.Equal(t, []any{"knots", 3, []string{"r01"}, 7, insight.Cell{}, true},
		[]any{r.Skills[0].Skill, r.Skills[0].Needed, r.Skills[0].Roles, r.Skills[0].Rated, r.Skills[0].Reach, r.Skills[0].Short})
	require.Equal(t, []string{"rope"}, r.TooFew)
}

func shown(n int) insight.Cell { return insight.Cell{People: &n} }

// A report contains nothing about any one person, and there is no report about
// too few people.
func TestTeamReportIsAnonymous(t *testing.T) {
	p := knots()
	team := insight.NewTeam(p)
	for n := range insight.MinTeam {
		_, err := team.Report()
		require.ErrorContains(t, err, fmt.Sprintf("expected at least %d", insight.MinTeam))
		require.NoError(t, team.Add(member(t, p, n)))
	}
	r, err := team.Report()
	require.NoError(t, err)
	data, err := json.Marshal(r)
	require.NoError(t, err)
	require.NotContains(t, string(data), "someone")
	require.NotContains(t, string(data), "2026-")
}

// The report doesn't depend on the order of people or on how they are split
// into teams.
func TestTeamMerge(t *testing.T) {
	p := knots()
	whole := insight.NewTeam(p)
	parts := []*insight.Team{insight.NewTeam(p), insight.NewTeam(p), insight.NewTeam(p)}
	for _, n := range rand.New(rand.NewPCG(1, 1)).Perm(12) {
		require.NoError(t, parts[n%2].Add(member(t, p, n)))
	}
	for n := range 12 {
		require.NoError(t, whole.Add(member(t, p, n)))
	}
	parts[2].Merge(parts[1])
	parts[2].Merge(parts[0])
	want, err := whole.Report()
	require.NoError(t, err)
	got, err := parts[2].Report()
	require.NoError(t, err)
	require.Equal(t, want, got)
}

func TestTeamRefuses(t *testing.T) {
	p := knots()
	other := knots() // same id, other roles
	other.Roles[3].ID = "r09"
	for want, r := range map[string]*fit.Result{
		`verdict is "sure"`:                        {Schema: fit.ResultSchema, Verdict: "sure"},
		`result is for pack "other"`:               changed(member(t, p, 1), func(r *fit.Result) { r.Pack.ID = "other" }),
		`role "r09" is not in pack "synthetic"`:    member(t, other, 1),
		`skill "juggling" is not in pack`:          changed(member(t, p, 1), func(r *fit.Result) { r.Skills["juggling"] = fit.Rated{} }),
		`skill "knots": level is 5, expected 0 to`: changed(member(t, p, 1), func(r *fit.Result) { r.Skills["knots"] = fit.Rated{Level: new(5)} }),
	} {
		team := insight.NewTeam(p)
		require.ErrorContains(t, team.Add(r), want)
		_, err := team.Report()
		require.ErrorContains(t, err, "0 people", "it isn't counted")
	}
}

func changed(r *fit.Result, change func(*fit.Result)) *fit.Result {
	change(r)
	return r
}

// People who stopped in a survey are counted, and aren't compared with
// interviews, which end early if a verdict is clear.
func TestTeamSurvey(t *testing.T) {
	p := knots()
	q := fittest.MustQuiz(p)
	survey, interviews := insight.NewTeam(p), insight.NewTeam(p)
	for n := range 8 {
		a := &fit.Answers{}
		for s := q.Next(a); s.Kind == fit.AskQuestion && len(a.All) < 12; s = q.Next(a) {
			a.All = append(a.All, fittest.Answer(q.Question(s.ID), "r00", "r02"))
		}
		require.NoError(t, interviews.AddAnswers(q, a))
		a.Form, a.Finished = true, n < 3
		require.NoError(t, survey.AddAnswers(q, a))
	}
	in, err := interviews.Report()
	require.NoError(t, err)
	require.Equal(t, shown(0), in.Unfinished)
	forms, err := survey.Report()
	require.NoError(t, err)
	require.Equal(t, shown(3), forms.Unfinished)
	require.Less(t, forms.Verdicts[0].Random.Mean, in.Verdicts[0].Random.Mean, "interviews look at the lead more than once")
}
