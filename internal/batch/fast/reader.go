package fast

import (
	"slices"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
)

// A Reader reads lines of the usual form. It isn't safe for concurrent use.
type Reader struct {
	quiz            *fit.Quiz
	questions       map[string]*question
	skills          map[string]*named
	knownConditions map[string]*named
	roles           []string
	next            *question // question likely to be answered next
	lines           uint64    // number of lines read so far, used to detect repeated keys

	b []byte // current line, including its line break
	i int

	// Content of the line.
	person
	pack    bool
	holds   *fit.Role // role that the person has and likes, or nil
	answers []answer
	idEnd   int // offset of the quote after the id
	tally

	head    []byte // text before the id in lines with a form
	forms   [forms]form
	form    *form // form of the line, until expand is called; otherwise nil
	table   *table
	unknown int // number of lines since the last one with a known form
}

// A question is a question that lines may answer.
type question struct {
	*fit.Question
	quoted  string    // quoted id
	prefix  string    // text before the best letter in the usual form
	options ['e']int8 // option index by letter, or -1
	next    *question // question that followed this one in the previous line
	line    uint64    // last line that answered it, to detect repeated keys
	place   int       // index in the quiz, or -1 if tallies have no room for it
	pairs   [letters * letters]uint64
}

// A named is a skill or a condition.
type named struct {
	index int    // index in the pack
	line  uint64 // last line that answered it, to detect repeated keys
}

// An answer is the letters of the best and the worst option, or a skip.
type answer struct {
	question    *question
	seconds     float64 // -1 if unknown
	best, worst byte
	skip        int8 // 1 + the index into fit.Skips, or 0
	bestAt      int  // bestAt and worstAt are the offsets of the letters in the line
	worstAt     int
}

// Limits of the usual form. The limits in package pack are larger.
const (
	maxText       = 200
	maxAnswers    = 500
	maxSeedDigits = 15
	maxSecDigits  = 7
)

// NewReader returns a reader for lines that answer the quiz of all roles of
// its pack.
func NewReader(q *fit.Quiz) *Reader {
	r := &Reader{quiz: q, questions: map[string]*question{}, skills: map[string]*named{}, knownConditions: map[string]*named{}}
	for i, s := range q.Pack.Skills {
		r.skills[s.ID] = &named{index: i}
	}
	for i, c := range q.Pack.Conditions {
		r.knownConditions[c.ID] = &named{index: i}
	}
	for _, role := range q.Roles {
		r.roles = append(r.roles, role.ID)
	}
	return r
}

// question returns the question with the given id, or nil.
func (r *Reader) question(id []byte) *question {
	if x := r.questions[string(id)]; x != nil {
		return x
	}
	found := r.quiz.Question(string(id))
	if found == nil {
		return nil
	}
	x := &question{Question: found, quoted: `"` + found.ID + `"`, prefix: `"` + found.ID + `":{"best":"`}
	for i := range x.options {
		x.options[i] = int8(slices.IndexFunc(x.Options, func(o fit.Option) bool { return o.Key == string(rune(i)) }))
	}
	if x.place = slices.Index(r.quiz.Questions, found); x.place >= maxSummedBits || len(r.roles) > maxSummedRoles {
		x.place = -1
	}
	x.setPairs(r.roles)
	r.questions[x.ID] = x
	return x
}

// Read reads a line, including its line break, and reports whether it has the
// usual form. If not, the Reader must not be used before the next Read.
func (r *Reader) Read(line []byte) bool {
	r.lines++
	r.b, r.i = line, 0
	r.person.reset()
	r.pack, r.holds, r.answers, r.tally, r.form = false, nil, r.answers[:0], tally{}, nil
	if r.readForm() {
		return true
	}
	if !r.object() || !r.atEnd() {
		return false
	}
	r.learn()
	return true
}

