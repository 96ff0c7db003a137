package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// tossUp compares two roles that are too close to choose between: what they
// have in common, and where they differ.
func (w result) tossUp(p *page.Page) {
	a, b := w.role(w.Named[0]), w.role(w.Named[1])
	p.Add("What they have in common", w.shared(a, b)...)
	p.Add("Where they differ", w.differences(a, b)...)
}

// firstTwo compares the first two roles when more than two are close.
func (w result) firstTwo(p *page.Page) {
	near := w.near()
	if len(near) < 2 {
		return
	}
	a, b := w.role(near[0]), w.role(near[1])
	p.Add("What the top two have in common", w.shared(a, b)...)
	p.Add("Where they differ", w.differences(a, b)...)
	p.Add("How to decide", w.experiments(w.argued())...)
}

// sharedShown is the maximum number of skills named, both shared and separate.
const sharedShown = 5

func (w result) shared(a, b fit.RoleResult) []page.Block {
	var skills page.List
	for _, need := range sharedNeeds(a, b) {
		note := fmt.Sprintf("level %d for both", need[0].Needed)
		if need[0].Needed != need[1].Needed {
			note = fmt.Sprintf("level %d for %s, %d for %s", need[0].Needed, a.Title, need[1].Needed, b.Title)
		}
		skills = append(skills, page.Item{Text: need[0].Name, Note: note})
	}
	if len(skills) == 0 {
		return []page.Block{page.Paragraph("They don't need any of the same skills.")}
	}
	return []page.Block{
		page.Paragraph("Both roles need these, so learning them pays off either way."),
		skills[:min(sharedShown, len(skills))],
	}
}

// sharedNeeds returns pairs of the needs that both roles have, highest level
// first.
func sharedNeeds(a, b fit.RoleResult) [][2]fit.NeedResult {
	var out [][2]fit.NeedResult
	for _, x := range a.Needs {
		for _, y := range b.Needs {
			if x.Skill == y.Skill {
				out = append(out, [2]fit.NeedResult{x, y})
			}
		}
	}
	slices.SortStableFunc(out, func(x, y [2]fit.NeedResult) int {
		return cmp.Compare(min(y[0].Needed, y[1].Needed), min(x[0].Needed, x[1].Needed))
	})
	return out
}

// onlyNeeds returns the needs of a that b doesn't have, highest level first.
func onlyNeeds(a, b fit.RoleResult) []string {
	needs := slices.DeleteFunc(slices.Clone(a.Needs), func(n fit.NeedResult) bool {
		return slices.ContainsFunc(b.Needs, func(m fit.NeedResult) bool { return m.Skill == n.Skill })
	})
	slices.SortStableFunc(needs, func(x, y fit.NeedResult) int { return cmp.Compare(y.Needed, x.Needed) })
	var names []string
	for _, n := range needs[:min(sharedShown, len(needs))] {
		names = append(names, fmt.Sprintf("%s (%d)", n.Name, n.Needed))
	}
	return names
}

func (w result) differences(a, b fit.RoleResult) []page.Block {
	var items page.List
	for _, x := range [][2]fit.RoleResult{{a, b}, {b, a}} {
		if only := onlyNeeds(x[0], x[1]); len(only) > 0 {
			items = append(items, page.Item{Label: "Only " + x[0].Title + " needs", Text: wording.And(only)})
		}
	}
	for _, d := range w.Dimensions {
		if d.Lead == nil {
			continue
		}
		label := "In " + dimensionWords[d.Dimension]
		first, second := whole(w.role(d.Lead.Role).Dimensions[d.Dimension]), whole(w.role(d.Lead.Over).Dimensions[d.Dimension])
		if d.Leans {
			items = append(items, page.Item{Label: label, Text: "you lean toward " + w.title(d.Lead.Role), Note: first + " to " + second})
		} else {
			items = append(items, page.Item{Label: label, Text: "too close to call", Note: fmt.Sprintf("%s %s, %s %s", w.title(d.Lead.Role), first, w.title(d.Lead.Over), second)})
		}
	}
	return append([]page.Block{items}, w.why()...)
}

