package audit

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// Page returns the report as a page, with what to fix first. Numbers are
// rounded only here.
func (r *Report) Page() *page.Page {
	p := &page.Page{
		Title: "Audit of " + r.Pack.ID,
		Subtitle: fmt.Sprintf("version %d · %s · %s · %s simulated people per row · seed %d",
			r.Pack.Version, wording.Count(len(r.Roles), "role"), wording.Count(r.Interviews.Questions, "question"), wording.Thousands(r.People), r.Seed),
	}
	p.Add("", r.pageVerdict()...)
	p.Add("What to fix first", r.pageFindings()...)
	p.Add("Limits", r.pageChecks()...)
	p.Add("Structure and coverage", r.pageStructure()...)
	p.Add("Reading time", r.pageReading()...)
	p.Add("Random answers", r.pageRandom()...)
	p.Add("Order", r.pageOrder()...)
	p.Add("People with a preference", r.pageTable()...)
	p.Add("If one role's options are more appealing", r.pageAppeal()...)
	p.Add("Two favorites, or none", r.pageHybrids()...)
	p.Add("Wanting none, or all", r.pageWishes()...)
	p.Add("The same person twice", r.pageTwice()...)
	if r.Observed != nil {
		p.Add("People in a role that they like", r.Observed.Held.page(len(r.Roles))...)
		p.Add("Real answers", r.Observed.page()...)
	}
	return p
}

func (r *Report) pageVerdict() []page.Block {
	found := map[Severity]int{}
	for _, f := range r.Findings {
		found[f.Severity]++
	}
	errors, warnings := wording.Count(found[Error], "error"), wording.Count(found[Warning], "warning")
	headline := "This pack passes."
	switch {
	case r.Failed():
		headline = fmt.Sprintf("This pack fails: %s, %s.", errors, warnings)
	case found[Warning] > 0:
		headline = fmt.Sprintf("This pack passes, with %s.", warnings)
	}
	out := []page.Block{
		page.Headline(headline),
		page.Note("These people are simulated. The figures show how the questions and the method perform when everyone's preferences are known, not whether they're right about real people."),
	}
	if r.Interviews.Choices != nil {
		out = append(out, page.Note(fmt.Sprintf("An interview compares at most %d roles, so the audit ran on %s of roles. Each role is in about the same number of them.",
			r.Interviews.Roles, wording.Count(len(r.Interviews.Choices), "combination"))))
	}
	return out
}

