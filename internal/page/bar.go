package page

import (
	"math"
	"strconv"
	"strings"
)

// Widths of bars in text, in columns.
const (
	barWidest   = 40
	barNarrow   = 21 // beside notes, and in Markdown; odd, so that a mark can be in the exact middle
	barNarrower = 10 // a bar that would be narrower than this gets its own line
)

// A strip is a bar in text: the columns that are filled, and the columns of its
// mark and of the middle of a spread.
type strip struct {
	width, from, to int
	marks           []int
	dot             int // column of the middle of a spread, or -1
}

// cellsOf returns the number of columns, out of width, that a share from 0 to 1
// fills. Any share above 0 fills at least one.
func cellsOf(share float64, width int) int {
	if share <= 0 {
		return 0
	}
	return max(1, int(math.Round(share*float64(width))))
}

// columnOf returns the index of the column at a share from 0 to 1, in a bar of
// width columns.
func columnOf(share float64, width int) int { return int(math.Round(share * float64(width-1))) }

// parts splits a strip into its filled part and the parts before and after it.
func (s strip) parts() (before, full, after string) {
	if s.width <= 0 {
		return "", "", ""
	}
	cells := make([]string, s.width)
	for i := range cells {
		cells[i] = barEmpty
		if s.from <= i && i < s.to {
			cells[i] = barFull
		}
	}
	for _, i := range s.marks {
		cells[i] = barTick
		if s.from <= i && i < s.to {
			cells[i] = barMark
		}
	}
	if s.dot >= 0 {
		cells[s.dot] = dot
	}
	return strings.Join(cells[:s.from], ""), strings.Join(cells[s.from:s.to], ""), strings.Join(cells[s.to:], "")
}

// String draws a strip without text attributes.
func (s strip) String() string {
	before, full, after := s.parts()
	return before + full + after
}

// bar draws a strip with a text attribute on its filled part.
func (w *textWriter) bar(s strip, a attribute) string {
	before, full, after := s.parts()
	return w.paint(before, faint) + w.paint(full, a) + w.paint(after, faint)
}

// after writes a bar's number to the right of the bar or, if there is no room,
// below it.
func (w *textWriter) after(used int, s string, a attribute) {
	if used+len(gutter)+widestOf(s) <= w.width {
		w.print(gutter, w.paint(s, a), "\n")
		return
	}
	w.print("\n")
	w.lines(gutter, s, a)
}

// scale returns a line to print above a bar, with both ends of its scale and
// its mark.
func scale(width int, limit, mark float64) string {
	start, middle, end := "0", number(mark), number(scaleEnd(limit))
	before := columnOf(share(mark, limit), width) - len(middle)/2 - len(start)
	between := width - len(start) - before - len(middle) - len(end)
	if before < 1 || between < 1 {
		return start + strings.Repeat(" ", max(1, width-len(start)-len(end))) + end
	}
	return start + strings.Repeat(" ", before) + middle + strings.Repeat(" ", between) + end
}

// number formats a number on a scale as briefly as possible.
func number(x float64) string { return strconv.FormatFloat(round1(x), 'f', -1, 64) }

func round1(x float64) float64 { return math.Round(x*10) / 10 }

// An svgBar is a bar in HTML. All lengths are in hundredths of its width.
type svgBar struct {
	X, Width float64
	Mark     float64 // position of a thin line, or 0 if there is none
	Middle   float64 // position of a thick line, or 0 if there is none
}

// barHTML draws an svgBar. Screen readers skip it, because the text beside it
// says the same. A halo in the page's background color keeps a mark visible on
// both the filled and the empty part.
const barHTML = `<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
{{- ""}}<rect class="track" width="100" height="10"/>
{{- with .Width}}<rect class="fill" x="{{$.X}}" y="1" width="{{.}}" height="8"/>{{end}}
{{- with .Mark}}<line class="halo" x1="{{.}}" y1="0" x2="{{.}}" y2="10"/><line class="mark" x1="{{.}}" y1="0" x2="{{.}}" y2="10"/>{{end}}
{{- with .Middle}}<line class="halo middle" x1="{{.}}" y1="0" x2="{{.}}" y2="10"/><line class="mark middle" x1="{{.}}" y1="0" x2="{{.}}" y2="10"/>{{end}}</svg>`
