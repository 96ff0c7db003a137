package insight

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// PlanSchema identifies the format of a Plan.
const PlanSchema = "rolefit/plan/2"

// A Plan leads one person from a result to a role. It depends on that person's
// answers and levels, so two people get different plans. No list is nil.
type Plan struct {
	Schema       string           `json:"schema"`
	Pack         fit.PackRef      `json:"pack"`
	ID           string           `json:"id"` // the role's
	Title        string           `json:"title"`
	Tagline      string           `json:"tagline"`
	Me           Me               `json:"me"`      // how the person compares with the role
	About        []RoleRef        `json:"about"`   // the roles that the verdict is about
	Weekend      Weekend          `json:"weekend"` // where to begin
	HoursPerWeek float64          `json:"hoursPerWeek"`
	Steps        []PlanStep       `json:"steps"`   // those that are done included
	Periods      []Period         `json:"periods"` // what fits into 30, 60 and 90 days
	Later        []string         `json:"later"`   // steps that fit into none of them or have no hours
	Progress     Progress         `json:"progress"`
	Met          []fit.NeedResult `json:"met"`      // needs that are met, the most exceeded first
	Gaps         []PlanGap        `json:"gaps"`     // in the order of fit.Gaps
	Unrated      []fit.NeedResult `json:"unrated"`  // needs without a level, the highest first
	Liked        []PlanFacet      `json:"liked"`    // facets that were best more often than worst, by how much
	Disliked     []PlanFacet      `json:"disliked"` // facets that were worst more often than best, by how much
	Start        *PlanStart       `json:"start"`    // nil unless the person said where they come from
	WaysIn       []WayIn          `json:"waysIn"`   // roles that lead here, the person's own and those of About first
}

// A PlanRequest is what a plan is for.
type PlanRequest struct {
	Role         string   // an id
	HoursPerWeek float64  // 0 for DefaultHoursPerWeek
	Done         []string // the ids of the steps that are done
}

// DefaultHoursPerWeek is what most people can set aside beside a job.
const DefaultHoursPerWeek = 4

// A RoleRef is a role by its id and title.
type RoleRef struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// A PlanGap is a skill below the level that the role needs.
type PlanGap struct {
	Skill  string    `json:"skill"`
	Name   string    `json:"name"`
	Level  int       `json:"level"`
	Needed int       `json:"needed"`
	Also   []RoleRef `json:"also"` // the other roles of About that need more than Level
}

// A PlanFacet is a facet of the role, in the words that the person was shown,
// and how they answered it.
type PlanFacet struct {
	Facet     string     `json:"facet"`
	Dimension string     `json:"dimension"`
	Option    string     `json:"option"`
	Answers   FacetCount `json:"answers"`
}

// A PlanStart is where the person comes from, and what that means for the way
// to the role. The texts are empty when the role says nothing about that start.
type PlanStart struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Current bool   `json:"current"` // whether it is a job that the person has; ID is then the role's
	Brings  string `json:"brings,omitempty"`
	Missing string `json:"missing,omitempty"`
	First   string `json:"first,omitempty"`
	Pitfall string `json:"pitfall,omitempty"`
	Source  string `json:"source,omitempty"`
}

// A WayIn is a path from another role into this one.
type WayIn struct {
	Role        string `json:"role"`
	Title       string `json:"title"`
	Why         string `json:"why"`
	FromLeading bool   `json:"fromLeading"` // whether Role is in Plan.About
}

// NewPlan returns the plan from a result to a role of the same pack; nil when the
// pack doesn't have the role.
func NewPlan(p *fit.Pack, r *fit.Result, req PlanRequest) *Plan {
	to := p.Role(req.Role)
	if to == nil {
		return nil
	}
	plan := &Plan{
		Schema: PlanSchema, Pack: p.Ref(), ID: to.ID, Title: to.Title, Tagline: to.Tagline,
		Me: *newMe(r, to.ID), About: []RoleRef{}, HoursPerWeek: cmp.Or(req.HoursPerWeek, DefaultHoursPerWeek),
		Steps: []PlanStep{}, Later: []string{}, Met: []fit.NeedResult{}, Gaps: []PlanGap{}, Unrated: []fit.NeedResult{},
		Liked: []PlanFacet{}, Disliked: []PlanFacet{}, WaysIn: []WayIn{},
	}
	for _, id := range r.About {
		plan.About = append(plan.About, RoleRef{id, p.RoleTitle(id)})
	}
	plan.addNeeds(p, r, to)
	plan.addGaps(p, r, to)
	plan.addFacets(r, to)
	plan.addStart(p, r, to)
	plan.addWaysIn(p)
	plan.addSteps(p, to, req.Done)
	plan.chooseWeekend(p, to)
	plan.schedule()
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
		gap := PlanGap{g.Skill, g.Name, g.Level, g.Needed, []RoleRef{}}
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
			ref := to.ID + "/" + f.ID
			answers := *countFacet(r, ref)
			liked := PlanFacet{f.ID, d.String(), cmp.Or(shownAs(r, ref), f.Option), answers}
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

// shownAs returns a facet in the words in which the person saw it; "" when the
// result doesn't have them.
func shownAs(r *fit.Result, ref string) string {
	for i := range r.Answers {
		if text := r.Answers[i].Text(ref); text != "" {
			return text
		}
	}
	return ""
}

// currentJob is how the start of a result begins that is a role of the pack.
const currentJob = "current:"

// addStart adds what the role says about where the person comes from.
func (plan *Plan) addStart(p *fit.Pack, r *fit.Result, to *fit.Role) {
	if role, current := strings.CutPrefix(r.Start, currentJob); current {
		plan.Start = &PlanStart{ID: role, Name: p.RoleTitle(role), Current: true}
		return
	}
	for _, s := range p.Starts {
		if s.ID == r.Start {
			plan.Start = &PlanStart{ID: s.ID, Name: s.Name}
		}
	}
	for _, s := range to.Starts {
		if s.Start == r.Start && plan.Start != nil {
			plan.Start.Brings, plan.Start.Missing, plan.Start.First, plan.Start.Pitfall, plan.Start.Source = s.Brings, s.Missing, s.First, s.Pitfall, string(s.Source)
		}
	}
}

func (plan *Plan) addWaysIn(p *fit.Pack) {
	for i := range p.Roles {
		from := &p.Roles[i]
		for _, path := range from.Paths {
			if path.To == plan.ID {
				fromLeading := from.ID != plan.ID && slices.ContainsFunc(plan.About, func(l RoleRef) bool { return l.ID == from.ID })
				plan.WaysIn = append(plan.WaysIn, WayIn{from.ID, from.Title, path.Why, fromLeading})
			}
		}
	}
	rank := func(w WayIn) int {
		switch {
		case plan.Start != nil && plan.Start.Current && plan.Start.ID == w.Role:
			return 0
		case w.FromLeading:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(plan.WaysIn, func(a, b WayIn) int { return cmp.Compare(rank(a), rank(b)) })
}
