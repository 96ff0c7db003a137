package insight

import (
	"cmp"
	"maps"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// This file computes what a group would look like if its people had answered at
// random.

// An Expected describes a count in a group of the same size whose people answer
// at random: its mean, and a range that contains it for nine in ten such
// groups.
type Expected struct {
	Mean float64 `json:"mean"`
	Low  int     `json:"low"`
	High int     `json:"high"`
}

const (
	randomPeople = 10_000 // number of people simulated for each group
	minRandom    = 500    // minimum number of people simulated for each number of answers
	tail         = 0.05   // share of random groups below Low, and share above High
)

// An outcome contains the shares of random people who get each verdict, and for
// whom each role leads.
type outcome struct {
	verdicts map[fit.Verdict]float64
	leads    []float64 // by role of the quiz
}

// random simulates people who answer as many questions as the team's people
// did. It returns nil if these didn't all have the same quiz.
func (t *Team) random() *outcome {
	q, err := fit.NewQuiz(t.pack, nil)
	if err != nil || len(q.Questions) == 0 || t.partial || t.people == 0 {
		return nil
	}
	out := &outcome{verdicts: map[fit.Verdict]float64{}, leads: make([]float64, len(q.Roles))}
	s := &randomGroup{quiz: q, rng: rand.New(rand.NewPCG(1, 1)), out: out}
	if t.early {
		s.interviews(randomPeople)
		return out
	}
	for _, p := range slices.SortedFunc(maps.Keys(t.answered), progress.compare) {
		share := float64(t.answered[p]) / float64(t.people)
		s.forms(p, max(minRandom, int(share*randomPeople)), share)
	}
	return out
}

func (p progress) compare(q progress) int {
	switch c := cmp.Compare(p.answered, q.answered); {
	case c != 0 || p.done == q.done:
		return c
	case q.done:
		return -1
	}
	return 1
}

// A randomGroup simulates people who answer at random.
type randomGroup struct {
	quiz *fit.Quiz
	rng  *rand.Rand
	out  *outcome
}

// interviews simulates people who answer until the interview ends.
func (s *randomGroup) interviews(people int) {
	in := fit.NewSchedule(s.quiz, 0)
	for range people {
		in.Reset(s.rng.Uint64N(fit.MaxSeed))
		for x := in.Next(); x != nil; x = in.Next() {
			in.Answer(s.choose(x))
		}
		s.count(in.Tally().Standing(), 1/float64(people))
	}
}

// forms simulates people who answer the first questions of each dimension.
func (s *randomGroup) forms(p progress, people int, share float64) {
	scorer, order := fit.NewScorer(s.quiz), s.quiz.InTurn()
	for range people {
		scorer.Reset(s.rng.Uint64N(fit.MaxSeed), false)
		if p.done {
			scorer.Form()
		}
		for _, x := range order[:min(p.answered, len(order))] {
			best, worst := s.choose(x)
			scorer.Add(x, best, worst, -1)
		}
		s.count(scorer.Standing(), share/float64(people))
	}
}

func (s *randomGroup) choose(x *fit.Question) (best, worst int) {
	best = s.rng.IntN(len(x.Options))
	worst = s.rng.IntN(len(x.Options) - 1)
	if worst >= best {
		worst++
	}
	return best, worst
}

func (s *randomGroup) count(standing fit.Standing, weight float64) {
	s.out.verdicts[standing.Verdict] += weight
	if standing.Leader < 0 {
		return
	}
	leading := standing.Judged[:1]
	if standing.Second >= 0 && standing.Lead == 0 {
		leading = standing.First
	}
	for _, r := range leading {
		s.out.leads[r] += weight
	}
}

// expected returns the distribution of a count in which each person is included
// with probability p.
func expected(people int, p float64) Expected {
	return Expected{Mean: float64(float64(people) * p), Low: quantile(people, p, tail), High: quantile(people, p, 1-tail)}
}

// quantile returns the smallest count whose cumulative binomial probability is
// at least share.
func quantile(people int, p, share float64) int {
	if people > exact {
		mean, deviation := normal(people, p)
		return min(people, max(0, int(math.Ceil(mean+float64(deviation*math.Sqrt2*math.Erfinv(float64(2*share)-1))-0.5))))
	}
	sum := 0.0
	for k := range people {
		if sum += binomial(people, k, p); sum >= share {
			return k
		}
	}
	return people
}

// atLeast returns the probability that at least k people are counted.
func atLeast(people, k int, p float64) float64 {
	if people > exact {
		mean, deviation := normal(people, p)
		return math.Erfc((float64(k)-0.5-mean)/(deviation*math.Sqrt2)) / 2
	}
	sum := 0.0
	for i := range k {
		sum += binomial(people, i, p)
	}
	return max(0, 1-sum)
}

// exact is the maximum number of people for which binomial probabilities are
// summed. For more people, the normal distribution is accurate enough.
const exact = 10_000

// normal returns the mean and the standard deviation of the count.
func normal(people int, p float64) (mean, deviation float64) {
	mean = float64(float64(people) * p)
	return mean, math.Sqrt(max(float64(mean*(1-p)), 1e-9))
}

// binomial returns the probability that exactly k of n are counted.
func binomial(n, k int, p float64) float64 {
	switch {
	case p <= 0:
		return map[bool]float64{true: 1}[k == 0]
	case p >= 1:
		return map[bool]float64{true: 1}[k == n]
	}
	log := func(x int) float64 { l, _ := math.Lgamma(float64(x) + 1); return l }
	return math.Exp(log(n) - log(k) - log(n-k) + float64(float64(k)*math.Log(p)) + float64(float64(n-k)*math.Log(1-p)))
}
