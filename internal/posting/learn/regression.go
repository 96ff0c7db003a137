package learn

import (
	"cmp"
	"math"
	"slices"

	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/posting/number"
)

// An example is a line or posting used for training.
type example struct {
	features []posting.Feature
	target   []float64 // the share of each class in the text; they sum to 1
	weight   float64
	group    int32
	fold     int
}

// split separates the examples for which a function is true from the others.
func split(all []example, isOther func(example) bool) (rest, others []example) {
	for _, e := range all {
		if isOther(e) {
			others = append(others, e)
		} else {
			rest = append(rest, e)
		}
	}
	return rest, others
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
func (f fitting) fit(examples []example, classes int) *posting.Regression {
	r := f.empty(examples, classes)
	p := newProblem(examples, r, f.penalty)
	r.Weights = p.minimize(r.Weights, f.steps)
	for i, w := range r.Weights {
		r.Weights[i] = number.Round(w, f.precision)
	}
	return r
}

// empty returns a regression with the selected features and all weights 0.
func (f fitting) empty(examples []example, classes int) *posting.Regression {
	ids := f.choose(examples, classes)
	r := &posting.Regression{Classes: classes, Rows: len(ids), Weights: make([]float64, (len(ids)+1)*classes)}
	if len(ids) > 0 {
		r.Row = make([]int32, ids[len(ids)-1]+1)
	}
	for i, id := range ids {
		r.Row[id] = int32(i) + 1
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
		r.Weights = p.minimize(r.Weights, searchSteps)
		if loss := lossOf(r, check); loss < least {
			f.penalty, least = penalty, loss
		}
	}
	return f
}

// lossOf returns the log loss of a regression on examples.
func lossOf(r *posting.Regression, examples []example) float64 {
	loss := 0.0
	for _, e := range examples {
		p := r.Probabilities(e.features)
		for c, y := range e.target {
			loss -= float64(float64(e.weight*y) * number.Ln(max(p[c], 1e-9)))
		}
		if r.Classes == 1 {
			loss -= float64(float64(e.weight*(1-e.target[0])) * number.Ln(max(1-p[0], 1e-9)))
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
			size = max(size, x.ID+1)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(examples[a].group, examples[b].group) })
	found := make([]candidate, size)
	away := make([]float64, classes) // what the target is away from the mean
	gradient := make([]float64, int(size)*classes)
	for _, i := range order {
		e := &examples[i]
		for k, y := range e.target {
			away[k] = y - mean[k]
		}
		for _, x := range e.features {
			c := &found[x.ID]
			if c.last != e.group+1 {
				c.last = e.group + 1
				c.groups++
			}
			c.squares += float64(e.weight * float64(x.Value*x.Value))
			addScaled(gradient[int(x.ID)*classes:int(x.ID+1)*classes], away, float64(e.weight*x.Value))
		}
	}
	for id := range found {
		g := gradient[id*classes : (id+1)*classes]
		found[id].id = int32(id)
		if found[id].groups > 0 {
			found[id].score = number.Dot(g, g) / found[id].squares
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
