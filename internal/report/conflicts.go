package report

import (
	"fmt"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
)

// oftenPhrases say how usual a condition is, by its level.
var oftenPhrases = [...]string{"rarely", "sometimes", "often", "nearly always"}

// conflicts name what comes with the job and the person wouldn't accept.
func (w result) conflicts() []page.Block {
	if len(w.Result.Conditions) == 0 || len(w.About) == 0 {
		return nil
	}
	if len(w.Conflicts) == 0 {
		return []page.Block{page.Paragraph("Nothing that usually comes with the job conflicts with what you'd accept.")}
	}
	var items page.List
	for _, c := range w.Conflicts {
		answer := "you'd rather not have it"
		if c.Answer == fit.Refuse {
			answer = "you'd refuse it"
		}
		items = append(items, page.Item{
			Label: c.Name,
			Text:  fmt.Sprintf("it %s comes with %s, and %s. Ask about it before you accept an offer.", oftenPhrases[max(0, min(c.Level, len(oftenPhrases)-1))], w.title(c.Role), answer),
			Note:  sourceNotes[c.Source],
		})
	}
	return []page.Block{items}
}

// sourceNotes say how it is known how usual a condition is.
var sourceNotes = map[fit.Source]string{
	fit.Guess: "how usual it is, is a guess", fit.FromResearch: "from research", fit.FromPostings: "counted in postings",
}
