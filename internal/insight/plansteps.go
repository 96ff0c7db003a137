package insight

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// A PlanStep leads to the next level of a skill. Its id consists of the skill
// and that level, as in observability/2.
type PlanStep struct {
	ID        string         `json:"id"`
	Skill     string         `json:"skill"`
	Name      string         `json:"name"`            // name of the skill
	Level     int            `json:"level"`           // level that the step leads to
	Grade     string         `json:"grade,omitempty"` // lowest grade that needs this level; empty if the pack has no grades
	Needed    int            `json:"needed"`          // level of the skill that this grade needs
	Text      string         `json:"text"`            // what to do, and when it is done; for the highest level, the level's anchor
	Hours     float64        `json:"hours"`           // 0 if the pack doesn't say
	Ends      float64        `json:"ends"`            // hours from today until it is done; 0 if that is unknown or it is done already
	Resources []fit.Resource `json:"resources"`
	Done      bool           `json:"done"`
}

// A Period is the steps that end between the end of the previous period, or
// today, and Days days from now.
type Period struct {
	Days  int      `json:"days"`
	Steps []string `json:"steps"` // step ids
	Hours float64  `json:"hours"` // their hours and, in the first period that it fits in, those of the weekends
}

// A PlanGrade is a grade of the role, the number of open steps that lead to it
// from the grade below, and when they are done.
type PlanGrade struct {
	Grade string  `json:"grade"`
	Steps int     `json:"steps"`
	Hours float64 `json:"hours"`
	Ends  float64 `json:"ends"` // hours from today; 0 if unknown
}

// A Progress counts the steps of a plan and their hours.
type Progress struct {
	Done      int     `json:"done"`
	Steps     int     `json:"steps"`
	DoneHours float64 `json:"doneHours"`
	Hours     float64 `json:"hours"`
}

// periodDays lists the ends of the periods, in days.
var periodDays = [...]int{30, 60, 90}

// HasStep reports whether a pack has a step with this id.
func HasStep(p *fit.Pack, id string) bool {
	for i := range p.Skills {
		for level := 1; level <= fit.MaxLevel; level++ {
			if fit.StepID(p.Skills[i].ID, level) == id {
				return true
			}
		}
	}
	return false
}

// StepsOf returns the ids of all steps to the levels that a role needs,
// beginning with level 1.
func StepsOf(r *fit.Role) (ids []string) {
	for _, n := range r.Needs {
		for level := 1; level <= n.Level; level++ {
			ids = append(ids, fit.StepID(n.Skill, level))
		}
	}
	return ids
}

// Step returns the step of the plan with the given id, or nil.
func (plan *Plan) Step(id string) *PlanStep {
	for i := range plan.Steps {
		if plan.Steps[i].ID == id {
			return &plan.Steps[i]
		}
	}
	return nil
}

// addSteps adds the steps to the levels that the role needs, grade by grade. In
// each grade, the next step is always one in the skill that is furthest from
// what the grade needs; among those, one to the lowest level. Completed steps
// that the person's ratings already include come last.
func (plan *Plan) addSteps(p *fit.Pack, to *fit.Role, done []string) {
	level := map[string]int{}
	for _, g := range plan.Gaps {
		level[g.Skill] = g.Level
	}
	for grade := range max(1, len(p.Grades)) {
		for gap := plan.largestGap(to, grade, level); gap != nil; gap = plan.largestGap(to, grade, level) {
			level[gap.Skill]++
			plan.addStep(p, PlanStep{Skill: gap.Skill, Level: level[gap.Skill], Grade: gradeName(p, grade), Needed: neededAt(to, gap.Skill, grade)}, done)
		}
	}
	for _, n := range to.Needs {
		for l := 1; l <= n.Level; l++ {
			if id := fit.StepID(n.Skill, l); slices.Contains(done, id) && plan.Step(id) == nil {
				plan.addStep(p, PlanStep{Skill: n.Skill, Level: l, Needed: n.Level}, done)
			}
		}
	}
	for i := range plan.Steps {
		if !plan.Steps[i].Done {
			plan.Next = plan.Steps[i].ID
			break
		}
	}
}

