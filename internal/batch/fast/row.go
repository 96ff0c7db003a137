package fast

import "github.com/rolefit/rolefit/internal/fit"

// A Column describes a column of a table: the id, the letters for the best or
// worst option of a question, or content that is ignored. In any other column,
// cells must be empty.
type Column struct {
	ID, Ignored bool
	Question    *fit.Question
	Worst       bool
}

// A table is the layout of the rows that a Reader reads.
type table struct {
	columns []Column
	comma   byte
	form    // rest contains the letters of the last row by column, or 0 for empty cells
}

// SetTable sets the layout of the rows that ReadRow reads. If there are no
// columns, ReadRow accepts no rows.
func (r *Reader) SetTable(columns []Column, comma byte) {
	r.table = nil
	t := &table{columns: columns, comma: comma}
	t.rest = make([]byte, len(columns))
	sides := map[*question]*slot{}
	var order []*question
	for i, c := range columns {
		if c.Question == nil {
			continue
		}
		x := r.question([]byte(c.Question.ID))
		if x == nil {
			return
		}
		if sides[x] == nil {
			sides[x] = new(newSlot(x, -1, -1))
			t.loose = t.loose || x.place < 0
			order = append(order, x)
		}
		if c.Worst {
			sides[x].worst = i
		} else {
			sides[x].best = i
		}
	}
	for _, x := range order {
		if s := sides[x]; s.best < 0 || s.worst < 0 {
			return
		}
		t.slots = append(t.slots, *sides[x])
	}
	if len(t.slots) > 0 && len(t.slots) <= maxSummedAnswers {
		r.table = t
	}
}

// ReadRow reads a row, including its line break, and reports whether it
// consists of an id and letters. If not, the Reader must not be used before the
// next read.
func (r *Reader) ReadRow(row []byte) bool {
	t := r.table
	if t == nil {
		return false
	}
	r.b, r.i = row, 0
	r.person.reset()
	r.person.form = true
	r.pack, r.holds, r.answers, r.tally, r.form = false, nil, r.answers[:0], tally{}, &t.form
	for i := range t.columns {
		if i > 0 {
			if row[r.i] != t.comma {
				return false
			}
			r.i++
		}
		if !r.cell(t, i) {
			return false
		}
	}
	return r.id != nil && r.atEnd() && r.rowSums(t)
}

// cell reads a cell that has no quotes.
func (r *Reader) cell(t *table, i int) bool {
	c := &t.columns[i]
	start := r.i
	switch {
	case c.Question != nil:
		t.rest[i] = 0
		if letter := r.b[r.i]; letter >= 'a' && letter < 'a'+letters {
			t.rest[i] = letter
			r.i++
		}
	case c.Ignored:
		for b := r.b[r.i]; b != t.comma && b != '\n'; b = r.b[r.i] {
			if b == '"' {
				return false
			}
			r.i++
		}
	case c.ID:
		for isPlain(r.b[r.i]) {
			r.i++
		}
		r.id = r.b[start:r.i]
		return len(r.id) > 0 && len(r.id) <= maxText && r.id[0] != '-'
	}
	return true
}

// isPlain reports whether a character has no special meaning in tables.
func isPlain(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '-' || b == '_' || b == '.'
}

// rowSums adds up the scores for the letters of a row.
func (r *Reader) rowSums(t *table) bool {
	r.loose = t.loose
	if last := &t.slots[len(t.slots)-1]; t.rest[last.best]|t.rest[last.worst] == 0 {
		return false // the person may have stopped early, which the slow path reports
	}
	for i := range t.slots {
		s := &t.slots[i]
		best, worst := t.rest[s.best], t.rest[s.worst]
		if best|worst == 0 {
			continue
		}
		pair, ok := pairOf(best, worst)
		if !ok {
			return false
		}
		if s.question.place >= 0 {
			r.answered.add(s.question.place)
		}
		r.sums[s.dimension] += s.pairs[pair]
	}
	return r.sums.valid()
}
