package report

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
)

// Shares of postings are printed as counts out of 100, with the number of
// postings that they are based on, so that the reader sees how small that is.

// maxMarket is the maximum number of skills listed.
const maxMarket = 12

// market shows what employers ask for in postings for a role.
func market(e *insight.Explanation) []page.Block {
	m := e.Market
	if m == nil || len(m.Skills) == 0 {
		return nil
	}
	bars := page.Bars{Head: []string{"Skill", "postings that mention it"}}
	for _, s := range m.Skills[:min(len(m.Skills), maxMarket)] {
		hundred := 100 * s.Share
		bars.Rows = append(bars.Rows, page.Bar{Label: s.Name, Figure: page.Figure{Value: &hundred, Text: ofHundred(s.Share)}})
	}
	return []page.Block{page.Note(fmt.Sprintf("Based on %s for %s%s%s.", count(m.Postings, "posting"), e.Title, yearsOf(m.MainYear, m.FirstYear, m.LastYear), sourceOf(m.Source))), bars}
}

// yearsOf is when the postings are from.
func yearsOf(most, first, last int) string {
	switch {
	case first == 0:
		return ""
	case first == last:
		return fmt.Sprintf(", all from %d", first)
	case most == 0:
		return fmt.Sprintf(", from %d to %d", first, last)
	}
	return fmt.Sprintf(", most from %d (%d to %d)", most, first, last)
}

func sourceOf(source string) string {
	if source == "" {
		return ""
	}
	return "; " + source
}

// ofHundred formats a share as a count out of 100.
func ofHundred(share float64) string { return inHundred(share) + " of 100" }

func inHundred(share float64) string { return strconv.Itoa(int(math.Round(100 * share))) }

// oftenWords has the words for the levels of a condition.
var oftenWords = [fit.MaxOften + 1]string{"rarely", "sometimes", "often", "nearly always"}

// conditions lists what comes with the job, and how that is known.
func conditions(e *insight.Explanation) []page.Block {
	var items page.List
	for _, c := range e.Conditions {
		items = append(items, page.Item{Label: c.Name, Text: oftenWords[c.Level], Note: conditionSource(c)})
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{items}
}

func conditionSource(c insight.ExplainedCondition) string {
	switch {
	case c.Source == fit.Guess:
		return "a guess"
	case c.Source == fit.FromResearch:
		return "from research"
	case c.Share != nil:
		return ofHundred(*c.Share) + " postings mention it"
	}
	return "from postings"
}

// starts describes what people bring from other backgrounds and where to begin.
func starts(e *insight.Explanation) []page.Block {
	var items page.List
	for _, s := range e.Starts {
		item := page.Item{Label: s.Name, Text: fmt.Sprintf("%s What's missing: %s First step: %s", sentence(s.Brings), sentence(uncapitalize(s.Missing)), sentence(uncapitalize(s.First)))}
		if s.Guess {
			item.Note = "a guess"
		}
		items = append(items, item)
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{page.Details{Summary: "What you bring, what's missing, and where to begin", Blocks: []page.Block{items}}}
}

// week describes a normal week.
func week(e *insight.Explanation) []page.Block {
	if e.Week == nil {
		return nil
	}
	return []page.Block{page.Paragraph(e.Week.Long)}
}

// try describes a small task for this weekend.
func try(e *insight.Explanation) []page.Block {
	if e.Try == nil {
		return nil
	}
	return []page.Block{page.Terms{
		{Name: "Do", Text: e.Try.Do},
		{Name: "Notice", Text: e.Try.Notice},
		{Name: "Takes", Text: "about " + hoursWords(e.Try.Hours)},
	}}
}

func hoursWords(hours float64) string {
	if hours == 1 {
		return "an hour"
	}
	return strconv.FormatFloat(hours, 'f', -1, 64) + " hours"
}

// comparedMarket compares what employers ask for in several roles.
func comparedMarket(c *insight.Comparison, titles []string) []page.Block {
	m := c.Market
	if m == nil || len(m.Skills) == 0 {
		return nil
	}
	t := page.Table{Head: append([]string{"Of 100 postings"}, titles...), TextColumns: 1}
	row := func(s insight.ComparedShare) {
		cells := []string{s.Name}
		for _, share := range s.Shares {
			cells = append(cells, inHundred(share))
		}
		t.Rows = append(t.Rows, cells)
	}
	var shared []string
	for _, s := range m.Skills {
		if s.Shared {
			shared = append(shared, s.Name)
		}
	}
	for _, s := range slices.Concat(m.Skills[:min(len(m.Skills), maxMarket)], m.Conditions) {
		row(s)
	}
	n := []string{"Postings counted"}
	for _, x := range m.Postings {
		n = append(n, strconv.Itoa(x))
	}
	t.Rows = append(t.Rows, n)
	out := []page.Block{page.Note(fmt.Sprintf("How many of every 100 postings for a role mention it%s%s.", yearsOf(m.MainYear, m.FirstYear, m.LastYear), sourceOf(m.Source)))}
	if shared != nil {
		out = append(out, page.List{{Label: "All ask for", Text: orNone(shared)}})
	}
	return append(out, t)
}
