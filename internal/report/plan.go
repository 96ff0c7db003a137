package report

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// Plan returns the page of a plan from a result to a role: what to do this
// weekend, what comes next, and then period by period.
func Plan(plan *insight.Plan) *page.Page {
	p := &page.Page{Title: "Your plan for " + plan.Title, Subtitle: "from result " + plan.Me.Result}
	p.Add("", planStart(plan)...)
	p.Add("This weekend", weekend(plan)...)
	p.Add("After the weekend", firstStep(plan)...)
	p.Add("How long it takes", duration(plan)...)
	addPeriods(p, plan)
	p.Add("Done", stepList(plan, doneSteps(plan))...)
	p.Add("From where you are now", fromStart(plan)...)
	p.Add("Skills you have", met(plan)...)
	p.Add("Skills you haven't rated", unrated(plan)...)
	p.Add("What you liked about it", planFacets(plan.Liked, "+")...)
	p.Add("What you didn't like about it", disliked(plan)...)
	p.Add("How people get here", waysIn(plan)...)
	return p
}

// planStart describes where the person is now. It mentions it if the plan is
// for a different role than the answers suggest.
func planStart(plan *insight.Plan) []page.Block {
	var out []page.Block
	if plan.Tagline != "" {
		out = append(out, page.Paragraph(sentence(plan.Tagline)))
	}
	out = append(append(out, page.Paragraph(standing(&plan.Me))), doubtOf(plan)...)
	if ready := readyMe(&plan.Me); ready != "" {
		out = append(out, page.Paragraph(ready))
	}
	if plan.Progress.Done > 0 {
		out = append(out, page.Paragraph(progress(plan)))
	}
	var others []string
	var plans page.Commands
	for _, role := range plan.About {
		if role.ID != plan.ID {
			others = append(others, role.Title)
			plans = append(plans, page.Command{Text: "The plan for " + role.Title, Line: command("rolefit plan "+role.ID, plan.Pack)})
		}
	}
	switch {
	case len(others) == 0, plan.Me.Of == 0:
	case plan.Me.Verdict == fit.NoRole:
		return append(out, page.Paragraph("You didn't want any of these jobs. You can still follow this plan to find out whether that holds up."))
	case len(others) < len(plan.About):
		return append(out, page.Paragraph(fmt.Sprintf("Your answers are too close to choose between this role and %s.", wording.And(others))), plans)
	default:
		out = append(out, page.Paragraph(fmt.Sprintf("Your answers point to %s instead. You can still follow this plan, but first read what you liked and didn't like about the role.", wording.And(others))))
	}
	return out
}

func met(plan *insight.Plan) []page.Block {
	var items page.List
	for _, n := range plan.Met {
		note := fmt.Sprintf("level %d, enough", n.Needed)
		if more := *n.Level - n.Needed; more > 0 {
			note = fmt.Sprintf("level %d, %d above what's needed", *n.Level, more)
		}
		items = append(items, page.Item{Mark: "+", Text: n.Name, Note: note})
	}
	switch {
	case len(items) > 0:
		return []page.Block{items}
	case plan.Me.Rated > 0:
		return []page.Block{page.Paragraph("None of the skills you've rated is at the level the role needs yet.")}
	}
	return nil
}

func unrated(plan *insight.Plan) []page.Block {
	var names []string
	for _, n := range plan.Unrated {
		names = append(names, fmt.Sprintf("%s (%d)", n.Name, n.Needed))
	}
	if len(names) == 0 {
		return nil
	}
	if plan.Me.Rated == 0 {
		return []page.Block{page.Paragraph(fmt.Sprintf("The role needs %s, each with its level from 1 to %d: %s.", count(len(names), "skill"), fit.MaxLevel, wording.And(names)))}
	}
	return []page.Block{
		page.Paragraph(fmt.Sprintf("You've rated %d of the %s that the role needs. Still to rate, with the level needed: %s.", plan.Me.Rated, count(plan.Me.Needed, "skill"), wording.And(names))),
		page.Commands{{Text: "Rate the rest", Line: command(rateSkills, plan.Pack)}},
	}
}

// facetsShown is the maximum number of facets listed for the role, and against
// it.
const facetsShown = 6

func planFacets(facets []insight.PlanFacet, mark string) []page.Block {
	var items page.List
	for _, f := range facets[:min(facetsShown, len(facets))] {
		item := page.Item{Mark: mark, Text: f.Option}
		if f.Answers.Best+f.Answers.Worst > 1 {
			_, item.Note = answerNote(&f.Answers)
		}
		items = append(items, item)
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{items}
}

// disliked lists the facets against the role, as prominently as those in favor.
func disliked(plan *insight.Plan) []page.Block {
	out := planFacets(plan.Disliked, "-")
	if len(out) == 0 {
		return nil
	}
	return append([]page.Block{page.Note("These are part of the role anyway. In an interview, ask how much of each there is.")}, out...)
}

// fromStart describes what the role means for a person with this start.
func fromStart(plan *insight.Plan) []page.Block {
	start := plan.Start
	if start == nil || start.Brings == "" {
		return nil
	}
	terms := startTerms([]string{start.Brings, start.Missing, start.First, start.Pitfall}, start.Guesses, start.Partly)
	out := []page.Block{append(page.Terms{{Name: "Background", Text: start.Name}}, terms...)}
	var sources page.Links
	for _, c := range start.Sources {
		sources = append(sources, page.Link{Text: cmp.Or(partNames(c.Parts), "All of it"), Address: page.Verbatim(c.Source)})
	}
	switch {
	case len(start.Guesses) == len(insight.StartParts):
		out = append(out, page.Note("All of this is the pack author's guess, without a published source."))
	case len(sources) > 0:
		out = append(out, page.Note("What this is based on:"), sources)
	}
	return out
}

// partNames names the parts of a start.
func partNames(parts []string) string {
	var names []string
	for i, part := range insight.StartParts {
		if slices.Contains(parts, part) {
			names = append(names, uncapitalize(startNames[i]))
		}
	}
	return wording.Capitalize(wording.And(names))
}

func waysIn(plan *insight.Plan) []page.Block {
	var items page.List
	for _, way := range plan.WaysIn {
		item := page.Item{Label: "From " + way.Title, Text: way.Why}
		switch {
		case plan.Start != nil && plan.Start.Current && plan.Start.ID == way.Role:
			item.Note = "where you are now"
		case way.FromLeading:
			item.Note = "your answers are close to that role"
		}
		items = append(items, item)
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{items}
}
