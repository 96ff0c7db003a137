package fast

import (
	"bytes"

	"github.com/rolefit/rolefit/internal/fit"
)

// A form is the common content of lines from the same program, which differ
// only in the id and in letters at the same positions. To match a line, read
// writes its letters into the form and then compares both at once.
type form struct {
	rest  []byte // content after the id, with the letters of the last line compared
	slots []slot
	pack  bool
	tally // the form's own sums aren't used
}

// A slot is the position of an answer in a form.
type slot struct {
	question    *question
	best, worst int                        // offsets of the letters in rest
	pairs       *[letters * letters]uint64 // the question's pairs, copied for speed
	dimension   fit.Dimension
}

func newSlot(x *question, best, worst int) slot {
	return slot{x, best, worst, &x.pairs, x.Dimension}
}

// forms is the number of forms that a Reader remembers. A form's index is its
// length modulo forms.
const forms = 64

// readForm reports whether the line matches a known form and its letters are
// valid. Otherwise it reads nothing.
func (r *Reader) readForm() bool {
	if len(r.head) == 0 || len(r.b) < len(r.head) || !bytes.Equal(r.b[:len(r.head)], r.head) {
		return false
	}
	r.i = len(r.head) - 1
	id, ok := r.text()
	rest := r.b[r.i:]
	f := &r.forms[len(rest)%forms]
	if !ok || !isID(id) || len(f.rest) != len(rest) || !f.read(rest, &r.sums) || !bytes.Equal(f.rest, rest) || !r.sums.valid() {
		r.i, r.sums = 0, sums{}
		return false
	}
	r.id, r.pack, r.answered, r.loose, r.form, r.unknown = id, f.pack, f.answered, f.loose, f, 0
	return true
}

// read copies the letters of rest into the form and adds up their scores.
func (f *form) read(rest []byte, total *sums) bool {
	for i := range f.slots {
		s := &f.slots[i]
		best, worst := rest[s.best], rest[s.worst]
		f.rest[s.best], f.rest[s.worst] = best, worst
		pair, ok := pairOf(best, worst)
		if !ok {
			return false
		}
		total[s.dimension] += s.pairs[pair]
	}
	return true
}

// learn remembers the form of the line just read, unless the line contains more
// than letters. If lines keep having new forms, it learns only some of them.
func (r *Reader) learn() {
	p := &r.person
	if r.unknown++; r.unknown > forms && r.unknown%forms > 0 {
		return
	}
	if len(r.answers) == 0 || len(r.answers) > maxSummedAnswers || p.seeded || r.holds != nil || len(p.taken)+len(p.start)+len(p.cards)+len(p.conditions)+len(p.ratings) > 0 {
		return
	}
	for i := range r.answers {
		if a := &r.answers[i]; a.skip != 0 || a.seconds >= 0 || a.bestAt < r.idEnd || a.worstAt < r.idEnd {
			return
		}
	}
	if head := r.b[:r.idEnd-len(r.id)]; !bytes.Equal(head, r.head) {
		clear(r.forms[:])
		r.head = append(r.head[:0], head...)
	}
	rest := r.b[r.idEnd+1:]
	f := &r.forms[len(rest)%forms]
	*f = form{rest: append(f.rest[:0], rest...), slots: f.slots[:0], pack: r.pack, tally: tally{answered: r.answered, loose: r.loose}}
	for i := range r.answers {
		a := &r.answers[i]
		f.slots = append(f.slots, newSlot(a.question, a.bestAt-r.idEnd-1, a.worstAt-r.idEnd-1))
	}
}

// expand stores the answers of a line that matched a form.
func (r *Reader) expand() {
	f := r.form
	if f == nil {
		return
	}
	r.form = nil
	for _, s := range f.slots {
		if f.rest[s.best] == 0 { // empty cell
			continue
		}
		r.answers = append(r.answers, answer{question: s.question, seconds: -1, best: f.rest[s.best], worst: f.rest[s.worst]})
	}
}
