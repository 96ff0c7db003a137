package fit

import (
	"math"
	"slices"
	"strings"
)

// ChangeSchema names the form of a Changed.
const ChangeSchema = "rolefit/change/1"

// Apart says why two results cannot be compared; empty when they can.
type Apart string

// The reasons: fits are relative to the questions and to the other roles.
const (
	OtherPack    Apart = "pack"
	OtherVersion Apart = "version"
	OtherRoles   Apart = "roles"
)

// MovedAt is how many chances a move is, at least, that is beyond chance. Luck
// alone moves some role of four that far in about one pair of results in
// twenty; at 2, where a single one would be right, it does so in one of five.
const MovedAt = 2.5

// Changed is what moved between two results of one person. Fits and their
// moves are on the scale of fit, 0 to 100; chance is one standard deviation of
// the move under random answering, on the same scale.
type Changed struct {
	Schema   string      `json:"schema"`
	Before   Snapshot    `json:"before"`
	After    Snapshot    `json:"after"`
	Apart    Apart       `json:"apart,omitempty"` // then there is nothing below
	Reworded bool        `json:"reworded"`        // the pack's texts differ, its version does not
	Roles    []RoleMove  `json:"roles"`           // in the order of the later result
	Lead     *LeadMove   `json:"lead"`            // nil when one of the two has none
	Skills   []SkillMove `json:"skills"`          // rated in both and differently, by id
}

// A Snapshot is what one of the two results said.
type Snapshot struct {
	Result   string   `json:"result"`
	Taken    string   `json:"taken,omitempty"`
	Pack     PackRef  `json:"pack"`
	Verdict  Verdict  `json:"verdict"`
	Named    []string `json:"named"`
	Answered int      `json:"answered"`
}

// A RoleMove is how the fit of a role and the readiness for it moved.
//
//	chance = 50 sqrt(V1 + V2), V = Var(M_r) = sum of 2/k over the answered
//	questions of k options that show r, over n_r^2
type RoleMove struct {
	ID        string      `json:"id"`
	Title     string      `json:"title"`
	Fit       [2]*float64 `json:"fit"` // before, after; nil when not judged
	Move      float64     `json:"move"`
	Chance    float64     `json:"chance"` // 0 when one of the fits is nil
	Beyond    bool        `json:"beyond"` // beyond chance: see MovedAt
	Readiness [2]*float64 `json:"readiness"`
}

// A LeadMove is how the lead of the earlier result moved: by how much the role
// that led then was ahead of the nearest other one, then and now. The pair is
// that of the earlier result alone, because the role that leads now has been
// picked for having moved. Interviews differ in length, so the leads are
// compared as what they are a question; for equal lengths, in points, chance
// is sqrt(chance1^2 + chance2^2).
//
//	move   = 50 (lead2/N2 - lead1/N1)
//	chance = 50 sqrt((chance1/N1)^2 + (chance2/N2)^2)
type LeadMove struct {
	Role   string  `json:"role"`
	Over   string  `json:"over"`
	Before float64 `json:"before"` // points then
	After  float64 `json:"after"`  // points now; below 0 when it is behind
	Move   float64 `json:"move"`   // on the scale of fit
	Chance float64 `json:"chance"`
	Beyond bool    `json:"beyond"`
}

// A SkillMove is a skill that is rated differently.
type SkillMove struct {
	Skill  string `json:"skill"`
	Name   string `json:"name"`
	Before int    `json:"before"`
	After  int    `json:"after"`
}

