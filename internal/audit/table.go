package audit

import (
	"math"

	"github.com/rolefit/rolefit/internal/fit"
)

// row turns the counts of a rho into shares.
func row(rho float64, roles []Role, c *counts, size int) Row {
	r := Row{
		Rho: rho, TopRight: ratio(c.topRight, c.people*credit), Questions: ratio(c.questions, c.people),
		Verdicts:  verdictShares(&c.verdicts),
		Same:      ratio(c.same, c.people*credit*credit),
		SameClear: ratio(c.sameClear, c.clearFirst*credit*credit),
	}
	r.Error, r.SameError = standardError(r.TopRight, c.people), standardError(r.Same, c.people)
	for i := range roles {
		n := &c.roles[i]
		x := RoleRow{
			Role: roles[i].ID, First: ratio(n.first, n.in*credit), Expected: 1 / float64(size),
			TopRight: ratio(n.topRight, n.truth*credit), Verdicts: verdictShares(&n.verdicts),
		}
		x.Error, x.TopError = standardError(x.First, n.in), standardError(x.TopRight, n.truth)
		r.Roles = append(r.Roles, x)
	}
	return r
}

func verdictShares(counted *[4]hits) []VerdictShare {
	all := int64(0)
	for i := range counted {
		all += counted[i].total()
	}
	out := make([]VerdictShare, len(fit.Verdicts))
	for i, v := range fit.Verdicts {
		h := &counted[i]
		out[i] = VerdictShare{Verdict: v, Share: ratio(h.total(), all), Right: right(v, h.right(), h.total())}
	}
	return out
}

// right is how often a verdict that names roles names the right one.
func right(v fit.Verdict, right, given int64) *float64 {
	if v == fit.Undecided || given == 0 {
		return nil
	}
	share := ratio(right, given)
	return &share
}

// nicer is the share that a role with nicer options gets.
func nicer(roles []Role, s *scenario, c *counts, size int) Nicer {
	n := &c.roles[s.nicer]
	first := ratio(n.first, n.in*credit)
	return Nicer{
		Role: roles[s.nicer].ID, By: s.by, Rho: s.rho,
		First: first, Fair: 1 / float64(size), Error: standardError(first, n.in),
	}
}

// hybrid turns the counts of people with two favourites into shares.
func hybrid(s *scenario, c *counts) Hybrid {
	h := Hybrid{Rho: s.rho, Questions: ratio(c.questions, c.people), FirstIsIn: ratio(c.topRight, c.people*credit)}
	for i, v := range fit.Verdicts {
		n := &c.verdicts[i]
		h.Verdicts = append(h.Verdicts, VerdictShare{Verdict: v, Share: ratio(n.total(), c.people), Right: right(v, n.only, n.total())})
		switch v {
		case fit.Clear, fit.Leaning:
			h.OneOfTwo += ratio(n.only, c.people)
		case fit.TossUp:
			h.Both = ratio(n.named[2], c.people)
		}
	}
	h.Error = standardError(h.Both, c.people)
	return h
}

// standardError is that of a share among n people.
func standardError(share float64, n int64) float64 {
	if n == 0 {
		return 0
	}
	return math.Sqrt(share * (1 - share) / float64(n))
}

// smallError is the standard error of a share among few: as if one more had
// been in it and one more not, so that all of three is not taken as certain.
func smallError(share, n float64) float64 {
	return standardError((share*n+1)/(n+2), int64(n)+2)
}

// ratio is a/b; 0 when there is nothing to count.
func ratio(a, b int64) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}
