package page

import (
	"math"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// The widths of bars in text, in columns.
const (
	barWidest   = 40
	barNarrow   = 20 // beside notes, and in Markdown
	barNarrower = 10 // below it a bar gets a line of its own
)

// cellsOf returns how many of width columns a share from 0 to 1 fills; what is
// more than nothing fills at least one.
func cellsOf(share float64, width int) int {
	if share <= 0 {
		return 0
	}
	return max(1, int(math.Round(within(share, 0, 1)*float64(width))))
}

// columnOf returns the column of width columns in which a share lies.
func columnOf(share float64, width int) int {
	return int(math.Round(within(share, 0, 1) * float64(width-1)))
}

// A strip is a bar: which part of it is full, and the columns with a mark.
type strip struct {
	width, full int
	marks       []int
}

// halves returns the full and the empty part of a strip, drawn.
func (s strip) halves() (full, empty string) {
	cells := make([]string, s.width)
	for i := range cells {
		cells[i] = barEmpty
		if i < s.full {
			cells[i] = barFull
		}
	}
	for _, i := range s.marks {
		cells[i] = barTick
		if i < s.full {
			cells[i] = barMark
		}
	}
	return strings.Join(cells[:s.full], ""), strings.Join(cells[s.full:], "")
}

// bar writes a strip, its full part with an attribute.
func (w *textWriter) bar(s strip, a attribute) {
	full, empty := s.halves()
	w.print(w.paint(full, a), w.paint(empty, faint))
}

// after writes the number that belongs to a bar behind it, or below it when
// there is no room.
func (w *textWriter) after(used int, s string, a attribute) {
	if used+len(gutter)+ansi.StringWidth(s) <= w.width {
		w.print(gutter, w.paint(s, a), "\n")
		return
	}
	w.print("\n")
	w.lines(gutter, s, a)
}

// A barLayout is how bars are laid out in a width.
type barLayout struct {
	label, bar, figure int
	parts              []int
	stacked            bool // the bar is below its label
	beside             bool // the note is on the line of the bar
}

// layout gives the bar what the other columns leave, and puts notes beside it
// only if a bar of some length is left.
func (b Bars) layout(width int) barLayout {
	l := barLayout{label: widestOf(b.headOf(0)), figure: widestOf(b.headOf(1))}
	note := 0
	for _, r := range b.Rows {
		l.label = max(l.label, widestOf(r.Label))
		l.figure = max(l.figure, widestOf(r.printed()))
		note = max(note, widestOf(r.Note))
		for i, p := range r.Parts {
			if i == len(l.parts) {
				l.parts = append(l.parts, widestOf(b.headOf(2+i)))
			}
			l.parts[i] = max(l.parts[i], widestOf(p.printed()))
		}
	}
	used := l.figure + len(gutter)
	for _, part := range l.parts {
		used += part + len(gutter)
	}
	room := width - used - l.label - len(gutter)
	l.stacked = room < barNarrower
	if l.stacked {
		l.bar = max(barNarrower, min(barWidest, width-l.figure-2*len(gutter)))
		return l
	}
	l.beside = note > 0 && room-note-len(gutter) >= barNarrow
	if l.beside {
		room -= note + len(gutter)
	}
	l.bar = min(barWidest, room)
	return l
}

// scale returns the ends of a scale and a mark on it, printed over a bar.
func scale(width int, limit, mark float64) string {
	if limit <= 0 {
		limit = defaultMax
	}
	line := []byte(strings.Repeat(" ", width))
	put := func(x float64, center int) {
		s := number(x)
		start := max(0, min(width-len(s), center-len(s)/2))
		if start+len(s) <= width && strings.TrimSpace(string(line[max(0, start-1):min(width, start+len(s)+1)])) == "" {
			copy(line[start:], s)
		}
	}
	put(0, 0)
	put(limit, width-1)
	if mark > 0 {
		put(mark, columnOf(mark/limit, width))
	}
	return string(line)
}

// number prints a number of a scale as short as possible.
func number(x float64) string { return strconv.FormatFloat(round1(x), 'f', -1, 64) }

// round1 returns x rounded to one decimal.
func round1(x float64) float64 { return math.Round(x*10) / 10 }

// svgBar is a bar in HTML, all lengths in hundredths of its width.
type svgBar struct {
	X, Width float64
	Known    bool
	Mark     float64 // a thin line, 0 for none
	Middle   float64 // a thick line, 0 for none
}

// barHTML draws an svgBar. What it says is beside it in words, so that a screen
// reader skips it. A mark has a halo in the color of the page, so that it is
// seen on a full part as well as on an empty one.
const barHTML = `<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
{{- ""}}<rect class="track" width="100" height="10"/>
{{- if .Known}}<rect class="fill" x="{{.X}}" y="1" width="{{.Width}}" height="8"/>{{end}}
{{- with .Mark}}<line class="halo" x1="{{.}}" y1="0" x2="{{.}}" y2="10"/><line class="mark" x1="{{.}}" y1="0" x2="{{.}}" y2="10"/>{{end}}
{{- with .Middle}}<line class="halo middle" x1="{{.}}" y1="0" x2="{{.}}" y2="10"/><line class="mark middle" x1="{{.}}" y1="0" x2="{{.}}" y2="10"/>{{end}}</svg>`
