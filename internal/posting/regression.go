package posting

import (
	"cmp"
	"math"
	"slices"
)

// A feature is a weighted property of a text: a stem, a pair of stems, or a
// signal. Its id is a number in a dictionary.
type feature struct {
	id    int32
	value float64
}

// An example is a line or posting used for training.
type example struct {
	features []feature
	target   []float64 // the share of each class in the text; they sum to 1
	weight   float64
	group    int32
}

// A regression is a softmax regression (multinomial logit) over a sparse
// selection of features:
//
//	p(class) = softmax(bias + sum over features of value x weights)
//
// For each feature that it uses, it has a row with one weight per class. With a
// single class it is a logistic regression.
type regression struct {
	classes int
	row     []int32   // maps a feature to 1 + its row index, or to 0
	rows    int       // number of rows, excluding the bias
	weights []float64 // rows x classes, followed by the bias
}

// rowOf returns the row of a feature, and reports whether the regression uses
// the feature.
func (r *regression) rowOf(id int32) (int32, bool) {
	if int(id) >= len(r.row) || r.row[id] == 0 {
		return 0, false
	}
	return r.row[id] - 1, true
}

// scores stores the scores of the classes in z.
func (r *regression) scores(features []feature, z []float64) {
	k := r.classes
	copy(z, r.weights[r.rows*k:])
	for _, f := range features {
		if row, ok := r.rowOf(f.id); ok {
			for c, w := range r.weights[int(row)*k : int(row+1)*k] {
				z[c] += float64(w * f.value)
			}
		}
	}
}

func (r *regression) probabilities(features []feature) []float64 {
	z := make([]float64, r.classes)
	r.scores(features, z)
	if r.classes == 1 {
		z[0] = logistic(z[0])
		return z
	}
	softmax(z)
	return z
}

// A fitting contains the settings for fitting a regression.
type fitting struct {
	penalty   float64 // factor for half the sum of squared weights (ridge)
	limit     int     // maximum number of features, not counting those below always
	steps     int     // maximum number of optimization steps
	always    int32   // features with lower numbers are always used
	precision float64 // weights are rounded to multiples of 1/precision
}

// leastGroups is the minimum number of groups that a feature must occur in,
// which excludes features that identify a single company.
const leastGroups = 5

// fit returns the regression with the lowest penalized log loss on examples.
func (f fitting) fit(examples []example, classes int) *regression {
	r := f.empty(examples, classes)
	p := newProblem(examples, r, f.penalty)
	r.weights = p.minimize(r.weights, f.steps)
	for i, w := range r.weights {
		r.weights[i] = round(w, f.precision)
	}
	return r
}

// empty returns a regression with the selected features and all weights 0.
func (f fitting) empty(examples []example, classes int) *regression {
	ids := f.choose(examples, classes)
	r := &regression{classes: classes, rows: len(ids), weights: make([]float64, (len(ids)+1)*classes)}
	if len(ids) > 0 {
		r.row = make([]int32, ids[len(ids)-1]+1)
	}
	for i, id := range ids {
		r.row[id] = int32(i) + 1
	}
	return r
}

// withBestPenalty returns the fitting with the penalty for which training on
// train gives the lowest log loss on check.
func (f fitting) withBestPenalty(train, check []example, classes int) fitting {
	r := f.empty(train, classes)
	p := newProblem(train, r, 0)
	least := math.Inf(1)
	for _, penalty := range penalties {
		p.penalty = penalty
		r.weights = p.minimize(r.weights, searchSteps)
		if loss := r.loss(check); loss < least {
			f.penalty, least = penalty, loss
		}
	}
	return f
}

// loss returns the log loss on examples.
func (r *regression) loss(examples []example) float64 {
	loss := 0.0
	for _, e := range examples {
		p := r.probabilities(e.features)
		for c, y := range e.target {
			loss -= float64(float64(e.weight*y) * ln(max(p[c], 1e-9)))
		}
		if r.classes == 1 {
			loss -= float64(float64(e.weight*(1-e.target[0])) * ln(max(1-p[0], 1e-9)))
		}
	}
	return loss
}

// A candidate is a feature that may be selected.
type candidate struct {
	id      int32
	groups  int32
	last    int32 // 1 + the last group that contained it
	squares float64
	score   float64
}

// choose returns the selected features in ascending order. From the features
// that occur in enough groups, it selects the most informative by a score test:
// how steeply the loss falls as their weights move away from 0, relative to the
// length of the feature.
func (f fitting) choose(examples []example, classes int) []int32 {
	mean := meanTarget(examples, classes)
	order := make([]int, len(examples))
	size := int32(0)
	for i := range order {
		order[i] = i
		for _, x := range examples[i].features {
			size = max(size, x.id+1)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(examples[a].group, examples[b].group) })
	found := make([]candidate, size)
	gradient := make([]float64, int(size)*classes)
	for _, i := range order {
		e := &examples[i]
		for _, x := range e.features {
			c := &found[x.id]
			if c.last != e.group+1 {
				c.last = e.group + 1
				c.groups++
			}
			c.squares += float64(e.weight * float64(x.value*x.value))
			for k, y := range e.target {
				gradient[int(x.id)*classes+k] += float64(float64(e.weight*x.value) * (y - mean[k]))
			}
		}
	}
	for id := range found {
		g := gradient[id*classes : (id+1)*classes]
		found[id].id = int32(id)
		if found[id].groups > 0 {
			found[id].score = dot(g, g) / found[id].squares
		}
	}
	return f.best(found)
}

// meanTarget returns the weighted mean of the targets.
func meanTarget(examples []example, classes int) []float64 {
	mean := make([]float64, classes)
	total := 0.0
	for _, e := range examples {
		total += e.weight
		for c, y := range e.target {
			mean[c] += float64(e.weight * y)
		}
	}
	for c := range mean {
		mean[c] /= total
	}
	return mean
}

func (f fitting) best(found []candidate) []int32 {
	var ids []int32
	var list []candidate
	for _, c := range found {
		switch {
		case c.groups > 0 && c.id < f.always:
			ids = append(ids, c.id)
		case c.groups >= leastGroups:
			list = append(list, c)
		}
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.id, b.id))
	})
	for _, c := range list[:min(len(list), f.limit)] {
		ids = append(ids, c.id)
	}
	slices.Sort(ids)
	return ids
}
