package audit

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// reference is the row that the checks look at.
func (r *Report) reference() *Row {
	for i := range r.Table {
		if r.Table[i].Rho == referenceRho {
			return &r.Table[i]
		}
	}
	return nil
}

func (r *Report) judgeRandom() {
	random := &r.Table[0]
	uneven, e, where := 0.0, 0.0, ""
	for _, x := range random.Roles {
		if by := (x.First - x.Expected) / x.Expected; math.Abs(by) > math.Abs(uneven) {
			how := "too often"
			if by < 0 {
				how = "too seldom"
			}
			uneven, e, where = by, x.Error/x.Expected, fmt.Sprintf("role %s comes first %s", x.Role, how)
		}
	}
	r.check(Check{
		Name: "random first", What: "how far from an equal share a role comes first, at random, over that share",
		Figure: math.Abs(uneven), Limit: maxUneven, Error: e, Most: true, Share: true,
	}, Finding{
		What: "random answers favour or slight a role: " + where,
		Why:  "with answers that mean nothing, each role should come first equally often",
		Mend: "show all roles equally often in each dimension; a role shown less is lifted by luck",
	})
	clear := random.share(fit.Clear)
	r.check(Check{
		Name: "random clear", What: "random answers that are called clear",
		Figure: clear.Share, Limit: maxRandomClear(r.Interviews.Roles), Error: standardError(clear.Share, int64(r.People)), Most: true, Share: true,
	}, Finding{
		What: "random answers are called clear too often",
		Why:  "a clear verdict must mean something",
		Mend: "ask more questions in the first set, or show roles more evenly",
	})
}

func (r *Row) share(v fit.Verdict) VerdictShare {
	for _, s := range r.Verdicts {
		if s.Verdict == v {
			return s
		}
	}
	return VerdictShare{Verdict: v}
}

func (r *Report) judgeTable() {
	row, roles := r.reference(), r.Interviews.Roles
	weak := Finding{
		Why:  "people with a real preference are told something else, or nothing",
		Mend: "more questions, shown evenly; check the structure above first",
	}
	weak.What = "the role that people like best comes first too seldom"
	r.check(Check{Name: "top role", What: "top role right", Figure: row.TopRight, Limit: part(minTop, roles), Error: row.Error, Share: true}, weak)
	for _, v := range []struct {
		verdict fit.Verdict
		limit   float64
	}{{fit.Clear, minClear}, {fit.Leaning, minLeaning}, {fit.TossUp, minTossUp}} {
		s := row.share(v.verdict)
		if s.Right == nil {
			continue
		}
		weak.What = fmt.Sprintf("%s names the wrong role too often", v.verdict)
		r.check(Check{
			Name: string(v.verdict), What: fmt.Sprintf("%s names the right role", v.verdict),
			Figure: *s.Right, Limit: v.limit, Error: smallError(*s.Right, s.Share*float64(r.People)), Share: true,
		}, weak)
	}
	r.judgeAlike(row)
	r.check(Check{Name: "twice", What: "the same role first in two takes", Figure: row.Same, Limit: part(minSame, roles), Error: row.SameError, Share: true}, Finding{
		What: "the same person gets another role the second time too often",
		Why:  "what changes from one day to the next is no finding about a person",
		Mend: "more questions, shown evenly",
	})
}

// judgeAlike compares how often people of one role are found with those of
// another.
func (r *Report) judgeAlike(row *Row) {
	found := func(a, b RoleRow) int { return cmp.Compare(a.TopRight, b.TopRight) }
	low, high := slices.MinFunc(row.Roles, found), slices.MaxFunc(row.Roles, found)
	r.check(Check{
		Name: "roles alike", What: "difference between two roles in how often they are found",
		Figure: high.TopRight - low.TopRight, Limit: maxRoleDiff, Error: math.Hypot(high.TopError, low.TopError), Most: true, Share: true,
	}, Finding{
		What: fmt.Sprintf("people who like role %s best are found less often than those of role %s", low.Role, high.Role),
		Why:  "the quiz is less fair to some people than to others",
		Mend: fmt.Sprintf("show role %s as often as the others, in each dimension", low.Role),
	})
}

func (r *Report) judgeOthers() {
	tilt, e, where := 0.0, 0.0, ""
	for _, n := range r.Nicer {
		if x := n.First / n.Fair; n.By == niceness[0] && x > tilt {
			tilt, e, where = x, n.Error/n.Fair, n.Role
		}
	}
	r.check(Check{
		Name: "nicer", What: "what a role with slightly nicer options gets, over an equal share",
		Figure: tilt, Limit: maxTilt, Error: e, Most: true,
	}, Finding{
		What: fmt.Sprintf("slightly nicer options would win too much for role %s", where),
		Why:  "no wording is perfectly even, and a little should not decide",
		Mend: "show that role as often as the others, no more",
	})
	h := r.Hybrids[0]
	split := h.Verdicts[0]
	r.check(Check{
		Name: "hybrids", What: "people who like two roles equally and are told clear",
		Figure: split.Share, Limit: maxSplit, Error: standardError(split.Share, int64(r.People)), Most: true, Share: true,
	}, Finding{
		What: "people who like two roles equally are told that it is clearly one",
		Why:  "half of what they are is then kept from them",
		Mend: "show the roles evenly, and each pair of roles together",
	})
}
