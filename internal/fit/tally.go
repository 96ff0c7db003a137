package fit

import (
	"cmp"
	"math"
	"slices"
)

// A Tally holds the sums over the answered questions of one person. It is
// reused from one person to the next; see Reset.
type Tally struct {
	quiz  *Quiz
	picks []pick
	roles []roleTally
	both  []roleTally // scratch of chances: what the leader shares with each role
	order []int       // the rest is scratch of Standing
	first []int
	near  []int
	named []int
	apart []float64 // role -> its distance from the lead, in chances
}

// A pick is one answered question: indexes of the best and the worst option.
type pick struct {
	question    *Question
	best, worst int
}

// score is what the pick gives to option i: +1, -1 or 0.
func (p pick) score(i int) int {
	switch i {
	case p.best:
		return 1
	case p.worst:
		return -1
	}
	return 0
}

// of is the pick's score for a role, and whether its question shows the role.
func (p pick) of(role int) (score int, shown bool) {
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
	sizes       [MaxShown + 1]int // questions that show the role, by their options
}

func (t *roleTally) s() int { return t.sum[0] + t.sum[1] + t.sum[2] }
func (t *roleTally) n() int { return t.shown[0] + t.shown[1] + t.shown[2] }

// mean is M_r; NaN when no answered question shows the role.
func (t *roleTally) mean() float64 { return float64(t.s()) / float64(t.n()) }

// NewTally returns an empty tally for the quiz.
func NewTally(q *Quiz) *Tally {
	return &Tally{quiz: q, roles: make([]roleTally, len(q.Roles)), both: make([]roleTally, len(q.Roles)), apart: make([]float64, len(q.Roles))}
}

// Reset empties the tally.
func (t *Tally) Reset() {
	t.picks = t.picks[:0]
	clear(t.roles)
}

// Answered is how many questions the tally holds.
func (t *Tally) Answered() int { return len(t.picks) }

// Add counts an answered question. Best and worst are different options of it.
func (t *Tally) Add(q *Question, best, worst int) {
	t.picks = append(t.picks, pick{q, best, worst})
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

// lead is the lead of role a over role b, in points.
func (t *Tally) lead(a, b int) float64 {
	ra, rb := &t.roles[a], &t.roles[b]
	na, nb := ra.n(), rb.n()
	if na == nb {
		return float64(ra.s() - rb.s())
	}
	return float64(na+nb) / 2 * (ra.mean() - rb.mean())
}

// share counts, for every role, the questions that show it beside role a.
func (t *Tally) share(a int) {
	clear(t.both)
	for _, p := range t.picks {
		if _, shown := p.of(a); !shown {
			continue
		}
		for i := range p.question.Options {
			t.both[p.question.Options[i].role].sizes[len(p.question.Options)]++
		}
	}
}

// chance is the standard deviation of the lead of role a over role b under
// random answering. It needs share(a) to have been called.
func (t *Tally) chance(a, b int) float64 {
	ra, rb := &t.roles[a], &t.roles[b]
	na, nb := float64(ra.n()), float64(rb.n())
	variance := 0.0
	for k := 2; k <= MaxShown; k++ {
		size, both := float64(k), float64(t.both[b].sizes[k])
		onlyA, onlyB := float64(ra.sizes[k])-both, float64(rb.sizes[k])-both
		variance += both * (2/size*(1/(na*na)+1/(nb*nb)) + 4/(size*(size-1)*na*nb))
		variance += onlyA*2/(size*na*na) + onlyB*2/(size*nb*nb)
	}
	return (na + nb) / 2 * math.Sqrt(variance)
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
