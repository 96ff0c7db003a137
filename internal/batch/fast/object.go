package fast

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// readAnswers reads the object of answers. Most people answer in the same
// order, so it first tries the question that came next in the previous line,
// and looks up the id only if that fails.
func (r *Reader) readAnswers() bool {
	if !r.eat('{') {
		return false
	}
	for last := (*question)(nil); ; {
		r.space()
		x := r.next
		if x != nil && r.usual(x) {
			x.line, last, r.next = r.lines, x, x.next
			if more, ok := r.comma(); !ok {
				return false
			} else if !more {
				r.next = r.answers[0].question
				return true
			}
			continue
		}
		if x != nil && r.has(x.quoted) {
			r.i += len(x.quoted)
		} else {
			id, ok := r.text()
			if !ok {
				return false
			}
			if x = r.question(id); x == nil {
				return false
			}
			if last != nil {
				last.next = x
			}
		}
		if x.line == r.lines || !r.eat(':') || !r.readAnswer(x) {
			return false
		}
		x.line, last, r.next = r.lines, x, x.next
		if more, ok := r.comma(); !ok {
			return false
		} else if !more {
			r.next = r.answers[0].question
			return true
		}
	}
}

// between and seconds are the text after the best and the worst letter in the
// usual form.
const between, seconds = `","worst":"`, `","seconds":`

// usual reads an answer to the question if it is valid and has exactly the
// usual form, as in "new-service":{"best":"a","worst":"b","seconds":3.5}, with
// or without seconds. Otherwise it reads nothing and returns false.
func (r *Reader) usual(x *question) bool {
	p, m := len(x.prefix), len(x.prefix)+1+len(between)
	rest := r.b[r.i:]
	if len(rest) <= m+len(seconds) || string(rest[:p]) != x.prefix || string(rest[p+1:m]) != between || x.line == r.lines {
		return false
	}
	a, start := answer{question: x, seconds: -1, best: rest[p], worst: rest[m], bestAt: r.i + p, worstAt: r.i + m}, r.i
	switch end := rest[m+1 : m+1+len(seconds)]; {
	case end[0] == '"' && end[1] == '}':
		r.i += m + 3
	case string(end) == seconds:
		r.i += m + 1 + len(seconds)
		var ok bool
		if a.seconds, ok = r.decimal(); !ok || r.b[r.i] != '}' {
			r.i = start
			return false
		}
		r.i++
	default:
		return false
	}
	if r.add(a) {
		return true
	}
	r.i = start
	return false
}

// members reads an object with at least one member. It calls read at each
// value, and stops if read returns false.
func (r *Reader) members(read func(key []byte) bool) bool {
	if !r.eat('{') {
		return false
	}
	for {
		key, ok := r.key()
		if !ok || !read(key) {
			return false
		}
		if more, ok := r.comma(); !ok || !more {
			return ok
		}
	}
}

// readAnswer reads {"best":"a","worst":"b","seconds":3.5} or {"skip":"none"},
// in any order and with any spacing.
func (r *Reader) readAnswer(x *question) bool {
	a := answer{question: x, seconds: -1}
	return r.members(func(key []byte) bool { return r.answerField(&a, key) }) && r.add(a)
}

// answerField reads the value for a key of an answer.
func (r *Reader) answerField(a *answer, key []byte) (ok bool) {
	switch {
	case string(key) == "best" && a.best == 0:
		a.best, ok = r.letter()
		a.bestAt = r.i - 2
	case string(key) == "worst" && a.worst == 0:
		a.worst, ok = r.letter()
		a.worstAt = r.i - 2
	case string(key) == "seconds" && a.seconds < 0:
		a.seconds, ok = r.decimal()
	case string(key) == "skip" && a.skip == 0:
		var skip fit.Skip
		skip, ok = r.skip(fit.Skips)
		a.skip = int8(slices.Index(fit.Skips, skip) + 1)
	default:
		return false
	}
	return ok
}

// add stores an answer and reports whether the answer is complete.
func (r *Reader) add(a answer) bool {
	if len(r.answers) == maxAnswers {
		return false
	}
	if a.skip != 0 {
		if a.best != 0 || a.worst != 0 {
			return false
		}
	} else if a.best >= 'e' || a.worst >= 'e' || a.best == a.worst || a.question.options[a.best] < 0 || a.question.options[a.worst] < 0 {
		return false
	}
	r.answers = append(r.answers, a)
	r.tally.add(&a)
	return true
}

func (r *Reader) readSkill(id []byte) (ok bool) {
	x := r.skills[string(id)]
	if x == nil || x.line == r.lines {
		return false
	}
	x.line = r.lines
	l := rating{skill: x.index}
	if r.space(); r.b[r.i] == '{' {
		l.skip, ok = r.skipObject()
	} else {
		var n uint64
		n, ok = r.integer(1)
		l.level = int(n)
	}
	r.ratings = append(r.ratings, l)
	return ok && l.level <= fit.MaxLevel
}

// skipObject reads {"skip":"unsure"}.
func (r *Reader) skipObject() (fit.Skip, bool) {
	if !r.eat('{') {
		return "", false
	}
	if key, ok := r.key(); !ok || string(key) != "skip" {
		return "", false
	}
	skip, ok := r.skip(fit.Skips[:1])
	return skip, ok && r.eat('}')
}

func (r *Reader) readCard(id []byte) bool {
	role := slices.IndexFunc(r.roles, func(known string) bool { return known == string(id) })
	if role < 0 || slices.ContainsFunc(r.cards, func(c card) bool { return c.role == role }) {
		return false
	}
	word, ok := r.text()
	rating := slices.IndexFunc(fit.CardRatings, func(known fit.CardRating) bool { return string(known) == string(word) })
	if !ok || rating < 0 {
		return false
	}
	r.cards = append(r.cards, card{role, fit.CardRatings[rating]})
	return true
}

func (r *Reader) readCondition(id []byte) bool {
	x := r.knownConditions[string(id)]
	if x == nil || x.line == r.lines {
		return false
	}
	x.line = r.lines
	word, ok := r.text()
	answer := slices.IndexFunc(fit.Tolerances, func(known fit.Tolerance) bool { return string(known) == string(word) })
	if !ok || answer < 0 {
		return false
	}
	r.person.conditions = append(r.person.conditions, tolerated{x.index, fit.Tolerances[answer]})
	return true
}
