package fact

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
)

// A pattern is a regular expression. What its alternatives need is found out on
// first use, and each is compiled only when a text has it: compiling everything
// would take most of the program's startup time, and a short expression is far
// quicker to run than a long one.
type pattern struct {
	rows     []string // alternatives
	lower    bool     // whether it is for text in lower case
	once     sync.Once
	parts    []part
	literals []string // of all parts, or nil
	whole    func() *regexp.Regexp
}

// A part is one alternative of a pattern.
type part struct {
	literals []string // see literalsOf
	program  func() *regexp.Regexp
}

// exactly returns a pattern for text in its original case.
func exactly(expression string) *pattern { return &pattern{rows: []string{expression}} }

// re returns a pattern for text in lower case.
func re(expression string) *pattern { return &pattern{rows: []string{expression}, lower: true} }

// either returns a pattern that matches any of the alternatives, given in rows,
// in text in lower case.
func either(rows ...string) *pattern { return &pattern{rows: rows, lower: true} }

// prepare parses the expression on first use.
func (p *pattern) prepare() {
	p.once.Do(func() {
		expression := strings.Join(p.rows, "|")
		if p.lower {
			expression = lowerPattern(expression)
		}
		p.whole = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
		re, err := syntax.Parse(expression, syntax.Perl)
		if err != nil {
			panic(err) // expressions are constants
		}
		p.literals = required(re)
		alternatives := []*syntax.Regexp{re}
		if re.Op == syntax.OpAlternate {
			alternatives = re.Sub
		}
		for _, sub := range alternatives {
			p.parts = append(p.parts, part{required(sub), sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(sub.String()) })})
		}
	})
}

// excludes reports whether the pattern can't match, without running it.
func (p *pattern) excludes(s string) bool {
	p.prepare()
	return p.literals != nil && !holdsAny(s, p.literals)
}

func (p *part) excludes(s string) bool { return p.literals != nil && !holdsAny(s, p.literals) }

func (p *pattern) MatchString(s string) bool {
	p.prepare()
	for i := range p.parts {
		if x := &p.parts[i]; !x.excludes(s) && x.program().MatchString(s) {
			return true
		}
	}
	return false
}

// FindStringIndex returns the first match; of several there, that of the first
// alternative.
func (p *pattern) FindStringIndex(s string) (first []int) {
	p.prepare()
	for i := range p.parts {
		if x := &p.parts[i]; !x.excludes(s) {
			if at := x.program().FindStringIndex(s); at != nil && (first == nil || at[0] < first[0]) {
				first = at
			}
		}
	}
	return first
}

func (p *pattern) FindStringSubmatchIndex(s string) []int {
	if p.excludes(s) {
		return nil
	}
	return p.whole().FindStringSubmatchIndex(s)
}

func (p *pattern) FindAllStringIndex(s string, n int) [][]int {
	if p.excludes(s) {
		return nil
	}
	return p.whole().FindAllStringIndex(s, n)
}

func (p *pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if p.excludes(s) {
		return nil
	}
	return p.whole().FindAllStringSubmatchIndex(s, n)
}

func (p *pattern) ReplaceAllString(s, replacement string) string {
	if p.excludes(s) {
		return s
	}
	return p.whole().ReplaceAllString(s, replacement)
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
