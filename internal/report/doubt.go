package report

import (
	"fmt"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/wording"
)

// doubt says why the answers may say little; "" when nothing speaks against
// them.
func doubt(flags []fit.Flag) string {
	switch {
	case slices.Contains(flags, fit.Fast):
		return "You answered faster than most people read, so don't rely on it."
	case slices.Contains(flags, fit.SamePlace):
		return "You often picked the same positions, so this may say little."
	}
	return ""
}

// doubtOf says why not to rely on the result behind a plan.
func doubtOf(plan *insight.Plan) string {
	if me := &plan.Me; me.Provisional {
		return fmt.Sprintf("You finished the quiz early, after %s, so this plan may be for the wrong role. To answer the rest: %s", count(me.Answered, "question"), command("rolefit quiz --settle", plan.Pack))
	}
	return doubt(plan.Me.Flags)
}

// closeText names the roles that are too close to call, and those that aren't
// among them.
func (w result) closeText() string {
	var out []string
	for _, r := range w.Roles {
		if r.Place > 0 && !slices.Contains(w.Close, r.ID) {
			out = append(out, r.Title)
		}
	}
	switch {
	case len(w.Close) == 0:
		return "Three or more roles are too close to call."
	case len(out) == 0:
		return fmt.Sprintf("All %s roles are too close to call.", wording.Number(len(w.Close)))
	}
	return fmt.Sprintf("%s are too close to call, but %s%s out.", wording.And(w.titles(w.Close)), wording.And(out), verb(len(out), " is", " are"))
}

// conflict is the first of the conditions that conflict with the answers, one
// that the person would refuse if there is one.
func (w result) conflict() string {
	if len(w.Conflicts) == 0 {
		return ""
	}
	first := w.Conflicts[0]
	conditions := map[string]bool{}
	for _, c := range w.Conflicts {
		if conditions[c.Condition] = true; c.Answer == fit.Refuse && first.Answer != fit.Refuse {
			first = c
		}
	}
	answer := "you'd rather avoid that"
	if first.Answer == fit.Refuse {
		answer = "you'd refuse that"
	}
	s := fmt.Sprintf("%s: %s jobs %s include it, and %s.", first.Name, w.title(first.Role), oftenPhrases[max(0, min(first.Level, len(oftenPhrases)-1))], answer)
	if more := len(conditions) - 1; more > 0 {
		s += fmt.Sprintf(" And %d more.", more)
	}
	return s
}
