package fit

// A GradeResult is the grade of a role that a person is ready for, based on how
// they rated the skills that the role needs.
type GradeResult struct {
	Ready   string       `json:"ready,omitempty"`  // highest grade whose needs are all met; empty if there is none
	Next    string       `json:"next,omitempty"`   // the grade after Ready; empty if there is none
	Lacks   []NeedResult `json:"lacks"`            // unmet needs of the next grade
	Unrated int          `json:"unrated"`          // number of needs that aren't rated, which count as met
	Levels  string       `json:"levels,omitempty"` // grade that the levels in RoleResult.Needs are for; see MiddleGrade
}

// Grade returns the grade of a role for a person with these skill levels. It
// returns nil if the pack has no grades or no needed skill is rated.
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
	g := &GradeResult{Lacks: []NeedResult{}, Unrated: len(role.Needs) - rated, Levels: p.MiddleGrade()}
	for i, grade := range p.Grades {
		if g.Lacks = lacks(p, role, level, i); len(g.Lacks) > 0 {
			g.Next = grade
			return g
		}
		g.Ready = grade
	}
	return g
}

// MiddleGrade returns the grade that the levels in Need.Level are for, or "" if
// the pack has no grades.
func (p *Pack) MiddleGrade() string {
	if len(p.Grades) == 0 {
		return ""
	}
	return p.Grades[len(p.Grades)/2]
}

// lacks returns the needs of a grade that exceed the person's rated levels.
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
