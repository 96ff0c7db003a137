package fit

// A Scorer computes the standings of many people, one after another, for
// batches. It reuses memory, works with indexes instead of names, and computes
// nothing else. Score computes everything in a report for one person. Both take
// the verdict from the same code.
type Scorer struct {
	quiz     *Quiz
	tally    *Tally
	schedule *Schedule
	added    []Response  // in the order added
	at       []int       // by Question.index: the index in added of its response, plus one, or 0
	later    []int       // the same of the responses to questions that only a later round asks
	timed    bool        // whether the seconds of an answer are known
	followed bool        // whether the schedule has followed the responses
	likely   []*Question // see question
	interest Interest
	extra    int   // extra rounds
	order    []int // memory that Order reuses, as is seen
	seen     []bool
	reading  []reading // indexed by Question.index
}

// A Response is an answer to a question with its options as indexes.
type Response struct {
	Question    *Question
	Best, Worst int
	Skip        Skip
	Seconds     float64 // negative if unknown
}

// NewScorer returns a scorer for a quiz.
func NewScorer(q *Quiz) *Scorer {
	return &Scorer{
		quiz: q, tally: NewTally(q), schedule: NewSchedule(q, 0), at: make([]int, len(q.Questions)),
		interest: Interest{Cards: make([]CardRating, len(q.Roles))}, reading: make([]reading, len(q.Questions)),
	}
}

// Reset starts over for another person.
func (s *Scorer) Reset() {
	s.tally.Reset()
	clear(s.at)
	s.added, s.later, s.timed, s.followed = s.added[:0], s.later[:0], false, false
	clear(s.interest.Cards)
	s.interest.Asked, s.interest.None, s.extra = 0, 0, 0
}

// Add adds an answer to a question of the quiz; best and worst are the indexes
// of two different options, and seconds is negative if unknown.
func (s *Scorer) Add(question *Question, best, worst int, seconds float64) {
	s.tally.Add(question, best, worst)
	s.timed = s.timed || seconds >= 0
	s.record(Response{Question: question, Best: best, Worst: worst, Seconds: seconds})
}

// Skip adds a skipped question.
func (s *Scorer) Skip(question *Question, why Skip) {
	if why == None {
		s.interest.None++
	}
	s.record(Response{Question: question, Skip: why, Seconds: -1})
}

// Card adds the rating of a role's card; role is an index into Quiz.Roles.
func (s *Scorer) Card(role int, rating CardRating) { s.interest.Cards[role] = rating }

// SetExtraRounds sets the number of extra rounds that the person asked for.
func (s *Scorer) SetExtraRounds(rounds int) { s.extra = rounds }

// question returns the question that an answer is for. People usually answer in
// the same order, so it tries the one that the last person answered in this place.
func (s *Scorer) question(place int, a *Answer) *Question {
	if a.Shown != "" {
		return s.quiz.of(a)
	}
	for len(s.likely) <= place {
		s.likely = append(s.likely, nil)
	}
	if s.likely[place] == nil || s.likely[place].ID != a.Question {
		s.likely[place] = s.quiz.of(a)
	}
	return s.likely[place]
}

func (s *Scorer) record(r Response) {
	s.interest.Asked++
	s.added = append(s.added, r)
	if i := r.Question.index; i >= 0 {
		s.at[i] = len(s.added)
	} else {
		s.later = append(s.later, len(s.added))
	}
}

// AddAll adds all answers of a person.
func (s *Scorer) AddAll(a *Answers) {
	for i := range a.All {
		question := s.question(i, &a.All[i])
		if a.All[i].Skip != "" {
			s.Skip(question, a.All[i].Skip)
			continue
		}
		s.Add(question, question.option(a.All[i].Best), question.option(a.All[i].Worst), a.All[i].Seconds)
	}
	for _, c := range a.Cards {
		if r := s.quiz.roleIndex(c.Role); r >= 0 {
			s.Card(r, c.Rating)
		}
	}
	s.SetExtraRounds(a.ExtraRounds)
}

// Standing compares the roles and returns the same verdict as Score. The seed
// is that of the answers. The slices are valid until the next call.
func (s *Scorer) Standing(seed uint64) Standing {
	standing := s.tally.Standing().With(s.interest, false)
	if standing.Verdict != Clear { // only a clear verdict depends on whether the schedule would ask more
		return standing
	}
	return standing.With(s.interest, s.Provisional(seed))
}

// Provisional reports whether the interview would ask more.
func (s *Scorer) Provisional(seed uint64) bool {
	s.follow(seed)
	return s.schedule.unfinished(s.tally)
}

// follow lets the schedule follow the responses, once for each person.
func (s *Scorer) follow(seed uint64) {
	if s.followed {
		return
	}
	s.followed = true
	s.schedule.Reset(seed)
	s.schedule.Extend(s.extra)
	s.schedule.follow(s.response)
}

func (s *Scorer) response(question *Question) response {
	i := s.find(question)
	if i < 0 {
		return response{}
	}
	r := &s.added[i]
	return response{true, r.Skip, r.Best, r.Worst}
}

// find returns the index in added of the response to a question, or -1.
func (s *Scorer) find(question *Question) int {
	if question.index >= 0 {
		return s.at[question.index] - 1
	}
	for _, i := range s.later {
		if s.added[i-1].Question.ID == question.ID {
			return i - 1
		}
	}
	if same := s.quiz.byID[question.ID]; same != nil {
		return s.at[same.index] - 1
	}
	return -1
}

// Sum returns the sum of a role's scores and the number of answered questions
// that show it, which are the arguments of FitOf.
func (s *Scorer) Sum(role int) (sum, shown int) {
	return s.tally.roles[role].s(), s.tally.roles[role].n()
}
