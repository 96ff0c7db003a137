package fact

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// A pattern is a regular expression that is compiled on first use. Compiling
// all patterns would take most of the program's startup time.
//
// A pattern that is used often is split into its alternatives. Short expressions
// run much faster than a long one, and most can be excluded because the text
// lacks their literals. For a few texts, compiling them isn't worth it.
type pattern struct {
	rows    []string // alternatives
	lower   bool     // whether it matches text in lower case
	once    sync.Once
	program *regexp.Regexp
	filter  filter
	runs    atomic.Int32
	split   sync.Once
	parts   []part
}

// A part is an alternative of a pattern.
type part struct {
	filter  filter
	program func() *regexp.Regexp
}

// worthSplitting is the number of runs after which a pattern is split.
const worthSplitting = 12

// exactly returns a pattern that matches text in its original case.
func exactly(expression string) *pattern { return &pattern{rows: []string{expression}} }

// re returns a pattern that matches text in lower case.
func re(expression string) *pattern { return &pattern{rows: []string{expression}, lower: true} }

// either returns a pattern that matches lower-case text with any of these
// expressions.
func either(rows ...string) *pattern { return &pattern{rows: rows, lower: true} }

func (p *pattern) compile() {
	p.once.Do(func() {
		p.program = regexp.MustCompile(p.expression())
		if re, err := syntax.Parse(p.expression(), syntax.Perl); err == nil {
			p.filter = filterOf(re)
		}
	})
}

func (p *pattern) expression() string {
	expression := strings.Join(p.rows, "|")
	if p.lower {
		return lowerPattern(expression)
	}
	return expression
}

// alternatives returns the parts of a pattern that is used often, and nil for
// other patterns.
func (p *pattern) alternatives() []part {
	if p.runs.Load() < worthSplitting {
		p.runs.Add(1)
		return nil
	}
	p.split.Do(func() {
		re, err := syntax.Parse(p.expression(), syntax.Perl)
		if err != nil || re.Op != syntax.OpAlternate {
			return
		}
		for _, sub := range re.Sub {
			p.parts = append(p.parts, part{filterOf(sub), sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(sub.String()) })})
		}
	})
	return p.parts
}

// excludes reports whether s contains too little for the pattern to match,
// without running it.
func (p *pattern) excludes(s string) bool {
	p.compile()
	return p.filter.excludes(s)
}

func (p *pattern) MatchString(s string) bool {
	parts := p.alternatives()
	if parts == nil {
		return !p.excludes(s) && p.program.MatchString(s)
	}
	return slices.ContainsFunc(parts, func(x part) bool { return !x.filter.excludes(s) && x.program().MatchString(s) })
}

// FindStringIndex returns the position of the first match, or nil. If several
// alternatives match there, it returns that of the first one.
func (p *pattern) FindStringIndex(s string) (first []int) {
	parts := p.alternatives()
	if parts == nil {
		if p.excludes(s) {
			return nil
		}
		return p.program.FindStringIndex(s)
	}
	for i := range parts {
		if x := &parts[i]; !x.filter.excludes(s) {
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

// lowerPattern converts the letters of a pattern to lower case, except those
// that are escaped.
func lowerPattern(pattern string) string {
	b := []byte(pattern)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' && (i == 0 || b[i-1] != '\\') {
			b[i] = c | 0x20
		}
	}
	return string(b)
}
