package advert

import (
	"cmp"
	"math/bits"
	"slices"
)

// A term is a phrase of the pack, as word stems.
type term struct {
	phrase string
	stems  []stem
	key    int     // the index of the stem that the fewest terms have, by which it is looked for
	owners []owner // the facets that list it
	skills []int   // the skills that list it, by index
}

// An owner is a facet that lists a term, and what finding the term is worth to
// it, in [0, 1].
type owner struct {
	facet  int
	weight float64
}

// maxStems is the longest phrase that is looked for, in words.
const maxStems = 8

// An index finds terms in units.
type index struct {
	terms  []term
	byStem [][]int // per stem, the terms whose key it is
}

// add files a phrase, or finds it when it is there already: one that several
// facets and skills list is one term. It returns nil for an empty phrase.
func (x *index) add(phrase string, stems []stem, known map[string]int) *term {
	if len(stems) == 0 || len(stems) > maxStems {
		return nil
	}
	id := make([]byte, 0, 4*maxStems)
	for _, s := range slices.Sorted(slices.Values(stems)) {
		id = append(id, byte(s), byte(s>>8), byte(s>>16), byte(s>>24))
	}
	i, ok := known[string(id)]
	if !ok {
		i = len(x.terms)
		known[string(id)] = i
		x.terms = append(x.terms, term{phrase: phrase, stems: stems})
	}
	return &x.terms[i]
}

// build chooses the keys, once all terms are in.
func (x *index) build(stems int) {
	count := make([]int, stems)
	for _, t := range x.terms {
		for _, s := range t.stems {
			count[s]++
		}
	}
	x.byStem = make([][]int, stems)
	for i := range x.terms {
		t := &x.terms[i]
		for k, s := range t.stems {
			if count[s] < count[t.stems[t.key]] {
				t.key = k
			}
		}
		x.byStem[t.stems[t.key]] = append(x.byStem[t.stems[t.key]], i)
	}
}

// A hit is a term found in a unit.
type hit struct {
	term       int
	mask       uint64 // which of the unit's tokens it is made of
	first, end int    // the tokens that it spans
	closeness  float64
}

// How a phrase may differ from the term: its words may be stretched by as many
// others as it has words itself, at most maxSlack; in another order by one.
// Each word between costs, and so does another order.
const (
	maxSlack      = 3
	reversedSlack = 0
	stretchCost   = 0.15
	reversedWorth = 0.8
)

// A finder finds the terms of an index in one unit after the other.
type finder struct {
	*index
	seen []int // per term, 1 + its place in hits
	hits []hit
}

func (x *index) finder() *finder { return &finder{index: x, seen: make([]int, len(x.terms))} }

// find lists the terms in a unit: all words of a term near each other. Of
// nested ones the longest wins. The slice is valid until the next call.
func (f *finder) find(u *unit) []hit {
	f.hits = f.hits[:0]
	for i := range u.tokens {
		if u.tokens[i].stem == unknown {
			continue
		}
		for _, t := range f.byStem[u.tokens[i].stem] {
			if h, ok := f.match(u, i, t); !ok {
				continue
			} else if f.seen[t] == 0 {
				f.hits = append(f.hits, h)
				f.seen[t] = len(f.hits)
			} else if old := &f.hits[f.seen[t]-1]; h.closeness > old.closeness {
				*old = h
			}
		}
	}
	for _, h := range f.hits {
		f.seen[h.term] = 0
	}
	f.hits = f.longest(f.hits)
	return f.hits
}

// match looks for the other words of a term around its key.
func (x *index) match(u *unit, at, ti int) (hit, bool) {
	t := &x.terms[ti]
	n := len(t.stems)
	h := hit{term: ti, mask: 1 << at, first: at, end: at + 1, closeness: 1}
	slack := min(n, maxSlack)
	previous, ordered := -1, true
	for k, s := range t.stems {
		i := at
		if k != t.key {
			if i = nearest(u.tokens, h.mask, at, s, n-1+slack); i < 0 {
				return h, false
			}
		}
		h.mask |= 1 << i
		h.first, h.end = min(h.first, i), max(h.end, i+1)
		ordered = ordered && i > previous
		previous = i
	}
	stretch := max(0, u.tokens[h.end-1].place-u.tokens[h.first].place-(n-1))
	if !ordered {
		slack, h.closeness = reversedSlack, reversedWorth
	}
	h.closeness /= 1 + stretchCost*float64(stretch)
	return h, stretch <= slack
}

// nearest is the token with this stem that is nearest to the one at and not
// used yet; -1 when none is within reach.
func nearest(tokens []token, used uint64, at int, s stem, reach int) int {
	best, far := -1, reach+1
	for i := at + 1; i < len(tokens) && tokens[i].place-tokens[at].place < far; i++ {
		if tokens[i].stem == s && used&(1<<i) == 0 {
			best, far = i, tokens[i].place-tokens[at].place
			break
		}
	}
	for i := at - 1; i >= 0 && tokens[at].place-tokens[i].place < far; i-- {
		if tokens[i].stem == s && used&(1<<i) == 0 {
			return i
		}
	}
	return best
}

// longest drops hits all whose words belong to a longer hit too. A term that
// only skills list hides none that facets list.
func (x *index) longest(hits []hit) []hit {
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(bits.OnesCount64(b.mask), bits.OnesCount64(a.mask)),
			cmp.Compare(b.closeness, a.closeness), cmp.Compare(a.first, b.first), cmp.Compare(a.term, b.term))
	})
	kept := hits[:0]
	for _, h := range hits {
		hidden := slices.ContainsFunc(kept, func(k hit) bool {
			return h.mask&k.mask == h.mask && (len(x.terms[k.term].owners) > 0 || len(x.terms[h.term].owners) == 0)
		})
		if !hidden {
			kept = append(kept, h)
		}
	}
	return kept
}
