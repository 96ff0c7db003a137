package fit

import (
	"cmp"
	"slices"
)

// A Tally summarizes the answered questions of one person. It can be reused for
// the next person; see Reset.
type Tally struct {
	quiz       *Quiz
	answers    []scored
	roles      []roleTally
	shared     []sizes // for each role, the questions that show it and another; see countShared
	order      []int   // this and the following fields are buffers that Standing reuses
	first      []int
	close      []int
	named      []int
	separation []float64 // for each role, its distance behind the leader in standard errors
}

// A scored is an answered question with the indexes of its best and worst
// options.
type scored struct {
	question    *Question
	best, worst int
}

// score returns the score of a role, which is +1, 0 or -1, and reports whether
// the question shows the role.
func (t scored) score(role int) (score int, shown bool) {
	for i := range t.question.Options {
		if t.question.Options[i].role != role {
			continue
		}
		switch i {
		case t.best:
			return 1, true
		case t.worst:
			return -1, true
		}
		return 0, true
	}
	return 0, false
}

// A roleTally summarizes the answered questions that show one role.
type roleTally struct {
	sum, shown  [len(Dimensions)]int
	best, worst int
	sizes       sizes // number of questions that show the role, by number of options
}

// s returns S_r, and n returns n_r, as defined in the package comment.
func (t *roleTally) s() int { return t.sum[0] + t.sum[1] + t.sum[2] }
func (t *roleTally) n() int { return t.shown[0] + t.shown[1] + t.shown[2] }

// NewTally returns an empty tally for the quiz.
func NewTally(q *Quiz) *Tally {
	return &Tally{quiz: q, roles: make([]roleTally, len(q.Roles)), shared: make([]sizes, len(q.Roles)), separation: make([]float64, len(q.Roles))}
}

// Reset empties the tally and keeps its memory.
func (t *Tally) Reset() {
	t.answers = t.answers[:0]
	clear(t.roles)
}

// Answered returns the number of answered questions.
func (t *Tally) Answered() int { return len(t.answers) }

// Add counts an answered question; best and worst are the indexes of two
// different options.
func (t *Tally) Add(q *Question, best, worst int) {
	t.answers = append(t.answers, scored{q, best, worst})
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

// byMean compares roles by their exact M. The highest comes first, and roles
// that aren't judged come last.
func (t *Tally) byMean(a, b int) int {
	ra, rb := &t.roles[a], &t.roles[b]
	na, nb := ra.n(), rb.n()
	if na == 0 || nb == 0 {
		return cmp.Compare(nb, na)
	}
	return cmp.Compare(rb.s()*na, ra.s()*nb)
}

// lead returns fit_a - fit_b.
func (t *Tally) lead(a, b int) float64 {
	ra, rb := &t.roles[a], &t.roles[b]
	return points(ra.s(), ra.n(), rb.s(), rb.n())
}

// countShared counts, for each role, the answered questions that show it
// together with role a.
func (t *Tally) countShared(a int) {
	clear(t.shared)
	for _, answer := range t.answers {
		if _, shown := answer.score(a); !shown {
			continue
		}
		for i := range answer.question.Options {
			t.shared[answer.question.Options[i].role][len(answer.question.Options)]++
		}
	}
}

// stdErr returns the standard deviation of lead(a, b) under random answering.
// Call countShared(a) first.
func (t *Tally) stdErr(a, b int) float64 {
	return onFitScale(leadVariance(&t.roles[a].sizes, &t.roles[b].sizes, &t.shared[b]))
}

// judged returns the roles that an answered question shows, by M, highest
// first. Roles with equal M are ordered by id, which affects nothing else.
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
