package batch

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// The parts of a line, as the scanner reads them.

func (s *scanner) readAnswers() bool {
	if !s.eat('{') {
		return false
	}
	last := (*asked)(nil)
	for {
		s.space()
		a := s.guess
		if a != nil && s.has(a.start) {
			s.i += len(a.start)
		} else {
			id, ok := s.text()
			if !ok {
				return false
			}
			if a = s.question(id); a == nil {
				return false
			}
			if last != nil {
				last.next = a
			}
		}
		if a.person == s.person || !s.eat(':') || !s.readAnswer(a) {
			return false
		}
		a.person, last, s.guess = s.person, a, a.next
		if more, ok := s.comma('}'); !ok {
			return false
		} else if !more {
			s.guess = s.given[0].asked
			return true
		}
	}
}

// readAnswer reads {"best":"a","worst":"b","seconds":3.5} or {"skip":"none"},
// with any order and spaces; as written here it is quickest.
func (s *scanner) readAnswer(a *asked) bool {
	g := given{asked: a, seconds: -1}
	const best, worst = `{"best":"`, `","worst":"`
	if s.has(best) && s.i+len(best)+1+len(worst)+2 < len(s.b) && string(s.b[s.i+len(best)+1:s.i+len(best)+1+len(worst)]) == worst {
		g.best, g.worst = s.b[s.i+len(best)], s.b[s.i+len(best)+1+len(worst)]
		s.i += len(best) + 1 + len(worst) + 1
		if s.b[s.i] != '"' {
			return false
		}
		s.i++
		if s.b[s.i] == '}' {
			s.i++
			return s.add(g)
		}
		if more, ok := s.comma('}'); !ok || !more {
			return ok && s.add(g)
		}
	} else if !s.eat('{') {
		return false
	}
	for {
		key, ok := s.key()
		switch {
		case !ok:
			return false
		case string(key) == "best" && g.best == 0:
			g.best, ok = s.letter()
		case string(key) == "worst" && g.worst == 0:
			g.worst, ok = s.letter()
		case string(key) == "seconds" && g.seconds < 0:
			g.seconds, ok = s.decimal()
		case string(key) == "skip" && g.skip == "":
			g.skip, ok = s.skip(fit.Skips)
		default:
			return false
		}
		if !ok {
			return false
		}
		if more, ok := s.comma('}'); !ok {
			return false
		} else if !more {
			return s.add(g)
		}
	}
}

// add takes an answer if it is one.
func (s *scanner) add(g given) bool {
	if len(s.given) == maxGiven {
		return false
	}
	if g.skip != "" {
		if g.best != 0 || g.worst != 0 {
			return false
		}
	} else if g.best >= 'e' || g.worst >= 'e' || g.best == g.worst || g.asked.option[g.best] < 0 || g.asked.option[g.worst] < 0 {
		return false
	}
	s.given = append(s.given, g)
	return true
}

func (s *scanner) readSkills() bool {
	if !s.eat('{') {
		return false
	}
	for {
		id, ok := s.key()
		if !ok {
			return false
		}
		x := s.skills[string(id)]
		if x == nil || x.person == s.person || len(s.levels) == maxGiven {
			return false
		}
		x.person = s.person
		l := level{skill: x}
		if s.space(); s.b[s.i] == '{' {
			if l.skip, ok = s.skipped(); !ok {
				return false
			}
		} else if n, ok := s.whole(1); !ok || n > fit.MaxLevel {
			return false
		} else {
			l.level = int(n)
		}
		s.levels = append(s.levels, l)
		if more, ok := s.comma('}'); !ok {
			return false
		} else if !more {
			return true
		}
	}
}

// skipped reads {"skip":"unsure"}.
func (s *scanner) skipped() (fit.Skip, bool) {
	if !s.eat('{') {
		return "", false
	}
	if key, ok := s.key(); !ok || string(key) != "skip" {
		return "", false
	}
	skip, ok := s.skip(fit.Skips[:1])
	return skip, ok && s.eat('}')
}

// readCards reads two roles of the quiz, by id, or a skip.
func (s *scanner) readCards() bool {
	if !s.eat('{') {
		return false
	}
	for {
		key, ok := s.key()
		to := &s.cards.Best
		switch {
		case !ok:
			return false
		case string(key) == "best":
		case string(key) == "worst":
			to = &s.cards.Worst
		case string(key) == "skip" && s.cards == (fit.Cards{}):
			s.cards.Skip, ok = s.skip(fit.Skips[:1])
			return ok && s.eat('}')
		default:
			return false
		}
		id, ok := s.text()
		role := slices.IndexFunc(s.roles, func(r string) bool { return r == string(id) })
		if !ok || role < 0 || *to != "" {
			return false
		}
		*to = s.roles[role]
		if more, ok := s.comma('}'); !ok {
			return false
		} else if !more {
			return s.cards.Best != "" && s.cards.Worst != "" && s.cards.Best != s.cards.Worst
		}
	}
}
