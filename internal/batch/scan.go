package batch

import (
	"math"
	"slices"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
)

// A scanner is the fast path: it reads a line of exactly the usual shape, and
// says no to every other one, which then goes to pack.Reader. It decides
// nothing by itself: what it takes, pack.Reader takes too and reads as the
// same answers; FuzzLine holds both together.
//
// The usual shape is one JSON object on the line, with white space anywhere,
// with an id and any of pack, seed, taken, answers, skills and cards, all text
// printable ASCII without escapes, every answer complete.
type scanner struct {
	quiz   *fit.Quiz
	asked  map[string]*asked
	skills map[string]*skill
	roles  []string
	guess  *asked // the question that is likely to come next
	person uint64 // counts lines, to see what is given twice in one

	b []byte // the line, with its line break
	i int

	// What was read.
	id, taken []byte
	pack      bool
	seed      uint64
	seeded    bool
	given     []given
	levels    []level
	cards     fit.Cards
}

// asked is a question as a line may answer it.
type asked struct {
	question *fit.Question
	start    string // its id in quotes
	option   ['e']int8
	next     *asked // the question that followed it last time
	person   uint64 // the last line that had it
}

type skill struct {
	id     string
	person uint64
}

// given is one answer: indexes of two options, or a skip.
type given struct {
	asked       *asked
	best, worst byte // letters
	skip        fit.Skip
	seconds     float64
}

type level struct {
	skill *skill
	level int
	skip  fit.Skip
}

// Limits of the fast path; pack.Reader has those that count.
const (
	maxText       = 200
	maxGiven      = 500
	maxSeedDigits = 15
	maxSecDigits  = 7
)

func newScanner(q *fit.Quiz) *scanner {
	s := &scanner{quiz: q, asked: map[string]*asked{}, skills: map[string]*skill{}}
	for _, x := range q.Pack.Skills {
		s.skills[x.ID] = &skill{id: x.ID}
	}
	for _, r := range q.Roles {
		s.roles = append(s.roles, r.ID)
	}
	return s
}

// question finds a question, and nil when the quiz has none such.
func (s *scanner) question(id []byte) *asked {
	if a := s.asked[string(id)]; a != nil {
		return a
	}
	x := s.quiz.Question(string(id))
	if x == nil {
		return nil
	}
	a := &asked{question: x, start: `"` + x.ID + `"`}
	for i := range a.option {
		a.option[i] = int8(slices.IndexFunc(x.Options, func(o fit.Option) bool { return o.Key == string(rune(i)) }))
	}
	s.asked[x.ID] = a
	return a
}

// read reads a line, which ends with its line break. When it returns false the
// line is not of the usual shape, and what was read means nothing.
func (s *scanner) read(line []byte) bool {
	s.person++
	s.b, s.i = line, 0
	s.id, s.taken, s.pack, s.seed, s.seeded = nil, nil, false, 0, false
	s.given, s.levels, s.cards = s.given[:0], s.levels[:0], fit.Cards{}
	if !s.eat('{') {
		return false
	}
	seen := 0
	for {
		key, ok := s.key()
		if !ok {
			return false
		}
		bit := 0
		switch string(key) {
		case "id":
			bit = 1
			s.id, ok = s.text()
			ok = ok && len(s.id) > 0 && s.id[0] != ' ' && s.id[len(s.id)-1] != ' '
		case "pack":
			bit = 2
			var id []byte
			id, ok = s.text()
			s.pack, ok = true, ok && string(id) == s.quiz.Pack.ID
		case "seed":
			bit = 4
			s.seed, ok = s.whole(maxSeedDigits)
			s.seeded = true
		case "taken":
			bit = 8
			s.taken, ok = s.text()
			ok = ok && len(s.taken) > 0 && new(time.Time).UnmarshalText(s.taken) == nil
		case "answers":
			bit = 16
			ok = s.readAnswers()
		case "skills":
			bit = 32
			ok = s.readSkills()
		case "cards":
			bit = 64
			ok = s.readCards()
		default:
			return false
		}
		if !ok || seen&bit != 0 {
			return false
		}
		seen |= bit
		if more, ok := s.comma('}'); !ok {
			return false
		} else if !more {
			break
		}
	}
	return s.id != nil && s.ended()
}

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

