package fit

// A Scorer finds the standing of one person after another in one quiz, for
// batches: it has the tally, the plan and their memory once, and looks up no
// name. Score is for one person, and for all that a report says; both have the
// verdict from the same code.
type Scorer struct {
	quiz    *Quiz
	tally   *Tally
	plan    *Schedule
	answers []planAnswer // by Question.index
	later   []laterAnswer
}

// A laterReply is the reply to a question that only a later set asks.
type laterAnswer struct {
	question *Question
	answer   planAnswer
}

// NewScorer makes a scorer for a quiz.
func NewScorer(q *Quiz) *Scorer {
	return &Scorer{quiz: q, tally: NewTally(q), plan: NewSchedule(q, 0), answers: make([]planAnswer, len(q.Questions))}
}

// Reset begins with another person.
func (s *Scorer) Reset() {
	s.tally.Reset()
	clear(s.answers)
	s.later = s.later[:0]
}

// Add takes an answer: a question of the quiz, and two different options of it.
func (s *Scorer) Add(x *Question, best, worst int) {
	s.tally.Add(x, best, worst)
	s.record(x, planAnswer{known: true, best: best, worst: worst})
}

// Skip takes a question that was passed over.
func (s *Scorer) Skip(x *Question) { s.record(x, planAnswer{known: true, skip: true}) }

func (s *Scorer) record(x *Question, r planAnswer) {
	if x.index >= 0 {
		s.answers[x.index] = r
	} else {
		s.later = append(s.later, laterAnswer{x, r})
	}
}

// Take takes all the answers of a person after a Reset.
func (s *Scorer) Take(a *Answers) {
	for i := range a.All {
		x := s.quiz.Question(a.All[i].Question)
		if a.All[i].Skip != "" {
			s.Skip(x)
			continue
		}
		s.Add(x, x.option(a.All[i].Best), x.option(a.All[i].Worst))
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
	return standing.provisional(s.plan.unfinished(s.tally.Answered()))
}

func (s *Scorer) find(x *Question) planAnswer {
	if x.index >= 0 {
		return s.answers[x.index]
	}
	for _, l := range s.later {
		if l.question.ID == x.ID {
			return l.answer
		}
	}
	if same := s.quiz.byID[x.ID]; same != nil {
		return s.answers[same.index]
	}
	return planAnswer{}
}

// Points are the sum of a role's scores and the number of answered questions
// that show it; FitOf makes its fit of them.
func (s *Scorer) Points(role int) (sum, shown int) {
	return s.tally.roles[role].s(), s.tally.roles[role].n()
}
