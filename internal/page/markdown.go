package page

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/rolefit/rolefit/internal/wrap"
)

// Markdown draws the page as GitHub Flavored Markdown. It escapes all text, so
// that none becomes markup, a link, HTML or an issue reference.
func (p *Page) Markdown() []byte {
	p = sanitized(p)
	w := &markdownWriter{}
	w.line("# ", escape(p.Title))
	if p.Subtitle != "" {
		w.line("\n", escape(p.Subtitle))
	}
	for _, s := range p.Sections {
		if s.Heading != "" {
			w.line("\n## ", escape(s.Heading))
		}
		w.WriteByte('\n')
		w.blocks(s.Blocks)
	}
	return []byte(w.String())
}

// A markdownWriter writes blocks separated by empty lines.
type markdownWriter struct{ strings.Builder }

func (w *markdownWriter) blocks(blocks []Block) {
	for i, b := range blocks {
		if i > 0 {
			w.WriteByte('\n')
		}
		b.markdown(w)
	}
}

// line writes a line. Its parts must already be Markdown.
func (w *markdownWriter) line(parts ...string) {
	for _, s := range parts {
		w.WriteString(s)
	}
	w.WriteByte('\n')
}

// rows writes a table. Its cells must already be Markdown, and the first row is
// the header. Numeric columns are aligned to the right, in the source as well.
func (w *markdownWriter) rows(rows [][]string, numeric func(column int) bool) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], 3, wrap.Width(cell))
		}
	}
	rule := make([]string, len(widths))
	for i, width := range widths {
		rule[i] = strings.Repeat("-", width)
		if numeric(i) {
			rule[i] = rule[i][1:] + ":"
		}
	}
	for _, row := range slices.Insert(rows, 1, rule) {
		for i, cell := range row {
			if numeric(i) {
				cell = right(cell, widths[i])
			}
			w.WriteString("| " + padded(cell, widths[i]) + " ")
		}
		w.line("|")
	}
}

// noNumbers reports that a column isn't numeric, for tables without numbers.
func noNumbers(int) bool { return false }

// strong returns s in bold, or "" if s is empty. s must already be Markdown.
func strong(s string) string {
	if s == "" {
		return ""
	}
	return "**" + s + "**"
}

// code returns a code span that contains s. Its fence is longer than any run of
// backticks in s.
func code(s string) string {
	if s == "" {
		return ""
	}
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if len(fence) == 1 {
		return fence + s + fence
	}
	return fence + " " + s + " " + fence
}

func escapeAll(cells []string) []string {
	out := make([]string, len(cells))
	for i, cell := range cells {
		out[i] = escape(cell)
	}
	return out
}

// Patterns for text that Markdown would interpret: characters with a special
// meaning anywhere, issue numbers, beginnings of list items, heading
// underlines, and bare addresses, which many hosts turn into links.
var (
	markup  = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "|", `\|`, "~", `\~`, "&", `\&`, "$", `\$`, "@", `\@`)
	hash    = pattern(`(^|[^\pL\pN])#`)
	starts  = pattern(`^([-+=]|\d+[.)])`)
	address = pattern(`(?i)(://|\bwww\.|\bmailto:)`)
)

// pattern returns a function that compiles a pattern on its first call, because
// most runs of the program don't use Markdown.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// escape returns Markdown that displays as s.
func escape(s string) string {
	s = markup.Replace(s)
	s = hash().ReplaceAllString(s, `$1\#`)
	s = address().ReplaceAllStringFunc(s, func(x string) string {
		if i := strings.IndexAny(x, ":."); i >= 0 {
			return x[:i] + `\` + x[i:]
		}
		return x
	})
	return starts().ReplaceAllStringFunc(s, func(x string) string { return x[:len(x)-1] + `\` + x[len(x)-1:] })
}

// bracketed returns a note in parentheses after a space, or "" if there is no
// note.
func bracketed(note string) string {
	if note == "" {
		return ""
	}
	return fmt.Sprintf(" (%s)", note)
}
