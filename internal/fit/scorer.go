package fit

// A Scorer computes the standings of many people, one after another, for
// batches. It reuses memory, works with indexes instead of names, and computes
// nothing else. Score computes everything in a report for one person. Both take
// the verdict from the same code.
type Scorer struct {
	quiz      *Quiz
	tally     *Tally
	schedule  *Schedule
	responses []response // indexed by Question.index
	later     []laterResponse
	interest  Interest
	extra     int // extra rounds
}

// A laterResponse is the response to a question that only a later round asks.
type laterResponse struct {
	question *Question
	response response
}

// NewScorer returns a scorer for a quiz.
func NewScorer(q *Quiz) *Scorer {
	return &Scorer{
		quiz: q, tally: NewTally(q), schedule: NewSchedule(q, 0), responses: make([]response, len(q.Questions)),
		interest: Interest{Cards: make([]CardRating, len(q.Roles))},
	}
}

// Reset starts over for another person.
func (s *Scorer) Reset() {
	s.tally.Reset()
	clear(s.responses)
	s.later = s.later[:0]
	clear(s.interest.Cards)
	s.interest.Asked, s.interest.None, s.extra = 0, 0, 0
}

// Add adds an answer to a question of the quiz; best and worst are the indexes
// of two different options.
func (s *Scorer) Add(question *Question, best, worst int) {
	s.tally.Add(question, best, worst)
	s.interest.Asked++
	s.record(question, response{known: true, best: best, worst: worst})
}

// Skip adds a skipped question.
func (s *Scorer) Skip(question *Question, why Skip) {
	s.interest.Asked++
	if why == None {
		s.interest.None++
	}
	s.record(question, response{known: true, skip: why})
}

// Card adds the rating of a role's card; role is an index into Quiz.Roles.
func (s *Scorer) Card(role int, rating CardRating) { s.interest.Cards[role] = rating }

func (s *Scorer) record(question *Question, r response) {
	if question.index >= 0 {
		s.responses[question.index] = r
	} else {
		s.later = append(s.later, laterResponse{question, r})
	}
}

// AddAll adds all answers of a person.
func (s *Scorer) AddAll(a *Answers) {
	for i := range a.All {
		question := s.quiz.of(&a.All[i])
		if a.All[i].Skip != "" {
			s.Skip(question, a.All[i].Skip)
			continue
		}
		s.Add(question, question.option(a.All[i].Best), question.option(a.All[i].Worst))
	}
	for _, c := range a.Cards {
		if r := s.quiz.roleIndex(c.Role); r >= 0 {
			s.Card(r, c.Rating)
		}
	}
	s.extra = a.ExtraRounds
}

// Standing compares the roles and returns the same verdict as Score. The seed
// is that of the answers. The slices are valid until the next call.
func (s *Scorer) Standing(seed uint64) Standing {
	standing := s.tally.Standing().With(s.interest, false)
	if standing.Verdict != Clear { // only a clear verdict depends on whether the schedule would ask more
		return standing
	}
	s.schedule.Reset(seed)
	s.schedule.Extend(s.extra)
	s.schedule.follow(s.response)
	return standing.With(s.interest, s.schedule.unfinished(s.tally.Answered()))
}

func (s *Scorer) response(question *Question) response {
	if question.index >= 0 {
		return s.responses[question.index]
	}
	for _, l := range s.later {
		if l.question.ID == question.ID {
			return l.response
		}
	}
	if same := s.quiz.byID[question.ID]; same != nil {
		return s.responses[same.index]
	}
	return response{}
}

// Sum returns the sum of a role's scores and the number of answered questions
// that show it, which are the arguments of FitOf.
func (s *Scorer) Sum(role int) (sum, shown int) {
	return s.tally.roles[role].s(), s.tally.roles[role].n()
}