// fill makes of what was read the answers that pack.Reader makes of it.
func (s *scanner) fill(a *fit.Answers) {
	*a = fit.Answers{
		ID: string(s.id), Seed: s.seed, Seeded: s.seeded, Taken: string(s.taken), Cards: s.cards,
		Given: a.Given[:0], Skills: a.Skills[:0],
	}
	if s.pack {
		a.Pack = s.quiz.Pack.ID
	}
	for i := range s.given {
		g := &s.given[i]
		x := g.asked.question
		answer := fit.Answer{Question: x.ID, Skip: g.skip, Seconds: g.seconds}
		if g.skip == "" {
			answer.Best, answer.Worst = x.Options[g.asked.option[g.best]].Key, x.Options[g.asked.option[g.worst]].Key
		}
		a.Given = append(a.Given, answer)
	}
	for _, l := range s.levels {
		a.Skills = append(a.Skills, fit.Rating{Skill: l.skill.id, Level: l.level, Skip: l.skip})
	}
}

// score puts what was read into a scorer.
func (s *scanner) score(to *fit.Scorer) {
	to.Reset()
	for i := range s.given {
		g := &s.given[i]
		if g.skip != "" {
			to.Skip(g.asked.question)
			continue
		}
		to.Add(g.asked.question, int(g.asked.option[g.best]), int(g.asked.option[g.worst]))
	}
}

// The pieces of JSON. The line break at the end of the line is in none of
// them, so that none runs past it.

func (s *scanner) space() {
	for s.b[s.i] == ' ' || s.b[s.i] == '\t' {
		s.i++
	}
}

// has says whether the line goes on with this text.
func (s *scanner) has(text string) bool {
	return len(s.b)-s.i >= len(text) && string(s.b[s.i:s.i+len(text)]) == text
}

func (s *scanner) eat(c byte) bool {
	s.space()
	if s.b[s.i] != c {
		return false
	}
	s.i++
	return true
}

// comma goes past what stands between two members of an object, or past its
// end.
func (s *scanner) comma(end byte) (more, ok bool) {
	s.space()
	switch s.b[s.i] {
	case ',':
		s.i++
		return true, true
	case end:
		s.i++
		return false, true
	}
	return false, false
}

func (s *scanner) key() ([]byte, bool) {
	key, ok := s.text()
	return key, ok && s.eat(':')
}

// text reads a string of printable ASCII without escapes.
func (s *scanner) text() ([]byte, bool) {
	s.space()
	if s.b[s.i] != '"' {
		return nil, false
	}
	from := s.i + 1
	for i := from; i < len(s.b) && i <= from+maxText; i++ {
		switch c := s.b[i]; {
		case c == '"':
			s.i = i + 1
			return s.b[from:i], true
		case c < ' ' || c > '~' || c == '\\':
			return nil, false
		}
	}
	return nil, false
}

func (s *scanner) letter() (byte, bool) {
	text, ok := s.text()
	if !ok || len(text) != 1 {
		return 0, false
	}
	return text[0], true
}

func (s *scanner) skip(known []fit.Skip) (fit.Skip, bool) {
	text, ok := s.text()
	for _, k := range known {
		if ok && string(k) == string(text) {
			return k, true
		}
	}
	return "", false
}

// whole reads digits as JSON has them, at most so many.
func (s *scanner) whole(most int) (n uint64, ok bool) {
	s.space()
	from := s.i
	for s.b[s.i] >= '0' && s.b[s.i] <= '9' && s.i-from <= most {
		n = 10*n + uint64(s.b[s.i]-'0')
		s.i++
	}
	digits := s.i - from
	return n, digits > 0 && digits <= most && (digits == 1 || s.b[from] != '0')
}

// decimal reads a number of seconds without an exponent. Digits that fit into
// a float64 divided by a power of ten that does is the nearest float64.
func (s *scanner) decimal() (float64, bool) {
	n, ok := s.whole(maxSecDigits)
	if !ok || s.b[s.i] != '.' {
		return float64(n), ok
	}
	s.i++
	from := s.i
	for s.b[s.i] >= '0' && s.b[s.i] <= '9' && s.i-from < maxSeedDigits-maxSecDigits {
		n = 10*n + uint64(s.b[s.i]-'0')
		s.i++
	}
	return float64(n) / math.Pow10(s.i-from), s.i > from
}

// ended says whether nothing but the line break is left.
func (s *scanner) ended() bool {
	s.space()
	if s.b[s.i] == '\r' {
		s.i++
	}
	return s.i == len(s.b)-1 && s.b[s.i] == '\n'
}
