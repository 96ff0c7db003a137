package insight

import (
	"cmp"
	"github.com/rolefit/rolefit/internal/fit"
	"slices"
	"strings"
)

// RouteSchema names the form of a Route.
const PlanSchema = "rolefit/plan/2"

// A Route leads one person from where a result has them to a role. It is made
// of that person's answers and levels, so that two people have two routes.
// No list is nil.
type Plan struct {
	Schema   string           `json:"schema"`
	Pack     fit.PackRef      `json:"pack"`
	ID       string           `json:"id"` // the role's
	Title    string           `json:"title"`
	Tagline  string           `json:"tagline"`
	Me       Me               `json:"me"`       // how one stands to the role
	About    []RoleRef        `json:"about"`    // the roles that the verdict is about
	Met      []fit.NeedResult `json:"met"`      // needs that are met, those most exceeded first
	Gaps     []PlanGap        `json:"gaps"`     // in the order of the method; see Gaps
	Unrated  []fit.NeedResult `json:"unrated"`  // needs without a level, the highest first
	Liked    []PlanFacet      `json:"liked"`    // parts of the role that one picked best, most often first
	Disliked []PlanFacet      `json:"disliked"` // parts that one picked worst, most often first
	WaysIn   []WayIn          `json:"waysIn"`   // the usual ways in, one's own first
	First    *FirstStep       `json:"first"`    // nil when neither a part of the role nor a gap is known
}

// A RouteRole is a role by its id and title.
type RoleRef struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// A RouteGap is a skill in which one is below what the role needs, the step
// that takes one a level further, and which other roles that one leans to
// need more of it too.
type PlanGap struct {
	Skill  string    `json:"skill"`
	Name   string    `json:"name"`
	Level  int       `json:"level"`
	Needed int       `json:"needed"`
	Next   string    `json:"next"` // from level 3 on what level 4 means
	Also   []RoleRef `json:"also"`
}

// A RouteFacet is a part of the role, and what one did with it in the quiz.
type PlanFacet struct {
	Facet     string     `json:"facet"`
	Dimension string     `json:"dimension"`
	Text      string     `json:"text"`
	Answers   FacetCount `json:"answers"`
}

// A RouteWay leads from another role into this one. Yours is whether that role
// is at the front of the result.
type WayIn struct {
	Role        string `json:"role"`
	Title       string `json:"title"`
	Why         string `json:"why"`
	FromLeading bool   `json:"fromLeading"`
}

// A Try is something to do within a week: the part of the role that one liked
// best, nil when one liked none of it, and the gap with the shortest step, nil
// when there is no gap. Joined is whether the two speak of the same things.
type FirstStep struct {
	Facet   *PlanFacet `json:"facet"`
	Gap     *PlanGap   `json:"gap"`
	Related bool       `json:"related"`
}

// NewRoute makes the route from a result to a role of the pack; nil when the
// pack does not have the role. The result is of the same pack.
func NewPlan(p *fit.Pack, r *fit.Result, role string) *Plan {
	to := p.Role(role)
	if to == nil {
		return nil
	}
	route := &Plan{
		Schema: PlanSchema, Pack: p.Ref(), ID: to.ID, Title: to.Title, Tagline: to.Tagline,
		Me: *newMe(r, role), About: []RoleRef{}, Met: []fit.NeedResult{}, Gaps: []PlanGap{}, Unrated: []fit.NeedResult{},
		Liked: []PlanFacet{}, Disliked: []PlanFacet{}, WaysIn: []WayIn{},
	}
	for _, id := range front(r) {
		route.About = append(route.About, RoleRef{id, p.RoleTitle(id)})
	}
	route.needs(p, r, to)
	route.gaps(p, r, to)
	route.facets(r, to)
	route.ways(p, r)
	route.chooseFirst(p, to)
	return route
}

