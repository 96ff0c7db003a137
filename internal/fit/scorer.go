package fit

// A Scorer finds the standing of one person after another in one quiz, for
// batches: it has the tally, the plan and their memory once, and looks up no
// name. Score is for one person, and for all that a report says; both have the
// verdict from the same code.
type Scorer struct {
	quiz  *Quiz
	tally *Tally
	plan  *Plan
	given []reply // by Question.index
	later []laterReply
}

// A laterReply is the reply to a question that only a later set asks.
type laterReply struct {
	question *Question
	reply    reply
}

// NewScorer makes a scorer for a quiz.
func NewScorer(q *Quiz) *Scorer {
	return &Scorer{quiz: q, tally: NewTally(q), plan: NewPlan(q, 0), given: make([]reply, len(q.Questions))}
}

// Reset begins with another person.
func (s *Scorer) Reset() {
	s.tally.Reset()
	clear(s.given)
	s.later = s.later[:0]
}

// Add takes an answer: a question of the quiz, and two different options of it.
func (s *Scorer) Add(x *Question, best, worst int) {
	s.tally.Add(x, best, worst)
	s.note(x, reply{known: true, best: best, worst: worst})
}

// Skip takes a question that was passed over.
func (s *Scorer) Skip(x *Question) { s.note(x, reply{known: true, skip: true}) }

func (s *Scorer) note(x *Question, r reply) {
	if x.index >= 0 {
		s.given[x.index] = r
	} else {
		s.later = append(s.later, laterReply{x, r})
	}
}

// Take takes all the answers of a person after a Reset.
func (s *Scorer) Take(a *Answers) {
	for i := range a.Given {
		x := s.quiz.Question(a.Given[i].Question)
		if a.Given[i].Skip != "" {
			s.Skip(x)
			continue
		}
		s.Add(x, x.option(a.Given[i].Best), x.option(a.Given[i].Worst))
	}
}

// Standing is how the roles compare after what was taken, with the verdict as
// a Result has it. The seed is that of the answers. The slices are valid until
// the next call.
func (s *Scorer) Standing(seed uint64) Standing {
	standing := s.tally.Standing()
	if standing.Verdict != Clear { // only of clear does it matter whether the plan would ask more
		return standing
	}
	s.plan.Reset(seed)
	s.plan.follow(s.find)
	return standing.heldBack(s.plan.unfinished(s.tally.Answered()))
}

func (s *Scorer) find(x *Question) reply {
	if x.index >= 0 {
		return s.given[x.index]
	}
	for _, l := range s.later {
		if l.question.ID == x.ID {
			return l.reply
		}
	}
	if same := s.quiz.byID[x.ID]; same != nil {
		return s.given[same.index]
	}
	return reply{}
}

// Points are the sum of a role's scores and the number of answered questions
// that show it; FitOf makes its fit of them.
func (s *Scorer) Points(role int) (sum, shown int) {
	return s.tally.roles[role].s(), s.tally.roles[role].n()
}
