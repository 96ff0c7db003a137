package insight

import (
	"cmp"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// PlanSchema identifies the format of a Plan.
const PlanSchema = "rolefit/plan/2"

// A Plan leads one person from a result to a role. It depends on that person's
// answers and levels, so two people get different plans. No list is nil.
type Plan struct {
	Schema   string           `json:"schema"`
	Pack     fit.PackRef      `json:"pack"`
	ID       string           `json:"id"` // title of the role
	Title    string           `json:"title"`
	Tagline  string           `json:"tagline"`
	Me       Me               `json:"me"`       // the person's result for the role
	About    []RoleRef        `json:"about"`    // the roles that the verdict is about
	Met      []fit.NeedResult `json:"met"`      // needs that are met, most exceeded first
	Gaps     []PlanGap        `json:"gaps"`     // in the order of fit.Gaps
	Unrated  []fit.NeedResult `json:"unrated"`  // needs without a level, highest first
	Liked    []PlanFacet      `json:"liked"`    // facets that were best more often than worst, by how much
	Disliked []PlanFacet      `json:"disliked"` // facets that were worst more often than best, by how much
	WaysIn   []WayIn          `json:"waysIn"`   // roles whose paths lead here, those in About first
	First    *FirstStep       `json:"first"`    // nil if no facet is liked and there is no gap
}

// A RoleRef identifies a role by id and title.
type RoleRef struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// A PlanGap is a skill below the level that the role needs, and the next step
// to close it.
type PlanGap struct {
	Skill  string    `json:"skill"`
	Name   string    `json:"name"`
	Level  int       `json:"level"`
	Needed int       `json:"needed"`
	Next   string    `json:"next"` // from level 3 on, the anchor of level 4
	Also   []RoleRef `json:"also"` // other roles in About that need more than Level
}

// A PlanFacet is a facet of the role and how the person answered it.
type PlanFacet struct {
	Facet     string     `json:"facet"`
	Dimension string     `json:"dimension"`
	Text      string     `json:"text"`
	Answers   FacetCount `json:"answers"`
}

// A WayIn is a path from another role into this one.
type WayIn struct {
	Role        string `json:"role"`
	Title       string `json:"title"`
	Why         string `json:"why"`
	FromLeading bool   `json:"fromLeading"` // whether Role is in Plan.About
}

// A FirstStep is something to do within a week. It combines the facet that the
// person liked best, nil if there is none, with the gap that has the shortest
// step, nil if there is none. Related reports whether the facet is about the
// skill.
type FirstStep struct {
	Facet   *PlanFacet `json:"facet"`
	Gap     *PlanGap   `json:"gap"`
	Related bool       `json:"related"`
}

// NewPlan returns the plan from a result to a role of the same pack, or nil if
// the pack doesn't have the role.
func NewPlan(p *fit.Pack, r *fit.Result, role string) *Plan {
	to := p.Role(role)
	if to == nil {
		return nil
	}
	plan := &Plan{
		Schema: PlanSchema, Pack: p.Ref(), ID: to.ID, Title: to.Title, Tagline: to.Tagline,
		Me: *newMe(r, role), About: []RoleRef{}, Met: []fit.NeedResult{}, Gaps: []PlanGap{}, Unrated: []fit.NeedResult{},
		Liked: []PlanFacet{}, Disliked: []PlanFacet{}, WaysIn: []WayIn{},
	}
	for _, id := range r.About {
		plan.About = append(plan.About, RoleRef{id, p.RoleTitle(id)})
	}
	plan.addNeeds(p, r, to)
	plan.addGaps(p, r, to)
	plan.addFacets(r, to)
	plan.addWaysIn(p, r)
	plan.chooseFirst(p, to)
	return plan
}

// addNeeds divides the role's needs into those that are met and those without a
// level. It also computes readiness, because the result may not include this
// role.
func (plan *Plan) addNeeds(p *fit.Pack, r *fit.Result, to *fit.Role) {
	needs := make([]fit.NeedResult, len(to.Needs))
	for i, n := range to.Needs {
		needs[i] = fit.NeedResult{Skill: n.Skill, Name: p.SkillName(n.Skill), Needed: n.Level, Level: levelOf(r, n.Skill)}
		switch level := needs[i].Level; {
		case level == nil:
			plan.Unrated = append(plan.Unrated, needs[i])
		case *level >= n.Level:
			plan.Met = append(plan.Met, needs[i])
		}
	}
	plan.Me.Needed = len(needs)
	plan.Me.Readiness, plan.Me.Rated = fit.Readiness(needs)
	slices.SortStableFunc(plan.Met, func(a, b fit.NeedResult) int {
		return cmp.Or(cmp.Compare(*b.Level-b.Needed, *a.Level-a.Needed), cmp.Compare(b.Needed, a.Needed))
	})
	slices.SortStableFunc(plan.Unrated, func(a, b fit.NeedResult) int { return cmp.Compare(b.Needed, a.Needed) })
}

func (plan *Plan) addGaps(p *fit.Pack, r *fit.Result, to *fit.Role) {
	level := func(skill string) (int, bool) {
		if l := levelOf(r, skill); l != nil {
			return *l, true
		}
		return 0, false
	}
	for _, g := range fit.Gaps(p, level, []*fit.Role{to}) {
		gap := PlanGap{g.Skill, g.Name, g.Level, g.Needed, g.Next, []RoleRef{}}
		for _, about := range plan.About {
			if other := p.Role(about.ID); other != nil && other != to && other.Need(g.Skill) > g.Level {
				gap.Also = append(gap.Also, about)
			}
		}
		plan.Gaps = append(plan.Gaps, gap)
	}
}

// addFacets adds the facets that were best more often than worst, and those for
// which it was the reverse.
func (plan *Plan) addFacets(r *fit.Result, to *fit.Role) {
	for _, d := range fit.Dimensions {
		for _, f := range to.Parts[d].Facets {
			answers := *countFacet(r, to.ID+"/"+f.ID)
			liked := PlanFacet{f.ID, d.String(), f.Text, answers}
			switch {
			case answers.Best > answers.Worst:
				plan.Liked = append(plan.Liked, liked)
			case answers.Worst > answers.Best:
				plan.Disliked = append(plan.Disliked, liked)
			}
		}
	}
	net := func(f PlanFacet) int { return f.Answers.Best - f.Answers.Worst }
	slices.SortStableFunc(plan.Liked, func(a, b PlanFacet) int { return cmp.Compare(net(b), net(a)) })
	slices.SortStableFunc(plan.Disliked, func(a, b PlanFacet) int { return cmp.Compare(net(a), net(b)) })
}

func (plan *Plan) addWaysIn(p *fit.Pack, r *fit.Result) {
	for i := range p.Roles {
		from := &p.Roles[i]
		for _, path := range from.Paths {
			if path.To == plan.ID {
				fromLeading := from.ID != plan.ID && slices.ContainsFunc(plan.About, func(l RoleRef) bool { return l.ID == from.ID })
				plan.WaysIn = append(plan.WaysIn, WayIn{from.ID, from.Title, path.Why, fromLeading})
			}
		}
	}
	slices.SortStableFunc(plan.WaysIn, func(a, b WayIn) int {
		switch {
		case a.FromLeading == b.FromLeading:
			return 0
		case a.FromLeading:
			return -1
		}
		return 1
	})
}

// chooseFirst pairs a liked facet with a gap in a skill that the facet is
// about. Of all such pairs it chooses the one with the shortest step, then the
// one whose facet was liked best. If there is no such pair, it takes the facet
// liked best and the gap with the shortest step.
func (plan *Plan) chooseFirst(p *fit.Pack, to *fit.Role) {
	first := &FirstStep{}
	if len(plan.Liked) > 0 {
		first.Facet = &plan.Liked[0]
	}
	for i := range plan.Gaps {
		if g := &plan.Gaps[i]; first.Gap == nil || g.Level < first.Gap.Level {
			first.Gap = g
		}
	}
	for i := range plan.Liked {
		for j := range plan.Gaps {
			f, g := &plan.Liked[i], &plan.Gaps[j]
			if speaksOf(to, f, p.Skill(g.Skill)) && (!first.Related || g.Level < first.Gap.Level) {
				*first = FirstStep{f, g, true}
			}
		}
	}
	if first.Facet != nil || first.Gap != nil {
		plan.First = first
	}
}

// speaksOf reports whether the text or option of a facet contains the words of
// a skill's name or of one of its terms, comparing stems.
func speaksOf(r *fit.Role, f *PlanFacet, s *fit.Skill) bool {
	words := stems(facetText(r, f))
	return slices.ContainsFunc(append(s.Terms[:len(s.Terms):len(s.Terms)], s.Name), func(name string) bool {
		of := stems(name)
		return len(of) > 0 && !slices.ContainsFunc(of, func(stem string) bool { return !slices.Contains(words, stem) })
	})
}

// facetText returns the text of a facet.
func facetText(r *fit.Role, f *PlanFacet) string {
	for _, d := range fit.Dimensions {
		for _, x := range r.Parts[d].Facets {
			if d.String() == f.Dimension && x.ID == f.Facet {
				return x.Text + " " + x.Option
			}
		}
	}
	return ""
}
