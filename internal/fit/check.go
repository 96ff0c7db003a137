package fit

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Bounds of the values in a lead. The maximum is the standard error after a
// single question with two options. The minimum keeps the scale of a drawing
// finite.
const (
	maxPoints = 100
	minStdErr = 0.01
)

// Check returns an error if Score couldn't have produced the result. Results
// from outside, such as saved ones, must be checked before use, because reports
// rely on these properties. Texts are not checked.
func (r *Result) Check() error {
	if r.Schema != ResultSchema {
		return fmt.Errorf("schema is %q, expected %q", r.Schema, ResultSchema)
	}
	for _, check := range []func() error{ // limits come first: later checks rely on them
		r.checkLimits, r.checkRoles, r.checkVerdict, r.checkLeads, r.checkCounts, r.checkAnswers, r.checkSkills, r.checkConditions,
	} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

// maxListed is the maximum length of a list. A pack with MaxRoles roles of 200
// facets has 9,600 questions, and fewer of anything else.
const maxListed = 10_000

func (r *Result) checkLimits() error {
	if len(r.Roles) > MaxRoles {
		return fmt.Errorf("it has %d roles, expected at most %d", len(r.Roles), MaxRoles)
	}
	needs := 0
	for i := range r.Roles {
		needs = max(needs, len(r.Roles[i].Needs))
	}
	for _, list := range []struct {
		name string
		len  int
	}{
		{"answers", len(r.Answers)}, {"evidence", len(r.Evidence)}, {"gaps", len(r.Gaps)}, {"skills", len(r.Skills)}, {"needs", needs},
		{"conditions", len(r.Conditions)}, {"conflicts", len(r.Conflicts)}, {"flags", len(r.Flags)}, {"dimensions", len(r.Dimensions)},
	} {
		if list.len > maxListed {
			return fmt.Errorf("%s has %d entries, expected at most %d", list.name, list.len, maxListed)
		}
	}
	return nil
}

// checkIDs returns an error if an id is unknown or repeated.
func (r *Result) checkIDs(what string, ids []string) error {
	if len(ids) > len(r.Roles) {
		return fmt.Errorf("%s has %d ids, expected different roles of the result", what, len(ids))
	}
	for i, id := range ids {
		if r.Role(id) == nil || slices.Contains(ids[:i], id) {
			return fmt.Errorf("%s is %q, expected ids of different roles of the result", what, ids)
		}
	}
	return nil
}

func (r *Result) checkRoles() error {
	for i := range r.Roles {
		role := &r.Roles[i]
		if role.ID == "" || r.Role(role.ID) != role {
			return fmt.Errorf("role %q is missing its id or listed twice", role.ID)
		}
		if role.Place > len(r.Roles) {
			return fmt.Errorf("role %q: place is %d, expected at most %d", role.ID, role.Place, len(r.Roles))
		}
		if err := role.check(); err != nil {
			return fmt.Errorf("role %q: %w", role.ID, err)
		}
	}
	return nil
}

func (r *RoleResult) check() error {
	fits := []*float64{r.Fit}
	for _, name := range slices.Sorted(maps.Keys(r.Dimensions)) {
		if err := checkDimension(name); err != nil {
			return err
		}
		fits = append(fits, r.Dimensions[name])
	}
	for _, fit := range fits {
		if fit != nil && !within(*fit, 0, 100) {
			return fmt.Errorf("fit is %v, expected 0 to 100", *fit)
		}
	}
	if !slices.Contains(append([]CardRating{""}, CardRatings...), r.Card) {
		return fmt.Errorf("card is %q, expected one of %s", r.Card, CardRatings)
	}
	for _, n := range r.Needs {
		if !isLevel(n.Level) || !isLevel(&n.Needed) {
			return fmt.Errorf("need %q: expected levels from 0 to %d", n.Skill, MaxLevel)
		}
	}
	if r.Grade != nil {
		for _, n := range r.Grade.Lacks {
			if !isLevel(n.Level) || !isLevel(&n.Needed) {
				return fmt.Errorf("grade lacks %q: expected levels from 0 to %d", n.Skill, MaxLevel)
			}
		}
	}
	switch {
	case r.Readiness != nil && !within(*r.Readiness, 0, 1):
		return fmt.Errorf("readiness is %v, expected 0 to 1", *r.Readiness)
	case (r.Fit == nil) != (r.Place == 0):
		return errors.New("expected both fit and place, or neither")
	case min(r.Place, r.Best, r.Worst, r.Rated) < 0 || r.Best+r.Worst > r.Shown || r.Rated > r.Needed:
		return errors.New("counts are below 0 or contradict each other")
	}
	return nil
}

// namedBy is the number of roles that each verdict names.
var namedBy = map[Verdict]int{Clear: 1, Leaning: 1, TossUp: 2, Undecided: 0, NoRole: 0}

// hasReason reports whether a verdict can have this reason.
func (v Verdict) hasReason(r Reason) bool {
	switch v {
	case Clear:
		return r == ""
	case Leaning:
		return r == Close || r == Provisional || r == CardPass
	case TossUp:
		return r == Close
	case NoRole:
		return r == NothingWanted
	}
	return r == Close || r == TooFew || r == NotCompared
}

func (r *Result) checkVerdict() error {
	count, known := namedBy[r.Verdict]
	switch {
	case !known:
		return fmt.Errorf("verdict is %q, expected one of %s", r.Verdict, Verdicts)
	case !r.Verdict.hasReason(r.Reason):
		return fmt.Errorf("reason is %q, which verdict %q doesn't have", r.Reason, r.Verdict)
	case r.Verdict == Clear && r.Provisional:
		return errors.New("verdict is clear, expected at most leaning since the result is provisional")
	case len(r.Named) != count:
		return fmt.Errorf("named is %q, expected %d for verdict %q", r.Named, count, r.Verdict)
	case count > 0 && !slices.Equal(r.Named, r.About):
		return fmt.Errorf("about is %q, expected the named roles %q", r.About, r.Named)
	case r.Verdict != NoRole && (r.Lead == nil) != (r.Reason == NotCompared) || (r.Lead == nil) != (len(r.About) == 0):
		return fmt.Errorf("lead and about don't fit reason %q", r.Reason)
	case r.Lead != nil && !slices.Contains(r.About, r.Lead.Role):
		return fmt.Errorf("about is %q, expected the leader %q among them", r.About, r.Lead.Role)
	}
	for _, list := range []struct {
		name string
		ids  []string
	}{{"named", r.Named}, {"about", r.About}, {"close", r.Close}} {
		if err := r.checkIDs(list.name, list.ids); err != nil {
			return err
		}
	}
	return nil
}

func (r *Result) checkLeads() error {
	if l := r.Lead; l != nil {
		if err := r.checkLead(l); err != nil {
			return err
		}
		if r.Verdict == Clear && !l.Reached() || r.Verdict == Leaning && !l.Leans() {
			return fmt.Errorf("verdict is %q, which a lead of %v points of %v doesn't reach", r.Verdict, l.Points, l.ClearAt)
		}
	}
	for _, d := range r.Dimensions {
		if err := checkDimension(d.Dimension); err != nil {
			return err
		}
		if err := r.checkIDs("first", d.First); err != nil {
			return err
		}
		if err := r.checkLead(d.Lead); err != nil {
			return err
		}
	}
	return nil
}

func (r *Result) checkLead(l *Lead) error {
	if l == nil {
		return nil
	}
	if !within(l.Points, 0, maxPoints) || !within(l.StdErr, minStdErr, maxPoints) || !within(l.ClearAt, l.StdErr, 10*maxPoints) {
		return fmt.Errorf("lead: expected points from 0 to %d, stdErr from %v to %d, and clearAt above it", maxPoints, minStdErr, maxPoints)
	}
	return r.checkIDs("lead", []string{l.Role, l.Over})
}

func (r *Result) checkCounts() error {
	switch {
	case min(r.Answered, r.Skipped, r.Changes, r.ExtraRounds, r.Uncounted) < 0 || r.Changes > r.Answered:
		return errors.New("counts of answers are below 0 or contradict each other")
	case r.ExtraRounds > MaxExtraRounds:
		return fmt.Errorf("extraRounds is %d, expected 0 to %d", r.ExtraRounds, MaxExtraRounds)
	case r.Asked != r.Answered+r.Skipped:
		return fmt.Errorf("asked is %d, expected answered and skipped, %d + %d", r.Asked, r.Answered, r.Skipped)
	case r.SetAside != "" && r.Role(r.SetAside) == nil:
		return fmt.Errorf("setAside is %q, expected the id of a role", r.SetAside)
	}
	return nil
}

func (r *Result) checkAnswers() error {
	for i := range r.Answers {
		a := &r.Answers[i]
		has := func(ref string) bool { return slices.Contains(a.Shown, ref) }
		switch {
		case checkDimension(a.Dimension) != nil || max(len(a.Shown), len(a.Texts)) > MaxShown:
			return fmt.Errorf("answer to %q: expected a dimension and at most %d options", a.Question, MaxShown)
		case a.Skip == "" && (a.Best == a.Worst || !has(a.Best) || !has(a.Worst)):
			return fmt.Errorf("answer to %q: expected best and worst to be two of the options shown", a.Question)
		}
	}
	for _, e := range r.Evidence {
		if err := r.checkIDs("evidence", []string{e.For}); err != nil {
			return err
		}
	}
	return nil
}

func (r *Result) checkSkills() error {
	if len(r.Gaps) > 0 && len(r.About) == 0 {
		return errors.New("there are gaps, expected none since the verdict is about no role")
	}
	for _, g := range r.Gaps {
		if !isLevel(&g.Level) || !isLevel(&g.Needed) {
			return fmt.Errorf("gap %q: expected levels from 0 to %d", g.Skill, MaxLevel)
		}
		if err := r.checkIDs("roles of a gap", g.Roles); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.Skills)) {
		if level := r.Skills[id].Level; !isLevel(level) {
			return fmt.Errorf("skill %q: level is %d, expected 0 to %d", id, *level, MaxLevel)
		}
	}
	return nil
}

