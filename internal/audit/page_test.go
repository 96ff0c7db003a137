package audit

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// The page of a failing pack starts with the reasons. A pack's texts and the
// facets in answers are untrusted.
func TestPage(t *testing.T) {
	p := fittest.Synthetic(4, 3) // too few facets for all questions
	q := fittest.MustQuiz(p)
	x := q.Questions[0]
	answers := []*fit.Answers{{All: []fit.Answer{
		fittest.Answer(x, x.Options[0].Role, x.Options[1].Role),
		{Question: q.Questions[1].ID, Skip: fit.Unclear, Seconds: -1},
		{Question: "another", Best: "b", Worst: "a", Seconds: -1},
	}}}
	r, err := Run(t.Context(), p, Options{People: 200, Seed: 1, Answers: each(p, answers)})
	require.NoError(t, err)
	r.Pack.ID += "\x1b[31m\u202e"
	r.Findings[0].What += "\x1b]0;x\x07"
	r.Observed.Questions[0].Options[0].Facet += "\x1b[2J"
	got := string(r.Page().Text(page.Style{Width: 160}))
	require.False(t, strings.ContainsAny(got, "\x1b\x07\u202e"))
	for _, want := range []string{
		"Audit of synthetic", "200 simulated people per row · seed 1", "This pack fails: ", "WHAT TO FIX FIRST\n  1. Error: ", "Why it matters: ", "Fix:",
		"The questions are assembled from the facets.", "1 person answered 1 question and skipped 1. Ignored because this pack doesn't ask them: 1 answer.",
	} {
		require.Contains(t, got, want)
	}
	r.Findings = []Finding{{Severity: Warning, What: "x"}}
	require.Equal(t, page.Headline("This pack passes, with 1 warning."), r.pageVerdict()[0])
	r.Findings = nil
	require.Equal(t, page.Headline("This pack passes."), r.pageVerdict()[0])
	require.Empty(t, r.pageFindings())
}

func TestFigures(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 123456: "123,456", 1234567: "1,234,567", -1234: "-1,234"} {
		require.Equal(t, want, wording.Thousands(n))
	}
	require.Equal(t, "12.3% ± 0.50%", Check{Figure: .123, StdErr: .005, Share: true}.figure())
	require.Equal(t, "0.51% ± 0.05%", Check{Figure: .0051, StdErr: .0005, Share: true, Limit: maxUneven}.figure())
	require.Equal(t, "1.37 ± 0.12", Check{Figure: 1.37, StdErr: .12}.figure())
	require.Equal(t, "at most 2", Check{Limit: 2, AtMost: true}.limit())
	require.Equal(t, "at least 62.5%", Check{Limit: .625, Share: true}.limit())
}