// largestGap returns the skill that is furthest from what a grade needs at
// these levels, or nil if there is none. Among equals, it returns one at the
// lowest level, and among those the first gap of the plan.
func (plan *Plan) largestGap(to *fit.Role, grade int, level map[string]int) *PlanGap {
	var largest *PlanGap
	for i := range plan.Gaps {
		g := &plan.Gaps[i]
		missing := neededAt(to, g.Skill, grade) - level[g.Skill]
		switch {
		case missing <= 0:
		case largest == nil, missing > neededAt(to, largest.Skill, grade)-level[largest.Skill]:
			largest = g
		case missing == neededAt(to, largest.Skill, grade)-level[largest.Skill] && level[g.Skill] < level[largest.Skill]:
			largest = g
		}
	}
	return largest
}

// neededAt returns the level of a skill that a role needs at a grade, but at
// most the level that gaps are computed from.
func neededAt(to *fit.Role, skill string, grade int) int {
	for i := range to.Needs {
		if n := &to.Needs[i]; n.Skill == skill {
			return min(n.At(grade), n.Level)
		}
	}
	return 0
}

// gradeName returns the name of a grade, or "" if the pack has no grades.
func gradeName(p *fit.Pack, grade int) string {
	if grade < len(p.Grades) {
		return p.Grades[grade]
	}
	return ""
}

// addStep adds a step, with what the pack says about it.
func (plan *Plan) addStep(p *fit.Pack, s PlanStep, done []string) {
	skill := p.Skill(s.Skill)
	if skill == nil {
		return
	}
	s.ID, s.Name, s.Text, s.Resources = fit.StepID(s.Skill, s.Level), skill.Name, p.Step(skill, s.Level-1), []fit.Resource{}
	if s.Level <= len(skill.Steps) {
		s.Hours = skill.Steps[s.Level-1].Hours
		s.Resources = append(s.Resources, skill.Steps[s.Level-1].Resources...)
	}
	s.Done = slices.Contains(done, s.ID)
	plan.Steps = append(plan.Steps, s)
	plan.Progress.add(&s)
}

func (p *Progress) add(s *PlanStep) {
	p.Steps++
	p.Hours += s.Hours
	if s.Done {
		p.Done++
		p.DoneHours += s.Hours
	}
}

// schedule computes when each open step ends, and assigns it to a period. The
// weekends come first, and the steps follow in order. A step without hours
// can't be scheduled, nor can later steps of its skill.
func (plan *Plan) schedule() {
	for _, days := range periodDays {
		plan.Periods = append(plan.Periods, Period{Days: days, Steps: []string{}})
	}
	used, blocked := plan.WeekendHours(), map[string]bool{}
	if used > 0 {
		if at := plan.periodAt(used); at < len(plan.Periods) {
			plan.Periods[at].Hours = used
		}
	}
	for i := range plan.Steps {
		s := &plan.Steps[i]
		if s.Done {
			continue
		}
		at := len(plan.Periods)
		if blocked[s.Skill] = blocked[s.Skill] || s.Hours == 0; !blocked[s.Skill] {
			used += s.Hours
			s.Ends, at = used, plan.periodAt(used)
		}
		if at == len(plan.Periods) {
			plan.Later = append(plan.Later, s.ID)
			continue
		}
		plan.Periods[at].Steps = append(plan.Periods[at].Steps, s.ID)
		plan.Periods[at].Hours += s.Hours
	}
}

// periodAt returns the index of the period in which this many hours are
// reached, or the number of periods if none is.
func (plan *Plan) periodAt(hours float64) int {
	for i, x := range plan.Periods {
		if hours <= plan.HoursPerWeek*float64(x.Days)/7+1e-9 { // the product may be rounded down
			return i
		}
	}
	return len(plan.Periods)
}

// addGrades summarizes the open steps by the grade that they lead to.
func (plan *Plan) addGrades(p *fit.Pack) {
	for _, grade := range p.Grades {
		g, unknown := PlanGrade{Grade: grade}, false
		for _, s := range plan.Steps {
			if s.Grade != grade || s.Done {
				continue
			}
			g.Steps++
			g.Hours += s.Hours
			g.Ends = max(g.Ends, s.Ends)
			unknown = unknown || s.Ends == 0
		}
		if unknown {
			g.Ends = 0
		}
		if g.Steps > 0 {
			plan.Grades = append(plan.Grades, g)
		}
	}
}
