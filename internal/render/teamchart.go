package render

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/rolefit/rolefit/internal/insight"
)

// A countChart is how many of a group are which.
type countChart struct{ Rows []countRow }

type countRow struct {
	Label string
	N, Of int
	Note  string
}

// A spreadChart is where the middle half of a group stands, of 0 to 100.
type spreadChart struct{ Rows []spreadRow }

type spreadRow struct {
	Title  string
	Spread *insight.Spread // nil when too few are judged
}

// The widths of the charts of a group, in characters.
const (
	countWidth  = 20
	spreadWidth = 31 // odd: 50 has a column
)

// filled is how much of width n of all is; what is not nothing is at least one.
func filled(n, of, width int) int {
	if n <= 0 || of <= 0 {
		return 0
	}
	return max(1, int(math.Round(float64(min(n, of))/float64(of)*float64(width))))
}

func countBar(n, of, width int) string {
	full := filled(n, of, width)
	return strings.Repeat("█", full) + strings.Repeat("░", width-full)
}

// spreadBar draws the middle half as a bar and the middle as a mark.
func spreadBar(s *insight.Spread, width int) string {
	at := func(x float64) int { return int(math.Round(within(x, 0, 100) / 100 * float64(width-1))) }
	line := []rune(strings.Repeat("·", width))
	line[(width-1)/2] = '│'
	if s == nil {
		return string(line)
	}
	for i := at(s.Low); i <= at(s.High); i++ {
		line[i] = '▒'
	}
	line[at(s.Middle)] = '█'
	return string(line)
}

// countChart writes a line per row, its note below where there is no room.
func (t *textDrawer) countChart(c countChart) {
	name, digits := 0, 1
	for _, r := range c.Rows {
		name = max(name, ansi.StringWidth(r.Label))
		digits = max(digits, len(strconv.Itoa(r.N)))
	}
	room := t.width - countWidth - digits - 2*len(gutter)
	stacked := room < min(name, minColumn)
	name = min(name, room)
	for _, r := range c.Rows {
		label := ansi.Truncate(r.Label, max(name, 1), "…")
		head := label + strings.Repeat(" ", max(0, name-ansi.StringWidth(label)))
		width := countWidth
		if stacked {
			t.lines("", r.Label, "")
			head, width = "", min(countWidth, t.width-digits-2*len(gutter))
		}
		line := head + gutter + t.style(countBar(r.N, r.Of, width), sgrGreen) + fmt.Sprintf("  %*d", digits, r.N)
		used := ansi.StringWidth(line)
		if used+len(gutter)+ansi.StringWidth(r.Note) <= t.width {
			t.WriteString(strings.TrimRight(line+gutter+r.Note, " ") + "\n")
			continue
		}
		t.WriteString(line + "\n")
		t.lines("    ", r.Note, "")
	}
}

// spreadChart writes a line per row, two where there is no room.
func (t *textDrawer) spreadChart(c spreadChart) {
	name := 0
	for _, r := range c.Rows {
		name = max(name, ansi.StringWidth(r.Title))
	}
	width := min(spreadWidth, (t.width-2-len(" 100 (100–100)"))/2*2-1)
	name = min(name, 30)
	stacked := name+len(gutter)+width+len(gutter)+len("100 (100-100)") > t.width
	scale := "0" + strings.Repeat(" ", width/2-2) + "50" + strings.Repeat(" ", width-width/2-1-3) + "100"
	if stacked {
		name = 0
	}
	t.WriteString(strings.Repeat(" ", name) + gutter + scale + "\n")
	for _, r := range c.Rows {
		title := ansi.Truncate(r.Title, 30, "…")
		if stacked {
			t.lines("", title, "")
			title = ""
		}
		t.WriteString(title + strings.Repeat(" ", name-ansi.StringWidth(title)) + gutter + t.style(spreadBar(r.Spread, width), sgrGreen) + gutter + quartiles(r.Spread) + "\n")
	}
}

func (m *markdownDrawer) countChart(c countChart) {
	rows := [][]string{{"", "", "People", ""}}
	for _, r := range c.Rows {
		rows = append(rows, []string{escape(r.Label), "`" + countBar(r.N, r.Of, countWidth) + "`", strconv.Itoa(r.N), escape(r.Note)})
	}
	m.rows(rows, len(rows[0]))
}

func (m *markdownDrawer) spreadChart(c spreadChart) {
	rows := [][]string{{"Role", "0 · 50 · 100", "Middle (middle half)"}}
	for _, r := range c.Rows {
		rows = append(rows, []string{escape(r.Title), "`" + spreadBar(r.Spread, spreadWidth) + "`", quartiles(r.Spread)})
	}
	m.rows(rows, len(rows[0]))
}

type htmlCount struct {
	countRow
	Width float64 // of 100
	Title string
}

func countViews(c countChart) []htmlCount {
	var out []htmlCount
	for _, r := range c.Rows {
		v := htmlCount{countRow: r, Title: fmt.Sprintf("%d of %d people", r.N, r.Of)}
		if r.Of > 0 {
			v.Width = round1(within(100*float64(r.N)/float64(r.Of), 0, 100))
		}
		out = append(out, v)
	}
	return out
}

type htmlSpread struct {
	spreadRow
	Known            bool
	X, Width, Middle float64
	Text, Desc       string
}

func spreadViews(c spreadChart) []htmlSpread {
	var out []htmlSpread
	for _, r := range c.Rows {
		v := htmlSpread{spreadRow: r, Text: quartiles(r.Spread), Desc: "too few people have a fit for it"}
		if s := r.Spread; s != nil {
			v.Known, v.X, v.Middle = true, round1(within(s.Low, 0, 100)), round1(within(s.Middle, 0, 100))
			v.Width = max(1, round1(within(s.High, 0, 100)-v.X))
			v.Desc = fmt.Sprintf("the middle half from %s to %s, the middle person at %s, of 100", whole(&s.Low), whole(&s.High), whole(&s.Middle))
		}
		out = append(out, v)
	}
	return out
}
