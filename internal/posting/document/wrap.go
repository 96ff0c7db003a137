package document

import (
	"strings"
)

// wrapping is how a text was broken into rows.
type wrapping struct {
	width   int             // of the widest rows, in units of the metric; 0 when the text was not wrapped
	metric  metric          // by which widths are measured
	cut     bool            // rows end in the middle of words
	flowed  bool            // rows that continue end with a space
	tight   bool            // paragraphs follow each other without a blank row or mark
	listed  bool            // so do items of lists, which end without a full stop
	hanging bool            // what continues an item is indented more than its mark
	marks   map[string]bool // those that surely begin items
}

// loose reports whether row i may continue the one before: neither a blank row
// nor a mark keeps them apart.
func loose(rows []row, i int) bool {
	r, before := &rows[i], &rows[i-1]
	return !r.apart && r.mark == "" && !r.head && !before.head
}

// full reports whether the first word of the next row had no place in row i.
func (w *wrapping) full(rows []row, i int) bool {
	word, _, _ := strings.Cut(rows[i+1].text, " ")
	need := rows[i].width + w.metric.space + w.metric.width(word)
	if rows[i].soft { // fold -s counts the space that it leaves
		need += w.metric.space
	}
	return need+w.metric.tolerance > w.width
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
	switch lower, ends := midSentence(r.text), endsSentence(before.text); {
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

// Rough rates in real postings. Of the rows that continue a sentence, for each that begins in lower case
// endRate follow the end of another sentence, and capitalRate begin with a
// capital after a word that shows nothing. Of the last rows of paragraphs a
// part of chanceFull is full.
const (
	endRate     = 0.03
	capitalRate = 0.055
	chanceFull  = 0.12
)

// measure finds out how a text was wrapped: in columns, or else, in the font
// of a printed page, by the widths of the letters.
func measure(rows []row) wrapping {
	w, p := measureBy(columns, rows)
	if w.width == 0 && p.lower+p.against < 2 || p.against*10 <= p.lower {
		return w
	}
	if printed, q := measureBy(letters, rows); printed.width > 0 && (w.width == 0 || q.against*2 < p.against) {
		return printed
	}
	for i := range rows {
		rows[i].width = columns.width(strings.TrimRight(rows[i].raw, " "))
	}
	return w
}

// doubleSpaced finds out whether a text was wrapped with a blank row behind
// every row. If so, two or more of these keep paragraphs apart.
func doubleSpaced(rows []row) wrapping {
	single := 0
	for i := range rows {
		if !rows[i].apart {
			return wrapping{}
		}
		if rows[i].blanks == 1 {
			single++
		}
	}
	if single < cutRows {
		return wrapping{}
	}
	for i := range rows {
		rows[i].apart = rows[i].blanks != 1
	}
	w := measure(rows)
	if w.width == 0 {
		for i := range rows {
			rows[i].apart = true
		}
	}
	return w
}

// measureBy finds out how a text was wrapped.
//
// Where paragraphs are not set apart, a row may be full although it ends one.
// Which of both is more likely follows from how often each occurs in the text.
func measureBy(m metric, rows []row) (wrapping, pairs) {
	w := wrapping{metric: m}
	for i := range rows {
		rows[i].width = m.width(strings.TrimRight(rows[i].raw, " "))
	}
	if w.width = w.widest(rows); w.width == 0 {
		return wrapping{}, pairs{}
	}
	p := w.count(rows)
	lower := float64(p.lower)
	if p.lower <= w.wide(rows) || p.lower*4 < p.ended+p.capital || p.against > p.lower {
		return wrapping{}, p
	}
	w.cut = cutsWords(rows)
	w.flowed = p.soft*10 >= p.lower*9
	w.hanging = p.inside > 1 && p.indented*10 >= p.inside*9
	w.tight = chanceFull*float64(p.shortEnd) > endRate*lower || p.shortEnd > 1 && float64(p.ended) > 1+3*endRate*lower
	w.listed = chanceFull*float64(p.short) > capitalRate*lower || p.short > 1 && float64(p.capital) > 1+3*capitalRate*lower
	w.marks = w.surelyMarks(rows)
	return w, p
}

// wide counts the rows that are too wide to have been wrapped.
func (w *wrapping) wide(rows []row) int {
	n := 0
	for i := range rows {
		if rows[i].width > w.width+w.metric.wider && strings.Contains(rows[i].text, " ") {
			n++
		}
	}
	return n
}

// cutRows is how many rows must end at the same column for a text to be cut there.
const cutRows = 4

// cutsWords reports whether every row that is continued ends at the last
// column, as fold leaves them.
func cutsWords(rows []row) bool {
	last := 0
	for i := 1; i < len(rows); i++ {
		if loose(rows, i) && startsLower(rows[i].text) {
			last = max(last, columns.width(rows[i-1].raw))
		}
	}
	at, elsewhere := 0, 0
	for i := 1; i < len(rows); i++ {
		if loose(rows, i) && startsLower(rows[i].text) {
			if columns.width(rows[i-1].raw) == last {
				at++
			} else {
				elsewhere++
			}
		}
	}
	return at >= cutRows && elsewhere*10 <= at
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
