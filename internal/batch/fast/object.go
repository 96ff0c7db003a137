package fast

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// readAnswers reads the object of answers. People usually answer in the same
// order, so it first tries the question that followed last time, and looks up
// the id only if that fails.
func (r *Reader) readAnswers() bool {
	if !r.eat('{') {
		return false
	}
	for last := (*question)(nil); ; {
		r.space()
		x := r.next
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

// readAnswer reads {"best":"a","worst":"b","seconds":3.5} or {"skip":"none"},
// in any order and with any spacing. The order and spacing shown here are the
// fastest.
func (r *Reader) readAnswer(x *question) bool {
	a := answer{question: x, seconds: -1}
	const best, worst = `{"best":"`, `","worst":"`
	if r.has(best) && r.i+len(best)+1+len(worst)+2 < len(r.b) && string(r.b[r.i+len(best)+1:r.i+len(best)+1+len(worst)]) == worst {
		a.best, a.worst = r.b[r.i+len(best)], r.b[r.i+len(best)+1+len(worst)]
		r.i += len(best) + 1 + len(worst) + 1
		if r.b[r.i] != '"' {
			return false
		}
		r.i++
		if r.b[r.i] == '}' {
			r.i++
			return r.add(a)
		}
		if more, ok := r.comma(); !ok || !more {
			return ok && r.add(a)
		}
	} else if !r.eat('{') {
		return false
	}
	for {
		if !r.answerField(&a) {
			return false
		}
		if more, ok := r.comma(); !ok {
			return false
		} else if !more {
			return r.add(a)
		}
	}
}

// answerField reads one key of an answer and its value.
func (r *Reader) answerField(a *answer) bool {
	key, ok := r.key()
	switch {
	case !ok:
		return false
	case string(key) == "best" && a.best == 0:
		a.best, ok = r.letter()
	case string(key) == "worst" && a.worst == 0:
		a.worst, ok = r.letter()
	case string(key) == "seconds" && a.seconds < 0:
		a.seconds, ok = r.decimal()
	case string(key) == "skip" && a.skip == "":
		a.skip, ok = r.skip(fit.Skips)
	default:
		return false
	}
	return ok
}

// add stores an answer and reports whether it is complete.
func (r *Reader) add(a answer) bool {
	if len(r.answers) == maxAnswers {
		return false
	}
	if a.skip != "" {
		if a.best != 0 || a.worst != 0 {
			return false
		}
	} else if a.best >= 'e' || a.worst >= 'e' || a.best == a.worst || a.question.options[a.best] < 0 || a.question.options[a.worst] < 0 {
		return false
	}
	r.answers = append(r.answers, a)
	return true
}

func (r *Reader) readSkills() bool {
	if !r.eat('{') {
		return false
	}
	for {
		id, ok := r.key()
		if !ok {
			return false
		}
		x := r.skills[string(id)]
		if x == nil || x.line == r.lines || len(r.ratings) == maxAnswers {
			return false
		}
		x.line = r.lines
		l := rating{skill: x}
		if r.space(); r.b[r.i] == '{' {
			if l.skip, ok = r.skipObject(); !ok {
				return false
			}
		} else if n, ok := r.integer(1); !ok || n > fit.MaxLevel {
			return false
		} else {
			l.level = int(n)
		}
		r.ratings = append(r.ratings, l)
		if more, ok := r.comma(); !ok {
			return false
		} else if !more {
			return true
		}
	}
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

// readCards reads ratings of cards by role.
func (r *Reader) readCards() bool {
	if !r.eat('{') {
		return false
	}
	for {
		id, ok := r.key()
		role := slices.IndexFunc(r.roles, func(known string) bool { return known == string(id) })
		if !ok || role < 0 || slices.ContainsFunc(r.cards, func(c card) bool { return c.role == role }) {
			return false
		}
		word, ok := r.text()
		rating := slices.IndexFunc(fit.CardRatings, func(known fit.CardRating) bool { return string(known) == string(word) })
		if !ok || rating < 0 {
			return false
		}
		r.cards = append(r.cards, card{role, fit.CardRatings[rating]})
		if more, ok := r.comma(); !ok {
			return false
		} else if !more {
			return true
		}
	}
}
