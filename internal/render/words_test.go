package render

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

func TestParseFormat(t *testing.T) {
	f, err := ParseFormat(" Markdown ", Text, Markdown)
	require.NoError(t, err)
	require.Equal(t, Markdown, f)
	_, err = ParseFormat("html", Text, Markdown, JSON)
	require.EqualError(t, err, `format is "html", expected one of text, markdown, json`)
}

// A lead just below a threshold must not read as having reached it.
func TestNumbers(t *testing.T) {
	require.Equal(t, "1.9", times(1.99, 1))
	require.Equal(t, "2", times(2, 1))
	require.Equal(t, "2", times(2-1e-10, 1), "the method's own slack")
	require.Equal(t, "0", times(1, 0))
	require.Equal(t, "4.9", number(4.899))
	require.Equal(t, "4", number(4))
	require.Equal(t, "1 point", points(1.01))
	require.Equal(t, "0.5 points", points(0.5))
	require.Equal(t, "–", whole(nil))
}

func TestSentences(t *testing.T) {
	require.Equal(t, "a, b and c", and([]string{"a", "b", "c"}))
	require.Equal(t, "a", and([]string{"a"}))
	require.Equal(t, "Done.", ended("Done"))
	require.Equal(t, "Really?", ended("Really?"))
	require.Equal(t, "2 January 2026", day("2026-01-02T15:04:05Z"))
	require.Equal(t, "yesterday", day("yesterday"))
}

// The verdict is the result's; the words only say it, and never more than it.
func TestVerdictSentence(t *testing.T) {
	result := func(v fit.Verdict, named ...string) report {
		r := &fit.Result{Verdict: v, Named: named, Lead: &fit.Lead{Role: "a", Over: "b", Points: 3, StdErr: 4}}
		for _, id := range []string{"a", "b"} {
			r.Roles = append(r.Roles, fit.RoleResult{ID: id, Title: "Role " + id, Place: len(r.Roles) + 1, Shown: 12})
		}
		for range 4 {
			for _, d := range fit.Dimensions {
				r.Answers = append(r.Answers, fit.AnswerResult{Dimension: d.String(), Shown: []string{"a/x", "b/y"}})
			}
		}
		return report{r}
	}
	require.Equal(t, "Your answers point clearly to Role a.", result(fit.Clear, "a").sentence())
	require.Equal(t, "Your answers lean towards Role a.", result(fit.Leaning, "a").sentence())
	require.Equal(t, "It is a toss-up between Role a and Role b.", result(fit.TossUp, "a", "b").sentence())
	require.Equal(t, "Your answers do not settle on one role: several are too close together.", result(fit.Undecided).sentence())

	few := result(fit.Undecided)
	few.Answers = few.Answers[:5] // two of focus and skills, one of success
	require.Equal(t, "There are too few answers to name a role.", few.sentence())
	few.Provisional = true
	require.Equal(t, "So far, there are too few answers to name a role.", few.sentence())
	few.Lead = nil
	require.Equal(t, "So far, there are too few answers to compare any two roles.", few.sentence())

	require.Contains(t, result(fit.TossUp, "a", "b").leadSentence(), "luck alone typically sets two roles up to 4 apart: more than the lead.")
	level := result(fit.TossUp, "a", "b")
	level.Lead.Points = 0
	require.Contains(t, level.leadSentence(), "Role a and Role b are exactly level")
}

// No command is made of what is not an id.
func TestCommandsAreSafeToCopy(t *testing.T) {
	p := report{&fit.Result{Named: []string{"x; rm -rf ~"}, Lead: &fit.Lead{Role: "x; rm -rf ~", Over: "b"}}}
	require.Equal(t, []block{command{"The roles, a line each", "rolefit roles"}}, p.commands())
}

// A role at the front is never one to set aside, however often it was worst.
func TestOnlyWhatIsBehindIsSetAside(t *testing.T) {
	r := &fit.Result{Verdict: fit.Undecided, Lead: &fit.Lead{Role: "a", Over: "b"}}
	for _, id := range []string{"a", "b", "c"} {
		r.Roles = append(r.Roles, fit.RoleResult{ID: id, Place: len(r.Roles) + 1, Best: 1, Worst: 2, Shown: 9})
	}
	r.Roles[1].Worst = 4
	require.Nil(t, report{r}.lowest(), "b is next to the front")
	r.Roles[1].Worst, r.Roles[2].Worst = 2, 4
	require.Equal(t, "c", report{r}.lowest().ID)
}
