package audit

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// A census counts where the roles and facets of a pack stand in questions.
type census struct {
	pack      *fit.Pack
	questions map[string]*fit.Question
	roles     []roleCensus
	most      map[string]int  // facet -> uses in the quiz that asks it most
	later     map[string]int  // facet -> at least once in a later set
	unknown   []string        // facets that no role has, as in "sre/nothing"
	known     map[string]bool // dimension and facet
}

type roleCensus struct {
	shown    [len(fit.Dimensions)]int
	asked    [len(fit.Dimensions)]int64 // times simulated people were asked about it
	places   [fit.MaxShown]int
	expected [fit.MaxShown]float64 // places, had each been as likely
	words    int
	options  int
}

func newCensus(p *fit.Pack) *census {
	c := &census{
		pack: p, questions: map[string]*fit.Question{}, roles: make([]roleCensus, len(p.Roles)),
		most: map[string]int{}, later: map[string]int{}, known: map[string]bool{},
	}
	for i := range p.Roles {
		for d := range fit.Dimensions {
			for _, f := range p.Roles[i].Parts[d].Facets {
				c.known[facetKey(fit.Dimensions[d], p.Roles[i].ID+"/"+f.ID)] = true
			}
		}
	}
	return c
}

// facetKey names a facet with its dimension: the same name may stand in two.
func facetKey(d fit.Dimension, ref string) string { return d.String() + " " + ref }

// quiz counts a quiz for some roles of the pack.
func (c *census) quiz(q *fit.Quiz, members []int) {
	uses := map[string]int{}
	for _, x := range q.Questions {
		c.facets(x, uses)
		c.questions[x.ID] = x
		for i := range x.Options {
			r := &c.roles[members[x.RoleOf(i)]]
			r.shown[x.Dimension]++
			r.places[i]++
			for place := range x.Options {
				r.expected[place] += 1 / float64(len(x.Options))
			}
			r.words += words(x.Options[i].Text)
			r.options++
		}
	}
	for facet, n := range uses {
		c.most[facet] = max(c.most[facet], n)
	}
}

// facets counts the facets of a question.
func (c *census) facets(x *fit.Question, uses map[string]int) {
	for i := range x.Options {
		ref := x.Options[i].Ref()
		key := facetKey(x.Dimension, ref)
		uses[key]++
		if !c.known[key] && !slices.Contains(c.unknown, ref) {
			c.unknown = append(c.unknown, ref)
		}
	}
}

// asked counts how often people were asked a question.
func (c *census) asked(x *fit.Question, times int64) {
	for i := range x.Options {
		r := slices.IndexFunc(c.pack.Roles, func(r fit.Role) bool { return r.ID == x.Options[i].Role })
		c.roles[r].asked[x.Dimension] += times
	}
}

// report puts the counts in the pack's order.
func (c *census) report(reference *counts) (roles []RoleStructure, facets []FacetUse) {
	for i := range c.pack.Roles {
		role, n := &c.pack.Roles[i], &c.roles[i]
		s := RoleStructure{Role: role.ID, Facets: map[string]int{}, Used: map[string]int{}, Shown: map[string]int{}, Asked: map[string]float64{}, Places: n.places[:]}
		for d, dimension := range fit.Dimensions {
			name := dimension.String()
			s.Facets[name], s.Shown[name], s.Used[name] = len(role.Parts[d].Facets), n.shown[d], 0
			s.Asked[name] = ratio(n.asked[d], reference.roles[i].in)
			for _, f := range role.Parts[d].Facets {
				key := facetKey(dimension, role.ID+"/"+f.ID)
				use := FacetUse{Facet: role.ID + "/" + f.ID, Dimension: name, Uses: c.most[key], Words: words(f.Option)}
				if use.Uses == 0 && c.later[key] > 0 {
					use.Uses = 1
				}
				if use.Uses > 0 {
					s.Used[name]++
				}
				facets = append(facets, use)
			}
		}
		if n.options > 0 {
			s.Words = float64(n.words) / float64(n.options)
			for place := range n.places {
				s.Most = max(s.Most, (float64(n.places[place])-n.expected[place])/float64(n.options))
			}
		}
		roles = append(roles, s)
	}
	return roles, facets
}
