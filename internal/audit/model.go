package audit

import (
	"math"
	"math/rand/v2"

	"github.com/rolefit/rolefit/internal/fit"
)

// A scenario is a kind of people, and how many of them answer.
//
// A person's utility of an option is
//
//	sqrt(rho) x preference for its role + sqrt(1-rho) x noise (+ by, for a nicer role)
//
// where the preferences, one per role and person, and the noise, fresh for
// every option, are standard normal. Best and worst are the extremes of one
// draw. So rho is the share of the variance of one answer that is stable
// preference, and at rho 0 the answers are random.
type scenario struct {
	rho    float64
	people int
	takes  int     // interviews per person: 1 or 2
	hybrid bool    // the second favourite is liked as much as the first
	nicer  int     // the role, in the pack, whose options are nicer to everybody; -1 for none
	by     float64 // how much nicer
	seats  []int   // the choices of roles that take turns
	shown  bool    // count which questions are asked
}

// A seat is a choice of roles and the plan of the interview for them.
type seat struct {
	quiz  *fit.Quiz
	plan  *fit.Schedule
	roles []int // index in the quiz -> index in the pack
}

// A person is someone who is being simulated; reused for the next one.
type person struct {
	rng        *rand.Rand
	stable     [fit.MaxInterview]float64 // role of the quiz -> the stable part of utility
	noise      float64                   // the share of the noise
	favourites [2]int                    // roles of the quiz; the second is -1 but for hybrids
	leads      []int                     // roles that share the first place of the first take
}

// draw gives the person preferences.
func (p *person) draw(s *scenario, at *seat) {
	preference := p.stable[:len(at.roles)]
	first, second := -1, -1
	for r := range preference {
		preference[r] = p.rng.NormFloat64()
		switch {
		case first < 0 || preference[r] > preference[first]:
			first, second = r, first
		case second < 0 || preference[r] > preference[second]:
			second = r
		}
	}
	p.favourites = [2]int{first, -1}
	if s.hybrid {
		preference[second] = preference[first]
		p.favourites[1] = second
	}
	weight := math.Sqrt(s.rho)
	p.noise = math.Sqrt(1 - s.rho)
	for r := range preference {
		preference[r] *= weight
		if at.roles[r] == s.nicer {
			preference[r] += s.by
		}
	}
}

// take answers one interview to its end.
func (p *person) take(at *seat, asked map[*fit.Question]int64) fit.Standing {
	at.plan.Reset(p.rng.Uint64())
	for q := at.plan.Next(); q != nil; q = at.plan.Next() {
		if asked != nil {
			asked[q]++
		}
		at.plan.Answer(p.pick(q))
	}
	return at.plan.Tally().Standing()
}

// pick chooses the best and the worst option of a question.
func (p *person) pick(q *fit.Question) (best, worst int) {
	high, low := math.Inf(-1), math.Inf(1)
	for i := range q.Options {
		u := p.stable[q.RoleOf(i)] + p.noise*p.rng.NormFloat64()
		if u > high {
			high, best = u, i
		}
		if u < low {
			low, worst = u, i
		}
	}
	return best, worst
}

// leaders are the roles that share the first place; none when no role is
// judged. They are a part of the standing, valid as long as it is.
func leaders(s fit.Standing) []int {
	switch {
	case s.Leader < 0:
		return nil
	case s.Second >= 0 && s.Lead == 0:
		return s.First // the nearest rival is level, so First is those that share the lead
	}
	return s.Judged[:1]
}