func (r *Result) checkConditions() error {
	for _, c := range r.Conditions {
		if !slices.Contains(Tolerances, c.Answer) {
			return fmt.Errorf("condition %q: answer is %q, expected one of %s", c.Condition, c.Answer, Tolerances)
		}
		for _, role := range slices.Sorted(maps.Keys(c.Levels)) {
			if level := c.Levels[role]; level < 0 || level > MaxOften {
				return fmt.Errorf("condition %q: level of %q is %d, expected 0 to %d", c.Condition, role, level, MaxOften)
			}
		}
	}
	for _, c := range r.Conflicts {
		if c.Level < 0 || c.Level > MaxOften || !c.Answer.Conflicts(c.Level) {
			return fmt.Errorf("conflict of %q: answer %q and level %d don't conflict", c.Condition, c.Answer, c.Level)
		}
		if err := r.checkIDs("role of a conflict", []string{c.Role}); err != nil {
			return err
		}
	}
	if role, current := strings.CutPrefix(r.Start, CurrentPrefix); current && r.Role(role) == nil {
		return fmt.Errorf("start is %q, expected the id of a role after %s", r.Start, CurrentPrefix)
	}
	return nil
}

func checkDimension(name string) error {
	if slices.ContainsFunc(Dimensions[:], func(d Dimension) bool { return d.String() == name }) {
		return nil
	}
	return fmt.Errorf("dimension is %q, expected one of %s", name, Dimensions)
}

// isLevel reports whether level is nil or a valid level.
func isLevel(level *int) bool { return level == nil || *level >= 0 && *level <= MaxLevel }

// within reports whether low <= x <= high. It returns false for NaN.
func within(x, low, high float64) bool { return x >= low && x <= high }
