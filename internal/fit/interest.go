package fit

import "slices"

// Limits for manyNone: at least minNone questions, and at least one in
// noneShare of those asked, were skipped as None.
const (
	minNone   = 4
	noneShare = 3
)

// manyNone reports whether so many questions were skipped as None that none of
// the roles seems to appeal.
func manyNone(none, asked int) bool { return none >= minNone && none*noneShare >= asked }

// An Interest summarizes how interested a person is in the roles themselves, as
// opposed to which role they prefer to another.
type Interest struct {
	Cards []CardRating // indexed like Quiz.Roles; "" if not rated
	Asked int          // number of questions answered or skipped
	None  int          // number of questions skipped as None
}

// interest returns the interest that the answers express.
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

// nothingWanted reports whether the person wants none of the roles: they want
// no card and either passed on every card shown or skipped many questions as
// None.
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
	all := passed > 0 && passed >= min(MaxCards, len(in.Cards)) && !slices.Contains(in.Cards, Maybe)
	return all || manyNone(in.None, in.Asked)
}

// rating returns the rating of a role's card, or "" if there is none.
func (in Interest) rating(role int) CardRating {
	if role < 0 || role >= len(in.Cards) {
		return ""
	}
	return in.Cards[role]
}

// disagrees reports whether the person wanted some card, but rated every card
// of the roles that the verdict is about as Maybe or Pass.
func (in Interest) disagrees(s *Standing) bool {
	about := s.About()
	for _, r := range about {
		if c := in.rating(r); c == "" || c == Want {
			return false
		}
	}
	return len(about) > 0 && slices.Contains(in.Cards, Want)
}

// With returns the standing with its verdict adjusted for the interest and, if
// more is true, for an unfinished interview. Fits and leads don't change.
func (s Standing) With(in Interest, more bool) Standing {
	switch {
	case in.nothingWanted():
		s.Verdict, s.Reason, s.Named, s.Close = NoRole, NothingWanted, nil, nil
	case s.Verdict == Clear && in.rating(s.Leader) == Pass:
		s.Verdict, s.Reason = Leaning, CardPass
	case s.Verdict == Clear && more:
		s.Verdict, s.Reason = Leaning, Provisional
	}
	return s
}
