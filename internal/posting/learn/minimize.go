package learn

import (
	"math"
	"slices"

	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/posting/number"
)

// A problem is a regression to fit, with each example's features converted to
// terms.
type problem struct {
	examples []example
	terms    []terms
	order    []int // examples in an order in which neighbors have about as many terms
	classes  int
	bias     int // row of the bias
	penalty  float64
	z        []float64 // for each example, its scores or the gradient of the loss with respect to them
}

func newProblem(examples []example, r *posting.Regression, penalty float64) *problem {
	p := &problem{examples: examples, classes: r.Classes, bias: r.Rows, penalty: penalty, z: make([]float64, len(examples)*r.Classes),
		terms: make([]terms, len(examples)), order: make([]int, len(examples))}
	var rows []int32
	var values []float64
	for i, e := range examples {
		rows, values = rows[:0], values[:0]
		for _, f := range e.features {
			if row, ok := r.RowOf(f.ID); ok {
				rows, values = append(rows, row), append(values, f.Value)
			}
		}
		p.terms[i], p.order[i] = newTerms(rows, values), i
	}
	slices.SortStableFunc(p.order, func(a, b int) int { return p.terms[a].compare(&p.terms[b]) })
	return p
}

// loss returns the penalized log loss at w and stores its gradient in g.
func (p *problem) loss(w, g []float64) float64 {
	clear(g)
	p.scores(w)
	loss, k := 0.0, p.classes
	bias := g[p.bias*k:]
	for i := range p.examples {
		e, z := &p.examples[i], p.z[i*k:(i+1)*k]
		loss += float64(e.weight * residual(e, z))
		p.terms[i].addGradient(z, g)
		for c, x := range z {
			bias[c] += x
		}
	}
	for i, x := range w[:p.bias*k] {
		loss += float64(0.5 * float64(p.penalty*float64(x*x)))
		g[i] += float64(p.penalty * x)
	}
	return loss
}

// scores stores the scores of all examples in z.
func (p *problem) scores(w []float64) {
	k := p.classes
	bias := w[p.bias*k:]
	if k > 1 {
		for i := range p.terms {
			z := p.z[i*k : (i+1)*k]
			copy(z, bias)
			p.terms[i].addScores(z, w)
		}
		return
	}
	i := 0
	for ; i+4 <= len(p.order); i += 4 {
		p.scoreFour(p.order[i:i+4], w)
	}
	for _, i := range p.order[i:] {
		p.z[i] = bias[0]
		p.terms[i].addScores(p.z[i:i+1], w)
	}
}

// residual replaces the scores in z by the gradient of the loss with respect to
// them, and returns the log loss of an example.
func residual(e *example, z []float64) float64 {
	if len(z) == 1 {
		x, y := z[0], e.target[0]
		small := number.Exp(-math.Abs(x))
		p := 1 / (1 + small) // as number.Logistic(x)
		if x < 0 {
			p = small / (1 + small)
		}
		z[0] = float64(e.weight * (p - y))
		return max(x, 0) - float64(x*y) + number.Ln(1+small)
	}
	top := slices.Max(z)
	sum, hit := 0.0, 0.0
	for c, x := range z {
		hit += float64(e.target[c] * (x - top))
		z[c] = number.Exp(x - top)
		sum += z[c]
	}
	for c, x := range z {
		z[c] = float64(e.weight * (x/sum - e.target[c]))
	}
	return number.Ln(sum) - hit
}

const (
	memory    = 6    // number of previous steps that the quasi-Newton method uses
	tolerance = 1e-5 // relative change in the loss at which the search stops
	halvings  = 20   // maximum number of times that a step is halved
)

// minimize returns the weights with the lowest loss. It uses L-BFGS with a
// backtracking line search, starting at from.
func (p *problem) minimize(from []float64, steps int) []float64 {
	n := len(from)
	w, g := slices.Clone(from), make([]float64, n)
	next, nextG := make([]float64, n), make([]float64, n)
	value := p.loss(w, g)
	var past curvature
	for range steps {
		d := past.direction(g)
		slope := number.Dot(d, g)
		step, lower := 1.0, 0.0
		for try := 0; ; try++ {
			for j := range w {
				next[j] = w[j] - float64(step*d[j])
			}
			if lower = p.loss(next, nextG); lower <= value-float64(1e-4*float64(step*slope)) {
				break
			}
			if try == halvings {
				return w
			}
			step /= 2
		}
		past.add(w, next, g, nextG)
		w, next, g, nextG = next, w, nextG, g
		if math.Abs(value-lower) < tolerance*math.Abs(value) {
			break
		}
		value = lower
	}
	return w
}

// A curvature is the memory of L-BFGS: the most recent steps, the change in the
// gradient over each, and the reciprocal of their dot product.
type curvature struct {
	steps, changes [][]float64
	inverse        []float64
}

func (c *curvature) add(w, next, g, nextG []float64) {
	s, y := make([]float64, len(w)), make([]float64, len(w))
	for j := range w {
		s[j], y[j] = next[j]-w[j], nextG[j]-g[j]
	}
	product := number.Dot(s, y)
	if product <= 1e-10 {
		return
	}
	c.steps, c.changes, c.inverse = append(c.steps, s), append(c.changes, y), append(c.inverse, 1/product)
	if len(c.steps) > memory {
		c.steps, c.changes, c.inverse = c.steps[1:], c.changes[1:], c.inverse[1:]
	}
}

// direction returns the approximate inverse Hessian times the gradient, using
// the two-loop recursion.
func (c *curvature) direction(g []float64) []float64 {
	d := slices.Clone(g)
	last := len(c.steps) - 1
	if last < 0 {
		scale(d, 1/math.Sqrt(number.Dot(g, g)+1e-12))
		return d
	}
	alpha := make([]float64, last+1)
	for i := last; i >= 0; i-- {
		alpha[i] = float64(c.inverse[i] * number.Dot(c.steps[i], d))
		addScaled(d, c.changes[i], -alpha[i])
	}
	scale(d, 1/float64(c.inverse[last]*number.Dot(c.changes[last], c.changes[last])))
	for i := range c.steps {
		beta := float64(c.inverse[i] * number.Dot(c.changes[i], d))
		addScaled(d, c.steps[i], alpha[i]-beta)
	}
	return d
}

func scale(v []float64, by float64) {
	for j := range v {
		v[j] *= by
	}
}

func addScaled(v, add []float64, by float64) {
	v = v[:len(add)]
	for j, x := range add {
		v[j] += float64(by * x)
	}
}
