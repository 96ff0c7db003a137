package audit

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// credit is what coming first counts. Roles that share the first place share
// it too, which is what ordering them at random gives in the mean; it divides
// by all numbers of them up to MaxInterview, so that sums are whole numbers
// and do not depend on the order in which people are counted.
const credit = 27720

// counts sums up what the people of a scenario got. All are whole numbers, so
// that counts of several processors add up to the same whichever took what.
type counts struct {
	people     int64
	questions  int64
	topRight   int64 // credits
	same       int64 // credits of credits
	clearFirst int64 // people whose first verdict is clear
	sameClear  int64 // same, of these
	verdicts   [4]hits
	roles      []roleCounts // by role of the pack
	asked      map[*fit.Question]int64
}

// hits counts how often a verdict is given, by how many of the favourites it
// names, and how many of these times it names nobody else.
type hits struct {
	named [3]int64
	only  int64 // names favourites, and no other role
}

func (h *hits) total() int64 { return h.named[0] + h.named[1] + h.named[2] }

// right is how often the verdict names a favourite.
func (h *hits) right() int64 { return h.named[1] + h.named[2] }

// roleCounts is what happened to one role.
type roleCounts struct {
	in       int64 // people who were asked about it
	first    int64 // credits
	truth    int64 // people who like it best
	topRight int64 // credits, of these
	verdicts [4]hits
}

func newCounts(roles int, asked bool) *counts {
	c := &counts{roles: make([]roleCounts, roles)}
	if asked {
		c.asked = map[*fit.Question]int64{}
	}
	return c
}

// first counts a person's first interview.
func (c *counts) first(p *person, at *seat, s fit.Standing) {
	c.people++
	c.questions += int64(len(at.plan.Asked()))
	for _, r := range at.roles {
		c.roles[r].in++
	}
	p.leads = append(p.leads[:0], leaders(s)...)
	truth := &c.roles[at.roles[p.favourites[0]]]
	truth.truth++
	for _, r := range p.leads {
		share := credit / int64(len(p.leads))
		c.roles[at.roles[r]].first += share
		if r == p.favourites[0] {
			truth.topRight += share
		}
		if r == p.favourites[0] || r == p.favourites[1] {
			c.topRight += share
		}
	}
	v := slices.Index(fit.Verdicts, s.Verdict)
	c.verdicts[v].count(s.Named, p.favourites)
	truth.verdicts[v].count(s.Named, p.favourites)
	if s.Verdict == fit.Clear {
		c.clearFirst++
	}
}

func (h *hits) count(named []int, favourites [2]int) {
	n := 0
	for _, f := range favourites {
		if f >= 0 && slices.Contains(named, f) {
			n++
		}
	}
	h.named[n]++
	if n > 0 && n == len(named) {
		h.only++
	}
}

// second counts the same person's second interview.
func (c *counts) second(p *person, s fit.Standing, clear bool) {
	leads := leaders(s)
	for _, r := range leads {
		if slices.Contains(p.leads, r) {
			both := credit / int64(len(leads)) * (credit / int64(len(p.leads)))
			c.same += both
			if clear {
				c.sameClear += both
			}
		}
	}
}

// add adds the counts of others.
func (c *counts) add(o *counts) {
	c.people += o.people
	c.questions += o.questions
	c.topRight += o.topRight
	c.same += o.same
	c.clearFirst += o.clearFirst
	c.sameClear += o.sameClear
	for i := range c.verdicts {
		c.verdicts[i].add(&o.verdicts[i])
	}
	for r := range c.roles {
		a, b := &c.roles[r], &o.roles[r]
		a.in += b.in
		a.first += b.first
		a.truth += b.truth
		a.topRight += b.topRight
		for i := range a.verdicts {
			a.verdicts[i].add(&b.verdicts[i])
		}
	}
	for q, n := range o.asked {
		c.asked[q] += n
	}
}

func (h *hits) add(o *hits) {
	for i := range h.named {
		h.named[i] += o.named[i]
	}
	h.only += o.only
}
