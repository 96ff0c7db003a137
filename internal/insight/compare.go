package insight

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// ComparisonSchema names the form of a Comparison.
const ComparisonSchema = "rolefit/comparison/2"

// A Comparison sets roles side by side. Texts, Levels and Apart have one entry
// per role, in the order of Roles; no list is nil.
type Comparison struct {
	Schema      string              `json:"schema"`
	Pack        fit.PackRef         `json:"pack"`
	Roles       []ComparedRole      `json:"roles"` // in the order asked for
	Aspects     []Aspect            `json:"aspects"`
	Needs       []ComparedNeed      `json:"needs"`       // what any of the roles needs, in the pack's order
	Overlaps    []FacetPair         `json:"overlaps"`    // facets that come closest, by dimension
	Distinctive []DistinctiveFacets `json:"distinctive"` // facets that no other role comes near, by dimension
}

// A ComparedRole is one of the roles, and how one stands to it.
type ComparedRole struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Me    *Me    `json:"me,omitempty"`
}

// An Aspect is one thing that every role has a text about.
type Aspect struct {
	ID    string   `json:"id"`
	Texts []string `json:"texts"`
}

// A ComparedNeed is a skill and the level of it that each role needs, 0 when
// it does not. Level is one's own, nil when it is not rated or nobody is
// asked about.
type ComparedNeed struct {
	Skill  string `json:"skill"`
	Name   string `json:"name"`
	Covers string `json:"covers,omitempty"`
	Levels []int  `json:"levels"`
	Shared bool   `json:"shared"` // whether every role needs it
	Only   string `json:"only,omitempty"`
	Level  *int   `json:"level"`
}

// A FacetPair is two facets of different roles, and how alike they are: see
// likeness.
type FacetPair struct {
	Dimension  string      `json:"dimension"`
	Similarity float64     `json:"similarity"` // 0 to 1
	Facets     [2]RoleText `json:"facets"`
}

// A Distinct is, for one dimension, the facet of each role that is least like
// anything the other roles have.
type DistinctiveFacets struct {
	Dimension string     `json:"dimension"`
	Facets    []RoleText `json:"facets"`
}

// A RoleText is a facet of a role.
type RoleText struct {
	Role  string `json:"role"`
	Facet string `json:"facet"`
	Text  string `json:"text"`
}

// The names of the aspects, in their order; those of the dimensions are the
// dimensions' own.
const (
	AspectTagline   = "tagline"
	AspectImpact    = "impact"
	AspectPicture   = "picture"
	AspectLifecycle = "lifecycle"
)

// Compare sets two or more roles of the pack side by side, and beside them the
// person of the result me, of the same pack; me may be nil.
func Compare(p *fit.Pack, roles []*fit.Role, me *fit.Result) *Comparison {
	c := &Comparison{Schema: ComparisonSchema, Pack: p.Ref(), Needs: compareNeeds(p, roles, me)}
	for _, r := range roles {
		c.Roles = append(c.Roles, ComparedRole{r.ID, r.Title, newMe(me, r.ID)})
	}
	c.aspect(AspectTagline, roles, func(r *fit.Role) string { return r.Tagline })
	c.aspect(AspectImpact, roles, func(r *fit.Role) string { return r.Impact })
	c.aspect(AspectPicture, roles, func(r *fit.Role) string { return r.Picture })
	for _, d := range fit.Dimensions {
		c.aspect(d.String(), roles, func(r *fit.Role) string { return r.Parts[d].Summary })
	}
	c.aspect(AspectLifecycle, roles, func(r *fit.Role) string { return r.Lifecycle })
	c.Overlaps, c.Distinctive = similarities(roles)
	return c
}

func (c *Comparison) aspect(id string, roles []*fit.Role, text func(*fit.Role) string) {
	a := Aspect{ID: id}
	for _, r := range roles {
		a.Texts = append(a.Texts, text(r))
	}
	c.Aspects = append(c.Aspects, a)
}

// compareNeeds lists the skills that any of the roles needs: in the pack's
// order, those the pack does not describe last, as the roles have them.
func compareNeeds(p *fit.Pack, roles []*fit.Role, me *fit.Result) []ComparedNeed {
	needs := []ComparedNeed{}
	for _, id := range neededBy(p, roles) {
		n := ComparedNeed{Skill: id, Name: p.SkillName(id), Level: levelOf(me, id)}
		if s := p.Skill(id); s != nil {
			n.Covers = s.Covers
		}
		var who []string
		for _, r := range roles {
			n.Levels = append(n.Levels, r.Need(id))
			if r.Need(id) > 0 {
				who = append(who, r.ID)
			}
		}
		n.Shared = len(who) == len(roles)
		if len(who) == 1 {
			n.Only = who[0]
		}
		needs = append(needs, n)
	}
	return needs
}

func neededBy(p *fit.Pack, roles []*fit.Role) []string {
	var ids []string
	for i := range p.Skills {
		id := p.Skills[i].ID
		if slices.ContainsFunc(roles, func(r *fit.Role) bool { return r.Need(id) > 0 }) {
			ids = append(ids, id)
		}
	}
	for _, r := range roles {
		for _, n := range r.Needs {
			if !slices.Contains(ids, n.Skill) {
				ids = append(ids, n.Skill)
			}
		}
	}
	return ids
}
