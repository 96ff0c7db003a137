package report

import (
	"fmt"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// oftenPhrases contains the words for how often a condition occurs, by level.
var oftenPhrases = [...]string{"rarely", "sometimes", "often", "nearly always"}

// conflicts lists the conditions of the job that the person would rather avoid
// or refuses.
func (w result) conflicts() []page.Block {
	if len(w.Result.Conditions) == 0 || len(w.About) == 0 {
		return nil
	}
	if len(w.Conflicts) == 0 {
		s := "Nothing that usually comes with the job conflicts with your answers."
		if slices.ContainsFunc(w.Result.Conditions, func(c fit.ConditionResult) bool { return c.Answer != fit.Fine }) {
			s = "Nothing stands out. This would list what you'd refuse if it often comes with the job, and what you'd rather avoid if it nearly always does."
		}
		return []page.Block{page.Paragraph(s)}
	}
	var items page.List
	for _, c := range w.Conflicts {
		items = append(items, page.Item{
			Label: c.Name,
			Text:  wording.Capitalize(w.clash(c)) + " Ask about it before you accept an offer.",
			Note:  sourceNotes[c.Source],
		})
	}
	return []page.Block{items}
}

// sourceNotes describes where the frequency of a condition comes from, unless
// it is a guess, which clash says.
var sourceNotes = map[fit.Source]string{fit.FromResearch: "from research", fit.FromPostings: "from job postings"}

// clash describes a conflict in a sentence. The job is the only role that the
// verdict names, or else one that the sentence names.
func (w result) clash(c fit.Conflict) string {
	answer := "you'd rather avoid that"
	if c.Answer == fit.Refuse {
		answer = "you'd refuse that"
	}
	often := oftenPhrases[max(0, min(c.Level, len(oftenPhrases)-1))]
	job, guess := w.title(c.Role)+" jobs", ""
	if len(w.Named) == 1 && c.Role == w.Named[0] {
		job = "this job"
	}
	if c.Source == fit.Guess {
		guess = " (a guess)"
	}
	return fmt.Sprintf("%s part of %s%s, and %s.", often, job, guess, answer)
}
