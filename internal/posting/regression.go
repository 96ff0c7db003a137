package posting

import "github.com/rolefit/rolefit/internal/posting/number"

// A Feature is a weighted property of a text: a stem, a pair of stems, or a
// signal. Its ID is a number in a dictionary.
type Feature struct {
	ID    int32
	Value float64
}

// A Regression is a softmax regression (multinomial logit) over a sparse
// selection of features:
//
//	p(class) = softmax(bias + sum over features of value x weights)
//
// For each feature that it uses, it has a row with one weight per class. With a
// single class it is a logistic regression.
type Regression struct {
	Classes int
	Row     []int32   // maps a feature to 1 + its row index, or to 0
	Rows    int       // number of rows, excluding the bias
	Weights []float64 // Rows x Classes, followed by the bias
}

// RowOf returns the row of a feature, and reports whether the regression uses
// the feature.
func (r *Regression) RowOf(id int32) (int32, bool) {
	if int(id) >= len(r.Row) || r.Row[id] == 0 {
		return 0, false
	}
	return r.Row[id] - 1, true
}

// scores stores the scores of the classes in z.
func (r *Regression) scores(features []Feature, z []float64) {
	k := r.Classes
	z = z[:copy(z, r.Weights[r.Rows*k:])]
	for _, f := range features {
		if row, ok := r.RowOf(f.ID); ok {
			w := r.Weights[int(row)*k:][:len(z)]
			for c := range z {
				z[c] += float64(w[c] * f.Value)
			}
		}
	}
}

// Probabilities returns the probability of each class.
func (r *Regression) Probabilities(features []Feature) []float64 {
	z := make([]float64, r.Classes)
	r.scores(features, z)
	if r.Classes == 1 {
		z[0] = number.Logistic(z[0])
		return z
	}
	number.Softmax(z)
	return z
}

// Heads contains the two regressions on postings: one predicts the role, and the
// other whether it is another job.
type Heads struct {
	Role, None *Regression
}

// A Score is the output of the heads.
type Score struct {
	Role []float64 // probability of each role, assuming that it is one of them
	None float64   // probability that it is another job
}

// Score returns the score of a posting that has these features.
func (h *Heads) Score(features []Feature) Score {
	s := Score{Role: h.Role.Probabilities(features)}
	if h.None != nil {
		s.None = h.None.Probabilities(features)[0]
	}
	return s
}

// FirstTwo returns the indexes of the two most likely roles.
func (s *Score) FirstTwo() (first, second int) { return firstTwo(s.Role) }

// firstTwo returns the indexes of the two largest values.
func firstTwo(p []float64) (first, second int) {
	first = number.Argmax(p)
	second = -1
	for i, x := range p {
		if i != first && (second < 0 || x > p[second]) {
			second = i
		}
	}
	return first, second
}
