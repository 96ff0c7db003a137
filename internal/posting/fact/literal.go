package fact

import (
	"regexp/syntax"
	"slices"
	"strings"
)

// Limits on the literals that are searched for before running a pattern.
const (
	maxLiterals = 64 // searching for more would take as long as running the pattern
	maxClass    = 12 // maximum size of a character class that is expanded, such as digits
	enough      = 4  // length in bytes beyond which literals are hardly rarer
)

// literalsOf returns strings such that every match of the expression contains
// at least one of them. Searching for them is much faster than running the
// expression, and most sentences contain none. It returns nil if there is no
// such list.
func literalsOf(expression string) []string {
	re, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return nil
	}
	return required(re)
}

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

// rarest returns the literals of one part: the part with the longest literals
// or, of several, with the fewest.
func rarest(parts []*syntax.Regexp) (best []string) {
	most := 0
	for _, sub := range parts {
		literals := required(sub)
		if literals == nil {
			continue
		}
		shortest := enough
		for _, l := range literals {
			shortest = min(shortest, len(l))
		}
		if value := shortest*maxLiterals*2 - len(literals); value > most {
			most, best = value, literals
		}
	}
	return best
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
