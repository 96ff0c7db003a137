package fit

import (
	"cmp"
	"slices"
	"strings"
)

// RouteSchema names the form of a Route.
const RouteSchema = "rolefit/plan/1"

// A Route leads one person from where a result has them to a role. It is made
// of that person's answers and levels, so that two people have two routes.
// No list is nil.
type Route struct {
	Schema   string       `json:"schema"`
	Pack     PackRef      `json:"pack"`
	ID       string       `json:"id"` // the role's
	Title    string       `json:"title"`
	Tagline  string       `json:"tagline"`
	Me       Me           `json:"me"`       // how one stands to the role
	Leads    []RouteRole  `json:"leads"`    // the roles that the verdict is about
	Brings   []NeedResult `json:"brings"`   // needs that are met, those most exceeded first
	Gaps     []RouteGap   `json:"gaps"`     // in the order of the method; see Gaps
	Unrated  []NeedResult `json:"unrated"`  // needs without a level, the highest first
	Likes    []RouteFacet `json:"likes"`    // parts of the role that one picked best, most often first
	Dislikes []RouteFacet `json:"dislikes"` // parts that one picked worst, most often first
	Ways     []RouteWay   `json:"ways"`     // the usual ways in, one's own first
	Try      *Try         `json:"try"`      // nil when neither a part of the role nor a gap is known
}

// A RouteRole is a role by its id and title.
type RouteRole struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// A RouteGap is a skill in which one is below what the role needs, the step
// that takes one a level further, and which other roles that one leans to
// need more of it too.
type RouteGap struct {
	Skill  string      `json:"skill"`
	Name   string      `json:"name"`
	Level  int         `json:"level"`
	Needed int         `json:"needed"`
	Next   string      `json:"next"` // from level 3 on what level 4 means
	Also   []RouteRole `json:"also"`
}

// A RouteFacet is a part of the role, and what one did with it in the quiz.
type RouteFacet struct {
	Facet     string `json:"facet"`
	Dimension string `json:"dimension"`
	Text      string `json:"text"`
	Picks     Picks  `json:"picks"`
}

// A RouteWay leads from another role into this one. Yours is whether that role
// is at the front of the result.
type RouteWay struct {
	Role  string `json:"role"`
	Title string `json:"title"`
	Why   string `json:"why"`
	Yours bool   `json:"yours"`
}

// A Try is something to do within a week: the part of the role that one liked
// best, nil when one liked none of it, and the gap with the shortest step, nil
// when there is no gap. Joined is whether the two speak of the same things.
type Try struct {
	Facet  *RouteFacet `json:"facet"`
	Gap    *RouteGap   `json:"gap"`
	Joined bool        `json:"joined"`
}

// NewRoute makes the route from a result to a role of the pack; nil when the
// pack does not have the role. The result is of the same pack.
func NewRoute(p *Pack, r *Result, role string) *Route {
	to := p.Role(role)
	if to == nil {
		return nil
	}
	route := &Route{
		Schema: RouteSchema, Pack: p.Ref(), ID: to.ID, Title: to.Title, Tagline: to.Tagline,
		Me: *r.stands(role), Leads: []RouteRole{}, Brings: []NeedResult{}, Gaps: []RouteGap{}, Unrated: []NeedResult{},
		Likes: []RouteFacet{}, Dislikes: []RouteFacet{}, Ways: []RouteWay{},
	}
	for _, id := range r.about() {
		route.Leads = append(route.Leads, RouteRole{id, p.roleTitle(id)})
	}
	route.needs(p, r, to)
	route.gaps(p, r, to)
	route.facets(r, to)
	route.ways(p, r)
	route.try(p, to)
	return route
}

