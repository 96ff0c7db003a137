package fact

import (
	"cmp"
	"regexp/syntax"
	"slices"
	"strings"
)

// Limits on the literals that are searched for before running a pattern.
const (
	maxLiterals = 64 // searching for more would take as long as running the pattern
	maxLists    = 3  // lists in a filter; more hardly exclude more
	maxClass    = 12 // maximum size of a character class that is expanded, such as digits
	enough      = 4  // length in bytes beyond which literals are hardly rarer
)

// A filter contains lists of strings. Every match of an expression contains at
// least one string of each list. Searching for them is much faster than running
// the expression, and most sentences lack some.
type filter [][]string

func filterOf(re *syntax.Regexp) filter {
	for re.Op == syntax.OpCapture {
		re = re.Sub[0]
	}
	parts := []*syntax.Regexp{re}
	if re.Op == syntax.OpConcat {
		parts = re.Sub
	}
	var f filter
	for _, sub := range parts {
		if literals := required(sub); literals != nil {
			f = append(f, literals)
		}
	}
	slices.SortStableFunc(f, func(a, b []string) int { return cmp.Compare(rarity(b), rarity(a)) })
	return f[:min(len(f), maxLists)]
}

// excludes reports whether text contains too little for the expression to match.
func (f filter) excludes(text string) bool {
	return slices.ContainsFunc(f, func(literals []string) bool { return !holdsAny(text, literals) })
}

// required returns strings such that every match of the expression contains at
// least one of them, or nil if there is no such list.
func required(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase != 0 {
			return nil
		}
		return []string{string(re.Rune)}
	case syntax.OpCharClass:
		return requiredOfClass(re.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return required(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return required(re.Sub[0])
		}
	case syntax.OpAlternate:
		return requiredOfAll(re.Sub)
	case syntax.OpConcat:
		return rarest(re.Sub)
	}
	return nil
}

// requiredOfClass returns the characters in the ranges of a class.
func requiredOfClass(ranges []rune) (all []string) {
	for i := 0; i+1 < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			if all = append(all, string(r)); len(all) > maxClass {
				return nil
			}
		}
	}
	return all
}

// requiredOfAll returns the literals of all alternatives, or nil if one has
// none.
func requiredOfAll(alternatives []*syntax.Regexp) (all []string) {
	for _, sub := range alternatives {
		literals := required(sub)
		if literals == nil {
			return nil
		}
		for _, l := range literals {
			if !slices.Contains(all, l) {
				all = append(all, l)
			}
		}
		if len(all) > maxLiterals {
			return nil
		}
	}
	return all
}

// rarest returns the literals of the part whose literals are rarest.
func rarest(parts []*syntax.Regexp) (best []string) {
	most := 0
	for _, sub := range parts {
		literals := required(sub)
		if literals == nil {
			continue
		}
		if value := rarity(literals); value > most {
			most, best = value, literals
		}
	}
	return best
}

// rarity compares lists of literals: longer literals are rarer and, of lists of
// equally long ones, those with fewer.
func rarity(literals []string) int {
	shortest := enough
	for _, l := range literals {
		shortest = min(shortest, len(l))
	}
	return shortest*maxLiterals*2 - len(literals)
}

// holdsAny reports whether text contains any of the literals.
func holdsAny(text string, literals []string) bool {
	for _, l := range literals {
		if strings.Contains(text, l) {
			return true
		}
	}
	return false
}
