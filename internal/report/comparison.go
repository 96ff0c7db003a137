package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
)

// Comparison returns a page that compares roles in one aspect after another, and
// then lists what they have in common and where they differ.
func Comparison(c *insight.Comparison) *page.Page {
	titles := make([]string, len(c.Roles))
	for i, r := range c.Roles {
		titles[i] = r.Title
	}
	p := &page.Page{Title: strings.Join(titles, " · ")}
	aspects := page.Grid{Heads: titles}
	for _, a := range c.Aspects {
		label := aspectWords[a.ID]
		if label == "" {
			label = a.ID
		}
		aspects.Rows = append(aspects.Rows, page.GridRow{Label: label, Cells: a.Texts})
	}
	if mine := comparedMe(c); mine != nil {
		aspects.Rows = append(aspects.Rows, page.GridRow{Label: resultOf(c.Roles[0].Me), Cells: mine})
	}
	p.Add("What speaks against each", comparedClashes(c)...)
	p.Add("Side by side", aspects)
	p.Add("Skills they need", comparedNeeds(c, titles)...)
	p.Add("What comes with each", comparedConditions(c, titles)...)
	p.Add("What employers ask for", comparedMarket(c, titles)...)
	p.Add("Where they overlap", overlaps(c)...)
	p.Add("What's distinctive about each", distinctive(c, titles)...)
	return p
}

// comparedClashes names what the person would refuse or rather avoid in each of
// the roles.
func comparedClashes(c *insight.Comparison) []page.Block {
	var items page.List
	for _, r := range c.Roles {
		if s := clashing(r.Clashes); s != "" {
			items = append(items, page.Item{Label: r.Title, Text: s})
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{items}
}

// comparedMe describes the person's result for each role, briefly enough for a
// column. It returns nil if there is no person.
func comparedMe(c *insight.Comparison) []string {
	var mine []string
	for _, r := range c.Roles {
		if r.Me == nil {
			return nil
		}
		cell := "No fit"
		if r.Me.Fit != nil {
			cell = fmt.Sprintf("Fit %s (50 means no preference), ranked %d of %d", whole(r.Me.Fit), r.Me.Place, r.Me.Of)
		}
		if r.Me.Readiness != nil {
			cell += "; " + readiness(*r.Me.Readiness, "it", r.Me.Rated, r.Me.Needed)
		}
		mine = append(mine, cell+".")
	}
	return mine
}

func comparedNeeds(c *insight.Comparison, titles []string) []page.Block {
	if len(c.Needs) == 0 {
		return nil
	}
	t := page.Table{Head: append([]string{"Skill"}, titles...), TextColumns: 1}
	mine := c.Roles[0].Me != nil
	if mine {
		t.Head = append(t.Head, "You")
	}
	var shared []string
	only := map[string][]string{}
	for _, n := range c.Needs {
		t.Rows = append(t.Rows, needRow(n, mine))
		if n.Shared {
			shared = append(shared, n.Name)
		}
		if n.Only != "" {
			only[n.Only] = append(only[n.Only], n.Name)
		}
	}
	items := page.List{{Label: "Shared by all", Text: orNone(shared)}}
	for _, r := range c.Roles {
		items = append(items, page.Item{Label: "Only " + r.Title, Text: orNone(only[r.ID])})
	}
	return []page.Block{items, page.Note(fmt.Sprintf("Levels needed%[2]s, from 1 to %[1]d; – means not needed.", fit.MaxLevel, forGrade(c.Grade))), t}
}

// forGrade continues a sentence about levels with the grade that they are for. It
// returns "" if there is none.
func forGrade(grade string) string {
	if grade == "" {
		return ""
	}
	return " at " + grade + " level"
}

func needRow(n insight.ComparedNeed, mine bool) []string {
	row := []string{n.Name}
	for _, level := range n.Levels {
		if level == 0 {
			row = append(row, "–")
		} else {
			row = append(row, strconv.Itoa(level))
		}
	}
	switch {
	case mine && n.Level != nil:
		row = append(row, strconv.Itoa(*n.Level))
	case mine:
		row = append(row, "not rated")
	}
	return row
}

// comparedConditions lists how often each condition comes with the roles and, if
// there is a person, what they answered.
func comparedConditions(c *insight.Comparison, titles []string) []page.Block {
	t := page.Table{Head: append([]string{"How often"}, titles...)}
	mine := slices.ContainsFunc(c.Conditions, func(x insight.ComparedCondition) bool { return x.Answer != "" })
	if mine {
		t.Head = append(t.Head, "You")
	}
	for _, x := range c.Conditions {
		row := []string{x.Name}
		for _, level := range x.Levels {
			row = append(row, howOften(level))
		}
		if mine {
			row = append(row, cmp.Or(toleranceWords[x.Answer], "–"))
		}
		t.Rows = append(t.Rows, row)
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []page.Block{t}
}

func overlaps(c *insight.Comparison) []page.Block {
	if len(c.Overlaps) == 0 {
		return nil // their skills may still overlap, which is above
	}
	out := []page.Block{page.Note("The most similar parts of their descriptions.")}
	dimension := ""
	for _, o := range c.Overlaps {
		if o.Dimension != dimension {
			dimension = o.Dimension
			out = append(out, page.Subheading(dimensionHeading(dimension)))
		}
		out = append(out, page.List{
			{Label: comparedTitle(c, o.Facets[0].Role), Text: o.Facets[0].Text},
			{Label: comparedTitle(c, o.Facets[1].Role), Text: o.Facets[1].Text},
		})
	}
	return out
}

func distinctive(c *insight.Comparison, titles []string) []page.Block {
	g := page.Grid{Heads: titles}
	for _, x := range c.Distinctive {
		row := page.GridRow{Label: dimensionHeading(x.Dimension)}
		for _, f := range x.Facets {
			row.Cells = append(row.Cells, f.Text)
		}
		g.Rows = append(g.Rows, row)
	}
	if len(g.Rows) == 0 {
		return nil
	}
	return []page.Block{page.Note("The part of each role that differs most from the others."), g}
}

func comparedTitle(c *insight.Comparison, id string) string {
	for _, r := range c.Roles {
		if r.ID == id {
			return r.Title
		}
	}
	return id
}