// about lists the roles that the verdict is about: those it names and the
// first two.
func (r *Result) about() []string {
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
func (route *Route) needs(p *Pack, r *Result, to *Role) {
	needs := make([]NeedResult, len(to.Needs))
	for i, n := range to.Needs {
		needs[i] = NeedResult{n.Skill, p.skillName(n.Skill), n.Level, r.level(n.Skill)}
		switch level := needs[i].Level; {
		case level == nil:
			route.Unrated = append(route.Unrated, needs[i])
		case *level >= n.Level:
			route.Brings = append(route.Brings, needs[i])
		}
	}
	route.Me.Needed = len(needs)
	route.Me.Readiness, route.Me.Rated = readiness(needs)
	slices.SortStableFunc(route.Brings, func(a, b NeedResult) int {
		return cmp.Or(cmp.Compare(*b.Level-b.Needed, *a.Level-a.Needed), cmp.Compare(b.Needed, a.Needed))
	})
	slices.SortStableFunc(route.Unrated, func(a, b NeedResult) int { return cmp.Compare(b.Needed, a.Needed) })
}

func (route *Route) gaps(p *Pack, r *Result, to *Role) {
	level := func(skill string) (int, bool) {
		if l := r.level(skill); l != nil {
			return *l, true
		}
		return 0, false
	}
	for _, g := range Gaps(p, level, []*Role{to}) {
		gap := RouteGap{g.Skill, g.Name, g.Level, g.Needed, g.Next, []RouteRole{}}
		for _, lead := range route.Leads {
			if other := p.Role(lead.ID); other != nil && other != to && other.Need(g.Skill) > g.Level {
				gap.Also = append(gap.Also, lead)
			}
		}
		route.Gaps = append(route.Gaps, gap)
	}
}

// facets lists what one picked of the role: best more often than worst, and
// the other way round.
func (route *Route) facets(r *Result, to *Role) {
	for _, d := range Dimensions {
		for _, f := range to.Parts[d].Facets {
			picks := *r.picks(to.ID + "/" + f.ID)
			facet := RouteFacet{f.ID, d.String(), f.Text, picks}
			switch {
			case picks.Best > picks.Worst:
				route.Likes = append(route.Likes, facet)
			case picks.Worst > picks.Best:
				route.Dislikes = append(route.Dislikes, facet)
			}
		}
	}
	more := func(f RouteFacet) int { return f.Picks.Best - f.Picks.Worst }
	slices.SortStableFunc(route.Likes, func(a, b RouteFacet) int { return cmp.Compare(more(b), more(a)) })
	slices.SortStableFunc(route.Dislikes, func(a, b RouteFacet) int { return cmp.Compare(more(a), more(b)) })
}

func (route *Route) ways(p *Pack, r *Result) {
	for i := range p.Roles {
		from := &p.Roles[i]
		for _, path := range from.Paths {
			if path.To == route.ID {
				yours := from.ID != route.ID && slices.ContainsFunc(route.Leads, func(l RouteRole) bool { return l.ID == from.ID })
				route.Ways = append(route.Ways, RouteWay{from.ID, from.Title, path.Why, yours})
			}
		}
	}
	slices.SortStableFunc(route.Ways, func(a, b RouteWay) int {
		switch {
		case a.Yours == b.Yours:
			return 0
		case a.Yours:
			return -1
		}
		return 1
	})
}

// try joins a part of the role that one liked with a gap that it speaks of:
// of all such pairs the one with the shortest step, then the best liked. Where
// no two belong together, they are the best liked and the shortest.
func (route *Route) try(p *Pack, to *Role) {
	try := &Try{}
	if len(route.Likes) > 0 {
		try.Facet = &route.Likes[0]
	}
	for i := range route.Gaps {
		if g := &route.Gaps[i]; try.Gap == nil || g.Level < try.Gap.Level {
			try.Gap = g
		}
	}
	for i := range route.Likes {
		for j := range route.Gaps {
			f, g := &route.Likes[i], &route.Gaps[j]
			if speakOfTheSame(to.terms(f), p.Skill(g.Skill).Terms) && (!try.Joined || g.Level < try.Gap.Level) {
				*try = Try{f, g, true}
			}
		}
	}
	if try.Facet != nil || try.Gap != nil {
		route.Try = try
	}
}

// terms are those of the facet, as the role has it.
func (r *Role) terms(f *RouteFacet) []string {
	for _, d := range Dimensions {
		for i := range r.Parts[d].Facets {
			if d.String() == f.Dimension && r.Parts[d].Facets[i].ID == f.Facet {
				return r.Parts[d].Facets[i].Terms
			}
		}
	}
	return nil
}

// speakOfTheSame says whether two lists share a term, in any case.
func speakOfTheSame(a, b []string) bool {
	for _, x := range a {
		if slices.ContainsFunc(b, func(y string) bool { return strings.EqualFold(x, y) }) {
			return true
		}
	}
	return false
}
