package fit

import (
	"cmp"
	"slices"
)

// A Schedule determines the next question in one person's interview from the
// answers so far. The terminal, plain mode, next, forms and the audit all use
// it.
type Schedule struct {
	quiz  *Quiz
	seed  uint64
	tally *Tally
	bank  *[len(Dimensions)][]*Question // questions of this round
	at    [len(Dimensions)]int          // index in bank of the next question, by dimension
	asked []*Question
	round int
	quota [len(Dimensions)]int // number of unanswered questions in this round, by dimension
	turn  int                  // dimension to ask about next
	next  *Question
	// newRound reports whether next is the first question of a round after the
	// first.
	newRound bool
	extra    int   // number of extra rounds still to come
	extended bool  // whether the current round is an extra round
	none     int   // number of questions skipped as None
	order    []int // buffer for leading
}

// NewSchedule starts an interview. The seed affects only the order of roles
// with equal M, which matters when later rounds show just the four leading
// roles.
func NewSchedule(q *Quiz, seed uint64) *Schedule {
	s := &Schedule{quiz: q, tally: NewTally(q)}
	s.Reset(seed)
	return s
}

// Reset starts an interview with another person.
func (s *Schedule) Reset(seed uint64) {
	s.seed = seed
	s.tally.Reset()
	s.asked = s.asked[:0]
	s.bank, s.at = &s.quiz.byDimension, [len(Dimensions)]int{}
	s.newRound, s.extended, s.extra, s.none = false, false, 0, 0
	s.beginRound(0)
	s.findNext()
}

// ExtraQuestions is the number of questions in an extra round.
const ExtraQuestions = 6

// MaxExtraRounds is the maximum number of extra rounds that a person can add.
const MaxExtraRounds = 20

// Extend adds extra rounds of ExtraQuestions unused questions to the end of the
// interview.
func (s *Schedule) Extend(rounds int) {
	s.extra += rounds
	if s.next == nil {
		s.findNext()
	}
}

// CanExtend reports whether the interview is over and enough unused questions
// remain for an extra round.
func (s *Schedule) CanExtend() bool {
	if s.next != nil || s.quiz.adapts() || manyNone(s.none, len(s.asked)) {
		return false
	}
	for d := range Dimensions {
		if len(s.bank[d])-s.at[d] < ExtraQuestions/len(Dimensions) {
			return false
		}
	}
	return true
}

// Next returns the next question, or nil if there are no more.
func (s *Schedule) Next() *Question { return s.next }

// Round returns the round of the next question, counting from 0.
func (s *Schedule) Round() int { return s.round }

// Asked returns the questions answered or skipped so far, in order. The slice
// is valid until the next call.
func (s *Schedule) Asked() []*Question { return s.asked }

// Tally returns the tally of the answers so far.
func (s *Schedule) Tally() *Tally { return s.tally }

// Answer records the answer to the next question; best and worst are option
// indexes.
func (s *Schedule) Answer(best, worst int) {
	s.tally.Add(s.next, best, worst)
	s.quota[s.next.Dimension]--
	s.advance()
}

// Skip skips the next question. Unless the reason is None, the dimension's next
// unused question replaces it if there is one.
func (s *Schedule) Skip(why Skip) {
	if why == None {
		s.none++
		s.quota[s.next.Dimension]--
	}
	s.advance()
}

// A response is the answer to a question, with options as indexes. The zero
// value means that the question isn't answered.
type response struct {
	known       bool
	skip        Skip
	best, worst int
}

// follow records responses until it reaches a question that has none.
func (s *Schedule) follow(responseTo func(*Question) response) {
	for s.next != nil {
		switch r := responseTo(s.next); {
		case !r.known:
			return
		case r.skip != "":
			s.Skip(r.skip)
		default:
			s.Answer(r.best, r.worst)
		}
	}
}

func (s *Schedule) beginRound(round int) {
	s.round, s.turn = round, 0
	questions := ExtraQuestions
	if !s.extended {
		questions = s.quiz.Rounds[round]
	}
	for d := range s.quota {
		s.quota[d] = questions / len(Dimensions)
		s.at[d] = s.unused(d, s.at[d])
	}
}

func (s *Schedule) advance() {
	d := int(s.next.Dimension)
	s.asked = append(s.asked, s.next)
	s.newRound = false
	s.at[d] = s.unused(d, s.at[d]+1)
	s.turn = (d + 1) % len(Dimensions)
	s.findNext()
}

// unused returns the index of the dimension's next unused question, starting at
// from. Only a bank for the leading roles can contain questions that another
// bank has already asked.
func (s *Schedule) unused(d, from int) int {
	if s.round == 0 || !s.quiz.adapts() {
		return from
	}
	for from < len(s.bank[d]) && slices.ContainsFunc(s.asked, func(q *Question) bool { return q.ID == s.bank[d][from].ID }) {
		from++
	}
	return from
}

