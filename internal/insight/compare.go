package insight

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// ComparisonSchema identifies the format of a Comparison.
const ComparisonSchema = "rolefit/comparison/2"

// A Comparison compares roles side by side. Texts, Levels and the facets of
// Distinctive have one entry per role, in the order of Roles. No slice is nil.
type Comparison struct {
	Schema      string              `json:"schema"`
	Pack        fit.PackRef         `json:"pack"`
	Roles       []ComparedRole      `json:"roles"` // in the requested order
	Aspects     []Aspect            `json:"aspects"`
	Needs       []ComparedNeed      `json:"needs"`            // skills that any of the roles needs, in pack order
	Grade       string              `json:"grade,omitempty"`  // grade that the needed levels are for; empty if the pack has none
	Conditions  []ComparedCondition `json:"conditions"`       // conditions that come with any of the roles, in pack order
	Market      *ComparedMarket     `json:"market,omitempty"` // see AddMarket
	Overlaps    []FacetPair         `json:"overlaps"`         // the most similar facets, by dimension
	Distinctive []DistinctiveFacets `json:"distinctive"`      // the most distinctive facets, by dimension
}

// A ComparedRole is one of the compared roles, with the person's result for it.
type ComparedRole struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Me    *Me    `json:"me,omitempty"`

	Clashes []Clash `json:"clashes,omitempty"` // what the person would refuse or rather avoid, and is often part of the role
}

// An Aspect is a subject that every role has a text about.
type Aspect struct {
	ID    string   `json:"id"`
	Texts []string `json:"texts"`
}

// A ComparedNeed is a skill and the level that each role needs, which is 0 if
// the role doesn't need the skill. Level is the person's level, which is nil if
// it isn't rated or if there is no result.
type ComparedNeed struct {
	Skill  string `json:"skill"`
	Name   string `json:"name"`
	Covers string `json:"covers,omitempty"`
	Levels []int  `json:"levels"`
	Shared bool   `json:"shared"` // whether every role needs the skill
	Only   string `json:"only,omitempty"`
	Level  *int   `json:"level"`
}

// A ComparedCondition is a condition and its level in each role, which is nil if
// the role doesn't say; see ExplainedCondition.
type ComparedCondition struct {
	Condition string        `json:"condition"`
	Name      string        `json:"name"`
	Levels    []*int        `json:"levels"`
	Answer    fit.Tolerance `json:"answer,omitempty"`
}

// A FacetPair is a pair of facets of different roles and their similarity; see
// the package comment.
type FacetPair struct {
	Dimension  string      `json:"dimension"`
	Similarity float64     `json:"similarity"` // 0 to 1
	Facets     [2]RoleText `json:"facets"`
}

// DistinctiveFacets lists, for one dimension, each role's facet that is least
// similar to any facet of the other roles.
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

// Aspect ids. A dimension's summary has the dimension's name as its id.
const (
	AspectTagline   = "tagline"
	AspectImpact    = "impact"
	AspectPicture   = "picture"
	AspectLifecycle = "lifecycle"
)

// Compare compares two or more roles of the pack. me is the person's result for
// the same pack, and may be nil.
func Compare(p *fit.Pack, roles []*fit.Role, me *fit.Result) *Comparison {
	c := &Comparison{Schema: ComparisonSchema, Pack: p.Ref(), Needs: compareNeeds(p, roles, me), Conditions: compareConditions(p, roles, me), Grade: p.MiddleGrade()}
	for _, r := range roles {
		compared := ComparedRole{ID: r.ID, Title: r.Title, Me: newMe(me, r.ID)}
		if me != nil {
			compared.Clashes = Clashes(me, r.ID)
		}
		c.Roles = append(c.Roles, compared)
	}
	c.addAspect(AspectTagline, roles, func(r *fit.Role) string { return r.Tagline })
	c.addAspect(AspectImpact, roles, func(r *fit.Role) string { return r.Impact })
	c.addAspect(AspectPicture, roles, func(r *fit.Role) string { return r.Picture })
	for _, d := range fit.Dimensions {
		c.addAspect(d.String(), roles, func(r *fit.Role) string { return r.Parts[d].Summary })
	}
	c.addAspect(AspectLifecycle, roles, func(r *fit.Role) string { return r.Lifecycle })
	c.Overlaps, c.Distinctive = similarities(roles)
	return c
}

// addAspect adds an aspect if at least one of the roles has a text about it.
func (c *Comparison) addAspect(id string, roles []*fit.Role, text func(*fit.Role) string) {
	a := Aspect{ID: id}
	for _, r := range roles {
		a.Texts = append(a.Texts, text(r))
	}
	if slices.ContainsFunc(a.Texts, func(text string) bool { return text != "" }) {
		c.Aspects = append(c.Aspects, a)
	}
}

// compareNeeds returns the skills that any of the roles needs, in pack order,
// followed by skills that the pack doesn't describe.
func compareNeeds(p *fit.Pack, roles []*fit.Role, me *fit.Result) []ComparedNeed {
	needs := []ComparedNeed{}
	for _, id := range neededBy(p, roles) {
		n := ComparedNeed{Skill: id, Name: p.SkillName(id), Level: levelOf(me, id)}
		if s := p.Skill(id); s != nil {
			n.Covers = s.Covers
		}
		var needing []string
		for _, r := range roles {
			n.Levels = append(n.Levels, r.Need(id))
			if r.Need(id) > 0 {
				needing = append(needing, r.ID)
			}
		}
		n.Shared = len(needing) == len(roles)
		if len(needing) == 1 {
			n.Only = needing[0]
		}
		needs = append(needs, n)
	}
	return needs
}

func compareConditions(p *fit.Pack, roles []*fit.Role, me *fit.Result) []ComparedCondition {
	out := []ComparedCondition{}
	for i := range p.Conditions {
		c := ComparedCondition{Condition: p.Conditions[i].ID, Name: p.Conditions[i].Name, Answer: toleranceOf(me, p.Conditions[i].ID)}
		for _, r := range roles {
			c.Levels = append(c.Levels, r.Often(c.Condition))
		}
		if slices.ContainsFunc(c.Levels, func(level *int) bool { return level != nil }) {
			out = append(out, c)
		}
	}
	return out
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
