package audit

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// settled simulates people whose verdict is close and who answer an extra round,
// and returns how often that gets further, by the verdict before it.
func settled(t *testing.T, rho float64, people int) map[fit.Verdict]float64 {
	m, err := newSimulation(synthetic(4, 9), Options{})
	require.NoError(t, err)
	in := &interview{fit.NewSchedule(m.quizzes[0], 0), m.members[0]}
	p := &person{rng: rand.New(rand.NewPCG(uint64(100*rho), 2))}
	before, further := map[fit.Verdict]int{}, map[fit.Verdict]int{}
	for range people {
		p.draw(&scenario{rho: rho, nicer: -1}, in)
		first := p.answer(in, nil)
		if first.Reason != fit.Close || !in.CanExtend() {
			continue
		}
		before[first.Verdict]++
		in.Extend(1)
		for question := in.Next(); question != nil; question = in.Next() {
			in.Answer(p.choose(question))
		}
		if decidedness(in.Tally().Standing().Verdict) > decidedness(first.Verdict) {
			further[first.Verdict]++
		}
	}
	shares := map[fit.Verdict]float64{}
	for v, n := range before {
		shares[v] = 100 * float64(further[v]) / float64(n)
	}
	return shares
}

// decidedness orders the verdicts by how few roles they leave.
func decidedness(v fit.Verdict) int {
	return map[fit.Verdict]int{fit.Undecided: 1, fit.TossUp: 2, fit.Leaning: 3, fit.Clear: 4}[v]
}

func TestPublishedSettle(t *testing.T) {
	low, high := settled(t, .20, 20_000), settled(t, .30, 20_000)
	for _, p := range PublishedSettle {
		require.InDelta(t, p.Low, low[p.From], 2, p.From)
		require.InDelta(t, p.High, high[p.From], 2, p.From)
	}
	require.Equal(t, 7, PublishedSettle[0].OneIn())
	require.Len(t, low, len(PublishedSettle))
}