// deciding lists what could decide between close roles: the cards, the
// conditions, and a question that the answers leave open. It returns nil unless
// the verdict is a toss-up.
func (w result) deciding() []page.Block {
	if w.Verdict != fit.TossUp || len(w.Named) != 2 {
		return nil
	}
	ids := w.Named
	var blocks []page.Block
	if hint := w.hint(ids); hint != "" {
		blocks = append(blocks, page.Paragraph(hint))
	}
	var items page.List
	s := insight.SignalsOf(w.Result, ids)
	if s.Role() == "" && s.Card != "" { // then the two disagree
		items = append(items,
			page.Item{Text: fmt.Sprintf("For %s: %s.", w.title(s.Card), likes(s))},
			page.Item{Text: fmt.Sprintf("For %s: %s.", w.title(s.Conditions), suits(s, w.title))})
	}
	a, b := w.role(ids[0]), w.role(ids[1])
	if x, y := w.strongest(a.ID), w.strongest(b.ID); x != nil && y != nil {
		items = append(items, page.Item{Text: fmt.Sprintf("If you could do only one of these for the next year, which would it be: %s (%s), or %s (%s)?", quoted(x.Best.Text), w.title(x.Best.Role), quoted(y.Best.Text), w.title(y.Best.Role))})
	}
	if nearer := w.nearer(a, b); nearer != "" {
		items = append(items, page.Item{Text: nearer})
	}
	if len(items) > 0 {
		blocks = append(blocks, items)
	}
	return append(blocks, w.experiments(ids)...)
}

// hint names the close role that the cards and the conditions point to, or
// returns "" if there is none.
func (w result) hint(ids []string) string {
	s := insight.SignalsOf(w.Result, ids)
	role := s.Role()
	if role == "" {
		return ""
	}
	to := "point to " + w.title(role)
	if len(w.Named) == 1 && role == w.Named[0] {
		to = "also point to " + w.title(role)
	} else if len(w.Named) == 1 {
		to += " instead"
	}
	return fmt.Sprintf("Your other answers %s: %s.", to, pointsTo(s, w.title))
}

// likes describes a role whose card has the highest rating.
func likes(s insight.Signals) string {
	if s.Wanted {
		return "it's the only one of these jobs you wanted"
	}
	return "it's the only one of these jobs you didn't pass on"
}

// suits describes a role with the fewest conflicts, given the titles of roles.
func suits(s insight.Signals, title func(id string) string) string {
	switch c := s.Between; {
	case c != nil && c.Answer == fit.Refuse:
		return "you'd refuse " + contrast(c, title)
	case c != nil:
		return "you'd rather avoid " + contrast(c, title)
	case s.NoConflict:
		return "it's the only one without a conflict"
	case s.NoRefusal:
		return "it's the only one without anything you'd refuse"
	}
	return "it conflicts least with the conditions you accept"
}

// contrast describes a condition that separates two roles.
func contrast(c *insight.Contrast, title func(id string) string) string {
	return fmt.Sprintf("%s (%s)", uncapitalize(c.Name), howOftenInBoth(c, title))
}

// howOftenInBoth says how often a condition comes with each of two roles.
func howOftenInBoth(c *insight.Contrast, title func(id string) string) string {
	return fmt.Sprintf("%s part of %s jobs, %s of %s jobs", oftenPhrase(c.Levels[0]), title(c.More), oftenPhrase(c.Levels[1]), title(c.Less))
}

// closer is the difference in readiness from which a report mentions it.
const closer = 0.1

// nearer describes which of two roles the person is clearly more ready for, or
// returns "" if there is none.
func (w result) nearer(a, b fit.RoleResult) string {
	if a.Readiness == nil || b.Readiness == nil || math.Abs(*a.Readiness-*b.Readiness) < closer {
		return ""
	}
	if *b.Readiness > *a.Readiness {
		a, b = b, a
	}
	return fmt.Sprintf("You're closer to %s: %s, and %s.", a.Title, ready(a, "it"), ready(b, b.Title))
}
