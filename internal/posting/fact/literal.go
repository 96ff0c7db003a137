package fact

import (
	"regexp/syntax"
	"slices"
	"strings"
)

// Limits of the literals that stand for a pattern.
const (
	maxLiterals = 64 // more would take as long to look for as the pattern
	maxClass    = 12 // characters of a class that are worth it, such as digits
	enough      = 4  // bytes; a longer literal is hardly rarer
)

// literalsOf returns texts such that every match of the expression contains at
// least one of them. A text without any of them can't match, which is far quicker to
// find out: most patterns match few sentences. It returns nil if there is no
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

// requiredOfClass returns the characters of a class, given as ranges.
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

// requiredOfAll returns the literals of all alternatives.
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

// rarest returns the literals of the part whose literals are the longest, or
// else the fewest.
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

// holdsAny reports whether text contains one of the literals.
func holdsAny(text string, literals []string) bool {
	for _, l := range literals {
		if strings.Contains(text, l) {
			return true
		}
	}
	return false
}
