package report

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
)

// doubtful is a result that names the first of two roles.
func doubtful() *fit.Result {
	return &fit.Result{
		Verdict: fit.Leaning, Reason: fit.Close, Named: []string{"sre"}, About: []string{"sre"}, Lead: &fit.Lead{Role: "sre", Over: "cloud", Points: 9, ClearAt: 16},
		Roles: []fit.RoleResult{{ID: "sre", Title: "SRE", Place: 1, Fit: new(60.0)}, {ID: "cloud", Title: "Cloud Engineer", Place: 2, Fit: new(51.0)}},
	}
}

// What speaks against the answers is on the first screen, in what stays on the
// terminal, in the picture and in a plan.
func TestDoubtIsSaid(t *testing.T) {
	r := doubtful()
	first := func() string { return string(Result(r).Text(page.Style{})) }
	require.NotContains(t, first(), "Note ")
	r.Flags = []fit.Flag{fit.Fast}
	require.Contains(t, first(), "Note  You answered faster than most can read")
	require.Contains(t, InShort(r)[2], "faster than most")
	require.NotEmpty(t, Summarize(r).Note)
	plan := &insight.Plan{Me: insight.Me{Fit: new(60.0), Answered: 1, Provisional: true, Flags: r.Flags}}
	require.Contains(t, string(Plan(plan).Text(page.Style{})), "after 1 question")
	plan.Me.Provisional = false
	require.Contains(t, string(Plan(plan).Text(page.Style{})), "faster than most")
}

// A condition that the person would refuse is on the first screen.
func TestConflictOnFirstScreen(t *testing.T) {
	r := doubtful()
	r.Conflicts = []fit.Conflict{
		{Condition: "docs", Name: "Docs", Role: "sre", Level: 3, Answer: fit.RatherNot},
		{Condition: "on-call", Name: "On-call", Role: "sre", Level: 2, Answer: fit.Refuse},
	}
	require.Equal(t, "On-call: often part of this job, and you'd refuse that. Also: Docs.", result{r}.conflict())
	r.Conflicts[1].Source, r.Named = fit.Guess, nil
	require.Equal(t, "On-call: often part of SRE jobs (a guess), and you'd refuse that. Also: Docs.", result{r}.conflict())
	require.Contains(t, follows(r, page.Style{}, 30), "Conflict  On-call")
	r.Flags = []fit.Flag{fit.Fast}
	narrow := page.Style{Width: 38}
	require.Regexp(t, `(?s)^\s*Note +You.*Conflict +On-call.*SRE +.*Cloud`, follows(r, narrow, 7), "they come before the bars")
}

func TestCloseRolesAreNamed(t *testing.T) {
	r := doubtful()
	r.Close = []string{"sre"}
	require.Equal(t, "SRE are too close to call. Cloud Engineer is further behind.", result{r}.closeText())
	r.Close = []string{"sre", "cloud"}
	require.Equal(t, "All two roles are too close to call.", result{r}.closeText())
}

// A grade takes ratings of at least half of the skills.
func TestFewRatings(t *testing.T) {
	g := &fit.GradeResult{Ready: "junior", Unrated: 11}
	require.Equal(t, " Rate the other 11 to know which grade you're ready for.", gradeSentence(g, 14))
	g.Unrated = 7
	require.Contains(t, gradeSentence(g, 14), "you're ready for junior")
}

// What a report says about the person is true of the case: no conflict is not
// the same as no objection, and an undecided verdict points to no job.
func TestTextsFitTheCase(t *testing.T) {
	r := doubtful()
	conflicts := func() string {
		p := &page.Page{}
		p.Add("", result{r}.conflicts()...)
		return string(p.Text(page.Style{Width: 200}))
	}
	r.Conditions = []fit.ConditionResult{{Condition: "docs", Answer: fit.Fine}}
	require.Contains(t, conflicts(), "Nothing that usually comes with the job conflicts")
	r.Conditions[0].Answer = fit.RatherNot
	require.Contains(t, conflicts(), "Nothing that you'd refuse or rather avoid is often part of the job.")

	cards := func() string {
		p := &page.Page{}
		p.Add("", result{r}.cards()...)
		return string(p.Text(page.Style{Width: 400}))
	}
	r.Roles[1].Card, r.Flags = fit.Want, []fit.Flag{fit.CardDisagrees}
	require.Contains(t, cards(), "the one your answers point to")
	r.Verdict, r.Named = fit.Undecided, nil
	require.Contains(t, cards(), "You rated another job higher than SRE, which has the highest fit.")

	r.Verdict, r.Reason, r.Named, r.Lead.ClearAt, r.Roles[1].Fit, r.Lead.Points = fit.Leaning, fit.CardPass, []string{"sre"}, 8.6, new(51.0), 9
	require.Contains(t, result{r}.leadSentence(), "9 points over Cloud Engineer; a clear lead takes 9, but")

	r.Verdict, r.Named = fit.TossUp, []string{"cloud", "sre"}
	require.Equal(t, "SRE or Cloud Engineer", result{r}.callout().Title)

	r.Roles[0].Readiness, r.Roles[0].Rated, r.Roles[0].Needed = new(0.6), 2, 3
	require.Contains(t, follows(r, page.Style{}, 30), "Ready")
	require.NotContains(t, follows(r, page.Style{}, 30), "incomplete")
	require.NotContains(t, follows(r, page.Style{}, 4), "Ready")
	require.Contains(t, follows(r, page.Style{}, 4), "(incomplete)")
}

// follows draws what follows from a verdict. With enough lines it is complete.
func follows(r *fit.Result, s page.Style, lines int) string {
	p, complete := Follows(r, s, lines)
	return string(p.Text(s)) + map[bool]string{false: "(incomplete)"}[complete]
}

// A few answers fill a bar or leave it empty, so no fit is shown.
func TestFewAnswersShowNoFit(t *testing.T) {
	r := doubtful()
	require.NotEmpty(t, result{r}.fits())
	r.Reason = fit.TooFew
	require.Empty(t, result{r}.fits())
	require.Nil(t, Summarize(r).Roles[0].Fit)
	require.NotContains(t, string(Result(r).Text(page.Style{})), "FIT BY DIMENSION")
	r.ID = "20261122-093000-00a1"
	require.Equal(t, page.Commands{{Text: "Answer the rest", Line: "rolefit quiz --settle"}}, result{r}.commands())
	r.Reason, r.Verdict, r.Answered = fit.NothingWanted, fit.NoRole, fit.MinAnswered-1
	require.Empty(t, result{r}.fits())
	r.Answered++
	require.NotEmpty(t, result{r}.fits())
}

// The next steps of a result are in the order of the plan: what the next grade
// needs comes first.
func TestGapsInOrder(t *testing.T) {
	r := doubtful()
	r.Gaps = []fit.Gap{{Skill: "a", Level: 1, Needed: 4}, {Skill: "b", Level: 2, Needed: 3}, {Skill: "c", Needed: 1}}
	r.Roles[0].Needs = []fit.NeedResult{{Skill: "a", Needed: 4}, {Skill: "b", Needed: 3}, {Skill: "c", Needed: 1}}
	order := func() (skills string) {
		for _, g := range (result{r}).gapsInOrder() {
			skills += g.Skill
		}
		return skills
	}
	require.Equal(t, "acb", order(), "of equal gaps the lower level first")
	r.Roles[0].Grade = &fit.GradeResult{Next: "junior", Lacks: []fit.NeedResult{{Skill: "b", Needed: 3}, {Skill: "c", Needed: 1}}}
	require.Equal(t, "cba", order())
}
