package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// oftenPhrases contains the words for how often a condition occurs, by level.
var oftenPhrases = [...]string{"rarely", "sometimes", "often", "nearly always"}

// howOften returns the words for the level of a condition, or a dash.
func howOften(level *int) string {
	if level == nil {
		return "–"
	}
	return oftenPhrases[max(0, min(*level, len(oftenPhrases)-1))]
}

// toleranceWords contains the words for what the person answered to a condition.
var toleranceWords = map[fit.Tolerance]string{fit.Fine: "fine", fit.RatherNot: "rather not", fit.Refuse: "refuse"}

// conflicts lists the conditions of the job that the person would rather avoid
// or refuses, and then all that they answered.
func (w result) conflicts() []page.Block {
	if len(w.Result.Conditions) == 0 || len(w.About) == 0 {
		return nil
	}
	return append(w.clashes(), w.conditions()...)
}

// conditions lists what the person answered to each condition, beside how often
// it comes with the jobs that the verdict is about.
func (w result) conditions() []page.Block {
	var items page.List
	for _, c := range w.Result.Conditions {
		var often []string
		for _, role := range w.byFit(w.About) {
			if level, ok := c.Levels[role]; ok {
				often = append(often, w.title(role)+": "+howOften(&level))
			}
		}
		items = append(items, page.Item{Label: c.Name, Text: toleranceWords[c.Answer], Note: strings.Join(often, "; ")})
	}
	d := page.Details{Summary: "What you answered, and how often it comes with the job", Blocks: []page.Block{items}}
	if w.ID != "" {
		d.Command = page.Command{Text: "To see it", Line: page.Verbatim("rolefit result " + w.ID + " --all")}
	}
	return []page.Block{d}
}

// clashes lists the conflicts.
func (w result) clashes() []page.Block {
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
	often := howOften(&c.Level)
	job, guess := w.title(c.Role)+" jobs", ""
	if len(w.Named) == 1 && c.Role == w.Named[0] {
		job = "this job"
	}
	if c.Source == fit.Guess {
		guess = " (a guess)"
	}
	return fmt.Sprintf("%s part of %s%s, and %s.", often, job, guess, answer)
}
