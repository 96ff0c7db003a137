package audit

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// A census counts how a pack's questions use its roles and facets.
type census struct {
	pack        *fit.Pack
	questions   map[string]*fit.Question
	roles       []roleCensus
	uses        map[string]int  // for each facet, the number of uses in the quiz that uses it most
	later       map[string]int  // for each facet, the number of uses in later rounds
	unknown     []string        // facets that options refer to but no role has, such as "sre/nothing"
	facetExists map[string]bool // keyed by facetKey
}

type roleCensus struct {
	shown    [len(fit.Dimensions)]int
	asked    [len(fit.Dimensions)]int64 // number of times that simulated people were asked a question about the role
	places   [fit.MaxShown]int
	expected [fit.MaxShown]float64 // expected number of times in each position, if all are equally likely
	words    int
	options  int
}

func newCensus(p *fit.Pack) *census {
	c := &census{
		pack: p, questions: map[string]*fit.Question{}, roles: make([]roleCensus, len(p.Roles)),
		uses: map[string]int{}, later: map[string]int{}, facetExists: map[string]bool{},
	}
	for i := range p.Roles {
		for d := range fit.Dimensions {
			for _, f := range p.Roles[i].Parts[d].Facets {
				c.facetExists[facetKey(fit.Dimensions[d], p.Roles[i].ID+"/"+f.ID)] = true
			}
		}
	}
	return c
}

// facetKey returns the dimension and id of a facet, because facets of different
// dimensions may share an id.
func facetKey(d fit.Dimension, ref string) string { return d.String() + " " + ref }

// quiz adds the questions of a quiz for some of the pack's roles.
func (c *census) quiz(q *fit.Quiz, members []int) {
	uses := map[string]int{}
	for _, question := range q.Questions {
		c.facets(question, uses)
		c.questions[question.ID] = question
		for i := range question.Options {
			r := &c.roles[members[question.RoleOf(i)]]
			r.shown[question.Dimension]++
			r.places[i]++
			for place := range question.Options {
				r.expected[place] += 1 / float64(len(question.Options))
			}
			r.words += words(question.Options[i].Text)
			r.options++
		}
	}
	for facet, n := range uses {
		c.uses[facet] = max(c.uses[facet], n)
	}
}

// facets adds the facets of a question to uses.
func (c *census) facets(question *fit.Question, uses map[string]int) {
	for i := range question.Options {
		ref := question.Options[i].Ref()
		key := facetKey(question.Dimension, ref)
		uses[key]++
		if !c.facetExists[key] && !slices.Contains(c.unknown, ref) {
			c.unknown = append(c.unknown, ref)
		}
	}
}

// asked adds the number of times that people were asked a question.
func (c *census) asked(question *fit.Question, times int64) {
	for i := range question.Options {
		r := slices.IndexFunc(c.pack.Roles, func(r fit.Role) bool { return r.ID == question.Options[i].Role })
		c.roles[r].asked[question.Dimension] += times
	}
}

// report returns the counts of roles and facets in pack order.
func (c *census) report(reference *counts) (roles []RoleStructure, facets []FacetUse) {
	for i := range c.pack.Roles {
		role, n := &c.pack.Roles[i], &c.roles[i]
		s := RoleStructure{Role: role.ID, Facets: map[string]int{}, Used: map[string]int{}, Shown: map[string]int{}, Asked: map[string]float64{}, Places: n.places[:]}
		for d, dimension := range fit.Dimensions {
			name := dimension.String()
			s.Facets[name], s.Shown[name], s.Used[name] = len(role.Parts[d].Facets), n.shown[d], 0
			s.Asked[name] = ratio(n.asked[d], reference.roles[i].people)
			for _, f := range role.Parts[d].Facets {
				key := facetKey(dimension, role.ID+"/"+f.ID)
				use := FacetUse{Facet: role.ID + "/" + f.ID, Dimension: name, Uses: c.uses[key], Words: words(f.Option)}
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
				s.PlaceBias = max(s.PlaceBias, (float64(n.places[place])-n.expected[place])/float64(n.options))
			}
		}
		roles = append(roles, s)
	}
	return roles, facets
}
