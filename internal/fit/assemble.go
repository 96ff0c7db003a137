package fit

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// An assembly assembles questions from the roles' facets. Every question shows
// min(4, roles) roles. Within a dimension, each role is shown equally often,
// and equally often in each position. Each pair of roles is shown together
// about equally often, both in the first questions and overall. The same roles
// always yield the same questions.
type assembly struct {
	pack       *Pack
	roles      []*Role
	firstFacet int // each role's first facet to use

	shown  [len(Dimensions)][]int // by role: questions of the dimension that show the role
	total  []int                  // by role: all questions that show the role
	pairs  [][]int                // by pair of roles: questions that show both
	places [][]int                // by role and position: questions that show the role there

	shows      [][]int     // by question: the roles shown
	dimensions []Dimension // by question
}

// assemble assembles up to perDimension questions for each dimension,
// alternating between dimensions. The first of them are balanced by themselves.
// Facets are used in file order starting with firstFacet, each at most MaxUses
// times.
func assemble(p *Pack, roles []*Role, perDimension, first, firstFacet int) []*Question {
	a := newAssembly(p, roles, firstFacet)
	// Any fixed order works: if all roles have the same number of facets, it
	// only renames the roles.
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

// choose chooses the roles that each question shows. Ties go to the role that
// comes first.
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

// next chooses the roles for the dimension's next question. It returns nil if
// too few roles have facets left.
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

// least returns the role to add to the chosen ones. Among the roles with facets
// left, it is the one shown least often in the dimension; among those, the one
// shown least often overall; and then the one shown least often together with
// the chosen roles.
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

// spread counts the pairs in the questions and then makes their counts more
// equal. As long as that helps, it swaps roles between questions of one
// dimension, which doesn't change how often each role is shown.
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

// swap makes the first swap between two questions that evens out the pairs. It
// reports whether there was one.
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

// questions builds the questions with their positions, facets and ids.
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

// question builds the question that shows the chosen roles in this order.
func (a *assembly) question(d Dimension, chosen []int) *Question {
	q := &Question{Dimension: d, Prompt: a.pack.Prompts[d]}
	refs := make([]string, len(chosen))
	for i, r := range chosen {
		facets := a.roles[r].Parts[d].Facets
		// When all facets are used up, each role starts over at a different
		// facet, so that the same facets don't meet again.
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

// place arranges the chosen roles so that each is in a position where it has
// been least often.
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

// permute calls visit with every ordering of the items from index first on.
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
