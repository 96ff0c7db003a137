package render

import (
	"fmt"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
)

// Plan draws the route from a result to a role.
func Plan(r *insight.Plan, f Format, s Style) ([]byte, error) {
	return pageOf(r, planDoc, f, s)
}

// planDoc begins with what can be done this week: a plan is for doing.
func planDoc(r *insight.Plan) *doc {
	d := &doc{Title: "Your way to " + r.Title, Subtitle: "from result " + r.Me.Result}
	d.add("", start(r)...)
	d.add("Within a week", try(r)...)
	d.add("What you bring", brings(r)...)
	d.add("What is missing, and the next step", steps(r)...)
	d.add("Not rated yet", unrated(r)...)
	d.add("What you liked of it", picked(r.Liked, markFor)...)
	d.add("What you did not like of it", dislikes(r)...)
	d.add("The usual ways in", ways(r)...)
	return d
}

// start says where one stands, and says it too when the plan is for another
// role than the answers point to.
func start(r *insight.Plan) []block {
	out := []block{para{verdict, r.Tagline}, para{body, upper(standing(&r.Me))}}
	if r.Tagline == "" {
		out = out[1:]
	}
	var others []string
	for _, l := range r.About {
		if l.ID == r.ID {
			return out
		}
		others = append(others, l.Title)
	}
	if len(others) > 0 {
		out = append(out, para{body, fmt.Sprintf("What you said you want is nearer to %s. That is no reason against this plan, but read what you liked and did not like of the role before you follow it.", and(others))})
	}
	return out
}

// try is the one thing to do within a week, from what was liked and what is
// missing.
func try(r *insight.Plan) []block {
	switch t := r.First; {
	case t == nil && r.Me.Rated == 0:
		return []block{
			para{body, "You picked no part of this role as best, and have rated no skill yet. Spend an hour with somebody who does this work, and rate your skills: it takes about a minute."},
			command{"rate your skills", ofPack(rateSkills, r.Pack)},
		}
	case t == nil:
		return []block{para{body, "You rated all that it needs as high as it needs it, but picked no part of it as best. Spend an hour with somebody who does this work before you decide."}}
	case t.Facet == nil:
		return []block{
			para{body, "You picked no part of this role as best, so find out first: spend an hour with somebody who does it. Then the shortest of your next steps:"},
			list{[]item{week(t.Gap)}},
		}
	case t.Gap == nil && r.Me.Rated == 0:
		return []block{
			para{body, liked(t.Facet) + " Spend an hour beside somebody for whom that is ordinary work, and rate your skills: it takes about a minute."},
			command{"rate your skills", ofPack(rateSkills, r.Pack)},
		}
	case t.Gap == nil:
		return []block{para{body, liked(t.Facet) + " In what you rated you have all that the role needs, so ask for one piece of exactly this work, and do it."}}
	case t.Related:
		return []block{para{body, liked(t.Facet) + " This belongs to it:"}, list{[]item{week(t.Gap)}}}
	default:
		return []block{para{body, liked(t.Facet) + " Ask somebody who does that to let you watch for an hour. And the shortest of your next steps:"}, list{[]item{week(t.Gap)}}}
	}
}

const rateSkills = "rolefit quiz --skills"

func liked(f *insight.PlanFacet) string {
	return fmt.Sprintf("You picked this as best: “%s”", ended(f.Text))
}

// week is a step, with a word about its length: the first of a skill takes an
// evening or a weekend, later ones more.
func week(g *insight.PlanGap) item {
	i := item{Label: g.Name, Text: nextStep(g)}
	if g.Level > 0 {
		i.Note = "it may take longer than a week: begin it"
	}
	return i
}

// nextStep is the step to the next level. The pack has none to the last level,
// only what that means.
func nextStep(g *insight.PlanGap) string {
	if g.Level >= fit.MaxLevel-1 {
		return "you are there when you can say: “" + ended(g.Next) + "”"
	}
	return ended(g.Next)
}

func brings(r *insight.Plan) []block {
	var items []item
	for _, n := range r.Met {
		note := fmt.Sprintf("level %d, as needed", n.Needed)
		if more := *n.Level - n.Needed; more > 0 {
			note = fmt.Sprintf("level %d, %d more than needed", *n.Level, more)
		}
		items = append(items, item{Mark: markFor, Text: n.Name, Note: note})
	}
	switch {
	case len(items) > 0:
		return []block{list{items}}
	case r.Me.Rated > 0:
		return []block{para{body, "None of the skills that you rated is where the role needs it yet."}}
	}
	return nil
}

func steps(r *insight.Plan) []block {
	var items []item
	for _, g := range r.Gaps {
		note := fmt.Sprintf("you have %d, it needs %d", g.Level, g.Needed)
		var also []string
		for _, o := range g.Also {
			also = append(also, o.Title)
		}
		if len(also) > 0 {
			note += "; of use for " + and(also) + " too"
		}
		i := item{Label: g.Name, Text: nextStep(&g), Note: note}
		if r.First != nil && r.First.Gap != nil && r.First.Gap.Skill == g.Skill {
			i.Text = "the step above"
		}
		items = append(items, i)
	}
	if len(items) == 0 {
		return nil
	}
	return []block{para{note, "What is furthest from its goal comes first; each step leads one level further."}, list{items}}
}

func unrated(r *insight.Plan) []block {
	var names []string
	for _, n := range r.Unrated {
		names = append(names, fmt.Sprintf("%s (%d)", n.Name, n.Needed))
	}
	if len(names) == 0 {
		return nil
	}
	return []block{
		para{body, fmt.Sprintf("You rated %d of the %d skills that it needs. Still open, with the level needed: %s.", r.Me.Rated, r.Me.Needed, and(names))},
		command{"rate the rest", ofPack(rateSkills, r.Pack)},
	}
}

// pickedShown is how many parts of the role are listed for and against it.
const pickedShown = 6

func picked(facets []insight.PlanFacet, mark string) []block {
	var items []item
	for _, f := range facets[:min(pickedShown, len(facets))] {
		i := item{Mark: mark, Text: f.Text}
		if f.Answers.Best+f.Answers.Worst > 1 {
			_, i.Note = picks(&f.Answers)
		}
		items = append(items, i)
	}
	if len(items) == 0 {
		return nil
	}
	return []block{list{items}}
}

// dislikes are said as plainly as what speaks for the role.
func dislikes(r *insight.Plan) []block {
	out := picked(r.Disliked, markAgainst)
	if len(out) == 0 {
		return nil
	}
	return append([]block{para{note, "They are part of the role all the same: ask how much of it they are where you would work."}}, out...)
}

func ways(r *insight.Plan) []block {
	var items []item
	for _, w := range r.WaysIn {
		i := item{Label: "From " + w.Title, Text: w.Why}
		if w.FromLeading {
			i.Note = "your answers are near that role"
		}
		items = append(items, i)
	}
	if len(items) == 0 {
		return nil
	}
	return []block{list{items}}
}
