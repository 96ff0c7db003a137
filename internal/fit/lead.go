package fit

import (
	"math"
	"slices"
	"strings"
)

// Thresholds for a verdict; see the package comment.
const (
	ClearStdErrs    = 2.0  // standard errors at which a lead is clear
	LeaningShare    = 0.5  // share of ClearAt at which a verdict leans
	slack           = 1e-9 // tolerance below a threshold, for rounding errors
	MinAnswered     = 6    // minimum number of answered questions that show each of the first two roles
	MinPerDimension = 2    // the same minimum within each dimension
)

// A Lead is the difference in fit between two roles. Points, StdErr and ClearAt
// are in points of fit; the package comment has their formulas.
type Lead struct {
	Role    string  `json:"role"`
	Over    string  `json:"over"`
	Points  float64 `json:"points"`  // fit of Role minus fit of Over
	StdErr  float64 `json:"stdErr"`  // standard deviation of Points under random answering
	ClearAt float64 `json:"clearAt"` // smallest Points for a clear verdict
}

func newLead(role, over string, points, stdErr float64) *Lead {
	return &Lead{role, over, points, stdErr, clearAt(stdErr)}
}

// clearAt returns the smallest lead that makes a verdict clear.
func clearAt(stdErr float64) float64 { return float64(ClearStdErrs * stdErr) }

// LeansAt returns the smallest lead that makes a verdict lean: half of ClearAt.
func (l *Lead) LeansAt() float64 { return float64(LeaningShare * l.ClearAt) }

// Leans reports whether the lead is at least LeansAt.
func (l *Lead) Leans() bool { return reaches(l.Points, l.LeansAt()) }

// Reached reports whether the lead is at least ClearAt.
func (l *Lead) Reached() bool { return reaches(l.Points, l.ClearAt) }

// reaches reports whether a lead is at least a threshold, within slack.
func reaches(lead, threshold float64) bool { return lead+slack >= threshold }

// sizes counts answered questions by their number of options.
type sizes [MaxShown + 1]int

// total returns the number of questions.
func (s *sizes) total() int {
	n := 0
	for _, count := range s {
		n += count
	}
	return n
}

// meanVariance returns Var(M_r) under random answering for a role that all of
// these questions show.
func (s *sizes) meanVariance() float64 {
	n, sum := float64(s.total()), 0.0
	for k := 2; k <= MaxShown; k++ {
		sum += float64(2*s[k]) / float64(k)
	}
	return sum / float64(n*n)
}

// leadVariance returns Var(M_A - M_B) under random answering, where a, b and
// both count the questions that show A, B and both roles.
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

// onFitScale converts a variance of M into a standard error in points of fit.
func onFitScale(variance float64) float64 { return float64(50 * math.Sqrt(variance)) }

// points returns the lead between two roles, where sumA and sumB are their sums
// of scores over a and b questions.
func points(sumA, a, sumB, b int) float64 {
	if a == b {
		return 50 * float64(sumA-sumB) / float64(a)
	}
	return float64(50 * (float64(sumA)/float64(a) - float64(sumB)/float64(b)))
}

// LeadBetween returns the lead of one role over another, computed from a
// result's answers in the listed dimensions, or in all if none is listed. The
// lead is negative if the other role is ahead. It is nil if one of the two
// roles is in no answered question.
func (r *Result) LeadBetween(role, over string, in ...Dimension) *Lead {
	var a, b, both sizes
	sumA, sumB := 0, 0
	prefixA, prefixB := role+"/", over+"/"
	for i := range r.Answers {
		answer := &r.Answers[i]
		if len(in) > 0 && !slices.ContainsFunc(in, func(d Dimension) bool { return d.String() == answer.Dimension }) {
			continue
		}
		scoreA, showsA := answer.score(prefixA)
		scoreB, showsB := answer.score(prefixB)
		k := min(len(answer.Shown), MaxShown)
		sumA, sumB = sumA+scoreA, sumB+scoreB
		a[k], b[k], both[k] = a[k]+count(showsA), b[k]+count(showsB), both[k]+count(showsA && showsB)
	}
	if a.total() == 0 || b.total() == 0 {
		return nil
	}
	return newLead(role, over, points(sumA, a.total(), sumB, b.total()), onFitScale(leadVariance(&a, &b, &both)))
}

// FitStdErr returns the standard deviation of a role's fit under random answers
// to the questions of this result. It returns 0 if no question shows the role.
func (r *Result) FitStdErr(role string) float64 {
	var s sizes
	for i := range r.Answers {
		if _, shows := r.Answers[i].score(role + "/"); shows {
			s[min(len(r.Answers[i].Shown), MaxShown)]++
		}
	}
	if s.total() == 0 {
		return 0
	}
	return onFitScale(s.meanVariance())
}

// score returns the score that an answer gives the role whose facets have this
// prefix, and reports whether the question shows the role.
func (a *AnswerResult) score(prefix string) (score int, shows bool) {
	is := func(ref string) bool { return strings.HasPrefix(ref, prefix) }
	switch {
	case a.Skip != "" || len(a.Shown) < 2 || !slices.ContainsFunc(a.Shown, is):
		return 0, false
	case is(a.Best):
		return 1, true
	case is(a.Worst):
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
