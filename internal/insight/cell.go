package insight

import "slices"

// MinCell is the minimum number of people that a count may show. Smaller groups
// could be recognized.
const MinCell = 3

// A Cell is a number of people. It is nil if the number is hidden, because it or
// another hidden one is smaller than MinCell. Zero isn't hidden if it can be
// computed from the other numbers.
type Cell struct {
	People *int `json:"people"`
}

// cells converts counts to cells. Each person must be in exactly one count, so
// that readers can compute the sum of the hidden counts. Therefore, cells hides
// further counts, smallest first, until there are at least two hidden ones and
// MinCell people in them. The cells don't reveal which of them are small.
func cells(counts ...int) []Cell {
	order := make([]int, len(counts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return counts[a] - counts[b] })
	hidden, sum := 0, 0
	for _, i := range order {
		if sum == 0 && counts[i] >= MinCell || hidden > 1 && sum >= MinCell && counts[i] >= MinCell {
			break
		}
		hidden, sum = hidden+1, sum+counts[i]
	}
	if sum == 0 {
		hidden = 0
	}
	out := make([]Cell, len(counts))
	for _, i := range order[hidden:] {
		out[i].People = new(counts[i])
	}
	return out
}

// private is like cells, for counts that say what people answered. If all people
// are in one count, or all but fewer than MinCell, it hides every count and returns
// the index of that one, or otherwise -1. So nobody's answer is certain.
func private(counts ...int) (hidden []Cell, nearlyAll int) {
	sum := 0
	for _, n := range counts {
		sum += n
	}
	for i, n := range counts {
		if n >= MinCell && sum-n < MinCell {
			return make([]Cell, len(counts)), i
		}
	}
	return cells(counts...), -1
}

// cell converts a single count out of a number of people to a cell.
func cell(n, of int) Cell { return cells(n, of-n)[0] }

// number returns the number of people in a cell, or 0 if it is hidden.
func (c Cell) number() int {
	if c.People == nil {
		return 0
	}
	return *c.People
}

// sortedCounts returns the keys of counts, largest count first. Keys with equal
// counts are in the given order.
func sortedCounts(order []string, counts map[string]int) []string {
	keys := slices.DeleteFunc(slices.Clone(order), func(k string) bool { return counts[k] == 0 })
	slices.SortStableFunc(keys, func(a, b string) int { return counts[b] - counts[a] })
	return keys
}
