package advert

import (
	"math"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// What finding a term is worth by the number of its words: the more words,
// the less by accident.
var wordsWorth = [...]float64{0.3, 0.8, 1}

// How much a role holds of a term: 1 when a facet of it lists the term; less
// when only the text of one says it, or when the role needs a skill that lists
// it (by the level needed, of fit.MaxLevel).
const (
	listedHold = 1.0
	saidHold   = 0.3
	needHold   = 1.0
)

// weigh gives each owner of a term its weight: by the number of words, and by
// how well the term tells the owner's role from the others, which is 1 for a
// term that only this role holds and 0 for one that all hold alike. Facets of
// one role that list the same term share its weight.
func (r *Reader) weigh() {
	said := r.said()
	for i := range r.index.terms {
		t := &r.index.terms[i]
		hold, facets := r.hold(t, said[i])
		total := 0.0
		for _, h := range hold {
			total += h
		}
		n := float64(len(hold))
		for k := range t.owners {
			role := r.facets[t.owners[k].facet].role
			apart := 1.0
			if n > 1 {
				apart = max(0, (hold[role]/total-1/n)/(1-1/n))
			}
			t.owners[k].weight = wordsWorth[min(len(t.stems), len(wordsWorth))-1] * apart / float64(facets[role])
		}
	}
}

// said says which terms the facets' own texts say, per term and role.
func (r *Reader) said() [][]bool {
	said := make([][]bool, len(r.index.terms))
	for i := range said {
		said[i] = make([]bool, len(r.pack.Roles))
	}
	f := r.index.finder()
	for _, facet := range r.facets {
		c := newCutter(&r.lexicon)
		c.add(unit{text: facet.facet.Text})
		for i := range c.units {
			for _, h := range f.find(&c.units[i]) {
				said[h.term][facet.role] = true
			}
		}
	}
	return said
}

// hold is how much each role holds of a term, and how many facets of each
// list it.
func (r *Reader) hold(t *term, said []bool) (hold []float64, facets []int) {
	hold, facets = make([]float64, len(said)), make([]int, len(said))
	for _, o := range t.owners {
		role := r.facets[o.facet].role
		facets[role]++
		hold[role] = listedHold
	}
	for i := range hold {
		if said[i] {
			hold[i] += saidHold
		}
		for _, s := range t.skills {
			level := r.pack.Roles[i].Need(r.pack.Skills[s].ID)
			hold[i] += needHold * float64(level) / fit.MaxLevel / float64(len(t.skills))
		}
	}
	return hold, facets
}

// A likeness tells how like a sentence is to the text and the question of each
// facet, by the words that they share. It is what a pack without terms has.
type likeness struct {
	facets [][]int   // per stem, the facets whose texts have it
	idf    []float64 // per stem, ln(facets / facets that have it); 0 for light words
	norm   []float64 // per facet, the length of its vector
}

// leastShared is how many words a unit and a facet must share to be alike.
const leastShared = 2

// A word that no facet has counts in a sentence's length like one that one in
// eight has.
const strangerSquared = 4

// The shortest word that counts, in bytes: 'on', 'up' and 'out' tell nothing by
// themselves.
const shortest = 4

func newLikeness(bags [][]stem, stems int) likeness {
	l := likeness{make([][]int, stems), make([]float64, stems), make([]float64, len(bags))}
	for f, bag := range bags {
		for _, s := range bag {
			l.facets[s] = append(l.facets[s], f)
		}
	}
	for s, facets := range l.facets {
		if len(facets) > 0 {
			l.idf[s] = math.Log(float64(len(bags)) / float64(len(facets)))
		}
	}
	for f, bag := range bags {
		for _, s := range bag {
			l.norm[f] += l.idf[s] * l.idf[s]
		}
		l.norm[f] = math.Sqrt(l.norm[f])
	}
	return l
}

// of puts into cosine, per facet, the cosine between its words and those of a
// unit, in [0, 1].
func (l *likeness) of(u *unit, cosine []float64) {
	clear(cosine)
	var buf [maxTokens]stem
	seen := buf[:0]
	squared := 0.0
	shared := make([]int, len(cosine))
	for i := range u.tokens {
		t := &u.tokens[i]
		switch {
		case t.light || t.end-t.start < shortest || t.stem != unknown && slices.Contains(seen, t.stem):
		case t.stem == unknown || l.idf[t.stem] == 0:
			squared += strangerSquared
		default:
			seen = append(seen, t.stem)
			idf := l.idf[t.stem]
			squared += idf * idf
			for _, f := range l.facets[t.stem] {
				cosine[f] += idf * idf
				shared[f]++
			}
		}
	}
	for f := range cosine {
		if shared[f] < leastShared {
			cosine[f] = 0
		} else {
			cosine[f] /= math.Sqrt(squared) * l.norm[f]
		}
	}
}
