package fit

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// facetUses is how often a facet may be shown by a quiz.
const facetUses = 2

// assemble makes up to perDimension questions of each dimension out of the
// roles' facets, dimensions in turn. Every question shows min(4, roles) roles;
// each role is shown equally often in a dimension, and as far as possible each
// pair equally often and each role equally often in each place. The same
// roles give the same questions. Facets are taken in file order from skip on,
// each at most facetUses times.
func assemble(p *Pack, roles []*Role, perDimension, skip int) []*Question {
	a := assembly{pack: p, roles: roles, skip: skip, pairs: square(len(roles)), places: square(len(roles))}
	var out []*Question
	for range perDimension {
		for _, d := range Dimensions {
			if q := a.question(d); q != nil {
				out = append(out, q)
			}
		}
	}
	return out
}

type assembly struct {
	pack   *Pack
	roles  []*Role
	skip   int
	shown  [len(Dimensions)]map[int]int // role -> questions of the dimension that show it
	total  map[int]int
	pairs  [][]int // role, role -> questions that show both
	places [][]int // role, place -> questions that show it there
}

func square(n int) [][]int {
	rows := make([][]int, n)
	for i := range rows {
		rows[i] = make([]int, max(n, MaxShown))
	}
	return rows
}

// question makes the dimension's next question; nil when too few roles have
// facets left.
func (a *assembly) question(d Dimension) *Question {
	if a.shown[d] == nil {
		a.shown[d] = map[int]int{}
	}
	if a.total == nil {
		a.total = map[int]int{}
	}
	var chosen []int
	for len(chosen) < min(MaxShown, len(a.roles)) {
		next := a.least(d, chosen)
		if next < 0 {
			return nil
		}
		chosen = append(chosen, next)
	}
	a.place(chosen)
	q := &Question{Dimension: d, Prompt: a.pack.Prompts[d]}
	refs := make([]string, len(chosen))
	for i, r := range chosen {
		facets := a.roles[r].Parts[d].Facets
		f := facets[(a.skip+a.shown[d][r])%len(facets)]
		q.Options = append(q.Options, Option{Key: string(rune('a' + i)), Role: a.roles[r].ID, Facet: f.ID, Text: f.Ask, role: r})
		refs[i] = q.Options[i].Ref()
		a.count(d, r, i, chosen)
	}
	sum := sha256.Sum256([]byte(strings.Join(refs, "\n")))
	q.ID = d.String() + "-" + hex.EncodeToString(sum[:3])
	return q
}

func (a *assembly) count(d Dimension, role, place int, chosen []int) {
	a.shown[d][role]++
	a.total[role]++
	a.places[role][place]++
	for _, other := range chosen {
		a.pairs[role][other]++
	}
}

// least picks the role to add to the chosen ones: of those with facets left
// the least shown in the dimension, then over all, then the one that was least
// together with them.
func (a *assembly) least(d Dimension, chosen []int) int {
	best, bestCost := -1, [3]int{}
	for r, role := range a.roles {
		if slices.Contains(chosen, r) || a.shown[d][r] >= facetUses*len(role.Parts[d].Facets) {
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
