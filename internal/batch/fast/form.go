package fast

import (
	"bytes"

	"github.com/rolefit/rolefit/internal/fit"
)

// A form is what lines from the same program have in common if their answers are
// letters: they differ in the id, and in a letter at the same places. So a line
// has the form of an earlier one if it equals it after its letters are written
// into that one, which takes one comparison for all answers.
type form struct {
	rest  []byte // what follows the id, with the letters of the line compared last
	slots []slot
	pack  bool
	tally // without sums
}

// A slot is an answer in a form.
type slot struct {
	question    *question
	best, worst int                        // where its letters are
	pairs       *[letters * letters]uint64 // of the question, as is its dimension
	dimension   fit.Dimension
}

func newSlot(x *question, best, worst int) slot {
	return slot{x, best, worst, &x.pairs, x.Dimension}
}

// forms is how many forms a Reader remembers, by their length modulo forms.
// Interviews of several lengths make several forms.
const forms = 64

// readForm reports whether the line has a known form and its letters are valid.
// If not, it reads nothing.
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

// read copies the letters of rest into the form and adds them up.
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

// learn remembers the form of the line just read. Lines with more than letters
// have none. If every line has another form, it learns only some.
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

// expand makes the answers of a line that has a known form.
func (r *Reader) expand() {
	f := r.form
	if f == nil {
		return
	}
	r.form = nil
	for _, s := range f.slots {
		if f.rest[s.best] == 0 { // an empty cell
			continue
		}
		r.answers = append(r.answers, answer{question: s.question, seconds: -1, best: f.rest[s.best], worst: f.rest[s.worst]})
	}
}
