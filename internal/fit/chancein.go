package fit

import (
	"math"
	"slices"
)

// ChanceIn is how far luck alone sets the fits of two roles apart in one
// dimension: one standard deviation of the difference under random answering,
// on the scale of fit; 0 when either was in no answered question of it.
//
//	50 sqrt(Var(M_{a,d} - M_{b,d}))
func (r *Result) ChanceIn(d Dimension, a, b string) float64 {
	part := &Result{Given: slices.DeleteFunc(slices.Clone(r.Given), func(g Given) bool { return g.Dimension != d.String() })}
	x, y := part.said(a), part.said(b)
	if x.shown == 0 || y.shown == 0 {
		return 0
	}
	return 50 * math.Sqrt(x.variance+y.variance+part.together(a, b)/float64(x.shown*y.shown))
}
