package fit

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// An assembly makes questions out of the roles' facets. Every question shows
// min(4, roles) roles; in a dimension each role is shown equally often, over
// the first questions and over all as far as possible each pair too, and each
// role stands equally often in each place. The same roles give the same
// questions.
type assembly struct {
	pack  *Pack
	roles []*Role
	skip  int // the facet of each role to begin with

	shown  [len(Dimensions)][]int // by role: questions of the dimension that show it
	total  []int                  // the same over all dimensions
	pairs  [][]int                // role, role -> questions that show both
	places [][]int                // role, place -> questions that show it there

	shows      [][]int // by question: the roles it shows
	dimensions []Dimension
}

// assemble makes up to perDimension questions of each dimension, dimensions in
// turn; the first of them are balanced by themselves. Facets are taken in file
// order from skip on, each at most MaxUses times.
func assemble(p *Pack, roles []*Role, perDimension, first, skip int) []*Question {
	a := newAssembly(p, roles, skip)
	// Another order would do as well: with as many facets each, it only renames
	// the roles.
	a.choose(perDimension, first, Shuffle(0, "assemble", len(roles)))
	return a.questions()
}

func newAssembly(p *Pack, roles []*Role, skip int) *assembly {
	a := &assembly{pack: p, roles: roles, skip: skip, total: make([]int, len(roles))}
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

// choose picks the roles that each question shows. Of roles that have equal
// claims, the first in order is taken.
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
// few have facets left.
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

// least picks the role to add to the chosen ones: of those with facets left
// the least shown in the dimension, then over all, then the one that was least
// together with them.
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

// spread counts the pairs of these questions and makes them more equal: it
// swaps roles between questions of one dimension, which leaves how often each
// is shown, while that helps.
func (a *assembly) spread(from, to int) {
	for _, x := range a.shows[from:to] {
		for _, r := range x {
			for _, s := range x {
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

// swap makes the first swap between two questions that makes pairs more equal.
func (a *assembly) swap(x, y []int) bool {
	for i, r := range x {
		for j, s := range y {
			if slices.Contains(x, s) || slices.Contains(y, r) {
				continue
			}
			gain := 0
			for k := range x {
				if k != i {
					gain += a.pairs[r][x[k]] - a.pairs[s][x[k]] - 1
				}
				if k != j {
					gain += a.pairs[s][y[k]] - a.pairs[r][y[k]] - 1
				}
			}
			if gain > 0 {
				a.move(x, i, s)
				a.move(y, j, r)
				return true
			}
		}
	}
	return false
}

// move puts role s into the question in place of the role at i.
func (a *assembly) move(x []int, i, s int) {
	for k, other := range x {
		if k != i {
			a.pairs[x[i]][other]--
			a.pairs[other][x[i]]--
			a.pairs[s][other]++
			a.pairs[other][s]++
		}
	}
	x[i] = s
}

// questions writes the questions out: places, facets and ids.
func (a *assembly) questions() []*Question {
	for d := range a.shown {
		clear(a.shown[d])
	}
	var out []*Question
	taken := map[string]bool{}
	for i, chosen := range a.shows {
		a.place(chosen)
		if q := a.question(a.dimensions[i], chosen); !taken[q.ID] {
			taken[q.ID] = true
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
		// When its facets are used up, each role begins again at another one,
		// so that the same facets do not meet again.
		use := a.shown[d][r]
		f := facets[(a.skip+use+use/len(facets)*r)%len(facets)]
		a.shown[d][r]++
		a.places[r][i]++
		q.Options = append(q.Options, Option{Key: string(rune('a' + i)), Role: a.roles[r].ID, Facet: f.ID, Text: f.Option, role: r})
		refs[i] = q.Options[i].Ref()
	}
	sum := sha256.Sum256([]byte(strings.Join(refs, "\n")))
	q.ID = d.String() + "-" + hex.EncodeToString(sum[:3])
	return q
}

// place orders the chosen roles so that each stands where it stood least.
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

// permute calls visit with every order of items from index at on.
func permute(items []int, at int, visit func([]int)) {
	if at == len(items) {
		visit(items)
		return
	}
	for i := at; i < len(items); i++ {
		items[at], items[i] = items[i], items[at]
		permute(items, at+1, visit)
		items[at], items[i] = items[i], items[at]
	}
}
