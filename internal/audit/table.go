package audit

import (
	"math"

	"github.com/rolefit/rolefit/internal/fit"
)

// row converts the counts for a row of the table to shares.
func row(roles []Role, s *scenario, size int) Row {
	r := Row{
		Rho: s.rho, TopRight: ratio(s.topRight, s.total*credit), Questions: ratio(s.questions, s.total),
		Verdicts:  verdictShares(&s.verdicts),
		Same:      ratio(s.same, s.total*credit*credit),
		SameClear: ratio(s.sameClear, s.clear*credit*credit),
	}
	r.StdErr, r.SameStdErr = stdErr(r.TopRight, s.total), stdErr(r.Same, s.total)
	for i := range roles {
		n := &s.counts.roles[i]
		role := RoleRow{
			Role: roles[i].ID, First: ratio(n.first, n.people*credit), Expected: 1 / float64(size),
			TopRight: ratio(n.topRight, n.fans*credit), Verdicts: verdictShares(&n.verdicts),
		}
		role.StdErr, role.TopRightStdErr = stdErr(role.First, n.people), stdErr(role.TopRight, n.fans)
		r.Roles = append(r.Roles, role)
	}
	return r
}

func verdictShares(counted *[4]hits) []VerdictShare {
	all := int64(0)
	for i := range counted {
		all += counted[i].total()
	}
	out := make([]VerdictShare, len(comparedVerdicts))
	for i, v := range comparedVerdicts {
		h := &counted[i]
		out[i] = VerdictShare{Verdict: v, Share: ratio(h.total(), all), Right: right(v, h.right(), h)}
	}
	return out
}

// right returns the share of a verdict that names a favorite, or nil if the
// verdict names no role or didn't occur.
func right(v fit.Verdict, right int64, h *hits) *float64 {
	if v == fit.Undecided || h.total() == 0 {
		return nil
	}
	return new(ratio(right, h.total()))
}

// wish converts the counts for people who have a wish to shares.
func wish(s *scenario) Wish {
	w := Wish{Wish: s.wish.name, Rho: s.rho, People: int(s.total)}
	for i, v := range fit.Verdicts {
		w.Verdicts = append(w.Verdicts, VerdictShare{Verdict: v, Share: ratio(s.wishes[i], s.total)})
	}
	return w
}

// nicer returns how often a role with nicer options leads.
func nicer(roles []Role, s *scenario, size int) Nicer {
	n := &s.counts.roles[s.nicer]
	first := ratio(n.first, n.people*credit)
	return Nicer{
		Role: roles[s.nicer].ID, By: s.nicerBy, Rho: s.rho,
		First: first, Expected: 1 / float64(size), StdErr: stdErr(first, n.people),
	}
}

// hybrid converts the counts for people with two favorites to shares.
func hybrid(s *scenario) Hybrid {
	h := Hybrid{Rho: s.rho, Questions: ratio(s.questions, s.total), TopRight: ratio(s.topRight, s.total*credit)}
	for i, v := range comparedVerdicts {
		n := &s.verdicts[i]
		h.Verdicts = append(h.Verdicts, VerdictShare{Verdict: v, Share: ratio(n.total(), s.total), Right: right(v, n.only, n)})
		switch v {
		case fit.Clear, fit.Leaning:
			h.OneOfTwo += ratio(n.only, s.total)
		case fit.TossUp:
			h.Both = ratio(n.named[2], s.total)
		}
	}
	h.StdErr = stdErr(h.Both, s.total)
	return h
}

// stdErr returns the standard error of a share of n simulated people.
func stdErr(share float64, n int64) float64 {
	if n == 0 {
		return 0
	}
	return math.Sqrt(share * (1 - share) / float64(n))
}

// smallStdErr returns the standard error of a share of a small number of
// people. It adds one person on each side, because otherwise three out of three
// would have a standard error of 0.
func smallStdErr(share, n float64) float64 {
	return stdErr((float64(share*n)+1)/(n+2), int64(n)+2)
}

// ratio returns a/b, or 0 if b is 0.
func ratio(a, b int64) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}
