package advert

import (
	"cmp"
	"slices"
)

// ListSchema names the form of a List.
const ListSchema = "rolefit/matches/1"

// A List is several adverts, the best first.
type List struct {
	Schema  string     `json:"schema"`
	Adverts []*Reading `json:"adverts"`
}

// NewList puts readings in order: with somebody's result the one that fits
// that person most first, else the one that describes one role most clearly.
// Those that describe none come last; equal ones stay as they are.
func NewList(readings []*Reading) *List {
	slices.SortStableFunc(readings, func(a, b *Reading) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(b.merit(), a.merit()))
	})
	return &List{ListSchema, readings}
}

// rank sorts kinds of readings: those that have a fit, then by verdict.
func (r *Reading) rank() int {
	switch {
	case r.Me != nil && r.Me.Fit != nil:
		return 0
	case r.Verdict == One:
		return 1
	case r.Verdict == Mixed:
		return 2
	}
	return 3
}

// merit sorts readings of one kind: the fit, else the share of the first role.
func (r *Reading) merit() float64 {
	switch {
	case r.Me != nil && r.Me.Fit != nil:
		return *r.Me.Fit
	case len(r.Roles) > 0:
		return r.Roles[0].Share
	}
	return 0
}
