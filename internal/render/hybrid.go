package render

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// tossUp is what a report says when two roles are too near to tell apart:
// what they have in common, where they part, what would decide it.
func (p report) tossUp(d *doc) {
	a, b := p.role(p.Named[0]), p.role(p.Named[1])
	d.add("What the two have in common", p.common(a, b)...)
	d.add("Where they part", p.part(a, b)...)
	d.add("What would decide it", p.decide(a, b)...)
}

// sharedShown is how many shared or separate skills are named.
const sharedShown = 5

func (p report) common(a, b fit.RoleResult) []block {
	var shared []item
	for _, need := range sharedNeeds(a, b) {
		n := fmt.Sprintf("level %d for both", need[0].Needed)
		if need[0].Needed != need[1].Needed {
			n = fmt.Sprintf("level %d for %s, %d for %s", need[0].Needed, a.Title, need[1].Needed, b.Title)
		}
		shared = append(shared, item{Text: need[0].Name, Note: n})
	}
	var out []block
	if len(shared) == 0 {
		out = append(out, para{body, "They share no skill that both need: what they have in common is that your answers cannot tell them apart."})
	} else {
		out = append(out, para{body, "Both need these, so whatever you learn of them serves either:"}, list{shared[:min(sharedShown, len(shared))]})
	}
	var both []string
	for _, d := range fit.Dimensions {
		x, y := a.Dimensions[d.String()], b.Dimensions[d.String()]
		if x != nil && y != nil && *x > 50 && *y > 50 {
			both = append(both, dimensionWords[d.String()])
		}
	}
	if len(both) > 0 {
		out = append(out, para{body, "Both stand above 50, no preference, in " + and(both) + "."})
	}
	return out
}

// sharedNeeds pairs the needs that both roles have, the deepest first.
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

// onlyNeeds lists what a needs and b does not, the deepest first.
func onlyNeeds(a, b fit.RoleResult) []string {
	needs := slices.DeleteFunc(slices.Clone(a.Needs), func(n fit.NeedResult) bool {
		return slices.ContainsFunc(b.Needs, func(m fit.NeedResult) bool { return m.Skill == n.Skill })
	})
	slices.SortStableFunc(needs, func(x, y fit.NeedResult) int { return cmp.Compare(y.Needed, x.Needed) })
	var names []string
	for i, n := range needs[:min(sharedShown, len(needs))] {
		level := "level " // said once is enough
		if i > 0 {
			level = ""
		}
		names = append(names, fmt.Sprintf("%s (%s%d)", n.Name, level, n.Needed))
	}
	return names
}

func (p report) part(a, b fit.RoleResult) []block {
	var items []item
	if only := onlyNeeds(a, b); len(only) > 0 {
		items = append(items, item{Label: "Only " + a.Title + " needs", Text: and(only)})
	}
	if only := onlyNeeds(b, a); len(only) > 0 {
		items = append(items, item{Label: "Only " + b.Title + " needs", Text: and(only)})
	}
	for _, d := range fit.Dimensions {
		if x, y := a.Dimensions[d.String()], b.Dimensions[d.String()]; x != nil && y != nil && *x != *y {
			nearer, of, other := a.Title, x, y
			if *y > *x {
				nearer, of, other = b.Title, y, x
			}
			i := item{
				Label: "In " + dimensionWords[d.String()],
				Text:  "nearer to " + nearer,
				Note:  fmt.Sprintf("%s against %s; 50 is no preference", whole(of), whole(other)),
			}
			if !p.leans(d) {
				i.Text = "too close to call"
			}
			items = append(items, i)
		}
	}
	var out []block
	if len(items) > 0 {
		out = append(out, list{items})
	}
	if p.Lead != nil && len(p.Evidence) > 0 {
		out = append(out, p.quotes(p.Lead.Role, quotedFor), p.quotes(p.Lead.Over, quotedFor))
	}
	return out
}

// leans reports whether a dimension by itself favors one of the first two roles.
func (p report) leans(d fit.Dimension) bool {
	return slices.ContainsFunc(p.Dimensions, func(x fit.DimensionResult) bool { return x.Dimension == d.String() && x.Leans })
}

// decide asks what this person's own answers leave open.
func (p report) decide(a, b fit.RoleResult) []block {
	var items []item
	if x, y := p.strongest(a.ID), p.strongest(b.ID); x != "" && y != "" {
		items = append(items, item{Text: fmt.Sprintf("Which would you miss more? “%s”, or “%s”. The first is %s, the second %s.", x, y, a.Title, b.Title)})
	}
	if x, y := p.ahead(a, b), p.ahead(b, a); len(x) > 0 && len(y) > 0 {
		items = append(items, item{Text: fmt.Sprintf("%s speaks for %s, %s for %s: which of the two would you rather not give up?", upper(and(x)), a.Title, and(y), b.Title)})
	}
	if c := p.Cards; c != nil && slices.Contains(p.Named, c.Best) {
		items = append(items, item{Text: fmt.Sprintf("Of the untitled cards you liked that of %s best: a second opinion of yours.", p.title(c.Best))})
	}
	if a.Readiness != nil && b.Readiness != nil {
		nearer, other := a, b
		if *b.Readiness > *a.Readiness {
			nearer, other = b, a
		}
		if *nearer.Readiness != *other.Readiness {
			items = append(items, item{Text: fmt.Sprintf("If both please you alike: by your own rating you have more of what %s needs. You have %s, and %s.", nearer.Title, ready(nearer, nearer.Title), ready(other, other.Title))})
		}
	}
	if len(items) == 0 {
		return []block{para{body, "Your answers treat the two alike. A week beside somebody of each may tell you more than further questions."}}
	}
	return []block{list{items}}
}

// strongest is the best pick of the answer that speaks most for a role; ""
// when there is none.
func (p report) strongest(role string) string {
	for _, e := range p.Evidence {
		if e.For == role && e.Best.Role == role {
			return e.Best.Text
		}
	}
	return ""
}

// ahead lists the dimensions in which a is above b by more than luck typically
// gives, in words.
func (p report) ahead(a, b fit.RoleResult) []string {
	var out []string
	for _, d := range fit.Dimensions {
		if x, y := a.Dimensions[d.String()], b.Dimensions[d.String()]; x != nil && y != nil && *x > *y && p.leans(d) {
			out = append(out, dimensionWords[d.String()])
		}
	}
	return out
}

// undecided is what could help when no role stands out. What is too little for
// a verdict is too little for a word on one dimension.
func (p report) undecided() []block {
	if p.Reason == fit.TooFew || p.Lead == nil {
		return []block{para{body, fmt.Sprintf("More answers: each of the first roles takes at least %d, and %d in each of focus, skills and success. You answered %d.", fit.MinAnswered, fit.MinPerDimension, p.Answered)}}
	}
	var items []item
	for _, d := range p.Dimensions {
		if n := len(d.First); n > 0 && n < len(p.Roles) {
			items = append(items, item{Label: "By " + dimensionWords[d.Dimension], Text: "you are nearest to " + and(p.titles(d.First)) + "."})
		}
	}
	if last := p.Result.Role(p.SetAside); last != nil {
		items = append(items, item{Text: fmt.Sprintf("Perhaps you can set one aside: you picked %s as worst most often, %d times in %d.", last.Title, last.Worst, last.Shown)})
	}
	return []block{list{items}}
}

