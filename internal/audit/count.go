package audit

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// credit is the value of one lead. Roles that share the lead share the credit,
// which is the average outcome of breaking ties at random. It is divisible by
// all numbers up to MaxInterview, so sums are integers and don't depend on the
// order in which people are counted.
const credit = 27720

// comparedVerdicts lists the verdicts that comparisons alone can lead to. The
// others also require the role cards.
var comparedVerdicts = fit.Verdicts[:4]

// counts contains the outcomes for the people of a scenario. All fields are
// integers, so the sum over several workers doesn't depend on their order.
type counts struct {
	total     int64 // number of people
	questions int64
	topRight  int64        // credit for people's favorites
	same      int64        // credit squared, for roles that lead in both interviews
	clear     int64        // number of people whose first verdict is clear
	sameClear int64        // the value of same for these people
	verdicts  [4]hits      // verdicts by index in comparedVerdicts
	wishes    [5]int64     // verdicts with role cards, by index in fit.Verdicts
	roles     []roleCounts // indexed like the roles of the pack
	asked     map[*fit.Question]int64
}

// hits counts verdicts of one kind by how many favorites they name.
type hits struct {
	named [3]int64
	only  int64 // number of verdicts that name only favorites
}

func (h *hits) total() int64 { return h.named[0] + h.named[1] + h.named[2] }

// right returns the number of verdicts that name a favorite.
func (h *hits) right() int64 { return h.named[1] + h.named[2] }

// roleCounts contains the totals for one role.
type roleCounts struct {
	people   int64 // number of people who were asked about the role
	first    int64 // credit for leading
	fans     int64 // number of people who like the role best
	topRight int64 // credit for leading among those people
	verdicts [4]hits
}

func newCounts(roles int, asked bool) *counts {
	c := &counts{roles: make([]roleCounts, roles)}
	if asked {
		c.asked = map[*fit.Question]int64{}
	}
	return c
}

// addFirst adds a person's first interview.
func (c *counts) addFirst(p *person, in *interview, s fit.Standing) {
	c.total++
	c.questions += int64(len(in.Asked()))
	for _, r := range in.roles {
		c.roles[r].people++
	}
	p.leaders = append(p.leaders[:0], leaders(s)...)
	favorite := &c.roles[in.roles[p.favorites[0]]]
	favorite.fans++
	for _, r := range p.leaders {
		share := credit / int64(len(p.leaders))
		c.roles[in.roles[r]].first += share
		if r == p.favorites[0] {
			favorite.topRight += share
		}
		if slices.Contains(p.favorites[:], r) {
			c.topRight += share
		}
	}
	v := slices.Index(comparedVerdicts, s.Verdict)
	c.verdicts[v].count(s.Named, p.favorites)
	favorite.verdicts[v].count(s.Named, p.favorites)
	if s.Verdict == fit.Clear {
		c.clear++
	}
}

func (h *hits) count(named []int, favorites [2]int) {
	n := 0
	for _, r := range named {
		if slices.Contains(favorites[:], r) {
			n++
		}
	}
	h.named[n]++
	if n > 0 && n == len(named) {
		h.only++
	}
}

// addWish adds the verdict of a person who has a wish.
func (c *counts) addWish(s fit.Standing) { c.wishes[slices.Index(fit.Verdicts, s.Verdict)]++ }

// addSecond adds the same person's second interview. clear is whether the first
// verdict was clear.
func (c *counts) addSecond(p *person, s fit.Standing, clear bool) {
	leaders := leaders(s)
	for _, r := range leaders {
		if slices.Contains(p.leaders, r) {
			both := credit / int64(len(leaders)) * (credit / int64(len(p.leaders)))
			c.same += both
			if clear {
				c.sameClear += both
			}
		}
	}
}

// add adds the counts of another worker.
func (c *counts) add(o *counts) {
	c.total += o.total
	c.questions += o.questions
	c.topRight += o.topRight
	c.same += o.same
	c.clear += o.clear
	c.sameClear += o.sameClear
	addHits(&c.verdicts, &o.verdicts)
	for v := range c.wishes {
		c.wishes[v] += o.wishes[v]
	}
	for r := range c.roles {
		a, b := &c.roles[r], &o.roles[r]
		a.people += b.people
		a.first += b.first
		a.fans += b.fans
		a.topRight += b.topRight
		addHits(&a.verdicts, &b.verdicts)
	}
	for q, n := range o.asked {
		c.asked[q] += n
	}
}

func addHits(to, from *[4]hits) {
	for v := range to {
		for n := range to[v].named {
			to[v].named[n] += from[v].named[n]
		}
		to[v].only += from[v].only
	}
}
