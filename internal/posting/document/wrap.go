package document

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// wrapping is how a text was broken into rows.
type wrapping struct {
	width   int             // of the widest rows, in columns or in thousandths of an em; 0 when the text was not wrapped
	slack   int             // by how much a row may exceed the width
	flowed  bool            // rows that continue end with a space
	tight   bool            // paragraphs follow each other without a blank row or mark
	listed  bool            // so do items of lists, which end without a full stop
	hanging bool            // what continues an item is indented more than its mark
	marks   map[string]bool // those that surely begin items
	ragged  bool            // the width is that of a printed page, in a font that is not known
}

// The range of widths at which texts are wrapped, in columns, and by how much
// a row may exceed the width.
const (
	minWidth = 30
	maxWidth = 160
	wider    = 8
)

// loose reports whether row i may continue the one before: neither a blank row
// nor a mark keeps them apart.
func loose(rows []row, i int) bool {
	r, before := &rows[i], &rows[i-1]
	return !r.apart && r.mark == "" && !r.head && !before.head
}

// full reports whether the first word of the next row had no place in row i.
func (w *wrapping) full(rows []row, i int) bool {
	word, _, _ := strings.Cut(rows[i+1].text, " ")
	need := rows[i].width + 1 + utf8.RuneCountInString(word)
	if rows[i].soft { // fold -s counts the space that it leaves
		need++
	}
	return need > w.width
}

// pairs counts the rows that may continue the one before.
type pairs struct {
	lower    int // the row before is full, and this one begins in lower case
	soft     int // of lower: the row before ends with a space
	inside   int // of lower: it follows a row with a mark
	indented int // of inside: it is indented more than that
	ended    int // the row before is full and ends a sentence
	capital  int // the row before is full and ends none, and this one begins otherwise
	against  int // the row before is not full, although this one seems to continue it
	shortEnd int // the row before is not full and ends a sentence
	short    int // it is not full and ends none
}

func (w *wrapping) count(rows []row) pairs {
	var p pairs
	for i := range rows[:len(rows)-1] {
		if loose(rows, i+1) {
			p.add(&rows[i], &rows[i+1], w.full(rows, i))
		}
	}
	return p
}

func (p *pairs) add(before, r *row, full bool) {
	switch lower, ends := startsLower(r.text), endsSentence(before.text); {
	case full && lower:
		p.addLower(before, r)
	case full && ends:
		p.ended++
	case full && !unfinished(before.text):
		p.capital++
	case full:
	case ends:
		p.shortEnd++
	case lower:
		p.against++
	default:
		p.short++
	}
}

func (p *pairs) addLower(before, r *row) {
	p.lower++
	if before.soft {
		p.soft++
	}
	if before.mark != "" {
		p.inside++
		if r.indent > before.indent {
			p.indented++
		}
	}
}

// Of the rows that continue a sentence, for each that begins in lower case
// endRate follow the end of another sentence, and capitalRate begin with a
// capital after a word that shows nothing. Of the last rows of paragraphs a
// part of chanceFull is full.
const (
	endRate     = 0.03
	capitalRate = 0.055
	chanceFull  = 0.12
)

// measure finds out how a text was wrapped.
//
// Where paragraphs are not set apart, a row may be full although it ends one.
// Which of both is more likely follows from how often each occurs in the text.
func measure(rows []row) wrapping {
	w := wrapping{slack: wider}
	if w.width = widest(rows); w.width == 0 {
		return wrapping{}
	}
	p := w.count(rows)
	lower := float64(p.lower)
	if p.lower == 0 || p.lower*4 < p.ended+p.capital || p.against > p.lower {
		return wrapping{}
	}
	w.flowed = p.soft*10 >= p.lower*9
	w.hanging = p.inside > 1 && p.indented*10 >= p.inside*9
	w.tight = chanceFull*float64(p.shortEnd) > endRate*lower || p.shortEnd > 1 && float64(p.ended) > 1+3*endRate*lower
	w.listed = chanceFull*float64(p.short) > capitalRate*lower || p.short > 1 && float64(p.capital) > 1+3*capitalRate*lower
	w.marks = w.surelyMarks(rows)
	return w
}

// surelyMarks returns the marks of rows that cannot continue the one before.
func (w *wrapping) surelyMarks(rows []row) map[string]bool {
	marks := map[string]bool{}
	for i := range rows {
		if m := rows[i].mark; m != "" && (i == 0 || rows[i].apart || !w.full(rows, i-1) || endsSentence(rows[i-1].text)) {
			marks[m] = true
		}
	}
	return marks
}

// widest returns the width of the widest row that is continued, or of a
// slightly wider one with which no more rows seem to be continued without
// being full; 0 when rows are of no width that is usual.
func widest(rows []row) int {
	width := 0
	for i := 1; i < len(rows); i++ {
		if w := rows[i-1].width; w <= maxWidth && loose(rows, i) && startsLower(rows[i].text) && !endsSentence(rows[i-1].text) {
			width = max(width, w)
		}
	}
	if width < minWidth {
		return 0
	}
	w := wrapping{width: width}
	against := w.count(rows).against
	for _, most := range rowWidths(rows, width) {
		if w.width = most; w.count(rows).against > against {
			break
		}
		width = most
	}
	return width
}

// rowWidths returns the widths that rows have above width, but not far, in order.
func rowWidths(rows []row, width int) []int {
	var out []int
	for _, r := range rows {
		if r.width > width && r.width <= width+wider && strings.Contains(r.text, " ") {
			out = append(out, r.width)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
