package fit

import (
	"cmp"
	"slices"
)

// A Tally holds the sums over the answered questions of one person. It is
// reused from one person to the next; see Reset.
type Tally struct {
	quiz       *Quiz
	answers    []tallied
	roles      []roleTally
	shared     []sizes // scratch of chances: what the leader shares with each role
	order      []int   // the rest is scratch of Standing
	first      []int
	near       []int
	named      []int
	separation []float64 // role -> its distance from the lead, in chances
}

// A pick is one answered question: indexes of the best and the worst option.
type tallied struct {
	question    *Question
	best, worst int
}

// score is what the pick gives to option i: +1, -1 or 0.
func (p tallied) score(i int) int {
	switch i {
	case p.best:
		return 1
	case p.worst:
		return -1
	}
	return 0
}

// of is the pick's score for a role, and whether its question shows the role.
func (p tallied) scoreOf(role int) (score int, shown bool) {
	for i := range p.question.Options {
		if p.question.Options[i].role == role {
			return p.score(i), true
		}
	}
	return 0, false
}

type roleTally struct {
	sum, shown  [len(Dimensions)]int
	best, worst int
	sizes       sizes // questions that show the role
}

func (t *roleTally) s() int { return t.sum[0] + t.sum[1] + t.sum[2] }
func (t *roleTally) n() int { return t.shown[0] + t.shown[1] + t.shown[2] }

// mean is M_r; NaN when no answered question shows the role.
func (t *roleTally) mean() float64 { return float64(t.s()) / float64(t.n()) }

// NewTally returns an empty tally for the quiz.
func NewTally(q *Quiz) *Tally {
	return &Tally{quiz: q, roles: make([]roleTally, len(q.Roles)), shared: make([]sizes, len(q.Roles)), separation: make([]float64, len(q.Roles))}
}

// Reset empties the tally.
func (t *Tally) Reset() {
	t.answers = t.answers[:0]
	clear(t.roles)
}

// Answered is how many questions the tally holds.
func (t *Tally) Answered() int { return len(t.answers) }

// Add counts an answered question. Best and worst are different options of it.
func (t *Tally) Add(q *Question, best, worst int) {
	t.answers = append(t.answers, tallied{q, best, worst})
	d, k := q.Dimension, len(q.Options)
	for i := range q.Options {
		r := &t.roles[q.Options[i].role]
		r.shown[d]++
		r.sizes[k]++
	}
	b, w := &t.roles[q.Options[best].role], &t.roles[q.Options[worst].role]
	b.sum[d]++
	b.best++
	w.sum[d]--
	w.worst++
}

// byMean orders roles by M, highest first, exactly; roles equal in M compare
// as equal, and roles not judged come last.
func (t *Tally) byMean(a, b int) int {
	ra, rb := &t.roles[a], &t.roles[b]
	na, nb := ra.n(), rb.n()
	if na == 0 || nb == 0 {
		return cmp.Compare(nb, na)
	}
	return cmp.Compare(rb.s()*na, ra.s()*nb)
}

// lead is fit_a - fit_b.
func (t *Tally) lead(a, b int) float64 {
	ra, rb := &t.roles[a], &t.roles[b]
	return points(ra.s(), ra.n(), rb.s(), rb.n())
}

// countShared counts, for every role, the questions that show it beside role a.
func (t *Tally) countShared(a int) {
	clear(t.shared)
	for _, answer := range t.answers {
		if _, shown := answer.scoreOf(a); !shown {
			continue
		}
		for i := range answer.question.Options {
			t.shared[answer.question.Options[i].role][len(answer.question.Options)]++
		}
	}
}

// stdErr is the standard deviation of lead(a, b) under random answering. It
// needs countShared(a) to have been called.
func (t *Tally) stdErr(a, b int) float64 {
	return onFitScale(leadVariance(&t.roles[a].sizes, &t.roles[b].sizes, &t.shared[b]))
}

// judged lists the roles that an answered question shows, by M. Roles equal
// in M stand by id, which is only for show: see Standing.
func (t *Tally) judged() []int {
	t.order = t.order[:0]
	for r := range t.roles {
		if t.roles[r].n() > 0 {
			t.order = append(t.order, r)
		}
	}
	slices.SortStableFunc(t.order, t.byMean)
	return t.order
}
