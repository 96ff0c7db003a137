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
	require.Contains(t, first(), "Note  You answered faster than most people read")
	require.Contains(t, InShort(r)[2], "faster than most people")
	require.NotEmpty(t, Summarize(r).Note)
	plan := &insight.Plan{Me: insight.Me{Fit: new(60.0), Answered: 1, Provisional: true, Flags: r.Flags}}
	require.Contains(t, string(Plan(plan).Text(page.Style{})), "after 1 question")
	plan.Me.Provisional = false
	require.Contains(t, string(Plan(plan).Text(page.Style{})), "faster than most people")
}

// A condition that the person would refuse is on the first screen.
func TestConflictOnFirstScreen(t *testing.T) {
	r := doubtful()
	r.Conflicts = []fit.Conflict{
		{Condition: "docs", Name: "Docs", Role: "sre", Level: 3, Answer: fit.RatherNot},
		{Condition: "on-call", Name: "On-call", Role: "sre", Level: 2, Answer: fit.Refuse},
	}
	require.Equal(t, "On-call: SRE jobs often include it, and you'd refuse that. And 1 more.", result{r}.conflict())
	require.Contains(t, string(Follows(r, page.Style{}, 30).Text(page.Style{})), "Conflict  On-call")
}

func TestCloseRolesAreNamed(t *testing.T) {
	r := doubtful()
	r.Close = []string{"sre"}
	require.Equal(t, "SRE are too close to call, but Cloud Engineer is out.", result{r}.closeText())
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
