package report

import (
	"fmt"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
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
			s = "Nothing that you'd rather avoid nearly always comes with the job, and nothing that you'd refuse comes with it often."
		}
		return []page.Block{page.Paragraph(s)}
	}
	var items page.List
	for _, c := range w.Conflicts {
		answer := "you'd rather avoid that"
		if c.Answer == fit.Refuse {
			answer = "you'd refuse that"
		}
		items = append(items, page.Item{
			Label: c.Name,
			Text:  fmt.Sprintf("%s jobs %s include it, and %s. Ask about it before you accept an offer.", w.title(c.Role), oftenPhrases[max(0, min(c.Level, len(oftenPhrases)-1))], answer),
			Note:  sourceNotes[c.Source],
		})
	}
	return []page.Block{items}
}

// sourceNotes describes where the frequency of a condition comes from.
var sourceNotes = map[fit.Source]string{
	fit.Guess: "a guess", fit.FromResearch: "from research", fit.FromPostings: "from job postings",
}
