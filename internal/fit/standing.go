package fit

import (
	"math"
	"slices"
)

// A Verdict describes how confident the result is about which role fits.
type Verdict string

const (
	Clear     Verdict = "clear"
	Leaning   Verdict = "leaning"
	TossUp    Verdict = "toss-up"
	Undecided Verdict = "undecided"
	NoRole    Verdict = "none" // the person wants none of the roles
)

// Verdicts lists the verdicts, most confident first.
var Verdicts = []Verdict{Clear, Leaning, TossUp, Undecided, NoRole}

// A Reason explains why a verdict isn't clearer. It is empty if the verdict is
// clear.
type Reason string

const (
	Close       Reason = "close"           // the lead is too small
	TooFew      Reason = "too-few-answers" // the first two roles are in too few answered questions
	Provisional Reason = "provisional"     // the lead would be clear, but the interview would ask more questions
	NotCompared Reason = "not-compared"    // fewer than two roles are judged
	CardPass    Reason = "card-pass"       // the lead would be clear, but the person passed the role's card

	// NothingWanted is the reason for verdict NoRole.
	NothingWanted Reason = "nothing-wanted"
)

// A Standing is a comparison of the roles after some answers. Roles are indexes
// into Quiz.Roles. Lead and StdErr are in points of fit.
type Standing struct {
	Verdict Verdict
	Reason  Reason
	Named   []int   // roles that the verdict names, in ascending order
	Judged  []int   // by M, highest first, then by id
	First   []int   // all roles that share the lead, followed by Second
	Close   []int   // leader and close rivals, in the order of Judged, if they make the verdict undecided
	Leader  int     // -1 if no role is judged
	Second  int     // nearest rival in standard errors, or -1 if fewer than two roles are judged
	Lead    float64 // fit of Leader minus fit of Second
	StdErr  float64 // standard error of Lead
}

// About returns the roles that the verdict is about: Named, or First if that is
// empty.
func (s *Standing) About() []int {
	if len(s.Named) > 0 {
		return s.Named
	}
	return s.First
}

// ClearAt returns the smallest Lead that makes the verdict clear.
func (s *Standing) ClearAt() float64 { return clearAt(s.StdErr) }

// Standing compares the roles. The slices in the result are valid until the
// next call.
func (t *Tally) Standing() Standing {
	s := Standing{Verdict: Undecided, Reason: NotCompared, Leader: -1, Second: -1, Judged: t.judged()}
	if len(s.Judged) == 0 {
		return s
	}
	s.Leader = s.Judged[0]
	tied := 1
	for tied < len(s.Judged) && t.byMean(s.Judged[0], s.Judged[tied]) == 0 {
		tied++
	}
	t.findSecond(&s)
	if s.Second < 0 {
		return s
	}
	s.First = append(t.first[:0], s.Judged[:tied]...)
	if !slices.Contains(s.First, s.Second) {
		s.First = append(s.First, s.Second)
	}
	t.first = s.First
	if !t.enoughAnswers(s.First) {
		s.Reason = TooFew
		return s
	}
	t.decide(&s, t.closeRivals(&s, tied))
	return s
}

// decide sets the verdict, given the rivals over which the leader doesn't lean.
func (t *Tally) decide(s *Standing, closeRivals []int) {
	s.Reason = Close
	switch {
	case len(closeRivals) >= 2:
		t.close = slices.Insert(closeRivals, 0, s.Leader)
		s.Close = t.close
		return
	case len(closeRivals) == 1:
		s.Verdict, s.Named = TossUp, append(t.named[:0], min(s.Leader, closeRivals[0]), max(s.Leader, closeRivals[0]))
	case reaches(s.Lead, s.ClearAt()):
		s.Verdict, s.Reason, s.Named = Clear, "", append(t.named[:0], s.Leader)
	default:
		s.Verdict, s.Named = Leaning, append(t.named[:0], s.Leader)
	}
	t.named = s.Named
}

// findSecond finds the nearest rival in standard errors, and sets Second, Lead
// and StdErr.
func (t *Tally) findSecond(s *Standing) {
	nearest := math.Inf(1)
	t.countShared(s.Leader)
	for _, r := range s.Judged[1:] {
		lead, stdErr := t.lead(s.Leader, r), t.stdErr(s.Leader, r)
		t.separation[r] = (lead + slack) / stdErr
		if t.separation[r] < nearest {
			nearest, s.Second, s.Lead, s.StdErr = t.separation[r], r, lead, stdErr
		}
	}
}

// closeRivals returns the rivals over which the leader doesn't even lean. If
// several roles share the lead, a rival that is close to any of them counts, so
// it doesn't matter which one is the leader. Call findSecond first.
func (t *Tally) closeRivals(s *Standing, tied int) []int {
	for _, leader := range s.Judged[1:tied] {
		t.countShared(leader)
		for _, r := range s.Judged[1:] {
			if r != leader {
				t.separation[r] = min(t.separation[r], (t.lead(leader, r)+slack)/t.stdErr(leader, r))
			}
		}
	}
	t.close = t.close[:0]
	for _, r := range s.Judged[1:] {
		if t.separation[r] < LeaningShare*ClearStdErrs {
			t.close = append(t.close, r)
		}
	}
	return t.close
}

// enoughAnswers reports whether these roles are in enough answered questions to
// be compared.
func (t *Tally) enoughAnswers(roles []int) bool {
	for _, r := range roles {
		if t.roles[r].n() < MinAnswered || slices.Min(t.roles[r].shown[:]) < MinPerDimension {
			return false
		}
	}
	return true
}

// places returns the place of each judged role, in order. Roles with equal M
// share a place, as in 1, 1, 3, 4.
func (t *Tally) places(judged []int) []int {
	places := make([]int, len(judged))
	for i := range judged {
		places[i] = i + 1
		if i > 0 && t.byMean(judged[i-1], judged[i]) == 0 {
			places[i] = places[i-1]
		}
	}
	return places
}

// changesNeeded returns the smallest number of answers that would have to
// change to put role b ahead of role a. Changing one answer moves the lead by
// at most 50 ((s_a + 1)/n_a + (1 - s_b)/n_b), where a role that the question
// doesn't show adds nothing.
func (t *Tally) changesNeeded(a, b int) int {
	na, nb := float64(t.roles[a].n()), float64(t.roles[b].n())
	moves := make([]float64, 0, len(t.answers))
	for _, answer := range t.answers {
		move := 0.0
		if s, shown := answer.score(a); shown {
			move += 50 * float64(s+1) / na
		}
		if s, shown := answer.score(b); shown {
			move += 50 * float64(1-s) / nb
		}
		moves = append(moves, move)
	}
	slices.Sort(moves)
	slices.Reverse(moves)
	lead, changed := t.lead(a, b), 0
	for _, move := range moves {
		if lead < -slack {
			break
		}
		lead -= move
		changed++
	}
	return changed
}
