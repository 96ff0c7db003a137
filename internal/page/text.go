package page

import (
	"bytes"
	"strings"

	"github.com/rolefit/rolefit/internal/wrap"
)

// A Style determines how text is drawn. The zero value means plain text in 80
// columns.
type Style struct {
	Width  int  // number of columns, from 28 to 160; 0 means 80
	Color  bool // whether to use bold and the terminal's own sixteen colors
	Spoken bool // whether to write for screen readers: line by line, without pictures or columns
	ASCII  bool // whether pictures and punctuation must be ASCII, for terminals without UTF-8
	Strict bool // whether to break addresses that are wider than a line, for screens that cut lines
	All    bool // whether to show details that text omits otherwise
}

// Widths of text, in columns.
const (
	defaultWidth = 80
	narrowest    = 28
	widest       = 160
	measure      = 100 // maximum width of prose, because longer lines are hard to read
	sideBySide   = 60  // minimum width of a screen for blocks in columns
	minColumn    = 18  // minimum width of a column in a grid
	minCell      = 9   // minimum width of a column in a table, including its gutter
	gutter       = "  "
)

// An attribute is a style of text. The colors are the terminal's own, which the
// user has chosen to suit a light or dark background.
type attribute string

const (
	plain attribute = ""
	bold  attribute = "1"
	faint attribute = "2"
	green attribute = "32"
)

// Text draws the page for a terminal or for a screen reader.
func (p *Page) Text(s Style) []byte {
	width := defaultWidth
	if s.Width > 0 {
		width = max(narrowest, min(widest, s.Width))
	}
	w := &textWriter{width: width, style: s}
	w.page(cleaner{ascii: s.ASCII}.page(p))
	return w.Bytes()
}

// A textWriter writes lines of at most width columns.
type textWriter struct {
	bytes.Buffer
	width int
	style Style
}

func (w *textWriter) page(p *Page) {
	w.lines("", w.title(p.Title), bold)
	w.lines("", w.title(p.Subtitle), plain)
	contents := ""
	if !w.style.Spoken { // nobody can skim or jump in what is read aloud
		contents = contentsLine(p)
	}
	for _, s := range p.Sections {
		if s.Heading != "" && contents != "" {
			w.WriteByte('\n')
			w.lines("", contents, faint)
			contents = ""
		}
		w.WriteByte('\n')
		w.lines("", w.heading(s.Heading), bold)
		w.blocks(s.Blocks)
	}
}

// textContentsFrom is the minimum number of headings for a list of them.
const textContentsFrom = 5

// contentsLine lists the headings of a page, or returns "" if there are few.
func contentsLine(p *Page) string {
	var headings []string
	for _, s := range p.Sections {
		if s.Heading != "" {
			headings = append(headings, s.Heading)
		}
	}
	if len(headings) < textContentsFrom {
		return ""
	}
	return "On this page: " + strings.Join(headings, " · ")
}

// blocks writes blocks one below another.
func (w *textWriter) blocks(blocks []Block) {
	for i, b := range blocks {
		if i > 0 && separated(blocks[i-1], b) {
			w.WriteByte('\n')
		}
		if w.style.Spoken {
			b.spoken(w)
		} else {
			b.text(w)
		}
	}
}

// A flowing block has its own margins. Other blocks have a margin of 1 above
// and below.
type flowing interface{ margins() (above, below int) }

func margins(b Block) (above, below int) {
	if f, ok := b.(flowing); ok {
		return f.margins()
	}
	return 1, 1
}

// separated reports whether an empty line separates two blocks.
func separated(a, b Block) bool {
	_, below := margins(a)
	above, _ := margins(b)
	return below+above > 0
}

// nested indents what draw writes.
func (w *textWriter) nested(indent string, draw func(*textWriter)) {
	inner := &textWriter{width: w.width - wrap.Width(indent), style: w.style}
	draw(inner)
	for line := range bytes.Lines(inner.Bytes()) {
		if len(line) > 1 {
			w.print(indent)
		}
		w.Write(line)
	}
}

// title returns a title. For screen readers, which skip dots, commas separate
// its parts.
func (w *textWriter) title(s string) string {
	if w.style.Spoken {
		return strings.ReplaceAll(s, " · ", ", ")
	}
	return s
}

// heading returns s in capitals, or unchanged for screen readers, which might
// spell out capitals.
func (w *textWriter) heading(s string) string {
	if w.style.Spoken {
		return s
	}
	return strings.ToUpper(s)
}

// print writes strings. If the style is ASCII, it converts the characters of
// pictures; the page's own strings have already been converted.
func (w *textWriter) print(parts ...string) {
	for _, s := range parts {
		if w.style.ASCII {
			s = ASCII(s)
		}
		w.WriteString(s)
	}
}

// paint returns s with an attribute.
func (w *textWriter) paint(s string, a attribute) string {
	if !w.style.Color || a == plain || s == "" {
		return s
	}
	return "\x1b[" + string(a) + "m" + s + "\x1b[m"
}

// wrap breaks s into lines that fit to the right of an indent.
func (w *textWriter) wrap(s string, indent int) []string {
	return wrap.Lines(s, max(1, w.proseWidth()-indent))
}

// proseWidth returns the maximum width of prose.
func (w *textWriter) proseWidth() int { return min(w.width, measure) }

// lines writes wrapped text with an indent and an attribute on every line. It
// writes nothing if the text is empty.
func (w *textWriter) lines(indent, s string, a attribute) {
	if s == "" {
		return
	}
	for _, line := range w.wrap(s, wrap.Width(indent)) {
		w.print(indent, w.paint(line, a), "\n")
	}
}

// hanging writes a label and text, with further lines aligned below the first
// line of the text. If the label leaves too little room, the text starts on the
// next line.
func (w *textWriter) hanging(label, s string) {
	if w.proseWidth()-wrap.Width(label) < min(minColumn, wrap.Width(s)) {
		w.lines("  ", strings.TrimSpace(label), plain)
		label = "    "
	}
	under := strings.Repeat(" ", wrap.Width(label))
	for i, line := range w.wrap(s, len(under)) {
		if i > 0 {
			label = under
		}
		w.print(label, line, "\n")
	}
}

func padded(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-wrap.Width(s)))
}

func right(s string, width int) string {
	return strings.Repeat(" ", max(0, width-wrap.Width(s))) + s
}

// widestOf returns the width of the widest string.
func widestOf(texts ...string) int {
	widest := 0
	for _, s := range texts {
		widest = max(widest, wrap.Width(s))
	}
	return widest
}
