package fact

import (
	"regexp"
	"strings"
	"sync"
)

// A pattern is a regular expression that is compiled on first use. Compiling
// all patterns would take most of the program's startup time.
type pattern struct {
	rows     []string // alternatives
	lower    bool     // whether it is for text in lower case
	once     sync.Once
	program  *regexp.Regexp
	literals []string // see literalsOf
}

// exactly returns a pattern for text in its original case.
func exactly(expression string) *pattern { return &pattern{rows: []string{expression}} }

// re returns a pattern for text in lower case.
func re(expression string) *pattern { return &pattern{rows: []string{expression}, lower: true} }

// either returns a pattern that matches any of the alternatives, given in rows,
// in text in lower case.
func either(rows ...string) *pattern { return &pattern{rows: rows, lower: true} }

func (p *pattern) compile() {
	p.once.Do(func() {
		expression := strings.Join(p.rows, "|")
		if p.lower {
			expression = lowerPattern(expression)
		}
		p.program, p.literals = regexp.MustCompile(expression), literalsOf(expression)
	})
}

// excludes reports whether the pattern can't match, without running it.
func (p *pattern) excludes(s string) bool {
	p.compile()
	return p.literals != nil && !holdsAny(s, p.literals)
}

func (p *pattern) MatchString(s string) bool {
	return !p.excludes(s) && p.program.MatchString(s)
}

func (p *pattern) FindStringIndex(s string) []int {
	if p.excludes(s) {
		return nil
	}
	return p.program.FindStringIndex(s)
}

func (p *pattern) FindStringSubmatchIndex(s string) []int {
	if p.excludes(s) {
		return nil
	}
	return p.program.FindStringSubmatchIndex(s)
}

func (p *pattern) FindAllStringIndex(s string, n int) [][]int {
	if p.excludes(s) {
		return nil
	}
	return p.program.FindAllStringIndex(s, n)
}

func (p *pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if p.excludes(s) {
		return nil
	}
	return p.program.FindAllStringSubmatchIndex(s, n)
}

func (p *pattern) ReplaceAllString(s, replacement string) string {
	if p.excludes(s) {
		return s
	}
	return p.program.ReplaceAllString(s, replacement)
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
