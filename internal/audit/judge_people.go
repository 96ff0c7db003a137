package audit

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// reference returns the row of the table that the checks are based on.
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
	uneven, se, where := mostUneven(random.Roles)
	r.check(Check{
		Name: "random first", What: "how far from an equal share of random answers a role comes first",
		Figure: uneven, Limit: maxUneven, StdErr: se, AtMost: true, Share: true,
	}, Finding{
		What: "random answers favor or disfavor a role: " + where,
		Why:  "with random answers, each role should come first equally often",
		Fix:  r.showEqually(),
	})
	uneven, se, where = mostUneven(r.Renamed)
	r.check(Check{
		Name: "renamed", What: "the same, when the roles have other ids",
		Figure: uneven, Limit: maxUneven, StdErr: se, AtMost: true, Share: true,
	}, Finding{
		What: "random answers favor or disfavor a role because of its name: " + where,
		Why:  "the names of files must not matter",
		Fix:  r.showEqually(),
	})
	clear := random.share(fit.Clear)
	r.check(Check{
		Name: "random clear", What: "random answers with a clear verdict",
		Figure: clear.Share, Limit: maxRandomClear(r.Interviews.Roles), StdErr: stdErr(clear.Share, int64(r.People)), AtMost: true, Share: true,
	}, Finding{
		What: "random answers have a clear verdict too often",
		Why:  "a clear verdict must mean something",
		Fix:  "ask more questions in the first round, or show roles more evenly",
	})
}

// mostUneven finds the role whose share differs most from an equal share. It
// returns the difference, its standard error, and a description of the role.
func mostUneven(roles []RoleRow) (by, se float64, where string) {
	for _, role := range roles {
		diff := role.First - role.Expected
		if math.Abs(diff) <= by {
			continue
		}
		how := "too often"
		if diff < 0 {
			how = "too rarely"
		}
		by, se, where = math.Abs(diff), role.StdErr, fmt.Sprintf("role %s comes first %s", role.Role, how)
	}
	return by, se, where
}

// showEqually returns advice on how to make the quiz show all roles equally
// often.
func (r *Report) showEqually() string {
	if r.Interviews.Assembled {
		return "give every role the same number of facets in each dimension; if they have it, please report this as a bug in rolefit"
	}
	return "show all roles equally often in each dimension, in the questions of each round"
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
		Why: "people with a real preference get the wrong verdict, or none",
		Fix: "add questions and show the roles evenly; check the structure above first",
	}
	weak.What = "the role that people like best comes first too rarely"
	r.check(Check{Name: "top role", What: "top role right", Figure: row.TopRight, Limit: fraction(minTop, roles), StdErr: row.StdErr, Share: true}, weak)
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
			Figure: *s.Right, Limit: v.limit, StdErr: smallStdErr(*s.Right, float64(s.Share*float64(r.People))), Share: true,
		}, weak)
	}
	r.judgeEvenness(row)
	r.check(Check{Name: "twice", What: "the same role first in two interviews", Figure: row.Same, Limit: fraction(minSame, roles), StdErr: row.SameStdErr, Share: true}, Finding{
		What: "the same person gets a different role the second time too often",
		Why:  "a result that changes from one day to the next says nothing about a person",
		Fix:  "add questions, and show the roles evenly",
	})
}

// judgeEvenness checks that the quiz finds each role about equally often for
// the people who like it best.
func (r *Report) judgeEvenness(row *Row) {
	found := func(a, b RoleRow) int { return cmp.Compare(a.TopRight, b.TopRight) }
	low, high := slices.MinFunc(row.Roles, found), slices.MaxFunc(row.Roles, found)
	r.check(Check{
		Name: "roles even", What: "difference between two roles in how often they are found",
		Figure: high.TopRight - low.TopRight, Limit: maxTopRightDiff, StdErr: math.Sqrt(float64(high.TopRightStdErr*high.TopRightStdErr) + float64(low.TopRightStdErr*low.TopRightStdErr)), AtMost: true, Share: true,
	}, Finding{
		What: fmt.Sprintf("people who like role %s best are found less often than those of role %s", low.Role, high.Role),
		Why:  "the quiz is less fair to some people than to others",
		Fix:  fmt.Sprintf("show role %s as often as the others, in each dimension", low.Role),
	})
}

func (r *Report) judgeNicerAndHybrids() {
	nicest, se, where := 0.0, 0.0, ""
	for _, n := range r.Nicer {
		if ratio := n.First / n.Expected; n.By == niceness[0] && ratio > nicest {
			nicest, se, where = ratio, n.StdErr/n.Expected, n.Role
		}
	}
	r.check(Check{
		Name: "nicer", What: "how often a role with slightly nicer options comes first, over an equal share",
		Figure: nicest, Limit: maxNicerShare, StdErr: se, AtMost: true,
	}, Finding{
		What: fmt.Sprintf("slightly nicer options would put role %s first too often", where),
		Why:  "no wording is perfectly even, and a small difference shouldn't decide the verdict",
		Fix:  "show that role as often as the others, no more",
	})
	h := r.Hybrids[0]
	split := h.Verdicts[0]
	r.check(Check{
		Name: "hybrids", What: "people who like two roles equally and get a clear verdict",
		Figure: split.Share, Limit: maxHybridClear, StdErr: stdErr(split.Share, int64(r.People)), AtMost: true, Share: true,
	}, Finding{
		What: "people who like two roles equally get a clear verdict for one of them",
		Why:  "the report then leaves out half of what they prefer",
		Fix:  "show the roles evenly, and each pair of roles together",
	})
}
