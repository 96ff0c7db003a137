package state

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// ParseResult parses a result that anybody may have written, and checks what
// those who draw it rely on. It skips unknown fields, so that a later version may
// have more.
func ParseResult(data []byte) (*fit.Result, error) {
	var head struct {
		Schema string `json:"schema"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, fmt.Errorf("it is not JSON of a result: %v", err)
	}
	if head.Schema != fit.ResultSchema {
		return nil, fmt.Errorf("schema is %q, expected %q", head.Schema, fit.ResultSchema)
	}
	var r fit.Result
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("it is not JSON of a result: %v", err)
	}
	return &r, checkResult(&r)
}

// Bounds of a lead, far beyond what answers can bring about: what is drawn to
// scale must stay drawable.
const (
	maxPoints = 100_000
	minStdErr = 0.01
)

func checkResult(r *fit.Result) error {
	known := func(id string) bool {
		return slices.ContainsFunc(r.Roles, func(x fit.RoleResult) bool { return x.ID == id })
	}
	switch {
	case !slices.Contains(fit.Verdicts, r.Verdict):
		return fmt.Errorf("verdict is %q, expected one of %s", r.Verdict, fit.Verdicts)
	case slices.ContainsFunc(r.Named, func(id string) bool { return !known(id) }):
		return fmt.Errorf("named are %q, expected ids of its roles", r.Named)
	case len(r.Named) != namedBy(r.Verdict):
		return fmt.Errorf("named are %q, expected %d for %q", r.Named, namedBy(r.Verdict), r.Verdict)
	case r.Lead != nil && !(known(r.Lead.Role) && known(r.Lead.Over)):
		return fmt.Errorf("lead is of %q over %q, expected ids of its roles", r.Lead.Role, r.Lead.Over)
	case r.Lead != nil && !(r.Lead.StdErr >= minStdErr && r.Lead.StdErr <= maxPoints && r.Lead.Points >= 0 && r.Lead.Points <= maxPoints):
		return fmt.Errorf("lead: expected points from 0 to %d, and stdErr from %v to that", maxPoints, minStdErr)
	case r.Lead == nil && len(r.Named) > 0:
		return fmt.Errorf("lead is missing, expected one for verdict %q", r.Verdict)
	case min(r.Asked, r.Answered, r.Skipped, r.Changes) < 0:
		return errors.New("a count is below 0")
	}
	for _, role := range r.Roles {
		if err := checkRole(role); err != nil {
			return fmt.Errorf("role %q: %w", role.ID, err)
		}
	}
	for _, g := range r.Gaps {
		if !isLevel(&g.Level) || !isLevel(&g.Needed) {
			return fmt.Errorf("gap %q: expected levels from 0 to %d", g.Skill, fit.MaxLevel)
		}
	}
	for id, skill := range r.Skills {
		if !isLevel(skill.Level) {
			return fmt.Errorf("skill %q: level is %d, expected 0 to %d", id, *skill.Level, fit.MaxLevel)
		}
	}
	return nil
}

// namedBy is how many roles a verdict names.
func namedBy(v fit.Verdict) int {
	switch v {
	case fit.Clear, fit.Leaning:
		return 1
	case fit.TossUp:
		return 2
	}
	return 0
}

func checkRole(r fit.RoleResult) error {
	fits := []*float64{r.Fit}
	for _, f := range r.Dimensions {
		fits = append(fits, f)
	}
	for _, f := range fits {
		if f != nil && !(*f >= 0 && *f <= 100) {
			return fmt.Errorf("fit is %v, expected 0 to 100", *f)
		}
	}
	switch {
	case r.Readiness != nil && !(*r.Readiness >= 0 && *r.Readiness <= 1):
		return fmt.Errorf("readiness is %v, expected 0 to 1", *r.Readiness)
	case (r.Fit == nil) != (r.Place == 0):
		return errors.New("fit and place do not go together, expected both or neither")
	case min(r.Place, r.Best, r.Worst, r.Shown, r.Rated, r.Needed) < 0:
		return errors.New("a count is below 0")
	}
	for _, n := range r.Needs {
		if !isLevel(n.Level) || !isLevel(&n.Needed) {
			return fmt.Errorf("need %q: expected levels from 0 to %d", n.Skill, fit.MaxLevel)
		}
	}
	return nil
}

// isLevel says whether this is a level, or none at all.
func isLevel(level *int) bool { return level == nil || *level >= 0 && *level <= fit.MaxLevel }