// findNext sets next to the next question in this round or, unless the
// interview ends here, in a later one.
func (s *Schedule) findNext() {
	for {
		if s.next = s.inRound(); s.next != nil || !s.hasRound() {
			return
		}
		if s.quiz.adapts() && !s.extended {
			s.bank, s.at = s.quiz.laterBank(s.leading()), [len(Dimensions)]int{}
		}
		s.beginRound(s.round + 1)
		s.newRound = true
	}
}

// hasRound reports whether another round follows this one. If it is an extra
// round, hasRound counts it down.
func (s *Schedule) hasRound() bool {
	if !s.extended && s.round < len(s.quiz.Rounds)-1 && !s.over() {
		return true
	}
	if s.extra == 0 || !s.hasUnused() {
		s.extra = 0
		return false
	}
	s.extra--
	s.extended = true
	return true
}

// hasUnused reports whether any dimension has an unused question.
func (s *Schedule) hasUnused() bool {
	for d := range Dimensions {
		if s.at[d] < len(s.bank[d]) {
			return true
		}
	}
	return false
}

// An origin describes how a person was asked the questions.
type origin struct {
	form     bool // Answers.Form
	finished bool // Answers.Finished
	answers  int  // number of answers to Quiz.Questions
}

// atOnce reports whether the person was asked all questions at once. This is
// also true if they answered one of Quiz.Questions that the interview hasn't
// asked yet. An interview that was finished early can contain such an answer
// too, because an earlier one was changed.
func (s *Schedule) atOnce(from origin) bool {
	for _, question := range s.asked {
		if s.quiz.byID[question.ID] != nil {
			from.answers--
		}
	}
	return from.form || !from.finished && from.answers > 0
}

// unfinished reports whether this person is in an interview that would ask more
// questions. It is the definition of provisional; see the package comment. The
// schedule must have followed the answers, and t must contain all of them.
func (s *Schedule) unfinished(t *Tally, from origin) bool {
	return s.next != nil && !s.atOnce(from) && !s.quiz.finishedBefore(t)
}

// inRound returns the round's next question, starting with the current
// dimension. It returns nil if the round is complete.
func (s *Schedule) inRound() *Question {
	for i := range Dimensions {
		d := (s.turn + i) % len(Dimensions)
		if s.quota[d] > 0 && s.at[d] < len(s.bank[d]) {
			return s.bank[d][s.at[d]]
		}
	}
	return nil
}

// over reports whether the interview ends after this round: the first round if
// the verdict is clear, a later one if it is clear or leaning, and any round if
// many questions were skipped as None.
func (s *Schedule) over() bool {
	if manyNone(s.none, len(s.asked)) {
		return true
	}
	switch s.tally.Standing().Verdict {
	case Clear:
		return true
	case Leaning:
		return s.round > 0
	}
	return false
}

// leading returns the indexes of the four roles with the highest M, in
// ascending order. A hash of seed and id breaks ties.
func (s *Schedule) leading() []int {
	s.order = s.order[:0]
	for r := range s.quiz.Roles {
		s.order = append(s.order, r)
	}
	slices.SortFunc(s.order, func(a, b int) int {
		if c := s.tally.byMean(a, b); c != 0 {
			return c
		}
		return s.quiz.bySeed(s.seed, a, b)
	})
	leading := s.order[:MaxShown]
	slices.Sort(leading)
	return leading
}

// seedOrder returns the quiz's roles in an order that depends only on the seed
// and their ids.
func (q *Quiz) seedOrder(seed uint64) []int {
	roles := make([]int, len(q.Roles))
	for i := range roles {
		roles[i] = i
	}
	slices.SortFunc(roles, func(a, b int) int { return q.bySeed(seed, a, b) })
	return roles
}

func (q *Quiz) bySeed(seed uint64, a, b int) int {
	return cmp.Compare(rank(seed, q.Roles[a].ID), rank(seed, q.Roles[b].ID))
}

// left returns the number of questions still to come, including the next: at
// least those in this round, and at most those in all rounds. It doesn't count
// replacements for future skips.
func (s *Schedule) left() (atLeast, atMost int) {
	if s.next == nil {
		return 0, 0
	}
	later := 0
	if !s.extended {
		for _, n := range s.quiz.Rounds[s.round+1:] {
			later += n / len(Dimensions)
		}
	}
	for d := range Dimensions {
		unused := len(s.bank[d]) - s.at[d]
		here := min(s.quota[d], unused)
		atLeast += here
		if s.quiz.adapts() {
			atMost += here + later // each later round has its own bank
		} else {
			atMost += min(s.quota[d]+later, unused)
		}
	}
	return atLeast, atMost
}
