package fact

import "strings"

// clauseAround returns the byte range of the clause that contains the words
// from start to end. The words before a bracket belong to what it begins with,
// as in 'budget (EUR 500)'.
func clauseAround(text string, start, end int) (from, to int) {
	for i := start - 1; i >= 0; i-- {
		if separates(text, i) && text[i] != '(' {
			from = i + 1
			break
		}
	}
	for to = end; to < len(text) && !separates(text, to); to++ {
	}
	return from, to
}

// separates reports whether the character at i is between two clauses. A comma
// inside a number isn't.
func separates(text string, i int) bool {
	switch text[i] {
	case '(', ')', '[', ']', ';', '|':
		return true
	case ',', '+':
		return i+1 == len(text) || text[i+1] == ' '
	case ' ':
		return strings.HasPrefix(text[i:], " plus ")
	}
	return false
}

// Minimum lengths in bytes of a sentence that isn't quoted whole, and of the
// clauses that are quoted.
const (
	longSentence = 110
	leastQuoted  = 60
)

// clausesAround returns the byte range of the clauses around the words from
// start to end that are enough to understand them. Commas and semicolons
// outside brackets separate these clauses.
func (s *sentence) clausesAround(start, end int, enough func(clauses string) bool) (from, to int) {
	if len(s.text) <= longSentence {
		return 0, len(s.text)
	}
	cuts := outerCuts(s.text)
	first, last := 0, len(cuts)-1 // the clauses from cuts[first] to cuts[last]
	for first+1 < len(cuts) && cuts[first+1] <= start {
		first++
	}
	for last > first+1 && cuts[last-1] >= end {
		last--
	}
	for cuts[last]-cuts[first] < leastQuoted || !enough(s.low[cuts[first]:cuts[last]]) {
		if first == 0 && last == len(cuts)-1 {
			break
		}
		first, last = max(0, first-1), min(len(cuts)-1, last+1)
	}
	return cuts[first], cuts[last]
}

// outerCuts returns the positions between the clauses of a text that aren't in
// brackets, with its beginning and its end.
func outerCuts(text string) []int {
	cuts, depth := []int{0}, 0
	for i := range len(text) - 1 {
		switch text[i] {
		case '(', '[':
			depth++
		case ')', ']':
			depth = max(0, depth-1)
		case ',', ';':
			if depth == 0 && text[i+1] == ' ' {
				cuts = append(cuts, i+2)
			}
		}
	}
	return append(cuts, len(text))
}