func (r *Report) pageFindings() []page.Block {
	var items page.Numbered
	for _, f := range r.Findings {
		text := f.What
		for _, c := range r.Checks {
			if c.Name == f.Check {
				text += " (" + c.figure() + "; " + c.limit() + ")"
			}
		}
		items = append(items, page.Item{
			Label: wording.Capitalize(string(f.Severity)),
			Text:  fmt.Sprintf("%s. Why it matters: %s. Fix: %s.", wording.Capitalize(text), f.Why, f.Fix),
		})
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{items}
}

func (r *Report) pageChecks() []page.Block {
	t := page.Table{Head: []string{"Check", "Result", "Figure", "Limit"}, TextColumns: 2}
	for _, c := range r.Checks {
		state := "ok"
		switch {
		case !c.OK:
			state = string(c.Severity)
		case c.Unsure:
			state = "unsure"
		}
		t.Rows = append(t.Rows, []string{wording.Capitalize(c.What), state, c.figure(), c.limit()})
	}
	note := fmt.Sprintf("± is the standard error of a simulated figure. A figure fails its limit if it's more than %g standard errors beyond it.", float64(LimitStdErrs))
	if slices.ContainsFunc(r.Checks, func(c Check) bool { return c.Unsure }) {
		note += " Unsure means that it's beyond its limit by less than that: simulate more people with --people to find out."
	}
	return []page.Block{t, page.Note(note)}
}

func (c Check) figure() string {
	s := c.number(c.Figure)
	switch {
	case c.StdErr > 0 && c.Share:
		s += " ± " + twoDecimals(float64(100*c.StdErr)) + "%"
	case c.StdErr > 0:
		s += " ± " + twoDecimals(c.StdErr)
	}
	return s
}

func (c Check) limit() string {
	if c.AtMost {
		return "at most " + c.number(c.Limit)
	}
	return "at least " + c.number(c.Limit)
}

// number formats a result of a check. A share has one decimal, or two if its
// limit is below one percent. Any other number has two decimals unless it is
// whole.
func (c Check) number(x float64) string {
	switch {
	case c.Share && c.Limit > 0 && c.Limit < .01:
		return twoDecimals(float64(100*x)) + "%"
	case c.Share:
		return percent(x)
	case x == float64(int64(x)):
		return strconv.FormatFloat(x, 'f', 0, 64)
	}
	return twoDecimals(x)
}

func (r *Report) pageStructure() []page.Block {
	s := &r.Structure
	from := "The pack has its own questions."
	if r.Interviews.Assembled {
		from = "The questions are assembled from the facets."
	}
	var sizes, dimensions []string
	for n, questions := range s.PerQuestion {
		if questions > 0 {
			sizes = append(sizes, fmt.Sprintf("%d with %s", questions, wording.Count(n, "option")))
		}
	}
	for _, x := range s.Dimensions {
		dimensions = append(dimensions, fmt.Sprintf("%d in %s", x.Questions, x.Dimension))
	}
	used := page.Table{Head: []string{"Facets in questions"}, TextColumns: 1}
	shown := page.Table{Head: []string{"Questions that show it"}, TextColumns: 1}
	for _, d := range fit.Dimensions {
		used.Head = append(used.Head, wording.Capitalize(d.String()))
		shown.Head = append(shown.Head, wording.Capitalize(d.String()))
	}
	used.Head = append(used.Head, "Words per option")
	for place := range fit.MaxShown {
		shown.Head = append(shown.Head, "as "+string(rune('a'+place)))
	}
	for _, role := range s.Roles {
		usedRow, shownRow := []string{role.Role}, []string{role.Role}
		for _, d := range fit.Dimensions {
			usedRow = append(usedRow, fmt.Sprintf("%d of %d", role.Used[d.String()], role.Facets[d.String()]))
			shownRow = append(shownRow, strconv.Itoa(role.Shown[d.String()]))
		}
		for _, n := range role.Places {
			shownRow = append(shownRow, strconv.Itoa(n))
		}
		used.Rows = append(used.Rows, append(usedRow, oneDecimal(role.Words)))
		shown.Rows = append(shown.Rows, shownRow)
	}
	return []page.Block{
		page.Paragraph(fmt.Sprintf("%s There are %s. An interview asks at most %d of each. By size: %s.", from, wording.And(dimensions), s.Dimensions[0].AtMost, wording.And(sizes))),
		used, shown, page.Paragraph(s.facetUses()),
	}
}

// facetUses describes how often facets are used in questions.
func (s *Structure) facetUses() string {
	uses := map[int]int{}
	most := 0
	var unused []string
	for _, f := range s.Facets {
		uses[f.Uses]++
		most = max(most, f.Uses)
		if f.Uses == 0 {
			unused = append(unused, f.Facet)
		}
	}
	var parts []string
	for n := 1; n <= most; n++ {
		if uses[n] > 0 {
			parts = append(parts, fmt.Sprintf("%d in %s", uses[n], wording.Count(n, "question")))
		}
	}
	text := "No question uses a facet."
	if len(parts) > 0 {
		text = "Facets: " + wording.And(parts) + "."
	}
	if len(unused) > 0 {
		text += " In no question: " + wording.And(unused) + "."
	}
	return text
}

func (r *Report) pageReading() []page.Block {
	x := &r.Structure.Reading
	t := page.Table{Head: []string{"Interview", "Questions", "Words", "Minutes"}, TextColumns: 1}
	for _, row := range []struct {
		name string
		load Load
	}{{"Shortest", x.Shortest}, {"Mean, at rho " + twoDecimals(x.Rho), x.Mean}, {"Longest", x.Longest}} {
		t.Rows = append(t.Rows, []string{row.name, oneDecimal(row.load.Questions), strconv.FormatFloat(row.load.Words, 'f', 0, 64), oneDecimal(row.load.Minutes)})
	}
	return []page.Block{
		page.Paragraph(fmt.Sprintf("An option has %s words. A question with its options has %s.", x.Option.words(), x.Question.words())),
		t, page.Note(fmt.Sprintf("Reading at %d words a minute. Choosing takes extra time.", x.PerMin)),
	}
}

func (s Spread) words() string {
	if s.Min == s.Max {
		return strconv.Itoa(s.Min)
	}
	return fmt.Sprintf("%d to %d (mean %s)", s.Min, s.Max, oneDecimal(s.Mean))
}
