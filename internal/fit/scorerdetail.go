package fit

// These methods compute what a Result contains in addition to its Standing,
// using indexes and without allocating memory. TestScorerDetails compares them
// with Score.

// Responses returns the responses in the order added. The slice is valid until
// the next Reset.
func (s *Scorer) Responses() []Response { return s.added }

// Order returns the indexes of the responses in the order asked: first the
// questions that the schedule asked, then the others as added. The slice is
// valid until the next call.
func (s *Scorer) Order() []int {
	s.follow()
	s.order, s.seen = s.order[:0], append(s.seen[:0], make([]bool, len(s.added))...)
	for _, question := range s.schedule.Asked() {
		i := s.find(question)
		s.order, s.seen[i] = append(s.order, i), true
	}
	for i, seen := range s.seen {
		if !seen {
			s.order = append(s.order, i)
		}
	}
	return s.order
}

// A reading is what Flags needs to know about a question: how fast it can be
// read, and the order of its options.
type reading struct {
	fastest float64 // minimum time in seconds; 0 if not computed yet
	hash    uint64  // hash of the question's id
}

func (s *Scorer) readingOf(question *Question) reading {
	if i := question.index; i >= 0 {
		if s.reading[i].fastest == 0 {
			s.reading[i] = reading{question.fastest(), hash(0, question.ID)}
		}
		return s.reading[i]
	}
	return reading{question.fastest(), hash(0, question.ID)}
}

// Flags appends the flags of the answers. standing must be the standing of
// these answers.
func (s *Scorer) Flags(flags []Flag, standing *Standing) []Flag {
	if s.seeded && s.timed {
		if s.isFast() {
			flags = append(flags, Fast)
		}
		if s.longestRun() >= sameInARow {
			flags = append(flags, SamePlace)
		}
	}
	if s.interest.disagrees(standing) {
		flags = append(flags, CardDisagrees)
	}
	return flags
}

func (s *Scorer) isFast() bool {
	fast := 0
	for i := range s.added {
		if r := &s.added[i]; r.Seconds >= 0 && r.Seconds < s.readingOf(r.Question).fastest {
			fast++
		}
	}
	return fast > 0 && fast*fastShare >= s.tally.Answered()
}

// longestRun returns the largest number of consecutive answers with the same
// positions on screen, among answers whose time is known.
func (s *Scorer) longestRun() int {
	run, longest, last := 0, 0, [2]int{-1, -1}
	for _, i := range s.Order() {
		r := &s.added[i]
		if r.Skip != "" || r.Seconds < 0 {
			continue
		}
		var order [MaxShown]int
		var places [2]int
		shuffle(order[:len(r.Question.Options)], s.seed, s.readingOf(r.Question).hash)
		for place, option := range order[:len(r.Question.Options)] {
			switch option {
			case r.Best:
				places[0] = place
			case r.Worst:
				places[1] = place
			}
		}
		if places == last {
			run++
		} else {
			run, last = 1, places
		}
		longest = max(longest, run)
	}
	return longest
}

// Answered returns the number of answers that aren't skips.
func (s *Scorer) Answered() int { return s.tally.Answered() }

// Places returns the places of the judged roles, in the order of
// Standing.Judged.
func (s *Scorer) Places(standing *Standing) []int { return s.tally.places(standing.Judged) }

// SumIn is like Sum, but counts only one dimension.
func (s *Scorer) SumIn(role int, d Dimension) (sum, shown int) {
	return s.tally.roles[role].sum[d], s.tally.roles[role].shown[d]
}

// Extremes returns the number of answers in which a role was best, and the
// number in which it was worst.
func (s *Scorer) Extremes(role int) (best, worst int) {
	return s.tally.roles[role].best, s.tally.roles[role].worst
}

// Changes returns the number of answers that would have to change to put Second
// ahead of Leader.
func (s *Scorer) Changes(standing *Standing) int {
	return s.tally.changesNeeded(standing.Leader, standing.Second)
}

// Lead returns the lead of the standing's Leader over Second.
func (s *Scorer) Lead(standing *Standing) Lead {
	return s.leadOf(standing.Leader, standing.Second, standing.Lead, standing.StdErr)
}

func (s *Scorer) leadOf(role, over int, points, stdErr float64) Lead {
	return Lead{s.quiz.Roles[role].ID, s.quiz.Roles[over].ID, points, stdErr, clearAt(stdErr)}
}

// LeadIn returns the lead between two roles in a dimension, with the higher one
// first. It returns false if one of them isn't judged in the dimension.
func (s *Scorer) LeadIn(role, over int, d Dimension) (Lead, bool) {
	var a, b, both sizes
	sumA, sumB := 0, 0
	for i := range s.added {
		r := &s.added[i]
		if r.Skip != "" || r.Question.Dimension != d {
			continue
		}
		t := scored{r.Question, r.Best, r.Worst}
		scoreA, showsA := t.score(role)
		scoreB, showsB := t.score(over)
		k := len(r.Question.Options)
		sumA, sumB = sumA+scoreA, sumB+scoreB
		a[k], b[k], both[k] = a[k]+count(showsA), b[k]+count(showsB), both[k]+count(showsA && showsB)
	}
	if a.total() == 0 || b.total() == 0 {
		return Lead{}, false
	}
	lead, stdErr := points(sumA, a.total(), sumB, b.total()), onFitScale(leadVariance(&a, &b, &both))
	if lead < 0 {
		return s.leadOf(over, role, -lead, stdErr), true
	}
	return s.leadOf(role, over, lead, stdErr), true
}

// Score returns the score of a role in a response, or 0 if it isn't shown.
func (r *Response) Score(role int) int {
	score, _ := scored{r.Question, r.Best, r.Worst}.score(role)
	return score
}
