package report

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

// A person answers by preference plus noise, as in the model of the method.
type person struct {
	likes    map[string]float64 // by role
	noise    float64
	seconds  float64  // standard deviation of the noise in each answer; 0 means 20
	levels   int      // highest level; 0 means that no skill is rated
	until    int      // number of questions after which to finish; 0 means never
	skip     int      // one question in this many is skipped
	why      fit.Skip //
	places   bool     // always choose the first and the last option on screen
	verdict  fit.Verdict
	reason   fit.Reason
	anything bool // any verdict will do
}

// people lists the people behind the results. For each, seeds are tried until
// the verdict is the wanted one.
var people = map[string]person{
	"clear":        {likes: map[string]float64{"baker": 1.2, "roaster": -0.5}, noise: 1, levels: 2, verdict: fit.Clear},
	"leaning":      {likes: map[string]float64{"chef": 1, "waiter": 0.4}, noise: 1, levels: 3, verdict: fit.Leaning, reason: fit.Close},
	"toss-up":      {likes: map[string]float64{"baker": 1.5, "chef": 1.5}, noise: 0.8, levels: 3, verdict: fit.TossUp, reason: fit.Close},
	"undecided":    {noise: 1, levels: 1, verdict: fit.Undecided, reason: fit.Close},
	"few":          {likes: map[string]float64{"chef": 1}, noise: 1, levels: 3, until: 4, verdict: fit.Undecided, reason: fit.TooFew},
	"not-compared": {until: 1, verdict: fit.Undecided, reason: fit.NotCompared},
	"provisional":  {likes: map[string]float64{"waiter": 3}, noise: 0.5, until: 9, levels: 2, verdict: fit.Leaning, reason: fit.Provisional},
	"skipped":      {likes: map[string]float64{"roaster": 1}, noise: 1, skip: 3, why: fit.Unsure, verdict: fit.Leaning, reason: fit.Close},
	"flagged":      {noise: 1, seconds: 1, places: true, skip: 3, why: fit.None, levels: 4, anything: true},
	"none":         {likes: map[string]float64{"baker": 1}, noise: 1, levels: 2, verdict: fit.NoRole, reason: fit.NothingWanted},
}

// results returns the results of the people, and one for the bare pack.
func results(t *testing.T) map[string]*fit.Result {
	t.Helper()
	q := fittest.MustQuiz(kitchen())
	out := map[string]*fit.Result{"bare": fittest.Respondent(bare(), fittest.Always("left", "right"), nil)}
	for name, someone := range people {
		out[name] = someone.result(t, q)
	}
	return out
}

func (p person) result(t *testing.T, q *fit.Quiz) *fit.Result {
	t.Helper()
	for seed := uint64(1); seed < 500; seed++ {
		r := fit.Score(q, p.answers(t, q, seed))
		if p.anything || r.Verdict == p.verdict && r.Reason == p.reason {
			require.NoError(t, r.Check())
			return r
		}
	}
	require.Failf(t, "no seed gives the verdict", "%+v", p)
	return nil
}

func (p person) answers(t *testing.T, q *fit.Quiz, seed uint64) *fit.Answers {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 7))
	a := &fit.Answers{ID: "20261122-093000-00a1", Pack: q.Pack.ID, Seed: seed, Seeded: true, Taken: "2026-11-22T09:30:00Z"}
	for n := 1; ; n++ {
		s := q.Next(a)
		if s.Kind == fit.Done {
			return a
		}
		event := p.event(q, a, s, n, random)
		if s.Kind == fit.AskOffer && p.levels == 0 || s.ID == fit.OfferQuestions && p.until > 0 {
			event.Pick = fit.No
		}
		if p.until > 0 && n == p.until {
			event = fit.Event{Finish: true}
		}
		require.NoError(t, q.Record(a, event))
	}
}

func (p person) event(q *fit.Quiz, a *fit.Answers, s fit.Step, n int, random *rand.Rand) fit.Event {
	e := fit.Event{ID: s.ID}
	switch {
	case s.Kind == fit.AskSkill && (p.levels == 0 || random.IntN(5) == 0):
		e.Skip = fit.Unsure
	case s.Kind == fit.AskSkill:
		e.Level = new(random.IntN(p.levels + 1))
	case s.Kind == fit.AskQuestion && p.skip > 0 && n%p.skip == 0:
		e.Skip = p.why
	case s.Kind == fit.AskCard:
		e.Pick = string(p.card(q.CardRole(a, s.ID)))
	case s.Kind != fit.AskQuestion:
		e.Pick = s.Options[0].Key
	default:
		best, worst := 0, len(s.Options)-1
		if !p.places {
			best, worst = p.choose(q, s, random)
		}
		e.Best, e.Worst = s.Options[best].Key, s.Options[worst].Key
		e.Seconds = new(max(p.seconds, 1))
		if p.seconds == 0 {
			*e.Seconds = 20
		}
	}
	return e
}

// card rates a role's card: wanted when it is liked, passed when it isn't.
func (p person) card(role string) fit.CardRating {
	switch {
	case p.verdict == fit.NoRole || p.likes[role] < 0:
		return fit.Pass
	case p.likes[role] > 0:
		return fit.Want
	}
	return fit.Maybe
}

func (p person) choose(q *fit.Quiz, s fit.Step, random *rand.Rand) (best, worst int) {
	utility := make([]float64, len(s.Options))
	for i, shown := range s.Options {
		role := ""
		for _, o := range q.Question(s.ID).Options {
			if o.Key == shown.Key {
				role = o.Role
			}
		}
		utility[i] = p.likes[role] + p.noise*random.NormFloat64() + float64(i)*1e-9
		if utility[i] > utility[best] {
			best = i
		}
		if utility[i] < utility[worst] {
			worst = i
		}
	}
	if best == worst { // each option in turn is both first and last
		worst = (best + 1) % len(utility)
	}
	return best, worst
}
