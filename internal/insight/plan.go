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
// answers and levels, so two people get different plans. No slice is nil.
type Plan struct {
	Schema       string           `json:"schema"`
	Pack         fit.PackRef      `json:"pack"`
	ID           string           `json:"id"` // role id
	Title        string           `json:"title"`
	Tagline      string           `json:"tagline"`
	Me           Me               `json:"me"`                // the person's result for the role
	About        []RoleRef        `json:"about"`             // roles that the verdict is about, or all that are too close to call
	Basis        PlanBasis        `json:"basis,omitempty"`   // why the plan is for this one of the close roles; empty if the person chose it or if no others are close
	Signals      *Signals         `json:"signals,omitempty"` // what points to the role, if that is the basis
	Close        []CloseRole      `json:"close"`             // other roles that are too close to rule out, at most two
	Weekend      *fit.Try         `json:"weekend"`           // a small task to begin with; nil if the role has none
	Next         string           `json:"next"`              // id of the first open step, or ""
	HoursPerWeek float64          `json:"hoursPerWeek"`
	Steps        []PlanStep       `json:"steps"`   // all steps in order, including completed ones
	Periods      []Period         `json:"periods"` // steps for the next 30, 60 and 90 days
	Later        []string         `json:"later"`   // ids of steps that fit into no period or have no hours
	Grades       []PlanGrade      `json:"grades"`  // grades that the steps lead to, lowest first
	Progress     Progress         `json:"progress"`
	Met          []fit.NeedResult `json:"met"`      // needs that are met, beginning with the most exceeded
	Gaps         []PlanGap        `json:"gaps"`     // in the order of fit.Gaps
	Unrated      []fit.NeedResult `json:"unrated"`  // needs that aren't rated, highest level first
	Liked        []PlanFacet      `json:"liked"`    // facets that were best more often than worst, largest difference first
	Disliked     []PlanFacet      `json:"disliked"` // facets that were worst more often than best, largest difference first
	Start        *PlanStart       `json:"start"`    // nil if the person's start is unknown
	Clashes      []Clash          `json:"clashes"`  // what the person would refuse or rather avoid, and is often part of the role
}

// A PlanRequest describes the plan that is wanted.
type PlanRequest struct {
	Role         string   // role id
	HoursPerWeek float64  // 0 means DefaultHoursPerWeek
	Done         []string // ids of the completed steps
}

// DefaultHoursPerWeek is an amount of time that most people can spend in
// addition to a job.
const DefaultHoursPerWeek = 4

// A RoleRef identifies a role by its id and title.
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
	Also   []RoleRef `json:"also"` // other roles of About that need more than Level
}

// A PlanFacet is a facet of the role as it was worded for the person, and how
// they answered it.
type PlanFacet struct {
	Facet     string     `json:"facet"`
	Dimension string     `json:"dimension"`
	Option    string     `json:"option"`
	Answers   FacetCount `json:"answers"`
}

// A PlanStart is the person's background, and what it means for getting into
// the role. The texts are empty if the role has none for this start.
type PlanStart struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Current bool   `json:"current"`       // whether it is the person's current job; ID is then the id of the role
	Why     string `json:"why,omitempty"` // why people move on from that role to this one
	Brings  string `json:"brings,omitempty"`
	Missing string `json:"missing,omitempty"`
	First   string `json:"first,omitempty"`
	Pitfall string `json:"pitfall,omitempty"`

	Guesses []string   `json:"guesses"` // parts in StartParts that are the author's guess
	Partly  []string   `json:"partly"`  // parts in StartParts that are partly a guess
	Sources []Citation `json:"sources"` // what the other parts rest on
}

// NewPlan returns the plan from a result to a role of the same pack, or nil if
// the pack doesn't have the role.
func NewPlan(p *fit.Pack, r *fit.Result, req PlanRequest) *Plan {
	to := p.Role(req.Role)
	if to == nil {
		return nil
	}
	plan := &Plan{
		Schema: PlanSchema, Pack: p.Ref(), ID: to.ID, Title: to.Title, Tagline: to.Tagline,
		Me: *newMe(r, to.ID), About: []RoleRef{}, HoursPerWeek: cmp.Or(req.HoursPerWeek, DefaultHoursPerWeek),
		Steps: []PlanStep{}, Later: []string{}, Grades: []PlanGrade{}, Met: []fit.NeedResult{}, Gaps: []PlanGap{}, Unrated: []fit.NeedResult{},
		Liked: []PlanFacet{}, Disliked: []PlanFacet{}, Close: []CloseRole{}, Clashes: Clashes(r, to.ID),
	}
	for _, id := range closeRoles(r) {
		plan.About = append(plan.About, RoleRef{id, p.RoleTitle(id)})
	}
	plan.addNeeds(p, r, to)
	plan.addGaps(p, r, to)
	plan.addFacets(r, to)
	plan.addStart(p, r, to)
	plan.addClose(p, r)
	if to.Try.Do != "" {
		plan.Weekend = &to.Try
	}
	plan.addSteps(p, to, req.Done)
	plan.schedule()
	plan.addGrades(p)
	return plan
}

// addNeeds divides the role's needs into met ones and unrated ones. It also
// computes readiness, because the result may not include this role.
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

// addFacets adds the facets that were best more often than worst, and those
// that were worst more often than best.
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

// shownAs returns the wording of a facet that the person saw, or "" if the
// result doesn't contain it.
func shownAs(r *fit.Result, ref string) string {
	for i := range r.Answers {
		if text := r.Answers[i].Text(ref); text != "" {
			return text
		}
	}
	return ""
}

// addStart adds the role's texts about the person's start.
func (plan *Plan) addStart(p *fit.Pack, r *fit.Result, to *fit.Role) {
	if role, current := strings.CutPrefix(r.Start, fit.CurrentPrefix); current {
		plan.Start = &PlanStart{ID: role, Name: p.RoleTitle(role), Current: true, Guesses: []string{}, Partly: []string{}, Sources: []Citation{}}
		if from := p.Role(role); from != nil {
			for _, path := range from.Paths {
				if path.To == to.ID {
					plan.Start.Why = path.Why
				}
			}
		}
		return
	}
	for _, s := range p.Starts {
		if s.ID == r.Start {
			plan.Start = &PlanStart{ID: s.ID, Name: s.Name, Guesses: []string{}, Partly: []string{}, Sources: []Citation{}}
		}
	}
	for _, s := range to.Starts {
		if s.Start == r.Start && plan.Start != nil {
			plan.Start.Brings, plan.Start.Missing, plan.Start.First, plan.Start.Pitfall = s.Brings, s.Missing, s.First, s.Pitfall
			plan.Start.Guesses, plan.Start.Partly = guessedParts(s.Source)
			plan.Start.Sources = publishedSources(s.Source)
		}
	}
}