// Change compares two results of one person, the earlier one first.
func Change(before, after *Result) *Changed {
	c := &Changed{
		Schema: ChangeSchema, Before: snapshot(before), After: snapshot(after), Apart: apart(before, after),
		Roles: []RoleMove{}, Skills: []SkillMove{},
	}
	if c.Apart != "" {
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

func snapshot(r *Result) Snapshot {
	return Snapshot{r.ID, r.Taken, r.Pack, r.Verdict, append([]string{}, r.Named...), r.Answered}
}

func apart(before, after *Result) Apart {
	switch {
	case before.Pack.ID != after.Pack.ID:
		return OtherPack
	case before.Pack.Version != after.Pack.Version:
		return OtherVersion
	case !slices.Equal(before.roleIDs(), after.roleIDs()):
		return OtherRoles
	}
	return ""
}

// roleIDs lists the roles of a result by id.
func (r *Result) roleIDs() []string {
	ids := make([]string, len(r.Roles))
	for i := range r.Roles {
		ids[i] = r.Roles[i].ID
	}
	slices.Sort(ids)
	return ids
}

// roleResult finds a role of the result; nil when it is none of it.
func (r *Result) roleResult(id string) *RoleResult {
	for i := range r.Roles {
		if r.Roles[i].ID == id {
			return &r.Roles[i]
		}
	}
	return nil
}

func roleMove(before, after *Result, now *RoleResult) RoleMove {
	then := before.roleResult(now.ID)
	m := RoleMove{
		ID: now.ID, Title: now.Title,
		Fit: [2]*float64{then.Fit, now.Fit}, Readiness: [2]*float64{then.Readiness, now.Readiness},
	}
	if then.Fit != nil && now.Fit != nil {
		m.Move = *now.Fit - *then.Fit
		m.Chance = 50 * math.Sqrt(before.said(now.ID).variance+after.said(now.ID).variance)
		m.Beyond = beyond(m.Move, m.Chance)
	}
	return m
}

// beyond says whether a move is more than chance explains.
func beyond(move, chance float64) bool { return chance > 0 && math.Abs(move)+slack >= MovedAt*chance }

// A saidOf is what a result's answers say of one role.
type saidOf struct {
	sum, shown int
	variance   float64 // of M under random answering
}

func (s saidOf) mean() float64 { return float64(s.sum) / float64(s.shown) }

func (r *Result) said(role string) saidOf {
	var s saidOf
	for _, g := range r.Given {
		if score, shown := g.of(role); shown {
			s.sum += score
			s.shown++
			s.variance += 2 / float64(len(g.Shown))
		}
	}
	if s.shown > 0 {
		s.variance /= float64(s.shown * s.shown)
	}
	return s
}

// of is what the answer gives to a role, and whether it counts for it.
func (g *Given) of(role string) (score int, shown bool) {
	is := func(ref string) bool { return strings.HasPrefix(ref, role+"/") }
	switch {
	case g.Skip != "" || len(g.Shown) < 2 || !slices.ContainsFunc(g.Shown, is):
		return 0, false
	case is(g.Best):
		return 1, true
	case is(g.Worst):
		return -1, true
	}
	return 0, true
}

func leadMove(before, after *Result) *LeadMove {
	if before.Lead == nil || after.Lead == nil {
		return nil
	}
	m := &LeadMove{Role: before.Lead.Role, Over: before.Lead.Over}
	variance := 0.0
	for i, r := range []*Result{before, after} {
		a, b := r.said(m.Role), r.said(m.Over)
		if a.shown == 0 || b.shown == 0 {
			return nil
		}
		apart := a.mean() - b.mean()
		points := apart * float64(a.shown+b.shown) / 2
		variance += a.variance + b.variance + r.together(m.Role, m.Over)/float64(a.shown*b.shown)
		if i == 0 {
			m.Before, m.Move = points, -50*apart
		} else {
			m.After, m.Move = points, m.Move+50*apart
		}
	}
	m.Chance = 50 * math.Sqrt(variance)
	m.Beyond = beyond(m.Move, m.Chance)
	return m
}

// together is the sum of 4/(k (k-1)) over the answered questions of k options
// that show both roles: twice what they take from each other.
func (r *Result) together(a, b string) float64 {
	sum := 0.0
	for _, g := range r.Given {
		_, shownA := g.of(a)
		_, shownB := g.of(b)
		if k := float64(len(g.Shown)); shownA && shownB {
			sum += 4 / (k * (k - 1))
		}
	}
	return sum
}

func skillMoves(before, after *Result) []SkillMove {
	var moves []SkillMove
	for id, now := range after.Skills {
		then := before.level(id)
		if then != nil && now.Level != nil && *then != *now.Level {
			moves = append(moves, SkillMove{id, now.Name, *then, *now.Level})
		}
	}
	slices.SortFunc(moves, func(a, b SkillMove) int { return strings.Compare(a.Skill, b.Skill) })
	return moves
}
