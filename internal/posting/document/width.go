package document

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A metric measures how wide text is.
type metric struct {
	width     func(string) int
	space     int // the width of a space
	least     int // the range of widths at which texts are wrapped
	most      int
	wider     int // by how much a row may exceed the width
	tolerance int // by how much a width may be wrong
}

var (
	columns = metric{width: utf8.RuneCountInString, space: 1, least: 30, most: 160, wider: 8}

	// letters measures in hundredths of an em of a common sans serif font.
	letters = metric{width: emWidth, space: 28, least: 1300, most: 8000, wider: 400, tolerance: 120}
)

// emWidth returns about how wide text is in print.
func emWidth(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case strings.ContainsRune(" .,:;'’!|ijltfI()[]/-", r):
			n += 28
		case strings.ContainsRune("rs*\"“”", r):
			n += 40
		case strings.ContainsRune("mwMW@%—•", r):
			n += 83
		case r >= 'A' && r <= 'Z' || r == '&':
			n += 68
		default:
			n += 54
		}
	}
	return n
}

// widest returns the width of the widest row that is continued, or of a
// slightly wider one with which no more rows seem to be continued without
// being full; 0 when rows are of no width that is usual.
func (w wrapping) widest(rows []row) int {
	width := 0
	for i := 1; i < len(rows); i++ {
		if n := rows[i-1].width; n <= w.metric.most && loose(rows, i) && startsLower(rows[i].text) && !endsSentence(rows[i-1].text) {
			width = max(width, n)
		}
	}
	if width < w.metric.least {
		return 0
	}
	if w.metric.tolerance > 0 {
		return width
	}
	w.width = width
	against := w.count(rows).against
	for _, most := range w.above(rows) {
		if w.width = most; w.count(rows).against > against {
			break
		}
		width = most
	}
	return width
}

// above returns the widths that rows have above the width, but not far, in order.
func (w *wrapping) above(rows []row) []int {
	var out []int
	for _, r := range rows {
		if r.width > w.width && r.width <= w.width+w.metric.wider && strings.Contains(r.text, " ") {
			out = append(out, r.width)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
