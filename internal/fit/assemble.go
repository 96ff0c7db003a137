package fit

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// Questions are assembled in blocks. A block is the smallest number of
// questions in one dimension that can show every role equally often, with
// min(4, roles) roles in each question. Rounds consist of whole blocks, so
// after each round every role has been shown equally often in each dimension.
// Within a dimension and overall, each role is about equally often in each
// position, and each pair of roles is shown together about equally often.
//
// Which facets a block uses doesn't depend on how many facets there are. The
// facets of each role form groups of four in file order. The first pass shows
// each facet once. The second pass shows the facets of complete groups again,
// next to different ones. So adding a facet to every role adds questions, and
// existing questions keep their options and ids.
const (
	groupSize = 4  // facets per group
	maxFacets = 20 // maximum number of a role's facets used in a dimension
)

// blockSize returns the number of questions in a block for this number of
// roles.
func blockSize(roles int) int { return roles / gcd(roles, min(MaxShown, roles)) }

// RoundStep returns the number of questions in one block of each dimension. A
// first round whose size is a multiple of it shows every role equally often in
// each dimension.
func RoundStep(roles int) int { return len(Dimensions) * blockSize(roles) }

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// A block identifies a block of questions by its dimension, its pass over the
// facets, and the first facet that it uses in that pass.
type block struct {
	dimension Dimension
	pass      int // 0 or 1
	facet     int
}

// An assembled block is a block and the roles that its questions show.
type assembledBlock struct {
	block
	shows [][]int
}

// An assembly is the state of assembling questions from the roles' facets.
type assembly struct {
	pack   *Pack
	roles  []*Role
	facets [len(Dimensions)]int // minimum number of facets per role
	turns  int                  // number of times that a block shows each role
	order  []int                // order in which roles are tried
	pairs  [][]int              // for each pair of roles, the number of questions that show both
	places [][]int              // for each role and position, the number of questions that show the role there
}

// assemble returns all questions for the roles, alternating between dimensions.
// In each pass, questions that use facets from index firstFacet on come first.
// The same roles always yield the same questions.
func assemble(p *Pack, roles []*Role, firstFacet int) []*Question {
	a := &assembly{pack: p, roles: roles, order: Shuffle(0, "assemble", len(roles))}
	a.turns = blockSize(len(roles)) * min(MaxShown, len(roles)) / len(roles)
	a.pairs, a.places = square(len(roles)), square(len(roles))
	for d := range a.facets {
		a.facets[d] = maxFacets
		for _, r := range roles {
			a.facets[d] = min(a.facets[d], len(r.Parts[d].Facets))
		}
	}
	blocks := a.blocks()
	slices.SortStableFunc(blocks, func(x, y assembledBlock) int {
		return cmp.Or(cmp.Compare(x.pass, y.pass), cmp.Compare(count(x.facet < firstFacet), count(y.facet < firstFacet)), cmp.Compare(x.facet, y.facet))
	})
	return a.questions(blocks)
}

func square(n int) [][]int {
	rows := make([][]int, n)
	for i := range rows {
		rows[i] = make([]int, max(n, MaxShown))
	}
	return rows
}

// blocks arranges the roles in all blocks. The arrangement of a block doesn't
// depend on later blocks. Both passes over a group come before the next group,
// because adding a group must not change the ones before it.
func (a *assembly) blocks() (out []assembledBlock) {
	for group := 0; group < slices.Max(a.facets[:]); group += groupSize {
		for pass := range MaxUses {
			for facet := group; facet < group+groupSize; facet += a.turns {
				for _, d := range Dimensions {
					b := assembledBlock{block{d, pass, facet}, a.arrange()}
					if a.has(b.block) {
						out = append(out, b)
					}
				}
			}
		}
	}
	return out
}

