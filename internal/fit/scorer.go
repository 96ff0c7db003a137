package fit

// A Scorer computes the standings of many people, one after another, for
// batches. It is faster than Score, because it reuses memory, works with
// indexes, and computes only what the caller asks for. Both use the same code
// for the verdict.
type Scorer struct {
	quiz     *Quiz
	tally    *Tally
	schedule *Schedule
	seed     uint64
	seeded   bool        // whether the seed is known
	added    []Response  // in the order added
	at       []int       // indexed by Question.index: 1 + the index of its response in added, or 0
	later    []int       // indexes in added of the responses to questions that only later rounds ask
	timed    bool        // whether the time of any answer is known
	followed bool        // whether schedule is up to date with the responses
	likely   []*Question // questions that the previous person answered, by position; see question
	interest Interest
	extra    int // number of extra rounds
	from     origin
	order    []int // buffer for Order
	seen     []bool
	reading  []reading // indexed by Question.index
}

// A Response is an answer to a question, with its options as indexes.
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

// Reset prepares the scorer for another person. seeded reports whether the seed
// of the answers is known.
func (s *Scorer) Reset(seed uint64, seeded bool) {
	s.seed, s.seeded = seed, seeded
	s.tally.Reset()
	clear(s.at)
	s.added, s.later, s.timed, s.followed = s.added[:0], s.later[:0], false, false
	clear(s.interest.Cards)
	s.interest.Asked, s.interest.None, s.extra, s.from = 0, 0, 0, origin{}
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

// Form records that the person was asked all questions at once.
func (s *Scorer) Form() { s.from.form = true }

// question returns the question that an answer is for. Most people answer in
// the same order, so it first tries the question that the previous person
// answered in this place.
func (s *Scorer) question(place int, a *Answer) *Question {
	if a.Shown != "" {
		return s.quiz.questionFor(a)
	}
	for len(s.likely) <= place {
		s.likely = append(s.likely, nil)
	}
	if s.likely[place] == nil || s.likely[place].ID != a.Question {
		s.likely[place] = s.quiz.questionFor(a)
	}
	return s.likely[place]
}

func (s *Scorer) record(r Response) {
	s.interest.Asked++
	if i := r.Question.index; i >= 0 {
		s.at[i] = len(s.added) + 1
		s.from.answers++
	} else {
		s.later = append(s.later, len(s.added))
	}
	s.added = append(s.added, r)
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
	s.extra, s.from.form, s.from.finished = a.ExtraRounds, a.Form, a.Finished
}

// Standing returns the comparison of the roles, with the same verdict as Score.
// Its slices are valid until the next call.
func (s *Scorer) Standing() Standing {
	standing := s.tally.Standing().With(s.interest, false)
	if standing.Verdict != Clear { // more questions make a difference only if the verdict is clear
		return standing
	}
	return standing.With(s.interest, s.Provisional())
}

// Provisional reports whether the interview would ask more questions.
func (s *Scorer) Provisional() bool {
	s.follow()
	return s.schedule.unfinished(s.tally, s.from)
}

// follow brings the schedule up to date with the responses.
func (s *Scorer) follow() {
	if s.followed {
		return
	}
	s.followed = true
	s.schedule.Reset(s.seed)
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
		if s.added[i].Question.ID == question.ID {
			return i
		}
	}
	if same := s.quiz.byID[question.ID]; same != nil {
		return s.at[same.index] - 1
	}
	return -1
}

// Sum returns the arguments of FitOf: the sum of a role's scores, and the
// number of answered questions that show it.
func (s *Scorer) Sum(role int) (sum, shown int) {
	return s.tally.roles[role].s(), s.tally.roles[role].n()
}
