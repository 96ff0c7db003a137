package document

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A metric measures the width of text.
type metric struct {
	width     func(string) int
	space     int // width of a space
	least     int // least and most are the limits of the widths at which text is wrapped
	most      int
	wider     int // how much wider than the text a row may be
	tolerance int // uncertainty of a measured width
}

var (
	columns = metric{width: utf8.RuneCountInString, space: 1, least: 30, most: 160, wider: 8}

	// letters measures in hundredths of an em, as in a typical sans serif font.
	letters = metric{width: emWidth, space: 28, least: 1300, most: 8000, wider: 400, tolerance: 120}
)

// emWidth returns the approximate width of printed text, in hundredths of an
// em.
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

// widest returns the width of the widest row that is continued, or 0 if no row
// has a usual width. If a slightly larger width doesn't add rows that seem to
// be continued without being full, widest returns that instead.
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

// above returns the widths of rows that are slightly wider than width, in
// ascending order.
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
