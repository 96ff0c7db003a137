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
