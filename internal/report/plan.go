package report

import (
	"fmt"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// Plan returns the page of a plan from a result to a role. It starts with what
// to do this week.
func Plan(plan *insight.Plan) *page.Page {
	p := &page.Page{Title: "Your plan for " + plan.Title, Subtitle: "from result " + plan.Me.Result}
	p.Add("", planStart(plan)...)
	p.Add("This week", firstStep(plan)...)
	p.Add("What you have", met(plan)...)
	p.Add("What's missing, and the next step", steps(plan)...)
	p.Add("Skills you haven't rated", unrated(plan)...)
	p.Add("What you liked about it", planFacets(plan.Liked, "+")...)
	p.Add("What you didn't like about it", disliked(plan)...)
	p.Add("How people get here", waysIn(plan)...)
	return p
}

// planStart describes the person's current position, and says so if the plan is
// for a different role than the answers suggest.
func planStart(plan *insight.Plan) []page.Block {
	var out []page.Block
	if plan.Tagline != "" {
		out = append(out, page.Paragraph(sentence(plan.Tagline)))
	}
	out = append(out, page.Paragraph(standing(&plan.Me)))
	var others []string
	for _, role := range plan.About {
		if role.ID == plan.ID {
			return out
		}
		others = append(others, role.Title)
	}
	if len(others) > 0 {
		out = append(out, page.Paragraph(fmt.Sprintf("Your answers point to %s instead. You can still follow this plan, but read what you liked and didn't like about the role first.", wording.And(others))))
	}
	return out
}

// firstStep describes the one thing to do this week, based on what the person
// liked and what is missing.
func firstStep(plan *insight.Plan) []page.Block {
	rate := page.Commands{{Text: "Rate your skills", Line: command(rateSkills, plan.Pack)}}
	switch first := plan.First; {
	case first == nil && plan.Me.Rated == 0:
		return []page.Block{page.Paragraph("You picked no part of this role as best, and you haven't rated your skills. Spend an hour with someone who does this work, and rate your skills; it takes about a minute."), rate}
	case first == nil:
		return []page.Block{page.Paragraph("You have the skills, but picked no part of this role as best. Spend an hour with someone who does this work before you decide.")}
	case first.Facet == nil:
		return []page.Block{page.Paragraph("You picked no part of this role as best, so spend an hour with someone who does it. Then take the shortest of your next steps:"), page.List{weekStep(first.Gap)}}
	case first.Gap == nil && plan.Me.Rated == 0:
		return []page.Block{page.Paragraph(likedFacet(first.Facet) + " Spend an hour with someone who does this every day, and rate your skills; it takes about a minute."), rate}
	case first.Gap == nil:
		return []page.Block{page.Paragraph(likedFacet(first.Facet) + " In the skills you rated, you have all that the role needs. Ask for one piece of this work, and do it.")}
	case first.Related:
		return []page.Block{page.Paragraph(likedFacet(first.Facet) + " This step belongs to it:"), page.List{weekStep(first.Gap)}}
	default:
		return []page.Block{page.Paragraph(likedFacet(first.Facet) + " Ask someone who does it whether you can watch for an hour, and take the shortest of your next steps:"), page.List{weekStep(first.Gap)}}
	}
}

func likedFacet(f *insight.PlanFacet) string {
	return fmt.Sprintf("You picked this as best: %s", quoted(sentence(f.Text)))
}

// weekStep formats a step, with a note if it takes longer than an evening or a
// weekend.
func weekStep(g *insight.PlanGap) page.Item {
	item := page.Item{Label: g.Name, Text: nextStep(g.Level, g.Next)}
	if g.Level > 0 {
		item.Note = "may take longer than a week"
	}
	return item
}

func met(plan *insight.Plan) []page.Block {
	var items page.List
	for _, n := range plan.Met {
		note := fmt.Sprintf("level %d, as needed", n.Needed)
		if more := *n.Level - n.Needed; more > 0 {
			note = fmt.Sprintf("level %d, %d more than needed", *n.Level, more)
		}
		items = append(items, page.Item{Mark: "+", Text: n.Name, Note: note})
	}
	switch {
	case len(items) > 0:
		return []page.Block{items}
	case plan.Me.Rated > 0:
		return []page.Block{page.Paragraph("None of the skills you rated is at the level that the role needs yet.")}
	}
	return nil
}

func steps(plan *insight.Plan) []page.Block {
	var items page.List
	for _, g := range plan.Gaps {
		note := fmt.Sprintf("you have %d, it needs %d", g.Level, g.Needed)
		var also []string
		for _, other := range g.Also {
			also = append(also, other.Title)
		}
		if len(also) > 0 {
			note += "; " + wording.And(also) + verb(len(also), " needs", " need") + " it too"
		}
		item := page.Item{Label: g.Name, Text: nextStep(g.Level, g.Next), Note: note}
		if plan.First != nil && plan.First.Gap != nil && plan.First.Gap.Skill == g.Skill {
			item.Text = "the step above"
		}
		items = append(items, item)
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{page.Note("The largest gap comes first. Each step takes you one level further."), items}
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
		return []page.Block{page.Paragraph(fmt.Sprintf("It needs %s: %s. In parentheses is the level needed, from 1 to %d.", count(len(names), "skill"), wording.And(names), fit.MaxLevel))}
	}
	return []page.Block{
		page.Paragraph(fmt.Sprintf("You rated %d of the %s that it needs. Not rated, with the level needed: %s.", plan.Me.Rated, count(plan.Me.Needed, "skill"), wording.And(names))),
		page.Commands{{Text: "Rate the rest", Line: command(rateSkills, plan.Pack)}},
	}
}

// facetsShown is the number of facets listed for and against the role.
const facetsShown = 6

func planFacets(facets []insight.PlanFacet, mark string) []page.Block {
	var items page.List
	for _, f := range facets[:min(facetsShown, len(facets))] {
		item := page.Item{Mark: mark, Text: f.Text}
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

// disliked facets are listed as plainly as those in favor
func disliked(plan *insight.Plan) []page.Block {
	out := planFacets(plan.Disliked, "-")
	if len(out) == 0 {
		return nil
	}
	return append([]page.Block{page.Note("These are part of the role anyway. Ask how much of each the job would have.")}, out...)
}

func waysIn(plan *insight.Plan) []page.Block {
	var items page.List
	for _, way := range plan.WaysIn {
		item := page.Item{Label: "From " + way.Title, Text: way.Why}
		if way.FromLeading {
			item.Note = "your answers are close to that role"
		}
		items = append(items, item)
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{items}
}
