package document

import (
	"strings"
)

// A wrapping describes how text was wrapped.
type wrapping struct {
	width   int             // width of the widest rows, in units of the metric; 0 if the text isn't wrapped
	metric  metric          // unit of width
	cut     bool            // whether rows end in the middle of words
	flowed  bool            // whether continued rows end with a space
	tight   bool            // whether paragraphs follow each other without a blank row or mark
	listed  bool            // the same for list items, which also end without a full stop
	hanging bool            // whether continuation rows of an item are indented more than its mark
	marks   map[string]bool // marks that always begin an item
}

// loose reports whether row i may continue the previous one, because neither a
// blank row nor a mark separates them.
func loose(rows []row, i int) bool {
	r, before := &rows[i], &rows[i-1]
	return !r.separate && r.mark == "" && !r.head && !before.head
}

// full reports whether the first word of the next row didn't fit on row i.
func (w *wrapping) full(rows []row, i int) bool {
	word, _, _ := strings.Cut(rows[i+1].text, " ")
	need := rows[i].width + w.metric.space + w.metric.width(word)
	if rows[i].soft { // fold -s counts the trailing space too
		need += w.metric.space
	}
	return need+w.metric.tolerance > w.width
}

// A pairs counts the rows that may continue the previous row, in categories.
type pairs struct {
	lower    int // the previous row is full, and this row begins in lower case
	soft     int // as lower, and the previous row ends with a space
	inside   int // as lower, and the previous row has a mark
	indented int // as inside, and this row is indented more than the mark
	ended    int // the previous row is full and ends a sentence
	capital  int // the previous row is full, and neither lower nor ended applies
	against  int // the previous row isn't full, although this row seems to continue it
	shortEnd int // the previous row isn't full and ends a sentence
	short    int // the previous row isn't full and doesn't end a sentence
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

// Approximate rates in real postings, per continuation row that begins in lower
// case: endRate is the number of rows that follow the end of a sentence, and
// capitalRate is the number of rows that begin with a capital after a word that
// doesn't show whether the sentence ended. accidentFull is the share of
// paragraphs whose last row happens to be full.
const (
	endRate      = 0.03
	capitalRate  = 0.055
	accidentFull = 0.12
)

// measure determines how text was wrapped: by columns or, as in print, by the
// widths of its letters.
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

// doubleSpaced determines how text was wrapped if it has a blank row after
// every row. Paragraphs are then separated by at least two blank rows.
func doubleSpaced(rows []row) wrapping {
	single := 0
	for i := range rows {
		if !rows[i].separate {
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
		rows[i].separate = rows[i].blanks != 1
	}
	w := measure(rows)
	if w.width == 0 {
		for i := range rows {
			rows[i].separate = true
		}
	}
	return w
}

// measureBy determines how text was wrapped, using one metric. If nothing
// separates paragraphs, a full row may be continued or may end a paragraph. The
// more likely case is chosen by how often each occurs in the text.
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
	w.tight = accidentFull*float64(p.shortEnd) > endRate*lower || p.shortEnd > 1 && float64(p.ended) > 1+float64(3*endRate*lower)
	w.listed = accidentFull*float64(p.short) > capitalRate*lower || p.short > 1 && float64(p.capital) > 1+float64(3*capitalRate*lower)
	w.marks = w.surelyMarks(rows)
	return w, p
}

// wide returns the number of rows that are wider than the wrapped text.
func (w *wrapping) wide(rows []row) int {
	n := 0
	for i := range rows {
		if rows[i].width > w.width+w.metric.wider && strings.Contains(rows[i].text, " ") {
			n++
		}
	}
	return n
}

// cutRows is the minimum number of rows ending at the same column that show
// that the text was cut there.
const cutRows = 4

// cutsWords reports whether every continued row ends at the last column, as
// after fold.
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

// surelyMarks returns the marks of rows that can't be continuations.
func (w *wrapping) surelyMarks(rows []row) map[string]bool {
	marks := map[string]bool{}
	for i := range rows {
		if m := rows[i].mark; m != "" && (i == 0 || rows[i].separate || !w.full(rows, i-1) || endsSentence(rows[i-1].text)) {
			marks[m] = true
		}
	}
	return marks
}
