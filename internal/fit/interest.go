package fit

import "slices"

// The least number of questions skipped as None, and their least share of the
// questions asked (one in so many), that say that nothing appeals.
const (
	minNone   = 4
	noneShare = 3
)

// manyNone reports whether so many of the questions asked were skipped as None
// that nothing here seems to appeal.
func manyNone(none, asked int) bool { return none >= minNone && none*noneShare >= asked }

// An Interest is what a person says about the roles outside the comparisons.
type Interest struct {
	Cards []CardRating // by role, an index into Quiz.Roles; "" when not rated
	Asked int          // questions answered or skipped
	None  int          // questions skipped as None
}

// interest returns the interest in answers.
func (q *Quiz) interest(a *Answers) Interest {
	in := Interest{Cards: make([]CardRating, len(q.Roles)), Asked: len(a.All)}
	for i, r := range q.Roles {
		in.Cards[i] = a.Card(r.ID)
	}
	for i := range a.All {
		if a.All[i].Skip == None {
			in.None++
		}
	}
	return in
}

// nothingWanted reports whether the person wants none of the roles: no card is
// wanted, and either all cards shown are passed or many questions were skipped
// as None.
func (in Interest) nothingWanted() bool {
	if slices.Contains(in.Cards, Want) {
		return false
	}
	passed := 0
	for _, c := range in.Cards {
		if c == Pass {
			passed++
		}
	}
	all := passed > 0 && passed >= min(maxCards, len(in.Cards)) && !slices.Contains(in.Cards, Maybe)
	return all || manyNone(in.None, in.Asked)
}

// rating returns the rating of a role's card; "" when it isn't rated.
func (in Interest) rating(role int) CardRating {
	if role < 0 || role >= len(in.Cards) {
		return ""
	}
	return in.Cards[role]
}

// disagrees reports whether another card was wanted and those of the roles that
// the verdict is about were not.
func (in Interest) disagrees(s *Standing) bool {
	about := s.About()
	for _, r := range about {
		if c := in.rating(r); c == "" || c == Want {
			return false
		}
	}
	return len(about) > 0 && slices.Contains(in.Cards, Want)
}

// With returns the standing with the verdict that follows from the interest as
// well, and from whether the interview would ask more. Fits and leads stay as
// they are.
func (s Standing) With(in Interest, more bool) Standing {
	switch {
	case in.nothingWanted():
		s.Verdict, s.Reason, s.Named, s.Close = NoRole, NothingWanted, nil, nil
	case s.Verdict == Clear && in.rating(s.Leader) == Pass:
		s.Verdict, s.Reason = Leaning, CardPass
	case s.Verdict == Clear && more:
		s.Verdict, s.Reason = Leaning, Unfinished
	}
	return s
}