// has reports whether all roles have enough facets for a block.
func (a *assembly) has(b block) bool {
	n := a.facets[b.dimension]
	if n < groupSize {
		return b.pass*groupSize+b.facet+a.turns <= MaxUses*n
	}
	if b.pass > 0 {
		return b.facet-b.facet%groupSize+groupSize <= n
	}
	return b.facet+a.turns <= n
}

// facet returns the index of the facet that a role shows at one of its turns in
// a block. The second pass starts each role at a different facet of the group,
// so that the same facets aren't shown together again.
func (a *assembly) facet(b block, turn, role int) int {
	n := a.facets[b.dimension]
	if n < groupSize { // a group that isn't complete uses each facet twice
		use := b.pass*groupSize + b.facet + turn
		return (use + use/n*role) % n
	}
	group := b.facet - b.facet%groupSize
	return group + (b.facet+turn+b.pass*role)%groupSize
}

// arrange chooses the roles and their positions in each question of a block.
func (a *assembly) arrange() [][]int {
	shown := make([]int, len(a.roles))
	shows := make([][]int, blockSize(len(a.roles)))
	for i := range shows {
		for range min(MaxShown, len(a.roles)) {
			shows[i] = append(shows[i], a.least(shown, shows[i]))
		}
		for _, r := range shows[i] {
			shown[r]++
			for _, s := range shows[i] {
				a.pairs[r][s]++
			}
		}
	}
	a.spread(shows)
	for i := range shows {
		a.place(shows[i])
		for place, r := range shows[i] {
			a.places[r][place]++
		}
	}
	return shows
}

// least returns the next role for a question: among the roles shown least often
// in the block, the one shown least often together with the chosen roles.
func (a *assembly) least(shown, chosen []int) int {
	best, bestCost := -1, [2]int{}
	for _, r := range a.order {
		if slices.Contains(chosen, r) {
			continue
		}
		cost := [2]int{shown[r], 0}
		for _, other := range chosen {
			cost[1] += a.pairs[r][other] * a.pairs[r][other]
		}
		if best < 0 || slices.Compare(cost[:], bestCost[:]) < 0 {
			best, bestCost = r, cost
		}
	}
	return best
}

// spread swaps roles between the questions of a block until pairs are as evenly
// distributed as swaps can make them. It doesn't change how often each role is
// shown.
func (a *assembly) spread(shows [][]int) {
	for better := len(a.roles) > MaxShown; better; {
		better = false
		for i := range shows {
			for j := range i {
				better = a.swap(shows[i], shows[j]) || better
			}
		}
	}
}

// swap makes the first swap between two questions that evens out the pairs, and
// reports whether it found one.
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

// questions builds the questions of the blocks, with their facets and ids.
func (a *assembly) questions(blocks []assembledBlock) []*Question {
	var out []*Question
	seen := map[string]bool{}
	for _, b := range blocks {
		turns := make([]int, len(a.roles))
		for _, shown := range b.shows {
			q := a.question(b.block, shown, turns)
			if !seen[q.ID] {
				seen[q.ID] = true
				out = append(out, q)
			}
		}
	}
	return out
}

// question builds the question that shows the roles in this order, and counts
// the turn of each.
func (a *assembly) question(b block, shown, turns []int) *Question {
	q := &Question{Dimension: b.dimension, Prompt: a.pack.Prompts[b.dimension]}
	refs := make([]string, len(shown))
	for i, r := range shown {
		f := &a.roles[r].Parts[b.dimension].Facets[a.facet(b, turns[r], r)]
		turns[r]++
		q.Options = append(q.Options, Option{Key: string(rune('a' + i)), Role: a.roles[r].ID, Facet: f.ID, Text: f.Option, role: r})
		refs[i] = q.Options[i].Ref()
	}
	sum := sha256.Sum256([]byte(strings.Join(refs, "\n")))
	q.ID = b.dimension.String() + "-" + hex.EncodeToString(sum[:3])
	return q
}

// place orders the chosen roles so that each appears in the position where it
// has appeared least often.
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

// permute calls visit with every ordering of items[first:].
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