// front lists the roles at the front of a result: those that the verdict names
// and the two of the lead.
func front(r *fit.Result) []string {
	ids := slices.Clone(r.Named)
	for i := range r.Roles {
		id := r.Roles[i].ID
		first := r.Lead != nil && (r.Roles[i].Place == 1 || id == r.Lead.Role || id == r.Lead.Over)
		if first && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// needs sorts the role's needs into those that are met and those without a
// level, and counts readiness anew: the result may not have had this role.
func (route *Plan) needs(p *fit.Pack, r *fit.Result, to *fit.Role) {
	needs := make([]fit.NeedResult, len(to.Needs))
	for i, n := range to.Needs {
		needs[i] = fit.NeedResult{n.Skill, p.SkillName(n.Skill), n.Level, levelOf(r, n.Skill)}
		switch level := needs[i].Level; {
		case level == nil:
			route.Unrated = append(route.Unrated, needs[i])
		case *level >= n.Level:
			route.Met = append(route.Met, needs[i])
		}
	}
	route.Me.Needed = len(needs)
	route.Me.Readiness, route.Me.Rated = fit.Readiness(needs)
	slices.SortStableFunc(route.Met, func(a, b fit.NeedResult) int {
		return cmp.Or(cmp.Compare(*b.Level-b.Needed, *a.Level-a.Needed), cmp.Compare(b.Needed, a.Needed))
	})
	slices.SortStableFunc(route.Unrated, func(a, b fit.NeedResult) int { return cmp.Compare(b.Needed, a.Needed) })
}

func (route *Plan) gaps(p *fit.Pack, r *fit.Result, to *fit.Role) {
	level := func(skill string) (int, bool) {
		if l := levelOf(r, skill); l != nil {
			return *l, true
		}
		return 0, false
	}
	for _, g := range fit.Gaps(p, level, []*fit.Role{to}) {
		gap := PlanGap{g.Skill, g.Name, g.Level, g.Needed, g.Next, []RoleRef{}}
		for _, lead := range route.About {
			if other := p.Role(lead.ID); other != nil && other != to && other.Need(g.Skill) > g.Level {
				gap.Also = append(gap.Also, lead)
			}
		}
		route.Gaps = append(route.Gaps, gap)
	}
}

// facets lists what one picked of the role: best more often than worst, and
// the other way round.
func (route *Plan) facets(r *fit.Result, to *fit.Role) {
	for _, d := range fit.Dimensions {
		for _, f := range to.Parts[d].Facets {
			picks := *countFacet(r, to.ID+"/"+f.ID)
			facet := PlanFacet{f.ID, d.String(), f.Text, picks}
			switch {
			case picks.Best > picks.Worst:
				route.Liked = append(route.Liked, facet)
			case picks.Worst > picks.Best:
				route.Disliked = append(route.Disliked, facet)
			}
		}
	}
	more := func(f PlanFacet) int { return f.Answers.Best - f.Answers.Worst }
	slices.SortStableFunc(route.Liked, func(a, b PlanFacet) int { return cmp.Compare(more(b), more(a)) })
	slices.SortStableFunc(route.Disliked, func(a, b PlanFacet) int { return cmp.Compare(more(a), more(b)) })
}

func (route *Plan) ways(p *fit.Pack, r *fit.Result) {
	for i := range p.Roles {
		from := &p.Roles[i]
		for _, path := range from.Paths {
			if path.To == route.ID {
				yours := from.ID != route.ID && slices.ContainsFunc(route.About, func(l RoleRef) bool { return l.ID == from.ID })
				route.WaysIn = append(route.WaysIn, WayIn{from.ID, from.Title, path.Why, yours})
			}
		}
	}
	slices.SortStableFunc(route.WaysIn, func(a, b WayIn) int {
		switch {
		case a.FromLeading == b.FromLeading:
			return 0
		case a.FromLeading:
			return -1
		}
		return 1
	})
}

// try joins a part of the role that one liked with a gap that it speaks of:
// of all such pairs the one with the shortest step, then the best liked. Where
// no two belong together, they are the best liked and the shortest.
func (route *Plan) chooseFirst(p *fit.Pack, to *fit.Role) {
	try := &FirstStep{}
	if len(route.Liked) > 0 {
		try.Facet = &route.Liked[0]
	}
	for i := range route.Gaps {
		if g := &route.Gaps[i]; try.Gap == nil || g.Level < try.Gap.Level {
			try.Gap = g
		}
	}
	for i := range route.Liked {
		for j := range route.Gaps {
			f, g := &route.Liked[i], &route.Gaps[j]
			if shareTerm(facetTerms(to, f), p.Skill(g.Skill).Terms) && (!try.Related || g.Level < try.Gap.Level) {
				*try = FirstStep{f, g, true}
			}
		}
	}
	if try.Facet != nil || try.Gap != nil {
		route.First = try
	}
}

// terms are those of the facet, as the role has it.
func facetTerms(r *fit.Role, f *PlanFacet) []string {
	for _, d := range fit.Dimensions {
		for i := range r.Parts[d].Facets {
			if d.String() == f.Dimension && r.Parts[d].Facets[i].ID == f.Facet {
				return r.Parts[d].Facets[i].Terms
			}
		}
	}
	return nil
}

// speakOfTheSame says whether two lists share a term, in any case.
func shareTerm(a, b []string) bool {
	for _, x := range a {
		if slices.ContainsFunc(b, func(y string) bool { return strings.EqualFold(x, y) }) {
			return true
		}
	}
	return false
}
