package insight

import (
	"cmp"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// A Contrast is a condition that the person would rather avoid or refuses, and
// that is a much larger part of one role than of another.
type Contrast struct {
	Condition string        `json:"condition"`
	Name      string        `json:"name"`
	Answer    fit.Tolerance `json:"answer"`
	More      string        `json:"more"`   // the role with the higher level
	Less      string        `json:"less"`   // the role with the lower level
	Levels    [2]int        `json:"levels"` // of More and of Less; see fit.RoleCondition
}

// contrastLevels is a difference between two levels that matters even if neither
// conflicts with the answer, such as nearly always and sometimes.
const contrastLevels = 2

// Contrasts returns the conditions that separate two roles, the strongest first:
// those that the person refuses, and then the largest difference.
func Contrasts(r *fit.Result, a, b string) []Contrast {
	var out []Contrast
	for _, c := range r.Conditions {
		x, knowsX := c.Levels[a]
		y, knowsY := c.Levels[b]
		if !knowsX || !knowsY || c.Answer != fit.Refuse && c.Answer != fit.RatherNot {
			continue
		}
		contrast := Contrast{c.Condition, c.Name, c.Answer, a, b, [2]int{x, y}}
		if y > x {
			contrast.More, contrast.Less, contrast.Levels = b, a, [2]int{y, x}
		}
		if contrast.difference() >= contrastLevels || c.Answer.Conflicts(x) != c.Answer.Conflicts(y) {
			out = append(out, contrast)
		}
	}
	slices.SortStableFunc(out, func(x, y Contrast) int {
		return cmp.Or(cmp.Compare(severity(y.Answer), severity(x.Answer)), cmp.Compare(y.difference(), x.difference()))
	})
	return out
}

func (c Contrast) difference() int { return c.Levels[0] - c.Levels[1] }

// severity orders the answers to a condition.
func severity(t fit.Tolerance) int {
	return slices.Index([]fit.Tolerance{fit.RatherNot, fit.Refuse}, t)
}

// A Clash is a condition that is at least often part of a role, and that the
// person would rather avoid or refuses. Not every Clash is a fit.Conflict.
type Clash struct {
	Condition string        `json:"condition"`
	Name      string        `json:"name"`
	Level     int           `json:"level"` // of the role; see fit.RoleCondition
	Answer    fit.Tolerance `json:"answer"`
}

// Clashes returns the clashes with a role: first what the person refuses, and
// then what is most often part of it.
func Clashes(r *fit.Result, role string) []Clash {
	out := []Clash{}
	for _, c := range r.Conditions {
		if level, ok := c.Levels[role]; ok && level >= fit.Often && severity(c.Answer) >= 0 {
			out = append(out, Clash{c.Condition, c.Name, level, c.Answer})
		}
	}
	slices.SortStableFunc(out, func(x, y Clash) int {
		return cmp.Or(cmp.Compare(severity(y.Answer), severity(x.Answer)), cmp.Compare(y.Level, x.Level))
	})
	return out
}
