package report

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
)

// aspectWords contains the headings for the aspects of a role.
var aspectWords = map[string]string{
	insight.AspectTagline:   "In a sentence",
	insight.AspectImpact:    "Where it makes a difference",
	insight.AspectPicture:   "If your systems were a city",
	fit.Focus.String():      dimensionHeading(fit.Focus.String()),
	fit.Skills.String():     dimensionHeading(fit.Skills.String()),
	fit.Success.String():    dimensionHeading(fit.Success.String()),
	insight.AspectLifecycle: "When a new service is built",
}

// Explanation returns the page of a role, ordered by the questions that someone
// new to it would ask.
func Explanation(e *insight.Explanation) *page.Page {
	p := &page.Page{Title: e.Title}
	if len(e.Aliases) > 0 {
		p.Subtitle = e.ID + " · also found as: " + strings.Join(e.Aliases, ", ")
	}
	p.Add("", opening(e)...)
	p.Add("A normal week", week(e)...)
	parts := map[string]insight.ExplainedPart{}
	for _, part := range e.Parts {
		parts[part.Dimension] = part
	}
	for _, d := range []fit.Dimension{fit.Focus, fit.Success, fit.Skills} {
		p.Add(aspectWords[d.String()], explainedPart(parts[d.String()])...)
	}
	p.Add("What comes with it", conditions(e)...)
	p.Add("Skills it needs", explainedNeeds(e)...)
	p.Add("What employers ask for", market(e)...)
	p.Add("Try it this weekend", try(e)...)
	if e.Lifecycle != "" {
		p.Add(aspectWords[insight.AspectLifecycle], page.Paragraph(e.Lifecycle))
	}
	p.Add("Where people go from here", paths(e.Paths)...)
	p.Add("How people get here", paths(e.WaysIn)...)
	p.Add("Coming from elsewhere", starts(e)...)
	return p
}

func opening(e *insight.Explanation) []page.Block {
	var out []page.Block
	if e.Tagline != "" {
		out = append(out, page.Paragraph(sentence(e.Tagline)))
	}
	var items page.List
	for _, x := range []struct{ label, text string }{
		{aspectWords[insight.AspectImpact], e.Impact},
		{aspectWords[insight.AspectPicture], e.Picture},
	} {
		if x.text != "" {
			items = append(items, page.Item{Label: x.label, Text: x.text})
		}
	}
	if e.Me != nil {
		items = append(items, page.Item{Label: "You", Text: strings.TrimSpace(standing(e.Me) + " " + readyMe(e.Me))})
	}
	if len(items) > 0 {
		out = append(out, items)
	}
	if e.Me != nil {
		out = append(out, page.Note("The notes show how you answered: best, worst or neither. Anything without a note wasn't in your questions."))
	}
	return out
}

// standing describes the person's result for a role in a sentence.
func standing(m *insight.Me) string { return ranking(m, verdictOf(m)) }

// ranking describes the person's result for a role, with a verdict that
// continues the sentence.
func ranking(m *insight.Me, verdict string) string {
	s := resultOf(m)
	if m.Fit != nil {
		s += fmt.Sprintf(" ranks it %d of %d, with a fit of %s (50 means no preference)", m.Place, m.Of, whole(m.Fit))
	}
	switch {
	case m.Of == 0:
		s += " has too few answers to say how well this role fits you"
	case m.Fit == nil:
		s += " doesn't cover this role"
	default:
		s += verdict
	}
	return s + "."
}

// verdictOf continues a sentence with the verdict about a role.
func verdictOf(m *insight.Me) string {
	switch {
	case m.Named && m.Verdict == fit.Clear:
		return ". The verdict is clear"
	case m.Named && m.Verdict == fit.Leaning:
		return ". The verdict leans toward it"
	case m.Named:
		return ". It's a toss-up between this role and another"
	case m.Verdict == fit.Undecided:
		return ". The verdict is undecided"
	}
	return fmt.Sprintf(", but the verdict (%s) doesn't name it", m.Verdict)
}

// readyMe describes how ready a person is for the role, or returns "" if that
// isn't known.
func readyMe(m *insight.Me) string {
	if m.Readiness == nil {
		return ""
	}
	return readyText(fit.RoleResult{Readiness: m.Readiness, Rated: m.Rated, Needed: m.Needed, Grade: m.Grade})
}

func resultOf(m *insight.Me) string {
	if m.Taken == "" {
		return "Your result"
	}
	return "Your result of " + day(m.Taken)
}

func explainedPart(part insight.ExplainedPart) []page.Block {
	var out []page.Block
	if part.Summary != "" {
		out = append(out, page.Paragraph(part.Summary))
	}
	var items page.List
	for _, f := range part.Facets {
		mark, note := answerNote(f.Answers)
		items = append(items, page.Item{Mark: mark, Text: f.Text, Note: note})
	}
	if len(items) > 0 {
		out = append(out, items)
	}
	return out
}

// answerNote describes how the person answered a facet, as a mark and a note.
// Both are empty if the quiz didn't show the facet.
func answerNote(c *insight.FacetCount) (mark, note string) {
	if c == nil {
		return "", ""
	}
	var parts []string
	for _, x := range []struct {
		n    int
		what string
	}{{c.Best, "best"}, {c.Worst, "worst"}, {c.Between, "neither"}, {c.Skipped, "question skipped"}} {
		switch {
		case x.n > 1:
			parts = append(parts, fmt.Sprintf("%s %d times", x.what, x.n))
		case x.n == 1:
			parts = append(parts, x.what)
		}
	}
	switch {
	case c.Best > c.Worst:
		mark = "+"
	case c.Worst > c.Best:
		mark = "-"
	}
	return mark, strings.Join(parts, "; ")
}

// explainedNeeds lists the skills, highest level first.
func explainedNeeds(e *insight.Explanation) []page.Block {
	var out []page.Block
	for level := fit.MaxLevel; level > 0; level-- {
		var items page.List
		title := ""
		for _, n := range e.Needs {
			if n.Needed != level {
				continue
			}
			title = levelTitle(n)
			items = append(items, page.Item{Label: n.Name, Text: n.Covers, Note: ownLevel(e.Me, n.Level, n.Needed)})
		}
		if len(items) > 0 {
			out = append(out, page.Subheading(title), items)
		}
	}
	if len(out) > 0 && e.Grade != "" {
		out = append([]page.Block{page.Note(fmt.Sprintf("These are the levels needed%s.", forGrade(e.Grade)))}, out...)
	}
	return out
}

func levelTitle(n insight.ExplainedNeed) string {
	s := "Level " + strconv.Itoa(n.Needed)
	if n.LevelName != "" {
		s += ", " + n.LevelName
	}
	if n.Anchor != "" {
		s += ": " + quoted(n.Anchor)
	}
	return s
}

// ownLevel compares the person's level with the needed one. It returns "" if
// there is no person.
func ownLevel(m *insight.Me, level *int, needed int) string {
	switch {
	case m == nil:
		return ""
	case level == nil:
		return "not rated"
	case *level >= needed:
		return fmt.Sprintf("you have %d, enough", *level)
	}
	return fmt.Sprintf("you have %d", *level)
}

func paths(list []insight.ExplainedPath) []page.Block {
	var items page.List
	for _, path := range list {
		items = append(items, page.Item{Label: path.Title, Text: path.Why})
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{items}
}
