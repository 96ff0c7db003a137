package audit

import (
	"cmp"
	"math"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// Held compares people's results with the role that they have and like,
// according to their answers. It is nil if no one states such a role.
type Held struct {
	All       HeldRole       `json:"all"`
	Roles     []HeldRole     `json:"roles"`    // roles that someone has, in pack order
	Verdicts  []HeldVerdict  `json:"verdicts"` // verdicts that occur, in the order of fit.Verdicts
	Questions []HeldQuestion `json:"questions"`
}

// A HeldRole describes how often people's current role comes first in their
// result, and how often it is among the first two. A tie counts as the
// probability under random order. CardsFirst and CardsWithinTwo are based on
// the ratings of role cards alone, and include only people who rated all of
// them.
type HeldRole struct {
	Role           string  `json:"role,omitempty"`
	First          Portion `json:"first"`
	WithinTwo      Portion `json:"withinTwo"`
	CardsFirst     Portion `json:"cardsFirst"`
	CardsWithinTwo Portion `json:"cardsWithinTwo"`
}

// A HeldVerdict describes how often a verdict names people's current role,
// alone or as one of two.
type HeldVerdict struct {
	Verdict fit.Verdict `json:"verdict"`
	Named   Portion     `json:"named"`
}

// A HeldQuestion describes how people answered a question that shows their
// current role. Mean is 1 if the role is always best, -1 if it is always worst,
// and 0 if neither prevails.
type HeldQuestion struct {
	Question string  `json:"question"`
	People   int     `json:"people"`
	Best     int     `json:"best"`
	Worst    int     `json:"worst"`
	Mean     float64 `json:"mean"`
	StdErr   float64 `json:"stdErr"`
	Says     Says    `json:"says"`
}

// Says describes what a question indicates about people's current role.
type Says string

// A question favors the current role, favors other roles, or is inconclusive.
const (
	SaysRole    Says = "role"
	SaysNothing Says = "nothing"
	SaysOther   Says = "other"
)

// A Portion is a share of some people, with the 95 percent Wilson interval.
type Portion struct {
	Count float64 `json:"count"`
	Of    int     `json:"of"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// confidence is the half-width of a 95 percent interval in standard errors.
const confidence = 1.959964

// add adds a person who counts as the given share, from 0 to 1.
func (p *Portion) add(share float64) { p.Count, p.Of = p.Count+share, p.Of+1 }

// finish computes the interval: (s + z²/2n ± z sqrt(s(1-s)/n + z²/4n²)) / (1 +
// z²/n) for the share s of n people and z standard errors.
func (p *Portion) finish() {
	if p.Of == 0 {
		return
	}
	n, z := float64(p.Of), confidence
	s := p.Count / n
	middle := s + float64(z*z)/float64(2*n)
	half := float64(z * math.Sqrt(float64(s*(1-s))/n+float64(z*z)/float64(4*n*n)))
	whole := 1 + float64(z*z)/n
	p.Low, p.High = max(0, (middle-half)/whole), min(1, (middle+half)/whole)
}

// A heldCount collects the data of the people who have one role.
type heldCount struct {
	all       HeldRole
	roles     map[string]*HeldRole
	verdicts  map[fit.Verdict]*Portion
	questions map[string]*HeldQuestion
}

func newHeldCount() *heldCount {
	return &heldCount{roles: map[string]*HeldRole{}, verdicts: map[fit.Verdict]*Portion{}, questions: map[string]*HeldQuestion{}}
}

// add adds a person's answers. It ignores people who don't state a role of the
// quiz as their current role, and people who answered no question that shows
// it.
func (h *heldCount) add(q *fit.Quiz, a *fit.Answers) {
	if a.Holds == "" || !slices.ContainsFunc(q.Roles, func(r *fit.Role) bool { return r.ID == a.Holds }) {
		return
	}
	result := fit.Score(q, a)
	held := result.Role(a.Holds)
	if held == nil || held.Fit == nil {
		return
	}
	role := h.roles[a.Holds]
	if role == nil {
		role = &HeldRole{Role: a.Holds}
		h.roles[a.Holds] = role
	}
	above, tied := 0, 0
	for i := range result.Roles {
		if f := result.Roles[i].Fit; f != nil && *f > *held.Fit {
			above++
		} else if f != nil && *f == *held.Fit {
			tied++
		}
	}
	cardsAbove, cardsTied, cards := cardPlace(q, a)
	for _, to := range []*HeldRole{role, &h.all} {
		to.First.add(within(1, above, tied))
		to.WithinTwo.add(within(2, above, tied))
		if cards {
			to.CardsFirst.add(within(1, cardsAbove, cardsTied))
			to.CardsWithinTwo.add(within(2, cardsAbove, cardsTied))
		}
	}
	h.addVerdict(result, a.Holds)
	for _, answer := range a.All {
		h.addAnswer(q.Question(answer.Question), answer, a.Holds)
	}
}

// within returns the probability that a role is among the first places if ties
// are broken at random. above is the number of roles ahead of it, and tied is
// the number of roles equal to it, including itself.
func within(places, above, tied int) float64 {
	return min(1, max(0, float64(places-above)/float64(tied)))
}

// cardPlace compares the card ratings with the rating of the person's current
// role. It returns the number of cards rated higher, the number rated the same,
// and whether all cards are rated.
func cardPlace(q *fit.Quiz, a *fit.Answers) (above, tied int, ok bool) {
	rank := func(role string) int { return slices.Index(fit.CardRatings, a.Card(role)) }
	held := rank(a.Holds)
	for _, r := range q.Roles {
		switch n := rank(r.ID); {
		case n < 0:
			return 0, 0, false
		case n < held:
			above++
		case n == held:
			tied++
		}
	}
	return above, tied, true
}

func (h *heldCount) addVerdict(r *fit.Result, held string) {
	v := h.verdicts[r.Verdict]
	if v == nil {
		v = &Portion{}
		h.verdicts[r.Verdict] = v
	}
	share := 0.0
	if slices.Contains(r.Named, held) {
		share = 1
	}
	v.add(share)
}

// addAnswer adds an answer to a question that shows the person's current role.
func (h *heldCount) addAnswer(x *fit.Question, a fit.Answer, held string) {
	if x == nil || a.Skip != "" {
		return
	}
	i := slices.IndexFunc(x.Options, func(o fit.Option) bool { return o.Role == held })
	if i < 0 {
		return
	}
	q := h.questions[x.ID]
	if q == nil {
		q = &HeldQuestion{Question: x.ID}
		h.questions[x.ID] = q
	}
	q.People++
	switch x.Options[i].Key {
	case a.Best:
		q.Best++
	case a.Worst:
		q.Worst++
	}
}

// finish returns the results, or nil if no one was counted.
func (h *heldCount) finish(p *fit.Pack) *Held {
	if h.all.First.Of == 0 {
		return nil
	}
	out := &Held{All: h.all, Roles: []HeldRole{}, Verdicts: []HeldVerdict{}, Questions: []HeldQuestion{}}
	out.All.finish()
	for i := range p.Roles {
		if r := h.roles[p.Roles[i].ID]; r != nil {
			r.finish()
			out.Roles = append(out.Roles, *r)
		}
	}
	for _, v := range fit.Verdicts {
		if named := h.verdicts[v]; named != nil {
			named.finish()
			out.Verdicts = append(out.Verdicts, HeldVerdict{v, *named})
		}
	}
	for _, q := range h.questions {
		q.finish()
		out.Questions = append(out.Questions, *q)
	}
	slices.SortFunc(out.Questions, func(a, b HeldQuestion) int {
		return cmp.Or(cmp.Compare(b.Mean, a.Mean), cmp.Compare(a.Question, b.Question))
	})
	return out
}

func (r *HeldRole) finish() {
	for _, p := range []*Portion{&r.First, &r.WithinTwo, &r.CardsFirst, &r.CardsWithinTwo} {
		p.finish()
	}
}

// finish computes the mean and what the question says. The question is
// conclusive if the mean is at least two standard errors from 0.
func (q *HeldQuestion) finish() {
	n := float64(q.People)
	q.Mean = float64(q.Best-q.Worst) / n
	q.Says = SaysNothing
	if q.People < 2 {
		return
	}
	squares := float64(q.Best+q.Worst) / n
	q.StdErr = math.Sqrt(max(0, squares-float64(q.Mean*q.Mean)) / (n - 1))
	switch {
	case q.People < minHeld:
	case q.Mean >= 2*q.StdErr && q.Mean > 0:
		q.Says = SaysRole
	case q.Mean <= -2*q.StdErr && q.Mean < 0:
		q.Says = SaysOther
	}
}

// minHeld is the minimum number of people needed to judge a question.
const minHeld = 10
