package fit

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// An assembly makes questions from the roles' facets. Every question shows
// min(4, roles) roles. In a dimension each role is shown equally often and in
// each place equally often. Each pair of roles is shown together about equally
// often, in the first questions and in all. The same roles give the same
// questions.
type assembly struct {
	pack       *Pack
	roles      []*Role
	firstFacet int // the facet of each role to begin with

	shown  [len(Dimensions)][]int // by role: questions of the dimension that show it
	total  []int                  // by role: questions that show it
	pairs  [][]int                // by role and role: questions that show both
	places [][]int                // by role and place: questions that show it there

	shows      [][]int     // by question: the roles it shows
	dimensions []Dimension // by question
}

// assemble makes up to perDimension questions of each dimension, dimensions in
// turn; the first of them are balanced on their own. Facets are used in file
// order from firstFacet on, each at most MaxUses times.
func assemble(p *Pack, roles []*Role, perDimension, first, firstFacet int) []*Question {
	a := newAssembly(p, roles, firstFacet)
	// Any fixed order would do: with equally many facets it only renames the roles.
	a.choose(perDimension, first, Shuffle(0, "assemble", len(roles)))
	return a.questions()
}

func newAssembly(p *Pack, roles []*Role, firstFacet int) *assembly {
	a := &assembly{pack: p, roles: roles, firstFacet: firstFacet, total: make([]int, len(roles))}
	a.pairs, a.places = square(len(roles)), square(len(roles))
	for d := range a.shown {
		a.shown[d] = make([]int, len(roles))
	}
	return a
}

func square(n int) [][]int {
	rows := make([][]int, n)
	for i := range rows {
		rows[i] = make([]int, max(n, MaxShown))
	}
	return rows
}

// choose picks the roles that each question shows. Ties go to the role that is
// first in order.
func (a *assembly) choose(perDimension, first int, order []int) {
	for range perDimension {
		for _, d := range Dimensions {
			if chosen := a.next(d, order); chosen != nil {
				a.shows, a.dimensions = append(a.shows, chosen), append(a.dimensions, d)
			}
		}
	}
	first = min(first*len(Dimensions), len(a.shows))
	for r := range a.pairs {
		clear(a.pairs[r])
	}
	a.spread(0, first)
	a.spread(first, len(a.shows))
}

// next picks the roles that the dimension's next question shows; nil when too
// few roles have facets left.
func (a *assembly) next(d Dimension, order []int) []int {
	var chosen []int
	for len(chosen) < min(MaxShown, len(a.roles)) {
		next := a.least(d, order, chosen)
		if next < 0 {
			return nil
		}
		chosen = append(chosen, next)
	}
	for _, r := range chosen {
		a.shown[d][r]++
		a.total[r]++
		for _, other := range chosen {
			a.pairs[r][other]++
		}
	}
	return chosen
}

// least picks the role to add to the chosen ones: of those with facets left the
// one shown least in the dimension, then shown least over all, then shown least
// often together with the chosen ones.
func (a *assembly) least(d Dimension, order, chosen []int) int {
	best, bestCost := -1, [3]int{}
	for _, r := range order {
		if slices.Contains(chosen, r) || a.shown[d][r] >= MaxUses*len(a.roles[r].Parts[d].Facets) {
			continue
		}
		cost := [3]int{a.shown[d][r], a.total[r], 0}
		for _, other := range chosen {
			cost[2] += a.pairs[r][other] * a.pairs[r][other]
		}
		if best < 0 || slices.Compare(cost[:], bestCost[:]) < 0 {
			best, bestCost = r, cost
		}
	}
	return best
}

// spread counts the pairs in these questions and makes the counts more equal: it
// swaps roles between questions of one dimension, which doesn't change how often
// each is shown, as long as that helps.
func (a *assembly) spread(from, to int) {
	for _, shown := range a.shows[from:to] {
		for _, r := range shown {
			for _, s := range shown {
				a.pairs[r][s]++
			}
		}
	}
	for better := len(a.roles) > MaxShown; better; {
		better = false
		for i := from; i < to; i++ {
			for j := from; j < i; j++ {
				if a.dimensions[i] == a.dimensions[j] && a.swap(a.shows[i], a.shows[j]) {
					better = true
				}
			}
		}
	}
}

// swap makes the first swap between two questions that makes pairs more equal,
// and reports whether there is one.
func (a *assembly) swap(first, second []int) bool {
	for i, r := range first {
		for j, s := range second {
			if slices.Contains(first, s) || slices.Contains(second, r) {
				continue
			}
			gain := 0
			for k := range first {
				if k != i {
					gain += a.pairs[r][first[k]] - a.pairs[s][first[k]] - 1
				}
				if k != j {
					gain += a.pairs[s][second[k]] - a.pairs[r][second[k]] - 1
				}
			}
			if gain > 0 {
				a.move(first, i, s)
				a.move(second, j, r)
				return true
			}
		}
	}
	return false
}

// move replaces the role at index i of a question with role s.
func (a *assembly) move(shown []int, i, s int) {
	for k, other := range shown {
		if k != i {
			a.pairs[shown[i]][other]--
			a.pairs[other][shown[i]]--
			a.pairs[s][other]++
			a.pairs[other][s]++
		}
	}
	shown[i] = s
}

// questions makes the questions: places, facets and ids.
func (a *assembly) questions() []*Question {
	for d := range a.shown {
		clear(a.shown[d])
	}
	var out []*Question
	seen := map[string]bool{}
	for i, chosen := range a.shows {
		a.place(chosen)
		if q := a.question(a.dimensions[i], chosen); !seen[q.ID] {
			seen[q.ID] = true
			out = append(out, q)
		}
	}
	return out
}

// question makes the question that shows the chosen roles in this order.
func (a *assembly) question(d Dimension, chosen []int) *Question {
	q := &Question{Dimension: d, Prompt: a.pack.Prompts[d]}
	refs := make([]string, len(chosen))
	for i, r := range chosen {
		facets := a.roles[r].Parts[d].Facets
		// Used-up facets start over at a different one for each role, so that the
		// same facets don't meet again.
		use := a.shown[d][r]
		f := facets[(a.firstFacet+use+use/len(facets)*r)%len(facets)]
		a.shown[d][r]++
		a.places[r][i]++
		q.Options = append(q.Options, Option{Key: string(rune('a' + i)), Role: a.roles[r].ID, Facet: f.ID, Text: f.Option, role: r})
		refs[i] = q.Options[i].Ref()
	}
	sum := sha256.Sum256([]byte(strings.Join(refs, "\n")))
	q.ID = d.String() + "-" + hex.EncodeToString(sum[:3])
	return q
}

// place orders the chosen roles so that each is where it was least often.
func (a *assembly) place(chosen []int) {
	best, bestCost := slices.Clone(chosen), -1
	permute(chosen, 0, func(order []int) {
		cost := 0
		for place, r := range order {
			cost += a.places[r][place] * a.places[r][place]
		}
		if bestCost < 0 || cost < bestCost {
			bestCost = cost
			copy(best, order)
		}
	})
	copy(chosen, best)
}

// permute calls visit with every order of the items from index first on.
func permute(items []int, first int, visit func([]int)) {
	if first == len(items) {
		visit(items)
		return
	}
	for i := first; i < len(items); i++ {
		items[first], items[i] = items[i], items[first]
		permute(items, first+1, visit)
		items[first], items[i] = items[i], items[first]
	}
}
