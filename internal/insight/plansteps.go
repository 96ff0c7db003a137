package insight

import (
	"cmp"
	"math"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// A PlanStep leads to the next level of a skill. Its id consists of the skill
// and that level, as in observability/2.
type PlanStep struct {
	ID        string         `json:"id"`
	Skill     string         `json:"skill"`
	Name      string         `json:"name"`  // name of the skill
	Level     int            `json:"level"` // level that the step leads to
	Text      string         `json:"text"`  // what to do, and when it is done; for the highest level, the level's anchor
	Hours     float64        `json:"hours"` // 0 if the pack doesn't say
	Resources []fit.Resource `json:"resources"`
	Done      bool           `json:"done"`
}

// A Weekend contains suggestions for a start: the role's small task, the
// shortest open step, and the facet that the person liked best. Related reports
// whether the step and the facet share a term. Anything that doesn't exist is
// nil or "".
type Weekend struct {
	Try     *fit.Try   `json:"try"`
	Step    string     `json:"step"` // step id
	Facet   *PlanFacet `json:"facet"`
	Related bool       `json:"related"`
}

// A Period is the steps that fit between the end of the previous period, or
// today, and Days days from now.
type Period struct {
	Days  int      `json:"days"`
	Steps []string `json:"steps"` // step ids
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

// addSteps adds the steps to the levels that the role needs. For each gap,
// these are the steps from the person's level, and all completed steps.
func (plan *Plan) addSteps(p *fit.Pack, to *fit.Role, done []string) {
	for _, g := range plan.Gaps {
		plan.addSkill(p, fit.Need{Skill: g.Skill, Level: g.Needed}, g.Level, done)
	}
	for _, n := range to.Needs {
		if !slices.ContainsFunc(plan.Gaps, func(g PlanGap) bool { return g.Skill == n.Skill }) {
			plan.addSkill(p, n, n.Level, done)
		}
	}
}

// addSkill adds the steps from this level to the needed one, and the completed
// steps.
func (plan *Plan) addSkill(p *fit.Pack, need fit.Need, level int, done []string) {
	skill := p.Skill(need.Skill)
	if skill == nil {
		return
	}
	for to := 1; to <= need.Level; to++ {
		s := PlanStep{ID: fit.StepID(need.Skill, to), Skill: need.Skill, Name: skill.Name, Level: to, Resources: []fit.Resource{}}
		if s.Done = slices.Contains(done, s.ID); !s.Done && to <= level {
			continue
		}
		s.Text = p.Step(skill, to-1)
		if to <= len(skill.Steps) {
			s.Hours = skill.Steps[to-1].Hours
			s.Resources = append(s.Resources, skill.Steps[to-1].Resources...)
		}
		plan.Steps = append(plan.Steps, s)
		plan.Progress.add(&s)
	}
}

func (p *Progress) add(s *PlanStep) {
	p.Steps++
	p.Hours += s.Hours
	if s.Done {
		p.Done++
		p.DoneHours += s.Hours
	}
}

// chooseWeekend chooses the role's small task and the shortest step that can
// begin now. Among equally short steps, it prefers one that shares a term with
// a liked facet.
func (plan *Plan) chooseWeekend(p *fit.Pack, to *fit.Role) {
	w := &plan.Weekend
	if to.Try != (fit.Try{}) {
		w.Try = &to.Try
	}
	if len(plan.Liked) > 0 {
		w.Facet = &plan.Liked[0]
	}
	var shortest *PlanStep
	var related *PlanFacet
	for _, s := range plan.nextSteps() {
		facet, shorter := plan.likedFor(p, to, s), -1
		if shortest != nil {
			shorter = cmp.Or(cmp.Compare(s.length(), shortest.length()), cmp.Compare(s.Level, shortest.Level))
		}
		if shorter < 0 || shorter == 0 && related == nil && facet != nil {
			shortest, related = s, facet
		}
	}
	if shortest != nil {
		w.Step, w.Related, w.Facet = shortest.ID, related != nil, cmp.Or(related, w.Facet)
	}
}

// length returns the hours of a step. A step without an estimate counts as very
// long.
func (s *PlanStep) length() float64 {
	if s.Hours == 0 {
		return math.Inf(1)
	}
	return s.Hours
}

// nextSteps returns the first open step of each skill.
func (plan *Plan) nextSteps() (next []*PlanStep) {
	for i := range plan.Steps {
		s := &plan.Steps[i]
		if !s.Done && (len(next) == 0 || next[len(next)-1].Skill != s.Skill) {
			next = append(next, s)
		}
	}
	return next
}

// likedFor returns the most liked facet that shares a term with a step's skill,
// or nil.
func (plan *Plan) likedFor(p *fit.Pack, to *fit.Role, s *PlanStep) *PlanFacet {
	for i := range plan.Liked {
		if speaksOf(to, &plan.Liked[i], p.Skill(s.Skill)) {
			return &plan.Liked[i]
		}
	}
	return nil
}

// schedule assigns the open steps to periods. The weekend comes first, and the
// other steps follow in order as long as their hours fit. A step without hours
// can't be scheduled, nor can later steps of its skill.
func (plan *Plan) schedule() {
	for _, days := range periodDays {
		plan.Periods = append(plan.Periods, Period{days, []string{}})
	}
	used, blocked := 0.0, map[string]bool{}
	if plan.Weekend.Try != nil {
		used += plan.Weekend.Try.Hours
	}
	if s := plan.Step(plan.Weekend.Step); s != nil {
		used += s.Hours
	}
	for i := range plan.Steps {
		s := &plan.Steps[i]
		if s.Done || s.ID == plan.Weekend.Step {
			continue
		}
		at := len(periodDays)
		if blocked[s.Skill] = blocked[s.Skill] || s.Hours == 0; !blocked[s.Skill] {
			used += s.Hours
			at = plan.periodAt(used)
		}
		if at == len(periodDays) {
			plan.Later = append(plan.Later, s.ID)
			continue
		}
		plan.Periods[at].Steps = append(plan.Periods[at].Steps, s.ID)
	}
}

// periodAt returns the index of the period in which this many hours are
// reached, or the number of periods if none is.
func (plan *Plan) periodAt(hours float64) int {
	for i, x := range plan.Periods {
		if hours <= plan.HoursPerWeek*float64(x.Days)/7 {
			return i
		}
	}
	return len(plan.Periods)
}

// speaksOf reports whether the text or option of a facet contains the name of a
// skill or one of its terms, comparing stems.
func speaksOf(r *fit.Role, f *PlanFacet, s *fit.Skill) bool {
	words := stems(facetText(r, f))
	return slices.ContainsFunc(append(s.Terms[:len(s.Terms):len(s.Terms)], s.Name), func(name string) bool {
		of := stems(name)
		return len(of) > 0 && !slices.ContainsFunc(of, func(stem string) bool { return !slices.Contains(words, stem) })
	})
}

// facetText returns the role's wording of a facet.
func facetText(r *fit.Role, f *PlanFacet) string {
	for _, d := range fit.Dimensions {
		for _, x := range r.Parts[d].Facets {
			if d.String() == f.Dimension && x.ID == f.Facet {
				return x.Text + " " + x.Option
			}
		}
	}
	return ""
}
