package insight

import "slices"

// MinCell is the smallest number of people that a count shows. Smaller groups
// could be recognized.
const MinCell = 3

// A Cell is a number of people. It is nil if it is smaller than MinCell, which
// Few reports, or if a smaller one could be worked out from it.
type Cell struct {
	People *int `json:"people"`
	Few    bool `json:"few"`
}

// cells returns counts of a group of people, each counted once, as cells. If
// only one of them is hidden, the smallest of the others is hidden as well, so
// that no subtraction reveals it.
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

// cell returns one count of so many people as a cell, by itself.
func cell(n, of int) Cell { return cells(n, of-n)[0] }

// number returns the number of people that a cell shows, or 0.
func (c Cell) number() int {
	if c.People == nil {
		return 0
	}
	return *c.People
}

// sortedCounts returns the keys of counts, the largest first, then in the given
// order.
func sortedCounts(order []string, counts map[string]int) []string {
	keys := slices.DeleteFunc(slices.Clone(order), func(k string) bool { return counts[k] == 0 })
	slices.SortStableFunc(keys, func(a, b string) int { return counts[b] - counts[a] })
	return keys
}
