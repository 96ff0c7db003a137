package batch

import (
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

// fill makes of what was read the answers that pack.Reader makes of it.
func (s *scanner) fill(a *fit.Answers) {
	*a = fit.Answers{
		ID: string(s.id), Seed: s.seed, Seeded: s.seeded, Taken: string(s.taken), Cards: s.cards,
		All: a.All[:0], Skills: a.Skills[:0],
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
		a.All = append(a.All, answer)
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
