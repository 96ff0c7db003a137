package render

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
)

// explanationDoc is the page of a role, in the order in which somebody new to
// it asks.
func explanationDoc(e *insight.Explanation) *doc {
	d := &doc{Title: e.Title}
	if len(e.Aliases) > 0 {
		d.Subtitle = e.ID + " · also: " + strings.Join(e.Aliases, ", ")
	}
	d.add("", opening(e)...)
	part := map[string]insight.ExplainedPart{}
	for _, p := range e.Parts {
		part[p.Dimension] = p
	}
	for _, dim := range []fit.Dimension{fit.Focus, fit.Success, fit.Skills} {
		p := part[dim.String()]
		d.add(aspectWords[dim.String()], explainedPart(p)...)
	}
	d.add("What it takes", explainedNeeds(e)...)
	if e.Lifecycle != "" {
		d.add(aspectWords[insight.AspectLifecycle], para{body, e.Lifecycle})
	}
	d.add("Where people go from here", paths(e.Paths)...)
	d.add("The usual ways in", paths(e.WaysIn)...)
	return d
}

func opening(e *insight.Explanation) []block {
	var out []block
	if e.Tagline != "" {
		out = append(out, para{body, ended(e.Tagline)})
	}
	var items []item
	if e.Impact != "" {
		items = append(items, item{Label: aspectWords[insight.AspectImpact], Text: e.Impact})
	}
	if e.Picture != "" {
		items = append(items, item{Label: aspectWords[insight.AspectPicture], Text: e.Picture})
	}
	if e.Me != nil {
		items = append(items, item{Label: "You", Text: standing(e.Me)})
	}
	if len(items) > 0 {
		out = append(out, list{items})
	}
	if e.Me != nil {
		out = append(out, para{note, fmt.Sprintf("Below, %s marks what you picked as best and %s what you picked as worst; what has no note was not in your questions.", markFor, markAgainst)})
	}
	return out
}

// standing is how the person of a result stands to a role, in a sentence.
func standing(m *insight.Me) string {
	s := resultOf(m)
	if m.Fit == nil {
		return s + " does not judge this role."
	}
	s += fmt.Sprintf(" puts it in place %d of %d, with a fit of %s (50 is no preference)", m.Place, m.Of, whole(m.Fit))
	if m.Named {
		s += fmt.Sprintf("; the verdict, %s, names it", m.Verdict)
	} else {
		s += fmt.Sprintf("; the verdict, %s, does not name it", m.Verdict)
	}
	if m.Readiness != nil {
		s += fmt.Sprintf(". You have %s of what it needs, %d of %d skills rated", share(*m.Readiness), m.Rated, m.Needed)
	}
	return s + "."
}

func resultOf(m *insight.Me) string {
	if m.Taken == "" {
		return "your result"
	}
	return "your result of " + day(m.Taken)
}

func explainedPart(p insight.ExplainedPart) []block {
	var out []block
	if p.Summary != "" {
		out = append(out, para{body, p.Summary})
	}
	var items []item
	for _, f := range p.Facets {
		mark, note := picks(f.Answers)
		items = append(items, item{Mark: mark, Text: f.Text, Note: note})
	}
	if len(items) > 0 {
		out = append(out, list{items})
	}
	return out
}

// picks says what one did with a facet: a mark and a note, both empty when
// the quiz did not show it.
func picks(p *insight.FacetCount) (mark, note string) {
	if p == nil {
		return "", ""
	}
	var parts []string
	for _, x := range []struct {
		n    int
		what string
	}{{p.Best, "best"}, {p.Worst, "worst"}, {p.Between, "you picked others"}, {p.Skipped, "you passed the question over"}} {
		switch {
		case x.n > 1:
			parts = append(parts, fmt.Sprintf("%s, %d times", x.what, x.n))
		case x.n == 1:
			parts = append(parts, x.what)
		}
	}
	switch {
	case p.Best > p.Worst:
		mark = markFor
	case p.Worst > p.Best:
		mark = markAgainst
	}
	return mark, strings.Join(parts, "; ")
}

// explainedNeeds lists the skills, the deepest level first.
func explainedNeeds(e *insight.Explanation) []block {
	var out []block
	for level := fit.MaxLevel; level > 0; level-- {
		var items []item
		title := ""
		for _, n := range e.Needs {
			if n.Needed != level {
				continue
			}
			title = levelTitle(n)
			items = append(items, item{Label: n.Name, Text: n.Covers, Note: ownLevel(e.Me, n.Level, n.Needed)})
		}
		if len(items) > 0 {
			out = append(out, subheading{title}, list{items})
		}
	}
	return out
}

func levelTitle(n insight.ExplainedNeed) string {
	s := "Level " + strconv.Itoa(n.Needed)
	if n.LevelName != "" {
		s += ", " + n.LevelName
	}
	if n.Anchor != "" {
		s += ": “" + n.Anchor + "”"
	}
	return s
}

// ownLevel is one's own level beside the needed one; "" when nobody is asked
// about.
func ownLevel(m *insight.Me, level *int, needed int) string {
	switch {
	case m == nil:
		return ""
	case level == nil:
		return "you: not rated"
	case *level >= needed:
		return fmt.Sprintf("you: %d, enough", *level)
	}
	return fmt.Sprintf("you: %d, %d to go", *level, needed-*level)
}

func paths(ps []insight.ExplainedPath) []block {
	var items []item
	for _, p := range ps {
		items = append(items, item{Label: p.Title, Text: p.Why})
	}
	if len(items) == 0 {
		return nil
	}
	return []block{list{items}}
}

// rolesDoc is the roles of a pack, a line each.
func rolesDoc(l *insight.RoleList) *doc {
	d := &doc{Title: "The roles of " + l.Pack.ID, Subtitle: l.Pack.Title}
	t := table{Head: []string{"Role", "Title", "In a line"}}
	for _, r := range l.Roles {
		t.Rows = append(t.Rows, []string{r.ID, r.Title, r.Tagline})
	}
	t.Numbers = len(t.Head)
	d.add("", t)
	return d
}
