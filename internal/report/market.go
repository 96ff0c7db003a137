package report

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// Shares of postings are printed as counts out of 100, with the number of
// postings that they are based on, so that the reader sees how small that
// number is.

// maxMarket is the maximum number of skills listed.
const maxMarket = 12

// market describes what employers ask for in postings for a role.
func market(e *insight.Explanation) []page.Block {
	m := e.Market
	if m == nil || len(m.Skills) == 0 {
		return nil
	}
	bars := page.Bars{Head: []string{"Skill", "mentioned in"}}
	for _, s := range m.Skills[:min(len(m.Skills), maxMarket)] {
		hundred := 100 * s.Share
		bars.Rows = append(bars.Rows, page.Bar{Label: s.Name, Figure: page.Figure{Value: &hundred, Text: ofHundred(s.Share)}})
	}
	based := fmt.Sprintf("Based on %s for %s%s%s.", count(m.Postings, "posting"), e.Title, yearsOf(m.MainYear, m.FirstYear, m.LastYear), sourceOf(m.Source))
	out := []page.Block{page.Note(based), bars, page.Note(mention)}
	if m.MainYear != 0 && m.MainYear < aiYear {
		out = append(out, page.Note(fmt.Sprintf("Postings from %d say little about how AI tools are changing this work. Ask what the team uses them for, and who reviews the result.", m.MainYear)))
	}
	return out
}

// mention explains what it means that a posting mentions a skill.
const mention = "A mention isn't a requirement. A single word counts: if a posting mentions Python, it counts for every skill that includes Python."

// aiYear is the first year in which postings could mention work with AI tools.
const aiYear = 2025

// yearsOf describes when the postings were published.
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

// conditions lists the conditions of the job, with their sources.
func conditions(e *insight.Explanation) []page.Block {
	var items page.List
	for _, c := range e.Conditions {
		items = append(items, page.Item{Label: c.Name, Text: howOften(&c.Level) + ownTolerance[c.Answer], Note: conditionSource(c)})
	}
	if len(items) == 0 {
		return nil
	}
	if slices.ContainsFunc(e.Conditions, func(c insight.ExplainedCondition) bool { return c.Share != nil }) {
		return []page.Block{page.Note("Few postings mention what's unpleasant about a job, so a low count doesn't mean it's rare. Ask the employer."), items}
	}
	return []page.Block{items}
}

// ownTolerance continues the description of a condition with the person's
// answer.
var ownTolerance = map[fit.Tolerance]string{fit.Fine: "; fine with you", fit.RatherNot: "; you'd rather not", fit.Refuse: "; you'd refuse"}

func conditionSource(c insight.ExplainedCondition) string {
	switch {
	case c.Source == fit.Guess:
		if c.Share != nil {
			return "a guess; in " + ofHundred(*c.Share) + " postings"
		}
		return "a guess"
	case c.Source == fit.FromResearch:
		return "from research"
	case c.Share != nil:
		return "in " + ofHundred(*c.Share) + " postings"
	}
	return "from postings"
}

// startNames contains the names of the parts of a start, in the order of
// insight.StartParts.
var startNames = [...]string{"What you bring", "What's missing", "First step", "Watch out"}

// starts describes what people bring from other backgrounds, where to begin,
// and what goes wrong. It names the parts that are guesses. The person's own
// background comes first, and the others are in details.
func starts(e *insight.Explanation) []page.Block {
	var mine, blocks []page.Block
	others := 0
	for _, s := range e.Starts {
		title := s.Name
		if s.Mine {
			title = "Your background: " + title
		}
		if len(s.Guesses) == len(startNames) {
			title += " (a guess)"
		}
		about := []page.Block{page.Subheading(title), startTerms(s.Brings, s.Missing, s.First, s.Pitfall)}
		if note := guessed(s.Guesses, s.Partly); note != "" {
			about = append(about, page.Note(note))
		}
		if s.Mine {
			mine = append(mine, about...)
			continue
		}
		blocks, others = append(blocks, about...), others+1
	}
	if len(blocks) == 0 {
		return mine
	}
	noun := "background"
	if len(mine) > 0 {
		noun = "other background"
	}
	d := page.Details{Summary: "What you bring, what's missing, where to begin, and what to watch out for", Blocks: blocks}
	if isSlug(e.ID) {
		d.Command = page.Command{Text: fmt.Sprintf("For %s", count(others, noun)), Line: command("rolefit explain "+e.ID+" --all", e.Pack)}
	}
	return append(mine, d)
}

// startTerms returns the parts of a start, in the order of insight.StartParts.
func startTerms(texts ...string) (terms page.Terms) {
	for i, text := range texts {
		terms = append(terms, page.Term{Name: startNames[i], Text: sentence(text)})
	}
	return terms
}

// guessed names the parts of a start that are at least partly a guess. It returns
// "" if there are none, or if all parts are guesses.
func guessed(guesses, partly []string) string {
	var names []string
	for i, part := range insight.StartParts {
		if slices.Contains(guesses, part) || slices.Contains(partly, part) {
			names = append(names, [...]string{"what you bring", "what's missing", "the first step", "what to watch out for"}[i])
		}
	}
	if len(names) == 0 || len(guesses) == len(insight.StartParts) {
		return ""
	}
	in := ""
	if len(partly) > 0 {
		in = "partly "
	}
	return wording.Capitalize(wording.And(names)) + verb(len(names), " is ", " are ") + in + "guesswork."
}

// unmeasured is the caveat about a normal week.
const unmeasured = "A typical week, as far as we know. Companies differ more than job titles do."

// week describes a normal week.
func week(e *insight.Explanation) []page.Block {
	if e.Week == nil {
		return nil
	}
	return []page.Block{page.Note(unmeasured), page.Paragraph(e.Week.Long)}
}

// try describes a small task for this weekend.
func try(e *insight.Explanation) []page.Block {
	if e.Try == nil {
		return nil
	}
	return task(*e.Try)
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
	note := fmt.Sprintf("How many of every 100 postings for a role mention it. Based on postings%s%s.", yearsOf(m.MainYear, m.FirstYear, m.LastYear), sourceOf(m.Source))
	if len(m.Conditions) > 0 {
		note += " Few mention what's unpleasant about a job, so a low number doesn't mean it's rare."
	}
	out := []page.Block{page.Note(note)}
	if shared != nil {
		out = append(out, page.List{{Label: "All ask for", Text: orNone(shared)}})
	}
	return append(out, t)
}
