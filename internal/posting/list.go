package posting

import (
	"cmp"
	"slices"
)

// MatchesSchema names the form of Matches.
const MatchesSchema = "rolefit/matches/2"

// Matches are several postings, the best first.
type Matches struct {
	Schema   string   `json:"schema"`
	Postings []*Match `json:"postings"`
}

// NewMatches sorts postings: with the result of a person by how they fit, else by
// how sure it is that they describe one of the roles. Those for other jobs, and
// those that could not be understood, come last; equal ones stay as they are.
func NewMatches(list []*Match) *Matches {
	slices.SortStableFunc(list, func(a, b *Match) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(b.merit(), a.merit()))
	})
	return &Matches{MatchesSchema, list}
}

func (x *Match) rank() int {
	switch {
	case x.Verdict == None:
		return 3
	case x.Me != nil && x.Me.Fit != nil:
		return 0
	case x.Verdict == One:
		return 1
	}
	return 2
}

// merit orders postings of one rank: the fit, else the score of the first role.
func (x *Match) merit() float64 {
	switch {
	case x.Me != nil && x.Me.Fit != nil:
		return *x.Me.Fit
	case len(x.Roles) > 0:
		return x.Roles[0].Estimate.Score
	}
	return 0
}
