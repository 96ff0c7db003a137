package insight

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// Signals are what a person's cards and conditions say about close roles. They
// have no weight in a verdict, but they can point to one of the roles.
type Signals struct {
	Card       string `json:"card"`       // the role whose card has the highest rating, or "" if several have it
	Wanted     bool   `json:"wanted"`     // whether that rating is fit.Want
	Conditions string `json:"conditions"` // the role with the least serious conflict, or "" if several have it
	NoConflict bool   `json:"noConflict"` // whether that role has no conflict
}

// SignalsOf returns the signals about these roles. There are none about fewer
// than two.
func SignalsOf(r *fit.Result, roles []string) Signals {
	var s Signals
	wish := func(id string) int { return slices.Index(ratings, r.Role(id).Card) }
	cost := func(id string) int { return -worstConflict(r, id) }
	known := func(id string) bool { return r.Role(id) != nil }
	if len(roles) < 2 || slices.ContainsFunc(roles, func(id string) bool { return !known(id) }) {
		return s
	}
	if !slices.ContainsFunc(roles, func(id string) bool { return wish(id) < 0 }) {
		s.Card = highest(roles, wish)
		s.Wanted = s.Card != "" && r.Role(s.Card).Card == fit.Want
	}
	if !slices.ContainsFunc(roles, func(id string) bool { return !slices.Contains(r.About, id) }) { // conflicts are known for these
		s.Conditions = highest(roles, cost)
		s.NoConflict = s.Conditions != "" && cost(s.Conditions) == 0
	}
	return s
}

// Role returns the role that all signals point to, or "".
func (s Signals) Role() string {
	switch {
	case s.Card == "":
		return s.Conditions
	case s.Conditions == "" || s.Conditions == s.Card:
		return s.Card
	}
	return ""
}

// ratings contains the ratings of a card in increasing order.
var ratings = []fit.CardRating{fit.Pass, fit.Maybe, fit.Want}

// worstConflict returns 0 for a role without a conflict, 1 if it comes with
// something that the person would rather avoid, and 2 if they would refuse it.
func worstConflict(r *fit.Result, role string) (worst int) {
	for _, c := range r.Conflicts {
		switch {
		case c.Role != role:
		case c.Answer == fit.Refuse:
			worst = 2
		default:
			worst = max(worst, 1)
		}
	}
	return worst
}

// highest returns the role with the highest value, or "" if several have it.
func highest(roles []string, value func(string) int) string {
	best := slices.MaxFunc(roles, func(a, b string) int { return value(a) - value(b) })
	for _, id := range roles {
		if id != best && value(id) == value(best) {
			return ""
		}
	}
	return best
}
