package audit

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// judgeObserved reports what real people's answers suggest about each question.
// It reports only warnings, because the answers may be from few people.
func (r *Report) judgeObserved() {
	for i := range r.Observed.Questions {
		q := &r.Observed.Questions[i]
		r.judgeSkips(q)
		for _, o := range q.Options {
			r.judgeOption(q, o)
		}
	}
}

func (r *Report) judgeSkips(q *QuestionUse) {
	asked := q.Answered + q.Skipped
	share := ratio(int64(q.Skipped), int64(asked))
	if asked < minAnswers || share-float64(LimitStdErrs*stdErr(share, int64(asked))) <= maxSkipped {
		return
	}
	reasons := slices.Clone(fit.Skips)
	slices.SortStableFunc(reasons, func(a, b fit.Skip) int { return q.Skips[b] - q.Skips[a] })
	fix := map[fit.Skip]string{
		fit.Unsure:  "its options are too similar, so make them differ in what the person would do",
		fit.Unclear: "use plainer words, and read it to someone from another team",
		fit.None:    "its options appeal to nobody, so use facets that people in these roles like",
	}
	r.Findings = append(r.Findings, Finding{
		Severity: Warning,
		What:     fmt.Sprintf("question %s is often skipped: %d of %d, most often as %s", q.Question, q.Skipped, asked, reasons[0]),
		Why:      "a skipped question takes time and reveals nothing",
		Fix:      fix[reasons[0]],
	})
}

func (r *Report) judgeOption(q *QuestionUse, o OptionUse) {
	if o.Shown < minAnswers {
		return
	}
	if o.Best == 0 {
		how := "best"
		if o.Worst == 0 {
			how = "best or worst"
		}
		r.Findings = append(r.Findings, Finding{
			Severity: Warning, What: fmt.Sprintf("option %s of question %s (%s) was never %s for %d people", o.Key, q.Question, o.Facet, how, o.Shown),
			Why: "if nobody chooses an option, the question has fewer real options than it shows",
			Fix: "reword it so that the people it's meant for would choose it",
		})
	}
	if o.Nicer == nil || math.Abs(*o.Nicer) < outlierBy || math.Abs(*o.Nicer) < outlierTimes**o.StdErr {
		return
	}
	how, fix := "more", "tone it down, or make the others sound as good"
	if *o.Nicer < 0 {
		how, fix = "less", "make it sound as good as the others"
	}
	role, _, _ := strings.Cut(o.Facet, "/")
	r.Findings = append(r.Findings, Finding{
		Severity: Warning, What: fmt.Sprintf("option %s of question %s (%s) is %s attractive than the other options of role %s", o.Key, q.Question, o.Facet, how, role),
		Why: "people choose it for its wording, not for the role, and that moves the verdict",
		Fix: fix,
	})
}
