package audit

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// tableRhos lists the values of rho for the rows of the table. Published
// interest scales imply .30 to .46, and related roles are more similar to each
// other than those scales are.
var tableRhos = []float64{0, .15, .20, .30, .40}

// referenceRho is the rho that the checks and the scenarios with nicer options
// use.
const referenceRho = .20

// hybridRhos lists the values of rho for the scenarios in which people have two
// favorites.
var hybridRhos = []float64{.20, .30, .40}

// wishPart is the divisor for the number of people in each scenario with a
// wish.
const wishPart = 4

// niceness lists how much nicer one role's options become, in the scenarios
// with nicer options.
var niceness = []float64{.1, .2, .3}

// A scenario is a group of simulated people with the same parameters, and the
// outcomes of their interviews.
//
// A person's utility of an option is
//
//	sqrt(rho) x preference for its role + sqrt(1-rho) x noise (+ nicerBy)
//
// where the preferences, one per role and person, and the noise, one per
// option, are standard normal. The options with the highest and lowest utility
// are best and worst. So rho is the share of the variance of one answer that is
// stable preference; at rho 0 the answers are random.
type scenario struct {
	rho     float64
	people  int
	retest  bool    // whether everyone takes a second interview
	hybrid  bool    // whether the second favorite is liked as much as the first
	nicer   int     // index in the pack of the role with nicer options, or -1
	nicerBy float64 // how much nicer they are, in utility
	wish    *wishes // what the person says about every role, or nil
	quizzes []int   // indexes of the quizzes, which people take in turn
	*counts
}

// wishes are answers that express the same about every role.
type wishes struct {
	name  string
	card  fit.CardRating
	skips int // one in this many questions is skipped because nothing appeals; 0 means none
}

// everyWish lists the wishes that are simulated.
var everyWish = []wishes{
	{name: "none: every card is a pass", card: fit.Pass},
	{name: "none: nothing appeals in every second question, every card is a maybe", card: fit.Maybe, skips: 2},
	{name: "all: every card is wanted", card: fit.Want},
}

// plan creates the scenarios: the table, hybrids, nicer options, and wishes.
// Each role with nicer options gets an equal part of the people.
func (m *simulation) plan(people int) {
	all := upTo(len(m.quizzes))
	for _, rho := range tableRhos {
		m.add(scenario{rho: rho, people: people, retest: true, nicer: -1, quizzes: all})
	}
	for _, rho := range hybridRhos {
		m.add(scenario{rho: rho, people: people, nicer: -1, hybrid: true, quizzes: all})
	}
	for role := range m.roles {
		with := slices.DeleteFunc(slices.Clone(all), func(q int) bool { return !slices.Contains(m.members[q], role) })
		for _, by := range niceness {
			m.add(scenario{rho: referenceRho, people: max(1, people/m.roles), nicer: role, nicerBy: by, quizzes: with})
		}
	}
	for i := range everyWish {
		m.add(scenario{rho: referenceRho, people: max(1, people/wishPart), nicer: -1, wish: &everyWish[i], quizzes: all})
	}
}

// add adds a scenario. For the reference row, it also counts the questions
// asked.
func (m *simulation) add(s scenario) {
	s.counts = newCounts(m.roles, s.retest && s.rho == referenceRho)
	m.scenarios = append(m.scenarios, &s)
}

// An interview is the schedule of a quiz about some of the pack's roles.
type interview struct {
	*fit.Schedule
	roles []int // indexes in the pack of the quiz's roles
}

// A person answers by the model of a scenario. The same value is reused for many people.
type person struct {
	rng       *rand.Rand
	stable    [fit.MaxInterview]float64 // stable part of utility, by index in the quiz
	noise     float64                   // standard deviation of the noise
	favorites [2]int                    // indexes in the quiz; the second is -1 unless the person is a hybrid
	leaders   []int                     // roles that share the lead after the first interview
}

// draw draws a new person's preferences.
func (p *person) draw(s *scenario, in *interview) {
	preference := p.stable[:len(in.roles)]
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
	p.favorites = [2]int{first, -1}
	if s.hybrid {
		preference[second] = preference[first]
		p.favorites[1] = second
	}
	weight := math.Sqrt(s.rho)
	p.noise = math.Sqrt(1 - s.rho)
	for r := range preference {
		preference[r] = float64(preference[r] * weight)
		if in.roles[r] == s.nicer {
			preference[r] += s.nicerBy
		}
	}
}

// answer simulates an entire interview and returns the final standing. If asked
// isn't nil, it counts the questions there.
func (p *person) answer(in *interview, asked map[*fit.Question]int64) fit.Standing {
	in.Reset(p.rng.Uint64())
	for question := in.Next(); question != nil; question = in.Next() {
		if asked != nil {
			asked[question]++
		}
		in.Answer(p.choose(question))
	}
	return in.Tally().Standing()
}

// wish simulates an entire interview with the answers of a wish.
func (p *person) wish(in *interview, w *wishes) fit.Standing {
	in.Reset(p.rng.Uint64())
	none := 0
	for question := in.Next(); question != nil; question = in.Next() {
		if w.skips > 0 && p.rng.IntN(w.skips) == 0 {
			in.Skip(fit.None)
			none++
			continue
		}
		in.Answer(p.choose(question))
	}
	cards := slices.Repeat([]fit.CardRating{w.card}, len(in.roles))
	return in.Tally().Standing().With(fit.Interest{Cards: cards, Asked: len(in.Asked()), None: none}, false)
}

// choose returns the best and the worst option of a question.
func (p *person) choose(question *fit.Question) (best, worst int) {
	high, low := math.Inf(-1), math.Inf(1)
	for i := range question.Options {
		u := p.stable[question.RoleOf(i)] + float64(p.noise*p.rng.NormFloat64())
		if u > high {
			high, best = u, i
		}
		if u < low {
			low, worst = u, i
		}
	}
	return best, worst
}

// leaders returns the roles that share the lead, or none if no role is judged.
// The slice is valid while the standing is.
func leaders(s fit.Standing) []int {
	switch {
	case s.Leader < 0:
		return nil
	case s.Second >= 0 && s.Lead == 0:
		return s.First // First also includes Second, which shares the lead here
	}
	return s.Judged[:1]
}
