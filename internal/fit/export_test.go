package fit

// Leaders are the roles that share the highest M, as indexes, ascending.
func (t *Tally) Leaders() []int {
	judged := t.judged()
	n := 0
	for n < len(judged) && t.byMean(judged[0], judged[n]) == 0 {
		n++
	}
	return judged[:n]
}
