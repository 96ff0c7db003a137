// Package number contains the mathematical functions that learning from
// postings and reading them require. They return bit-identical results on every
// machine, so that the same input gives the same model. They contain no
// operations that a compiler could fuse, and avoid the functions in package math
// that have assembly implementations.
package number

import "math"

const (
	ln2High = 6.93147180369123816490e-01
	ln2Low  = 1.90821492927058770002e-10
)

// Exp returns e**x for x <= 700, and 0 below -700.
func Exp(x float64) float64 {
	switch {
	case x == 0:
		return 1 // as below, and common in Softmax
	case x < -700:
		return 0
	}
	k := math.Floor(float64(x*math.Log2E) + 0.5)
	r := float64(x-float64(k*ln2High)) - float64(k*ln2Low)
	sum := 0.0
	for _, c := range taylor[:] {
		sum = float64(sum*r) + c
	}
	if k < -1000 {
		return math.Ldexp(sum, int(k))
	}
	return sum * math.Float64frombits(uint64(int64(k)+1023)<<52)
}

// taylor contains the coefficients 1/n! of the exponential series, from n = 13
// down to 0.
var taylor = [...]float64{1. / 6227020800, 1. / 479001600, 1. / 39916800, 1. / 3628800, 1. / 362880, 1. / 40320, 1. / 5040,
	1. / 720, 1. / 120, 1. / 24, 1. / 6, 1. / 2, 1, 1}

// Ln returns the natural logarithm of x > 0.
func Ln(x float64) float64 {
	f, e := math.Frexp(x)
	if f < math.Sqrt2/2 {
		f, e = float64(f*2), e-1
	}
	// ln f = 2 atanh(t) with t = (f-1)/(f+1), |t| < 0.172
	t := (f - 1) / (f + 1)
	t2 := float64(t * t)
	sum := 0.0
	for _, c := range arctanh[:] {
		sum = float64(sum*t2) + c
	}
	return float64(2*float64(t*sum)) + float64(float64(e)*math.Ln2)
}

// arctanh contains the coefficients 1/n of the series of the inverse hyperbolic
// tangent, from n = 21 down to 1.
var arctanh = [...]float64{1. / 21, 1. / 19, 1. / 17, 1. / 15, 1. / 13, 1. / 11, 1. / 9, 1. / 7, 1. / 5, 1. / 3, 1}

// Dot returns the sum of the products of two vectors of equal length.
func Dot(a, b []float64) float64 {
	sum := 0.0
	for i, x := range a {
		sum += float64(x * b[i])
	}
	return sum
}

// Logistic returns 1 / (1 + e**-x).
func Logistic(x float64) float64 {
	if x < 0 {
		e := Exp(x)
		return e / (1 + e)
	}
	return 1 / (1 + Exp(-x))
}

// Softmax turns scores into probabilities, in place.
func Softmax(z []float64) {
	top := z[0]
	for _, x := range z[1:] {
		top = max(top, x)
	}
	sum := 0.0
	for k, x := range z {
		z[k] = Exp(x - top)
		sum += z[k]
	}
	for k := range z {
		z[k] /= sum
	}
}

// Argmax returns the index of the largest value. If there are several, it
// returns the first.
func Argmax(z []float64) int {
	best := 0
	for k, x := range z {
		if x > z[best] {
			best = k
		}
	}
	return best
}

// Round rounds x to a multiple of 1/per.
func Round(x, per float64) float64 { return math.Round(float64(x*per)) / per }
