package fit

import (
	"cmp"
	"slices"
)

// A Gap is a skill in which one is below what the roles need, and the step
// that takes one further.
type Gap struct {
	Skill  string   `json:"skill"`
	Name   string   `json:"name"`
	Level  int      `json:"level"`
	Needed int      `json:"needed"` // the most that one of the roles needs
	Roles  []string `json:"roles"`  // those that need more than the level
	Next   string   `json:"next"`
}

// gaps are the skills in which one is below what the roles that the verdict
// is about need, those that serve most first.
func (q *Quiz) gaps(s Standing, a *Answers) []Gap {
	return Gaps(q.Pack, a.level, q.rolesAt(s.About()))
}

func (q *Quiz) rolesAt(roles []int) []*Role {
	out := make([]*Role, len(roles))
	for i, r := range roles {
		out[i] = q.Roles[r]
	}
	return out
}

// Gaps are the rated skills in which one is below what some of the roles
// need: by (needed - level) x the number of roles that need more than the
// level, then by needed, then in the pack's order.
func Gaps(p *Pack, level func(skill string) (int, bool), roles []*Role) []Gap {
	gaps := []Gap{}
	for i := range p.Skills {
		skill := &p.Skills[i]
		have, rated := level(skill.ID)
		if !rated {
			continue
		}
		g := Gap{Skill: skill.ID, Name: skill.Name, Level: have}
		for _, r := range roles {
			need := r.Need(skill.ID)
			g.Needed = max(g.Needed, need)
			if need > have {
				g.Roles = append(g.Roles, r.ID)
			}
		}
		if len(g.Roles) > 0 {
			g.Next = p.Step(skill, have)
			gaps = append(gaps, g)
		}
	}
	weight := func(g Gap) int { return (g.Needed - g.Level) * len(g.Roles) }
	slices.SortStableFunc(gaps, func(a, b Gap) int {
		return cmp.Or(cmp.Compare(weight(b), weight(a)), cmp.Compare(b.Needed, a.Needed))
	})
	return gaps
}
