package render

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// A person answers by preference and chance, as the method's model has it.
type person struct {
	likes   map[string]float64
	noise   float64
	seed    uint64
	seconds float64
	levels  int      // rated up to this level
	until   int      // questions after which to finish; 0 is never
	skip    int      // every so many questions is skipped
	why     fit.Skip //
	places  bool     // always the first and the last on screen
	want    fit.Verdict
	noSkill bool
}

// people are who the stored results are of. Seeds are searched from seed on
// until the verdict is the wanted one.
var people = map[string]person{
	"clear":       {likes: map[string]float64{"sre": 1.2, "cloud": -0.5}, noise: 1, want: fit.Clear, levels: 2},
	"leaning":     {likes: map[string]float64{"platform": 1, "devops": 0.4}, noise: 1, want: fit.Leaning, levels: 3},
	"toss-up":     {likes: map[string]float64{"sre": 1.5, "platform": 1.5}, noise: 0.8, want: fit.TossUp, levels: 3},
	"undecided":   {likes: map[string]float64{}, noise: 1, want: fit.Undecided, levels: 1},
	"flagged":     {likes: map[string]float64{}, noise: 1, seconds: 1.5, places: true, skip: 3, why: fit.None, levels: 4},
	"provisional": {likes: map[string]float64{"devops": 3}, noise: 0.5, until: 8, want: fit.Leaning, levels: 2},
	"skipped":     {likes: map[string]float64{"cloud": 1}, noise: 1, skip: 2, why: fit.Unsure, want: fit.Leaning, noSkill: true},
}

func (p person) result(t *testing.T, q *fit.Quiz) *fit.Result {
	t.Helper()
	for seed := uint64(1); seed < 500; seed++ {
		p.seed = seed
		if r := fit.Score(q, p.answers(t, q)); p.want == "" || r.Verdict == p.want && r.Provisional == (p.until > 0) {
			return r
		}
	}
	t.Fatalf("no seed gives %q: %+v", p.want, p)
	return nil
}

func (p person) answers(t *testing.T, q *fit.Quiz) *fit.Answers {
	t.Helper()
	random := rand.New(rand.NewPCG(p.seed, 7))
	a := &fit.Answers{ID: fmt.Sprintf("20261122T093000Z-%04x", p.seed), Pack: q.Pack.ID, Seed: p.seed, Seeded: true, Taken: "2026-11-22T09:30:00Z"}
	for n := 1; ; n++ {
		s := q.Next(a)
		if s.Kind == fit.Done {
			return a
		}
		if p.until > 0 && n == p.until {
			require.NoError(t, q.Record(a, fit.Event{Finish: true}))
			continue
		}
		require.NoError(t, q.Record(a, p.reply(q, a, s, n, random)))
	}
}

func (p person) reply(q *fit.Quiz, a *fit.Answers, s fit.Step, n int, random *rand.Rand) fit.Event {
	r := fit.Event{ID: s.ID}
	if s.Kind == fit.AskSkill {
		if p.noSkill || random.IntN(5) == 0 {
			r.Skip = fit.Unsure
			return r
		}
		level := random.IntN(p.levels + 1)
		r.Level = &level
		return r
	}
	if s.Kind == fit.AskQuestion {
		seconds := 20.0
		if p.seconds > 0 {
			seconds = p.seconds
		}
		r.Seconds = &seconds
		if p.skip > 0 && n%p.skip == 0 {
			r.Skip, r.Seconds = p.why, nil
			return r
		}
	}
	best, worst := 0, len(s.Options)-1
	if !p.places {
		best, worst = p.pick(q, a, s, random)
	}
	r.Best, r.Worst = s.Options[best].Key, s.Options[worst].Key
	return r
}

func (p person) pick(q *fit.Quiz, a *fit.Answers, s fit.Step, random *rand.Rand) (best, worst int) {
	utility := make([]float64, len(s.Options))
	for i, c := range s.Options {
		role := q.CardRole(a, c.Key)
		if s.Kind == fit.AskQuestion {
			for _, o := range q.Question(s.ID).Options {
				if o.Key == c.Key {
					role = o.Role
				}
			}
		}
		utility[i] = p.likes[role] + p.noise*random.NormFloat64()
		if utility[i] > utility[best] {
			best = i
		}
	}
	worst = (best + 1) % len(utility)
	for i := range utility {
		if i != best && utility[i] < utility[worst] {
			worst = i
		}
	}
	return best, worst
}
