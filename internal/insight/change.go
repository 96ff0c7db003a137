package insight

import (
	"math"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// ChangeSchema identifies the format of a Change.
const ChangeSchema = "rolefit/change/2"

// A Mismatch is the reason that two results can't be compared. It is empty if
// they can be.
type Mismatch string

// Mismatches. Results can be compared only for the same questions and roles,
// because fits depend on both.
const (
	OtherPack    Mismatch = "pack"
	OtherVersion Mismatch = "version"
	OtherRoles   Mismatch = "roles"
)

// MovedStdErrs is the number of standard errors that a move must reach to
// count. It allows for the comparison of several roles at once: with four roles
// and random answers, at least one role moves that far in about one of twenty
// pairs of results.
const MovedStdErrs = 2.5

// A Change describes what changed between two results of one person. Moves are
// in points of fit.
type Change struct {
	Schema   string      `json:"schema"`
	Before   Snapshot    `json:"before"`
	After    Snapshot    `json:"after"`
	Mismatch Mismatch    `json:"mismatch,omitempty"` // if not empty, the fields below are empty
	Reworded bool        `json:"reworded"`           // whether the pack's texts differ under the same version
	Roles    []RoleMove  `json:"roles"`              // in the order of the later result
	Lead     *LeadMove   `json:"lead"`               // nil if one of the results has no lead
	Skills   []SkillMove `json:"skills"`             // skills whose ratings differ, by id
}

// A Snapshot summarizes one of the two results.
type Snapshot struct {
	Result   string      `json:"result"`
	Taken    string      `json:"taken,omitempty"`
	Pack     fit.PackRef `json:"pack"`
	Verdict  fit.Verdict `json:"verdict"`
	Named    []string    `json:"named"`
	Answered int         `json:"answered"`
}

// A RoleMove is how a role's fit and readiness changed. StdErr is the standard
// deviation of Move under random answering, computed from those of the two
// fits:
//
//	stdErr = sqrt(stdErr1^2 + stdErr2^2)
type RoleMove struct {
	ID        string      `json:"id"`
	Title     string      `json:"title"`
	Fit       [2]*float64 `json:"fit"` // fits before and after; nil if not judged
	Move      float64     `json:"move"`
	StdErr    float64     `json:"stdErr"` // 0 if either fit is nil
	Beyond    bool        `json:"beyond"` // whether Move is larger than random answers explain: at least MovedStdErrs standard errors
	Readiness [2]*float64 `json:"readiness"`
}

// A LeadMove is how the lead of the earlier result changed: how far its leader
// was ahead of its nearest rival, before and after. It doesn't use the roles
// that lead in the later result, because a role may lead there only by having
// moved.
//
//	move   = lead2 - lead1
//	stdErr = sqrt(stdErr1^2 + stdErr2^2)
type LeadMove struct {
	Role   string  `json:"role"`
	Over   string  `json:"over"`
	Before float64 `json:"before"`
	After  float64 `json:"after"` // negative if Role is now behind
	Move   float64 `json:"move"`
	StdErr float64 `json:"stdErr"`
	Beyond bool    `json:"beyond"`

	ClearAt [2]float64 `json:"clearAt"` // the leads that would be clear, before and after
}

// A SkillMove is a skill whose rating differs.
type SkillMove struct {
	Skill  string `json:"skill"`
	Name   string `json:"name"`
	Before int    `json:"before"`
	After  int    `json:"after"`
}

// NewChange compares two results of one person, the earlier one first. Both must
// have passed Check.
func NewChange(before, after *fit.Result) *Change {
	c := &Change{
		Schema: ChangeSchema, Before: snapshot(before), After: snapshot(after), Mismatch: mismatch(before, after),
		Roles: []RoleMove{}, Skills: []SkillMove{},
	}
	if c.Mismatch != "" {
		return c
	}
	c.Reworded = before.Pack.Hash != after.Pack.Hash
	for i := range after.Roles {
		c.Roles = append(c.Roles, roleMove(before, after, &after.Roles[i]))
	}
	c.Lead = leadMove(before, after)
	c.Skills = append(c.Skills, skillMoves(before, after)...)
	return c
}

func snapshot(r *fit.Result) Snapshot {
	return Snapshot{r.ID, r.Taken, r.Pack, r.Verdict, append([]string{}, r.Named...), r.Answered}
}

func mismatch(before, after *fit.Result) Mismatch {
	switch {
	case before.Pack.ID != after.Pack.ID:
		return OtherPack
	case before.Pack.Version != after.Pack.Version:
		return OtherVersion
	case !slices.Equal(slices.Sorted(slices.Values(before.RoleIDs())), slices.Sorted(slices.Values(after.RoleIDs()))):
		return OtherRoles
	}
	return ""
}

func roleMove(before, after *fit.Result, now *fit.RoleResult) RoleMove {
	then := before.Role(now.ID)
	m := RoleMove{
		ID: now.ID, Title: now.Title,
		Fit: [2]*float64{then.Fit, now.Fit}, Readiness: [2]*float64{then.Readiness, now.Readiness},
	}
	if then.Fit != nil && now.Fit != nil {
		m.Move = *now.Fit - *then.Fit
		m.StdErr = combine(before.FitStdErr(now.ID), after.FitStdErr(now.ID))
		m.Beyond = beyond(m.Move, m.StdErr)
	}
	return m
}

// combine returns the standard error of a difference of two values.
func combine(a, b float64) float64 { return math.Sqrt(float64(a*a) + float64(b*b)) }

// beyond reports whether a move is larger than random answers explain.
func beyond(move, stdErr float64) bool {
	return stdErr > 0 && math.Abs(move)+1e-9 >= MovedStdErrs*stdErr
}

func leadMove(before, after *fit.Result) *LeadMove {
	if before.Lead == nil || after.Lead == nil {
		return nil
	}
	role, over := before.Lead.Role, before.Lead.Over
	then, now := before.LeadBetween(role, over), after.LeadBetween(role, over)
	if then == nil || now == nil {
		return nil
	}
	m := &LeadMove{
		Role: role, Over: over, Before: then.Points, After: now.Points,
		Move: now.Points - then.Points, StdErr: combine(then.StdErr, now.StdErr),
		ClearAt: [2]float64{then.ClearAt, now.ClearAt},
	}
	m.Beyond = beyond(m.Move, m.StdErr)
	return m
}

func skillMoves(before, after *fit.Result) []SkillMove {
	var moves []SkillMove
	for id, now := range after.Skills {
		then := before.Level(id)
		if then != nil && now.Level != nil && *then != *now.Level {
			moves = append(moves, SkillMove{id, now.Name, *then, *now.Level})
		}
	}
	slices.SortFunc(moves, func(a, b SkillMove) int { return strings.Compare(a.Skill, b.Skill) })
	return moves
}
