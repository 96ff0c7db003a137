package fact

import (
	"regexp"
	"strings"
	"sync"
)

// A pattern is a regular expression that is compiled on first use. Compiling
// all patterns would take most of the program's startup time.
type pattern struct{ compiled func() *regexp.Regexp }

// exactly returns a pattern for text in its original case.
func exactly(expression string) *pattern {
	return &pattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })}
}

// re returns a pattern for text in lower case.
func re(expression string) *pattern { return exactly(lowerPattern(expression)) }

// either returns a pattern that matches any of the alternatives, given in rows.
func either(rows ...string) *pattern { return re(strings.Join(rows, "|")) }

func (p *pattern) MatchString(s string) bool { return p.compiled().MatchString(s) }

func (p *pattern) FindStringIndex(s string) []int { return p.compiled().FindStringIndex(s) }

func (p *pattern) FindStringSubmatchIndex(s string) []int {
	return p.compiled().FindStringSubmatchIndex(s)
}

func (p *pattern) FindAllStringIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringIndex(s, n)
}

func (p *pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringSubmatchIndex(s, n)
}

func (p *pattern) ReplaceAllString(s, replacement string) string {
	return p.compiled().ReplaceAllString(s, replacement)
}

// lowerPattern converts the letters of a pattern to lower case, except escaped
// ones.
func lowerPattern(pattern string) string {
	b := []byte(pattern)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' && (i == 0 || b[i-1] != '\\') {
			b[i] = c | 0x20
		}
	}
	return string(b)
}
