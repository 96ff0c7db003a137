package fit

import (
	"math"
	"slices"
	"strings"
)

// The thresholds of a verdict, and what makes a role judgeable.
const (
	ClearStdErrs    = 2.0  // standard errors of a lead that is clear
	LeaningShare    = 0.5  // of ClearAt: what a lead must reach to count at all
	slack           = 1e-9 // a lead this near to a threshold has reached it
	MinAnswered     = 6    // answered questions that show each of the first two roles
	MinPerDimension = 2    // the same in each dimension
)

// A Lead is how far one role is ahead of another, on the scale of fit, and how
// far random answering puts two roles apart.
type Lead struct {
	Role    string  `json:"role"`
	Over    string  `json:"over"`
	Points  float64 `json:"points"`  // fit of Role minus fit of Over
	StdErr  float64 `json:"stdErr"`  // standard deviation of Points under random answering
	ClearAt float64 `json:"clearAt"` // points from which on a lead is clear
}

// newLead returns the lead of a role over another with this standard error.
func newLead(role, over string, points, stdErr float64) *Lead {
	return &Lead{role, over, points, stdErr, clearAt(stdErr)}
}

// clearAt is the lead from which on a verdict is clear.
func clearAt(stdErr float64) float64 { return ClearStdErrs * stdErr }

// Leans reports whether the lead is large enough to count: half of ClearAt.
func (l *Lead) Leans() bool { return reaches(l.Points, LeaningShare*l.ClearAt) }

// reaches reports whether a lead has reached a threshold.
func reaches(lead, threshold float64) bool { return lead+slack >= threshold }

// sizes counts answered questions by their number of options.
type sizes [MaxShown + 1]int

// total is the number of questions.
func (s *sizes) total() int {
	n := 0
	for _, count := range s {
		n += count
	}
	return n
}

// meanVariance is Var(M_r) under random answering of a role that these
// questions show.
func (s *sizes) meanVariance() float64 {
	n, sum := float64(s.total()), 0.0
	for k := 2; k <= MaxShown; k++ {
		sum += float64(2 * float64(s[k]) / float64(k))
	}
	return sum / float64(n*n)
}

// leadVariance is Var(M_A - M_B) under random answering. The arguments count
// the questions that show A, B and both of them. The explicit conversions keep
// compilers from fusing a product with a sum, so that every processor computes
// the same bits.
func leadVariance(a, b, both *sizes) float64 {
	na, nb := float64(a.total()), float64(b.total())
	variance := 0.0
	for k := 2; k <= MaxShown; k++ {
		size, shared := float64(k), float64(both[k])
		onlyA, onlyB := float64(a[k])-shared, float64(b[k])-shared
		perShared := float64(2/size*(1/float64(na*na)+1/float64(nb*nb))) + 4/(size*(size-1)*na*nb)
		variance += float64(shared * perShared)
		variance += float64(onlyA*2/(size*na*na)) + float64(onlyB*2/(size*nb*nb))
	}
	return variance
}

// onFitScale turns a variance of means into a standard error in points of fit.
func onFitScale(variance float64) float64 { return 50 * math.Sqrt(variance) }

// LeadBetween compares two roles by the answers of a result: those of the
// given dimensions, or all. It is nil when either role is in no answered
// question.
func (r *Result) LeadBetween(role, over string, in ...Dimension) *Lead {
	var a, b, both sizes
	sumA, sumB := 0, 0
	for i := range r.Answers {
		x := &r.Answers[i]
		if len(in) > 0 && !slices.ContainsFunc(in, func(d Dimension) bool { return d.String() == x.Dimension }) {
			continue
		}
		scoreA, showsA := x.score(role)
		scoreB, showsB := x.score(over)
		k := min(len(x.Shown), MaxShown)
		sumA, sumB = sumA+scoreA, sumB+scoreB
		a[k], b[k], both[k] = a[k]+count(showsA), b[k]+count(showsB), both[k]+count(showsA && showsB)
	}
	if a.total() == 0 || b.total() == 0 {
		return nil
	}
	return newLead(role, over, points(sumA, a.total(), sumB, b.total()), onFitScale(leadVariance(&a, &b, &both)))
}

// points is the lead of a role with sum sa over na questions over one with sb
// over nb.
func points(sa, na, sb, nb int) float64 {
	if na == nb {
		return 50 * float64(sa-sb) / float64(na)
	}
	return 50 * (float64(sa)/float64(na) - float64(sb)/float64(nb))
}

// FitStdErr is the standard deviation of a role's fit under random answering
// of the questions of this result; 0 when none shows the role.
func (r *Result) FitStdErr(role string) float64 {
	var s sizes
	for i := range r.Answers {
		if _, shows := r.Answers[i].score(role); shows {
			s[min(len(r.Answers[i].Shown), MaxShown)]++
		}
	}
	if s.total() == 0 {
		return 0
	}
	return onFitScale(s.meanVariance())
}

// score is what the answer gives to a role, and whether it counts for it.
func (x *AnswerResult) score(role string) (score int, shows bool) {
	is := func(ref string) bool { return strings.HasPrefix(ref, role+"/") }
	switch {
	case x.Skip != "" || len(x.Shown) < 2 || !slices.ContainsFunc(x.Shown, is):
		return 0, false
	case is(x.Best):
		return 1, true
	case is(x.Worst):
		return -1, true
	}
	return 0, true
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
