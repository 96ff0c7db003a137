package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

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
	p.Add(weekendWords(plan, "This weekend", "The next %s weekends"), weekends(plan)...)
	p.Add(weekendWords(plan, "After the weekend", "After these %s weekends"), firstStep(plan)...)
	p.Add("From where you are now", fromStart(plan)...)
	p.Add("How long it takes", duration(plan)...)
	addPeriods(p, plan)
	p.Add("Done", stepList(plan, doneSteps(plan))...)
	p.Add("Skills you have", met(plan)...)
	p.Add("Skills you haven't rated", unrated(plan)...)
	p.Add("What you liked about it", planFacets(plan.Liked, "+")...)
	p.Add("What you didn't like about it", disliked(plan)...)
	return p
}

// planStart describes where the person is now. It mentions it if the plan is
// for a different role than the answers suggest.
func planStart(plan *insight.Plan) []page.Block {
	var out []page.Block
	if plan.Tagline != "" {
		out = append(out, page.Paragraph(sentence(plan.Tagline)))
	}
	out = append(out, chosen(plan)...)
	if len(plan.Close) > 0 {
		out = append(out, otherPlans(plan))
	}
	verdict := verdictOf(&plan.Me)
	if len(plan.Close) > 0 {
		verdict = "" // it is said above
	}
	s := strings.TrimSpace(ranking(&plan.Me, verdict) + " " + readyMe(&plan.Me))
	out = append(out, page.Paragraph(s))
	if s := clashing(plan.Clashes); s != "" {
		out = append(out, page.Paragraph(s+" Ask people in this job about it before you start."))
	}
	if plan.Progress.Done > 0 {
		out = append(out, page.Paragraph(progress(plan)))
	}
	return append(out, doubtOf(plan)...)
}

// clashing names what a person would refuse or rather avoid in a role, with how
// often it is part of the role. It returns "" if there is nothing.
func clashing(clashes []insight.Clash) string {
	var sentences []string
	for _, x := range []struct {
		answer fit.Tolerance
		start  string
	}{{fit.Refuse, "You'd refuse part of this job: "}, {fit.RatherNot, "You'd rather avoid: "}} {
		var names []string
		for _, c := range clashes {
			if c.Answer == x.answer {
				names = append(names, fmt.Sprintf("%s (%s)", uncapitalize(c.Name), oftenPhrase(c.Level)))
			}
		}
		if len(names) > 0 {
			sentences = append(sentences, x.start+few(names)+".")
		}
	}
	return strings.Join(sentences, " ")
}

// chosen describes how the plan's role relates to the verdict, unless it is the
// role that the verdict is about.
func chosen(plan *insight.Plan) []page.Block {
	var others []string
	for _, role := range plan.About {
		if role.ID != plan.ID {
			others = append(others, role.Title)
		}
	}
	switch {
	case len(others) == 0, plan.Me.Of == 0:
		return nil
	case plan.Me.Verdict == fit.NoRole:
		return []page.Block{page.Paragraph("You didn't want any of these jobs. You can still follow this plan to find out whether that holds up.")}
	case len(others) < len(plan.About):
		return []page.Block{page.Paragraph(whyRole(plan, others))}
	}
	return []page.Block{page.Paragraph(fmt.Sprintf("Your answers point to %s instead. You can still follow this plan, but first read what you liked and didn't like about the role.", wording.And(others)))}
}

// whyRole describes why the plan is for this one of the roles that are too close
// to call, and how to find out which of them it is.
func whyRole(plan *insight.Plan, others []string) string {
	s := fmt.Sprintf("Your answers are too close to choose between this role and %s.", wording.Or(others))
	switch {
	case plan.Basis == insight.BasisSignals:
		s = fmt.Sprintf("Your answers put %s close together. This plan is for %s: %s.", wording.And(append([]string{plan.Title}, others...)), plan.Title, pointsTo(*plan.Signals, aboutTitle(plan)))
	case plan.Basis == insight.BasisOrder:
		s = fmt.Sprintf("Your answers put %s level, so this plan isn't more yours than the others.", wording.And(append([]string{plan.Title}, others...)))
		if len(others) == 1 {
			s = fmt.Sprintf("Your answers put %s and %s level, so the other plan is as much yours as this one.", plan.Title, others[0])
		}
	case plan.Basis == insight.BasisFit && len(plan.Close) > 0:
		next := plan.Close[0]
		s = fmt.Sprintf("This plan is for %s because it has the highest fit, but %s %s too close to rule out.", plan.Title, wording.And(others), verb(len(others), "is", "are"))
		if len(others) == 1 && whole(plan.Me.Fit) != whole(next.Fit) {
			s = fmt.Sprintf("This plan is for %s because its fit is a little higher (%s, against %s for %s). That's too close to call.", plan.Title, whole(plan.Me.Fit), whole(next.Fit), next.Title)
		}
	}
	if plan.Weekends() > 1 {
		s += " Spend a weekend on each first, and then follow the plan for the one you'd do again."
	}
	return s
}

// aboutTitle returns a function that returns the title of a role that the
// verdict is about.
func aboutTitle(plan *insight.Plan) func(id string) string {
	return func(id string) string {
		for _, role := range plan.About {
			if role.ID == id {
				return role.Title
			}
		}
		return id
	}
}

// pointsTo describes the signals that point to a role, given the titles of roles.
func pointsTo(s insight.Signals, title func(id string) string) string {
	var reasons []string
	if s.Card != "" {
		reasons = append(reasons, likes(s))
	}
	if s.Conditions != "" {
		reasons = append(reasons, suits(s, title))
	}
	return strings.Join(reasons, ", and ")
}

// otherPlans returns the commands for the plans of the other roles that are too
// close to call.
func otherPlans(plan *insight.Plan) (out page.Commands) {
	for _, role := range plan.About {
		if role.ID != plan.ID && isSlug(role.ID) {
			out = append(out, page.Command{Text: "If it's " + role.Title, Line: command("rolefit plan "+role.ID, plan.Pack)})
		}
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
	switch {
	case start == nil:
		return nil
	case start.Why != "":
		return []page.Block{page.Terms{{Name: "Your job", Text: start.Name}, {Name: "Why move on", Text: sentence(start.Why)}}}
	case start.Brings == "":
		return nil
	}
	terms := startTerms(start.Brings, start.Missing, start.First, start.Pitfall)
	out := []page.Block{append(page.Terms{{Name: "Background", Text: start.Name}}, terms...)}
	var sources page.Links
	for _, c := range start.Sources {
		sources = append(sources, page.Link{Text: cmp.Or(partNames(c.Parts), "All of it"), Address: page.Verbatim(c.Source)})
	}
	switch {
	case len(start.Guesses) == len(insight.StartParts):
		out = append(out, page.Note("All of this is guesswork. We found nothing published about it."))
	case len(sources) > 0:
		note := "Where this comes from:"
		if guesses := guessed(start.Guesses, start.Partly); guesses != "" {
			note = guesses + " Where the rest comes from:"
		}
		out = append(out, page.Note(note), sources)
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
