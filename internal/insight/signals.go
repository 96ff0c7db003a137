package insight

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// Signals are what a person's cards and conditions say about close roles. They
// have no weight in a verdict, but they can point to one of the roles.
type Signals struct {
	Card       string    `json:"card"`              // the role whose card has the highest rating, or "" if several have it
	Wanted     bool      `json:"wanted"`            // whether that rating is fit.Want
	Conditions string    `json:"conditions"`        // the role with the fewest conflicts, first those with what the person refuses; "" if several have as few
	NoConflict bool      `json:"noConflict"`        // whether only that role has no conflict
	NoRefusal  bool      `json:"noRefusal"`         // whether only that role comes with nothing that the person refuses
	Between    *Contrast `json:"between,omitempty"` // of two roles, the strongest contrast that favors Conditions
}

// SignalsOf returns the signals about these roles. There are none about fewer
// than two.
func SignalsOf(r *fit.Result, roles []string) Signals {
	var s Signals
	wish := func(id string) int { return -slices.Index(fit.CardRatings, r.Role(id).Card) } // positive for no rating
	known := func(id string) bool { return r.Role(id) != nil }
	if len(roles) < 2 || slices.ContainsFunc(roles, func(id string) bool { return !known(id) }) {
		return s
	}
	if !slices.ContainsFunc(roles, func(id string) bool { return wish(id) > 0 }) {
		s.Card = highest(roles, wish)
		s.Wanted = s.Card != "" && r.Role(s.Card).Card == fit.Want
	}
	s.addConditions(r, roles)
	return s
}

func (s *Signals) addConditions(r *fit.Result, roles []string) {
	refused := func(id string) int { return conflicts(r, id, fit.Refuse) }
	avoided := func(id string) int { return conflicts(r, id, fit.RatherNot) }
	all := len(r.Conditions) + 1
	s.Conditions = highest(roles, func(id string) int { return -all*refused(id) - avoided(id) })
	if s.Conditions == "" {
		return
	}
	others := slices.DeleteFunc(slices.Clone(roles), func(id string) bool { return id == s.Conditions })
	s.NoRefusal = refused(s.Conditions) == 0 && !slices.ContainsFunc(others, func(id string) bool { return refused(id) == 0 })
	s.NoConflict = refused(s.Conditions)+avoided(s.Conditions) == 0
	if len(others) != 1 {
		return
	}
	for _, c := range Contrasts(r, s.Conditions, others[0]) {
		if c.More != s.Conditions {
			s.Between = &c
			return
		}
	}
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

// conflicts returns how many conditions of a role conflict with this answer.
func conflicts(r *fit.Result, role string, answer fit.Tolerance) (n int) {
	for _, c := range r.Conditions {
		if level, ok := c.Levels[role]; ok && c.Answer == answer && answer.Conflicts(level) {
			n++
		}
	}
	return n
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
