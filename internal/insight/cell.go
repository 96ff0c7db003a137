package insight

import "slices"

// MinCell is the minimum number of people that a count may show. Smaller groups
// could be recognized.
const MinCell = 3

// A Cell is a number of people. It is nil if the number is smaller than
// MinCell, which Few reports, or if showing it would reveal a smaller number.
type Cell struct {
	People *int `json:"people"`
	Few    bool `json:"few"`
}

// cells converts counts to cells. Each person must be in exactly one count. If
// only one count is hidden, the smallest of the others is hidden too, so that
// subtracting doesn't reveal it.
func cells(counts ...int) []Cell {
	out := make([]Cell, len(counts))
	hidden, sum := 0, 0
	for i, n := range counts {
		if out[i].Few = n < MinCell; out[i].Few {
			hidden, sum = hidden+1, sum+n
		} else {
			out[i].People = new(n)
		}
	}
	if sum == 0 || hidden > 1 {
		return out
	}
	least := -1
	for i := range out {
		if out[i].People != nil && (least < 0 || counts[i] < counts[least]) {
			least = i
		}
	}
	if least >= 0 {
		out[least].People = nil
	}
	return out
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
