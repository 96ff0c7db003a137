package fit

import (
	"cmp"
	"fmt"
	"slices"
)

// A Gap is a skill below the level that some roles need, and the next step to
// close it.
type Gap struct {
	Skill  string   `json:"skill"`
	Name   string   `json:"name"`
	Level  int      `json:"level"`
	Needed int      `json:"needed"` // highest level that one of the roles needs
	Roles  []string `json:"roles"`  // ids of the roles that need more than Level
	Next   string   `json:"next"`
	Step   string   `json:"step,omitempty"`  // id of the next step, as in "debugging/3"; see StepID
	Hours  float64  `json:"hours,omitempty"` // duration of the step; 0 if the pack doesn't say

	Resources []Resource `json:"resources,omitempty"` // materials for the step
}

// StepID returns the id of the step that leads to a level of a skill, as in
// "debugging/3".
func StepID(skill string, level int) string { return fmt.Sprintf("%s/%d", skill, level) }

// GapAt returns the gap at a level of a skill, with its next step. The caller
// sets Needed and Roles.
func GapAt(p *Pack, skill *Skill, level int) Gap {
	g := Gap{Skill: skill.ID, Name: skill.Name, Level: level, Next: p.Step(skill, level), Step: StepID(skill.ID, level+1)}
	if level < len(skill.Steps) {
		g.Hours, g.Resources = skill.Steps[level].Hours, skill.Steps[level].Resources
	}
	return g
}

// gaps returns the gaps of the roles that the verdict is about.
func (q *Quiz) gaps(s Standing, a *Answers) []Gap {
	roles := make([]*Role, len(s.About()))
	for i, r := range s.About() {
		roles[i] = q.Roles[r]
	}
	return Gaps(q.Pack, a.level, roles)
}

// Gaps returns the rated skills below the level that some of the roles need.
// The order is by (needed - level) times the number of roles that need more
// than the level, highest first, then by needed, then by pack order.
func Gaps(p *Pack, level func(skill string) (int, bool), roles []*Role) []Gap {
	gaps := []Gap{}
	for i := range p.Skills {
		skill := &p.Skills[i]
		have, rated := level(skill.ID)
		if !rated {
			continue
		}
		g := GapAt(p, skill, have)
		for _, r := range roles {
			need := r.Need(skill.ID)
			g.Needed = max(g.Needed, need)
			if need > have {
				g.Roles = append(g.Roles, r.ID)
			}
		}
		if len(g.Roles) > 0 {
			gaps = append(gaps, g)
		}
	}
	weight := func(g Gap) int { return (g.Needed - g.Level) * len(g.Roles) }
	slices.SortStableFunc(gaps, func(a, b Gap) int {
		return cmp.Or(cmp.Compare(weight(b), weight(a)), cmp.Compare(b.Needed, a.Needed))
	})
	return gaps
}
