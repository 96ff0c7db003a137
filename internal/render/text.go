package render

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// The widths of text, in columns of a terminal.
const (
	defaultWidth = 80
	widest       = 100 // longer lines are hard to read
	narrowest    = 28
	sideBySide   = 60 // below it columns stand one under the other
	minColumn    = 18 // no column of a grid is narrower
	minCell      = 9  // nor one of a table, with its gutter
)

// Only bold and one of the terminal's own sixteen colours: whoever chose a
// light or a dark scheme chose them too.
const (
	sgrBold  = "1"
	sgrGreen = "32"
)

// A textDrawer writes a document for a terminal, in lines of at most width
// columns.
type textDrawer struct {
	strings.Builder
	width  int
	color  bool
	spoken bool
}

func drawText(d *doc, s Style) []byte {
	t := &textDrawer{width: s.Width, color: s.Color, spoken: s.Spoken}
	if t.width <= 0 {
		t.width = defaultWidth
	}
	t.width = max(narrowest, min(widest, t.width))
	t.lines("", t.apart(d.Title), sgrBold)
	if d.Subtitle != "" {
		t.lines("", t.apart(d.Subtitle), "")
	}
	for _, s := range d.Sections {
		t.WriteByte('\n')
		if s.Heading != "" {
			t.lines("", t.heading(s.Heading), sgrBold)
		}
		for i, b := range s.Blocks {
			if i > 0 && apartFrom(s.Blocks[i-1], b) {
				t.WriteByte('\n')
			}
			t.block(b)
		}
	}
	return []byte(t.String())
}

// apartFrom says whether an empty line stands between two blocks.
func apartFrom(before, b block) bool {
	switch before.(type) {
	case subheading, command:
		return false
	}
	switch b := b.(type) {
	case subheading, quotes, needChart, grid, table, fitChart, leadChart, countChart, spreadChart:
		return true
	case list:
		_, afterList := before.(list)
		return afterList
	case para:
		_, afterPara := before.(para)
		return !afterPara || b.Kind == note
	}
	return false
}

func (t *textDrawer) block(b block) {
	if t.spoken && t.say(b) {
		return
	}
	switch b := b.(type) {
	case para:
		style := ""
		if b.Kind == verdict {
			style = sgrBold
		}
		t.lines("", b.Text, style)
	case subheading:
		t.lines("", b.Text, sgrBold)
	case list:
		for _, i := range b.Items {
			t.item(i)
		}
	case command:
		t.labelled("  "+b.Text+": ", b.Command)
	case quotes:
		t.quotes(b)
	case table:
		t.table(b)
	case grid:
		t.grid(b)
	case fitChart:
		t.fitChart(b)
	case leadChart:
		t.leadChart(b)
	case needChart:
		t.needChart(b)
	case countChart:
		t.countChart(b)
	case spreadChart:
		t.spreadChart(b)
	}
}

// style puts s into a style; "" is none.
func (t *textDrawer) style(s, sgr string) string {
	if !t.color || sgr == "" || s == "" {
		return s
	}
	return "\x1b[" + sgr + "m" + s + "\x1b[m"
}

// wrap breaks s between its words into lines of at most width columns; words
// that are wider are cut. There is at least one line. (The wrapping of x/ansi
// lets lines with hyphens grow too wide.)
func wrap(s string, width int) []string {
	lines := []string{""}
	room := width
	for _, word := range strings.Fields(s) {
		for _, piece := range pieces(word, width) {
			last, w := len(lines)-1, ansi.StringWidth(piece)
			switch {
			case lines[last] == "":
				lines[last], room = piece, width-w
			case w < room:
				lines[last] += " " + piece
				room -= w + 1
			default:
				lines, room = append(lines, piece), width-w
			}
		}
	}
	return lines
}

// pieces cuts a word that is wider than a line, after hyphens and slashes
// where it has any, else anywhere.
func pieces(word string, width int) []string {
	var out []string
	for ansi.StringWidth(word) > width {
		head := ansi.Truncate(word, width, "")
		if i := strings.LastIndexAny(head, "-/"); i > 0 {
			head = head[:i+1]
		}
		if head == "" { // one character is wider than the line
			break
		}
		out, word = append(out, head), word[len(head):]
	}
	return append(out, word)
}

// lines writes wrapped text, every line indented and in the style.
func (t *textDrawer) lines(indent, s, sgr string) {
	for _, line := range wrap(s, t.width-len(indent)) {
		t.WriteString(indent + t.style(line, sgr) + "\n")
	}
}

// item writes a list's item: the mark hangs, a label is bold, a note follows
// in brackets.
func (t *textDrawer) item(i item) {
	mark := i.Mark
	if mark == "" {
		mark = "•"
	}
	s := i.Text
	if i.Label != "" {
		s = strings.TrimSuffix(i.Label+": "+i.Text, ": ")
	}
	if i.Note != "" {
		s += " (" + i.Note + ")"
	}
	bold := len(i.Label)
	mark = "  " + mark + " "
	under := strings.Repeat(" ", ansi.StringWidth(mark))
	for n, line := range wrap(s, t.width-len(under)) {
		first := under
		if n == 0 {
			first = mark
		}
		head := min(bold, len(line))
		bold = max(0, bold-head-1)
		t.WriteString(first + t.style(line[:head], sgrBold) + line[head:] + "\n")
	}
}

func (t *textDrawer) quotes(q quotes) {
	t.lines("", q.Title, sgrBold)
	if len(q.Items) == 0 {
		t.lines("    ", q.None, "")
	}
	for i, x := range q.Items {
		if i > 0 {
			t.WriteByte('\n')
		}
		mark := markFor
		if !x.For {
			mark = markAgainst
		}
		for n, line := range wrap(x.Prompt, t.width-4) {
			first := "    "
			if n == 0 {
				first = "  " + mark + " "
			}
			t.WriteString(first + line + "\n")
		}
		best, worst := "    best   ", "    worst  "
		if t.spoken {
			best, worst = "    best: ", "    worst: "
		}
		t.labelled(best, x.Best+" ("+x.BestRole+")")
		t.labelled(worst, x.Worst+" ("+x.WorstRole+")")
	}
}

// labelled writes text behind a label, its further lines below the first; all
// of it below the label when too little room is left.
func (t *textDrawer) labelled(label, s string) {
	if t.width-ansi.StringWidth(label) < min(minColumn, ansi.StringWidth(s)) {
		t.lines("  ", strings.TrimSpace(label), "")
		label = "    "
	}
	indent := strings.Repeat(" ", ansi.StringWidth(label))
	for n, line := range wrap(s, t.width-len(indent)) {
		if n > 0 {
			label = indent
		}
		t.WriteString(label + line + "\n")
	}
}
