package fit

// A GradeResult says for which grade of a role a person is ready, by their own
// ratings of the skills that it needs.
type GradeResult struct {
	Ready   string       `json:"ready,omitempty"` // the highest grade for which nothing is missing; empty if there is none
	Next    string       `json:"next,omitempty"`  // the grade after it; empty if there is none
	Lacks   []NeedResult `json:"lacks"`           // needs of the next grade that aren't met
	Unrated int          `json:"unrated"`         // needs that aren't rated, and count as met
}

// Grade returns the grade of a role that a person with these levels of skills is
// ready for. It is nil if the pack has no grades or no needed skill is rated.
func (p *Pack) Grade(role *Role, level func(skill string) (level int, rated bool)) *GradeResult {
	rated := 0
	for _, n := range role.Needs {
		if _, ok := level(n.Skill); ok {
			rated++
		}
	}
	if len(p.Grades) == 0 || rated == 0 {
		return nil
	}
	g := &GradeResult{Lacks: []NeedResult{}, Unrated: len(role.Needs) - rated}
	for i, grade := range p.Grades {
		if g.Lacks = lacks(p, role, level, i); len(g.Lacks) > 0 {
			g.Next = grade
			return g
		}
		g.Ready = grade
	}
	return g
}

// lacks returns the needs of a grade that a person has rated lower.
func lacks(p *Pack, role *Role, levelOf func(string) (int, bool), grade int) []NeedResult {
	out := []NeedResult{}
	for i := range role.Needs {
		n := &role.Needs[i]
		if level, rated := levelOf(n.Skill); rated && level < n.At(grade) {
			out = append(out, NeedResult{Skill: n.Skill, Name: p.SkillName(n.Skill), Needed: n.At(grade), Level: &level})
		}
	}
	return out
}
