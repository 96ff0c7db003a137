package learn

import (
	"math"
	"slices"

	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/posting/number"
)

// A problem is a regression to fit, with each example's features converted to
// rows.
type problem struct {
	examples []example
	rows     [][]int32
	values   [][]float64
	classes  int
	bias     int // row of the bias
	penalty  float64
	z        []float64
}

func newProblem(examples []example, r *posting.Regression, penalty float64) *problem {
	p := &problem{examples: examples, classes: r.Classes, bias: r.Rows, penalty: penalty, z: make([]float64, r.Classes)}
	for _, e := range examples {
		var rows []int32
		var values []float64
		for _, f := range e.features {
			if row, ok := r.RowOf(f.ID); ok {
				rows, values = append(rows, row), append(values, f.Value)
			}
		}
		p.rows, p.values = append(p.rows, rows), append(p.values, values)
	}
	return p
}

// loss returns the penalized log loss at w and stores its gradient in g.
func (p *problem) loss(w, g []float64) float64 {
	clear(g)
	loss, k := 0.0, p.classes
	for i := range p.examples {
		e := &p.examples[i]
		p.scores(i, w)
		loss += float64(e.weight * p.residual(e))
		p.addGradient(i, g)
		for c, x := range p.z {
			g[p.bias*k+c] += x
		}
	}
	for i, x := range w[:p.bias*k] {
		loss += float64(0.5 * float64(p.penalty*float64(x*x)))
		g[i] += float64(p.penalty * x)
	}
	return loss
}

// scores stores the scores of an example in z. Most of the time for learning is
// spent here and in addGradient, so a single class has a loop of its own.
func (p *problem) scores(i int, w []float64) {
	k, values := p.classes, p.values[i]
	copy(p.z, w[p.bias*k:])
	if k == 1 {
		sum := p.z[0]
		for j, row := range p.rows[i] {
			sum += float64(w[row] * values[j])
		}
		p.z[0] = sum
		return
	}
	for j, row := range p.rows[i] {
		addScaled(p.z, w[int(row)*k:int(row+1)*k], values[j])
	}
}

// addGradient adds the gradient of an example to g, given that of its scores in
// z.
func (p *problem) addGradient(i int, g []float64) {
	k, values := p.classes, p.values[i]
	if k == 1 {
		z := p.z[0]
		for j, row := range p.rows[i] {
			g[row] += float64(z * values[j])
		}
		return
	}
	for j, row := range p.rows[i] {
		addScaled(g[int(row)*k:int(row+1)*k], p.z, values[j])
	}
}

// residual replaces the scores in z by the gradient of the loss with respect to
// them, and returns the log loss of an example.
func (p *problem) residual(e *example) float64 {
	if p.classes == 1 {
		x, y := p.z[0], e.target[0]
		p.z[0] = float64(e.weight * (number.Logistic(x) - y))
		return max(x, 0) - float64(x*y) + number.Ln(1+number.Exp(-math.Abs(x)))
	}
	top := slices.Max(p.z)
	sum, hit := 0.0, 0.0
	for c, x := range p.z {
		hit += float64(e.target[c] * (x - top))
		p.z[c] = number.Exp(x - top)
		sum += p.z[c]
	}
	for c, x := range p.z {
		p.z[c] = float64(e.weight * (x/sum - e.target[c]))
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