func (r *Reader) object() bool {
	seen := 0
	return r.members(func(key []byte) bool {
		bit, ok := r.field(key)
		ok = ok && seen&bit == 0
		seen |= bit
		return ok
	}) && r.id != nil
}

// field reads the value for a key. It returns a bit that identifies the key.
func (r *Reader) field(key []byte) (bit int, ok bool) {
	switch string(key) {
	case "id":
		r.id, ok = r.text()
		r.idEnd = r.i - 1
		return 1, ok && isID(r.id)
	case "pack":
		id, ok := r.text()
		r.pack = true
		return 2, ok && string(id) == r.quiz.Pack.ID
	case "seed":
		r.seed, r.seeded = r.integer(maxSeedDigits)
		return 4, r.seeded
	case "taken":
		r.taken, ok = r.text()
		return 8, ok && len(r.taken) > 0 && new(time.Time).UnmarshalText(r.taken) == nil
	case "answers":
		return 16, r.readAnswers()
	case "skills":
		return 32, r.members(r.readSkill)
	case "cards":
		return 64, r.members(r.readCard)
	case "start":
		id, ok := r.text()
		r.start = append(r.start, id...)
		return 128, ok && r.quiz.KnowsStart(string(id))
	case "conditions":
		return 256, r.members(r.readCondition)
	case "holds":
		id, ok := r.text()
		r.holds = r.quiz.Pack.Role(string(id))
		return 512, ok && r.holds != nil
	}
	return 0, false
}

func isID(text []byte) bool {
	return len(text) > 0 && text[0] != ' ' && text[len(text)-1] != ' '
}

// Answers stores the answers of the last line in a, as pack.Reader would return
// them.
func (r *Reader) Answers(a *fit.Answers) {
	r.expand()
	*a = fit.Answers{
		ID: string(r.id), Seed: r.seed, Seeded: r.seeded, Taken: string(r.taken), Start: fit.StartAnswer{ID: string(r.start)}, Form: r.person.form,
		All: a.All[:0], Cards: a.Cards[:0], Skills: a.Skills[:0], Conditions: a.Conditions[:0],
	}
	if r.pack {
		a.Pack = r.quiz.Pack.ID
	}
	if r.holds != nil {
		a.Holds = r.holds.ID
	}
	for i := range r.answers {
		x := &r.answers[i]
		answer := fit.Answer{Question: x.question.ID, Skip: x.skipped(), Seconds: x.seconds}
		if x.skip == 0 {
			options := &x.question.options
			answer.Best, answer.Worst = x.question.Options[options[x.best]].Key, x.question.Options[options[x.worst]].Key
		}
		a.All = append(a.All, answer)
	}
	for _, c := range r.cards {
		a.Cards = append(a.Cards, fit.Card{Role: r.roles[c.role], Rating: c.rating})
	}
	for _, c := range r.person.conditions {
		a.Conditions = append(a.Conditions, fit.ConditionAnswer{Condition: r.quiz.Pack.Conditions[c.condition].ID, Tolerance: c.answer})
	}
	for _, x := range r.ratings {
		a.Skills = append(a.Skills, fit.Rating{Skill: r.quiz.Pack.Skills[x.skill].ID, Level: x.level, Skip: x.skip})
	}
}

func (x *answer) skipped() fit.Skip {
	if x.skip == 0 {
		return ""
	}
	return fit.Skips[x.skip-1]
}

// score adds the answers of the last line to a scorer.
func (r *Reader) score(s *fit.Scorer) {
	r.expand()
	s.Reset(r.seed, r.seeded)
	for i := range r.answers {
		x := &r.answers[i]
		if x.skip != 0 {
			s.Skip(x.question.Question, x.skipped())
			continue
		}
		s.Add(x.question.Question, int(x.question.options[x.best]), int(x.question.options[x.worst]), x.seconds)
	}
	for _, c := range r.cards {
		s.Card(c.role, c.rating)
	}
	if r.person.form {
		s.Form()
	}
}
