package fit

import (
	"math"
	"slices"
)

// A Verdict says how sure it is which role fits.
type Verdict string

// The verdicts, surest first.
const (
	Clear     Verdict = "clear"
	Leaning   Verdict = "leaning"
	TossUp    Verdict = "toss-up"
	Undecided Verdict = "undecided"
)

// Verdicts lists the verdicts, surest first.
var Verdicts = []Verdict{Clear, Leaning, TossUp, Undecided}

// The thresholds of the verdict.
const (
	ClearAt         = 2.0  // chances that a clear lead is over every rival
	LeaningAt       = 1.0  // the same for leaning
	MinAnswered     = 6    // answered questions that show each of the first two roles
	MinPerDimension = 2    // the same in each dimension
	slack           = 1e-9 // a lead this near to a threshold has reached it
)

// A Standing is how the roles compare after some answers. Roles are indexes
// into Quiz.Roles.
type Standing struct {
	Verdict Verdict
	Named   []int // the roles that the verdict names, ascending
	Judged  []int // by M, highest first, equal ones by id
	First   []int // the roles the verdict is about: all that share the lead, and Second
	Leader  int   // -1 when no role is judged
	Second  int   // the rival nearest in chances; -1 when fewer than two are judged
	Points  float64
	Chance  float64
}

// Standing compares the roles. The slices are valid until the next call.
func (t *Tally) Standing() Standing {
	s := Standing{Verdict: Undecided, Leader: -1, Second: -1, Judged: t.judged()}
	if len(s.Judged) == 0 {
		return s
	}
	s.Leader = s.Judged[0]
	tied := 1
	for tied < len(s.Judged) && t.byMean(s.Judged[0], s.Judged[tied]) == 0 {
		tied++
	}
	nearest := t.second(&s)
	if s.Second < 0 {
		return s
	}
	s.First = append(t.first[:0], s.Judged[:tied]...)
	if !slices.Contains(s.First, s.Second) {
		s.First = append(s.First, s.Second)
	}
	t.first = s.First
	if !t.enough(s.First) {
		return s
	}
	near := t.rivals(&s, tied)
	switch {
	case len(near) >= 2:
	case len(near) == 1:
		s.Verdict, s.Named = TossUp, append(t.named[:0], min(s.Leader, near[0]), max(s.Leader, near[0]))
	case nearest >= ClearAt:
		s.Verdict, s.Named = Clear, append(t.named[:0], s.Leader)
	default:
		s.Verdict, s.Named = Leaning, append(t.named[:0], s.Leader)
	}
	if s.Named != nil {
		t.named = s.Named
	}
	return s
}

// heldBack is the standing as a result may state it: at most leaning while the
// interview would ask more.
func (s Standing) heldBack(more bool) Standing {
	if more && s.Verdict == Clear {
		s.Verdict = Leaning
	}
	return s
}

// second sets Second, Points and Chance, and returns how near the nearest
// rival of the leader is, in chances.
func (t *Tally) second(s *Standing) (nearest float64) {
	nearest = math.Inf(1)
	t.share(s.Leader)
	for _, r := range s.Judged[1:] {
		points, chance := t.lead(s.Leader, r), t.chance(s.Leader, r)
		t.apart[r] = (points + slack) / chance
		if t.apart[r] < nearest {
			nearest, s.Second, s.Points, s.Chance = t.apart[r], r, points, chance
		}
	}
	return nearest
}

// rivals are those of the leader that are nearer than LeaningAt chances. Where
// several roles share the lead, a rival counts as near when it is near to any
// of them, so that it does not matter which is called the leader. It needs
// second to have been called.
func (t *Tally) rivals(s *Standing, tied int) []int {
	for _, leader := range s.Judged[1:tied] {
		t.share(leader)
		for _, r := range s.Judged[1:] {
			if r != leader {
				t.apart[r] = min(t.apart[r], (t.lead(leader, r)+slack)/t.chance(leader, r))
			}
		}
	}
	t.near = t.near[:0]
	for _, r := range s.Judged[1:] {
		if t.apart[r] < LeaningAt {
			t.near = append(t.near, r)
		}
	}
	return t.near
}

// enough says whether these roles were answered for often enough to judge.
func (t *Tally) enough(roles []int) bool {
	for _, r := range roles {
		if t.roles[r].n() < MinAnswered || slices.Min(t.roles[r].shown[:]) < MinPerDimension {
			return false
		}
	}
	return true
}

// places are the places of the judged roles, in the order of Judged: roles
// equal in M share one, as in 1, 1, 3, 4.
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

// flip is the smallest number of answers that, answered otherwise, would have
// put role b ahead of role a.
func (t *Tally) flip(a, b int) int {
	na, nb := float64(t.roles[a].n()), float64(t.roles[b].n())
	n := (na + nb) / 2
	moves := make([]float64, 0, len(t.picks))
	for _, p := range t.picks {
		move := 0.0
		if s, shown := p.of(a); shown {
			move += n * float64(s+1) / na
		}
		if s, shown := p.of(b); shown {
			move += n * float64(1-s) / nb
		}
		moves = append(moves, move)
	}
	slices.Sort(moves)
	slices.Reverse(moves)
	lead, count := t.lead(a, b), 0
	for _, move := range moves {
		if lead < -slack {
			break
		}
		lead -= move
		count++
	}
	return count
}
