package fit

// Leaders returns the indexes of the roles that share the highest M, in
// ascending order.
func (t *Tally) Leaders() []int {
	judged := t.judged()
	n := 0
	for n < len(judged) && t.byMean(judged[0], judged[n]) == 0 {
		n++
	}
	return judged[:n]
}

// SeedOrder returns the order of roles for a seed.
func (q *Quiz) SeedOrder(seed uint64) []int { return q.seedOrder(seed) }
