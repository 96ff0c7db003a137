package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
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
	return oftenPhrase(*level)
}

func oftenPhrase(level int) string { return oftenPhrases[max(0, min(level, len(oftenPhrases)-1))] }

// toleranceWords contains the words for what the person answered to a condition.
var toleranceWords = map[fit.Tolerance]string{fit.Fine: "fine", fit.RatherNot: "rather not", fit.Refuse: "refuse"}

// conflicts lists the conditions of the job that the person would rather avoid
// or refuses, and then all that they answered.
func (w result) conflicts() []page.Block {
	if len(w.Result.Conditions) == 0 || len(w.About) == 0 {
		return nil
	}
	out := append(w.clashes(), w.contrasts()...)
	return append(out, w.conditions()...)
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
	d := page.Details{Summary: "Your answer to each condition, with how often the job includes it", Blocks: []page.Block{items}}
	if w.ID != "" {
		d.Command = page.Command{Text: "To see them", Line: page.Verbatim("rolefit result " + w.ID + " --all")}
	}
	return []page.Block{d}
}

// clashes lists the conflicts, and then what the person would rather avoid and
// is often part of the job, but isn't a conflict.
func (w result) clashes() []page.Block {
	var items page.List
	for _, c := range w.Conflicts {
		items = append(items, page.Item{
			Label: c.Name,
			Text:  wording.Capitalize(w.clash(c)) + " Ask about it before you accept an offer.",
			Note:  sourceNotes[c.Source],
		})
	}
	var out []page.Block
	if len(items) > 0 {
		out = append(out, items)
	}
	if also := w.avoided(); also != "" {
		out = append(out, page.Paragraph(also))
	}
	switch {
	case len(out) > 0:
		return out
	case slices.ContainsFunc(w.Result.Conditions, func(c fit.ConditionResult) bool { return c.Answer != fit.Fine }):
		return []page.Block{page.Paragraph("Nothing that you'd refuse or rather avoid is often part of the job.")}
	}
	return []page.Block{page.Paragraph("Nothing that usually comes with the job conflicts with your answers.")}
}

// avoided names what the person would rather avoid, for each role that it is
// often but not nearly always part of. It returns "" if there is nothing.
func (w result) avoided() string {
	roles := w.byFit(w.About)
	names := map[string][]string{}
	for _, id := range roles {
		for _, c := range insight.Clashes(w.Result, id) {
			if !c.Answer.Conflicts(c.Level) {
				names[id] = append(names[id], c.Name)
			}
		}
	}
	s := w.byRole(roles, names)
	switch {
	case s == "":
		return ""
	case len(roles) == 1:
		return "Often part of this job, though you'd rather avoid it: " + s
	}
	return "Often part of the job, though you'd rather avoid it. " + s
}

// byRole lists names by the roles that they are for, as in "Role A: x, y. Both:
// z." For a single role, it lists only the names.
func (w result) byRole(roles []string, names map[string][]string) string {
	var groups []string // titles, in the order of the first name
	listed := map[string][]string{}
	seen := map[string]bool{}
	for _, id := range roles {
		for _, name := range names[id] {
			if seen[name] {
				continue
			}
			seen[name] = true
			having := slices.DeleteFunc(slices.Clone(roles), func(other string) bool { return !slices.Contains(names[other], name) })
			group := wording.And(w.titles(having))
			switch {
			case len(having) == len(roles) && len(roles) == 2:
				group = "Both"
			case len(having) == len(roles) && len(roles) > 2:
				group = "All " + wording.Number(len(roles))
			}
			if listed[group] == nil {
				groups = append(groups, group)
			}
			listed[group] = append(listed[group], name)
		}
	}
	var sentences []string
	for _, group := range groups {
		s := uncapitalize(few(listed[group])) + "."
		if len(roles) > 1 {
			s = group + ": " + s
		}
		sentences = append(sentences, s)
	}
	return strings.Join(sentences, " ")
}

// fewNames is the maximum number of names listed in a sentence. One more than
// that isn't worth counting.
const fewNames = 3

// few joins names, and counts those that are too many. The names may contain
// "and", so it separates them with commas.
func few(names []string) string {
	for i := range names {
		if i > 0 {
			names[i] = uncapitalize(names[i])
		}
	}
	if n := len(names) - fewNames; n > 1 {
		return strings.Join(names[:fewNames], ", ") + fmt.Sprintf(", %d more", n)
	}
	return strings.Join(names, ", ")
}

// contrastsShown is the maximum number of conditions that a page names as
// separating two roles.
const contrastsShown = 3

// contrasts lists the conditions that separate the first two roles, unless the
// page lists them as conflicts of several roles.
func (w result) contrasts() []page.Block {
	near := w.near()
	if len(near) < 2 || w.Thin() {
		return nil
	}
	var items page.List
	for _, c := range insight.Contrasts(w.Result, near[0], near[1]) {
		listed := func(x fit.Conflict) bool { return x.Condition == c.Condition && len(w.About) > 1 }
		if !slices.ContainsFunc(w.Conflicts, listed) {
			items = append(items, page.Item{Label: c.Name, Text: howOftenInBoth(&c, w.title) + "; " + toleranceSentences[c.Answer] + "."})
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{
		page.Paragraph(fmt.Sprintf("What separates %s:", wording.And(w.titles(w.byFit(near))))),
		items[:min(contrastsShown, len(items))],
	}
}

// toleranceSentences contains what the person answered to a condition, as a
// sentence.
var toleranceSentences = map[fit.Tolerance]string{fit.RatherNot: "you'd rather avoid that", fit.Refuse: "you'd refuse that"}

// sourceNotes describes where the frequency of a condition comes from, unless
// it is a guess, which clash says.
var sourceNotes = map[fit.Source]string{fit.FromResearch: "from research", fit.FromPostings: "from job postings"}

// clash describes a conflict in a sentence. The job is the only role that the
// verdict names, or else one that the sentence names.
func (w result) clash(c fit.Conflict) string {
	often := oftenPhrase(c.Level)
	job, guess := w.title(c.Role)+" jobs", ""
	if len(w.Named) == 1 && c.Role == w.Named[0] {
		job = "this job"
	}
	if c.Source == fit.Guess {
		guess = " (a guess)"
	}
	return fmt.Sprintf("%s part of %s%s, and %s.", often, job, guess, toleranceSentences[c.Answer])
}
