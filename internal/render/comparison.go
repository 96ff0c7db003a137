package render

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
)

// aspectWords name the aspects as a reader asks for them.
var aspectWords = map[string]string{
	insight.AspectTagline:   "In a line",
	insight.AspectImpact:    "Where it has its impact",
	insight.AspectPicture:   "In a picture",
	"focus":             "A day's work",
	"skills":            "What you get good at",
	"success":           "What success looks like",
	insight.AspectLifecycle: "When something new is built",
}

// comparisonDoc sets roles side by side, aspect by aspect, then says what is
// shared and what sets them apart.
func comparisonDoc(c *insight.Comparison) *doc {
	heads := make([]string, len(c.Roles))
	for i, r := range c.Roles {
		heads[i] = r.Title
	}
	d := &doc{Title: strings.Join(heads, " · ")}
	aspects := grid{Heads: heads}
	for _, a := range c.Aspects {
		label := aspectWords[a.ID]
		if label == "" {
			label = a.ID
		}
		aspects.Rows = append(aspects.Rows, gridRow{label, a.Texts})
	}
	if mine := comparedMe(c); mine != nil {
		aspects.Rows = append(aspects.Rows, gridRow{upper(resultOf(c.Roles[0].Me)), mine})
	}
	d.add("Side by side", aspects)
	d.add("Skills they need", comparedNeeds(c, heads)...)
	d.add("Where they come nearest", near(c)...)
	d.add("What sets each apart", apart(c, heads)...)
	return d
}

// comparedMe is how one stands to each role, short enough for a column; nil
// when nobody is asked about.
func comparedMe(c *insight.Comparison) []string {
	var mine []string
	for _, r := range c.Roles {
		if r.Me == nil {
			return nil
		}
		cell := "not judged"
		if r.Me.Fit != nil {
			cell = fmt.Sprintf("fit %s (50 is no preference), place %d of %d", whole(r.Me.Fit), r.Me.Place, r.Me.Of)
		}
		if r.Me.Readiness != nil {
			cell += fmt.Sprintf("; you have %s of what it needs, %d of %d skills rated", share(*r.Me.Readiness), r.Me.Rated, r.Me.Needed)
		}
		mine = append(mine, upper(cell)+".")
	}
	return mine
}

func comparedNeeds(c *insight.Comparison, heads []string) []block {
	if len(c.Needs) == 0 {
		return nil
	}
	t := table{Head: append([]string{"Skill"}, heads...), Numbers: 1}
	mine := c.Roles[0].Me != nil
	if mine {
		t.Head = append(t.Head, "You")
	}
	var shared []string
	only := map[string][]string{}
	for _, n := range c.Needs {
		row := []string{n.Name}
		for _, level := range n.Levels {
			row = append(row, levelCell(level))
		}
		if mine && n.Level != nil {
			row = append(row, strconv.Itoa(*n.Level))
		} else if mine {
			row = append(row, "?")
		}
		t.Rows = append(t.Rows, row)
		if n.Shared {
			shared = append(shared, n.Name)
		}
		if n.Only != "" {
			only[n.Only] = append(only[n.Only], n.Name)
		}
	}
	items := []item{{Label: "Shared by all", Text: orNone(shared)}}
	for _, r := range c.Roles {
		items = append(items, item{Label: "Only " + r.Title, Text: orNone(only[r.ID])})
	}
	legend := fmt.Sprintf("Levels from 1 to %d; none (–) is not needed", fit.MaxLevel)
	if mine {
		legend += ", ? not rated"
	}
	return []block{list{items}, para{note, legend + "."}, t}
}

func levelCell(level int) string {
	if level == 0 {
		return "–"
	}
	return strconv.Itoa(level)
}

func orNone(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

func near(c *insight.Comparison) []block {
	if len(c.Overlaps) == 0 {
		return []block{para{body, "No parts of them are told in words alike."}}
	}
	out := []block{para{note, "Parts that are told in words alike: the closest of each kind."}}
	dimension := ""
	for _, n := range c.Overlaps {
		pair := list{Items: []item{
			{Label: roleTitle(c, n.Facets[0].Role), Text: n.Facets[0].Text},
			{Label: roleTitle(c, n.Facets[1].Role), Text: n.Facets[1].Text},
		}}
		if n.Dimension != dimension {
			dimension = n.Dimension
			out = append(out, subheading{upper(dimensionWords[dimension])})
		}
		out = append(out, pair)
	}
	return out
}

func apart(c *insight.Comparison, heads []string) []block {
	g := grid{Heads: heads}
	for _, a := range c.Distinctive {
		row := gridRow{Label: upper(dimensionWords[a.Dimension])}
		for _, f := range a.Facets {
			row.Cells = append(row.Cells, f.Text)
		}
		g.Rows = append(g.Rows, row)
	}
	if len(g.Rows) == 0 {
		return nil
	}
	return []block{para{note, "Of each role, what is told least like anything of the others."}, g}
}

func roleTitle(c *insight.Comparison, id string) string {
	for _, r := range c.Roles {
		if r.ID == id {
			return r.Title
		}
	}
	return id
}
