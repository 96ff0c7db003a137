package fact

import (
	"regexp"
	"strings"
	"sync"
)

// A pattern is a regular expression that is compiled on first use. Compiling
// all patterns would take most of the program's startup time.
type pattern struct {
	rows    []string // alternatives
	lower   bool     // whether it is for text in lower case
	once    sync.Once
	program *regexp.Regexp
}

// exactly returns a pattern for text in its original case.
func exactly(expression string) *pattern { return &pattern{rows: []string{expression}} }

// re returns a pattern for text in lower case.
func re(expression string) *pattern { return &pattern{rows: []string{expression}, lower: true} }

// either returns a pattern that matches any of the alternatives, given in rows,
// in text in lower case.
func either(rows ...string) *pattern { return &pattern{rows: rows, lower: true} }

func (p *pattern) compiled() *regexp.Regexp {
	p.once.Do(func() {
		expression := strings.Join(p.rows, "|")
		if p.lower {
			expression = lowerPattern(expression)
		}
		p.program = regexp.MustCompile(expression)
	})
	return p.program
}

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
