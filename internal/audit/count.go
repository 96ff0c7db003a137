package audit

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// credit is the value of one lead. Roles that share the lead share the credit,
// which is what breaking ties at random would give on average. It is divisible
// by all numbers up to MaxInterview, so that sums are integers and don't depend
// on the order in which people are counted.
const credit = 27720

// comparedVerdicts are the verdicts that comparisons alone lead to. The others
// take what people say about the role cards.
var comparedVerdicts = fit.Verdicts[:4]

// counts sums up what happens to the people of a scenario. They are integers, so
// that the counts of several workers add up to the same in any order.
type counts struct {
	total     int64 // number of people
	questions int64
	topRight  int64        // credit of the favorites
	same      int64        // credit squared of roles that lead in both interviews
	clear     int64        // people whose first verdict is clear
	sameClear int64        // same, of these
	verdicts  [4]hits      // by index in comparedVerdicts
	wishes    [5]int64     // by index in fit.Verdicts: verdicts with the cards
	roles     []roleCounts // by role of the pack
	asked     map[*fit.Question]int64
}

// hits counts verdicts of one kind by the number of favorites that they name.
type hits struct {
	named [3]int64
	only  int64 // the verdicts that name only favorites
}

func (h *hits) total() int64 { return h.named[0] + h.named[1] + h.named[2] }

// right returns how often the verdict names a favorite.
func (h *hits) right() int64 { return h.named[1] + h.named[2] }

// roleCounts holds the totals for one role.
type roleCounts struct {
	people   int64 // people who were asked about it
	first    int64 // credit
	fans     int64 // people who like it best
	topRight int64 // credit from those people
	verdicts [4]hits
}

func newCounts(roles int, asked bool) *counts {
	c := &counts{roles: make([]roleCounts, roles)}
	if asked {
		c.asked = map[*fit.Question]int64{}
	}
	return c
}

// addFirst counts a person's first interview.
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

// addWish counts a person by the verdict that follows with the cards.
func (c *counts) addWish(s fit.Standing) { c.wishes[slices.Index(fit.Verdicts, s.Verdict)]++ }

// addSecond counts the same person's second interview; clear is whether the
// verdict of the first was clear.
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
