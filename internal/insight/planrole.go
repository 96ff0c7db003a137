package insight

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// A PlanBasis says why a plan is for one of several roles that are too close to
// call.
type PlanBasis string

const (
	BasisSignals PlanBasis = "signals" // the signals point to the role; see Plan.Signals
	BasisFit     PlanBasis = "fit"     // the role has the highest fit
	BasisOrder   PlanBasis = "order"   // several roles have the highest fit, and this one is listed first
)

// A CloseRole is another role that the answers are too close to rule out. Its
// weekend comes first, too.
type CloseRole struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Fit     *float64 `json:"fit"`
	Weekend *fit.Try `json:"weekend"` // nil if the role has none
}

// PlanRole returns the role that a plan is for unless the person chooses
// another, and why. Of several roles that are too close to call, it is the one
// that the signals point to, or else the one with the highest fit. PlanRole
// returns "" if no role leads: nothing was answered, or too little to choose
// among the roles that share the lead.
func PlanRole(r *fit.Result) (string, PlanBasis) {
	if isOpen(r) {
		if role := SignalsOf(r, closeRoles(r)).Role(); role != "" {
			return role, BasisSignals
		}
	}
	var leaders []string
	for _, role := range r.Roles {
		if role.Place == 1 {
			leaders = append(leaders, role.ID)
		}
	}
	switch {
	case len(leaders) == 1:
		return leaders[0], BasisFit
	case len(leaders) == 0, r.Thin():
		return "", ""
	}
	return leaders[0], BasisOrder
}

// isOpen reports whether several roles are too close to call.
func isOpen(r *fit.Result) bool {
	return r.Verdict == fit.TossUp || r.Verdict == fit.Undecided && !r.Thin()
}

// closeRoles returns the roles that the verdict is about, or all that are too
// close to call.
func closeRoles(r *fit.Result) []string {
	if len(r.Close) > 0 {
		return r.Close
	}
	return r.About
}

// maxClose is the maximum number of other roles whose weekends come first.
const maxClose = 2

// addClose adds the other roles if the plan is for one of several that are too
// close to call.
func (plan *Plan) addClose(p *fit.Pack, r *fit.Result) {
	if !isOpen(r) || !slices.ContainsFunc(plan.About, func(about RoleRef) bool { return about.ID == plan.ID }) {
		return
	}
	if role, basis := PlanRole(r); role == plan.ID {
		plan.Basis = basis
		if basis == BasisSignals {
			signals := SignalsOf(r, closeRoles(r))
			plan.Signals = &signals
		}
	}
	for _, about := range plan.About {
		role, result := p.Role(about.ID), r.Role(about.ID)
		if role == nil || result == nil || role.ID == plan.ID || len(plan.Close) == maxClose {
			continue
		}
		c := CloseRole{ID: about.ID, Title: about.Title, Fit: result.Fit}
		if role.Try.Do != "" {
			c.Weekend = &role.Try
		}
		plan.Close = append(plan.Close, c)
	}
}

// weekends returns the tasks that come before the first step.
func (plan *Plan) weekends() (all []*fit.Try) {
	if plan.Weekend != nil {
		all = append(all, plan.Weekend)
	}
	for _, c := range plan.Close {
		if c.Weekend != nil {
			all = append(all, c.Weekend)
		}
	}
	return all
}

// WeekendHours returns the hours that the weekends' tasks take.
func (plan *Plan) WeekendHours() (hours float64) {
	for _, t := range plan.weekends() {
		hours += t.Hours
	}
	return hours
}

// Weekends returns the number of weekends that come before the first step.
func (plan *Plan) Weekends() int { return len(plan.weekends()) }
