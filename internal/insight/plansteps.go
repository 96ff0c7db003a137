package insight

import (
	"cmp"
	"math"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// A PlanStep takes the person one level further in a skill. Its id is the skill
// and the level, as in observability/2.
type PlanStep struct {
	ID        string         `json:"id"`
	Skill     string         `json:"skill"`
	Name      string         `json:"name"`  // the skill's
	Level     int            `json:"level"` // where it leads
	Text      string         `json:"text"`  // what to do until when; to the last level, the level's anchor
	Hours     float64        `json:"hours"` // 0 when the pack doesn't say
	Resources []fit.Resource `json:"resources"`
	Done      bool           `json:"done"`
}

// A Weekend is where to begin: what the role suggests to try, the shortest open
// step, and the facet that the person liked best. Related is whether the step
// and the facet share a term. Each is nil or "" when there is none.
type Weekend struct {
	Try     *fit.Try   `json:"try"`
	Step    string     `json:"step"` // an id
	Facet   *PlanFacet `json:"facet"`
	Related bool       `json:"related"`
}

// A Period is the steps that fit into the days from the end of the period
// before it, or from today.
type Period struct {
	Days  int      `json:"days"`
	Steps []string `json:"steps"` // ids
}

// Progress counts the steps of a plan and their hours.
type Progress struct {
	Done      int     `json:"done"`
	Steps     int     `json:"steps"`
	DoneHours float64 `json:"doneHours"`
	Hours     float64 `json:"hours"`
}

// periodDays are the ends of the periods of a plan.
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

// StepsOf lists the ids of all steps to what a role needs, from level 1 on.
func StepsOf(r *fit.Role) (ids []string) {
	for _, n := range r.Needs {
		for level := 1; level <= n.Level; level++ {
			ids = append(ids, fit.StepID(n.Skill, level))
		}
	}
	return ids
}

// Step finds a step of the plan by its id; nil when there is none.
func (plan *Plan) Step(id string) *PlanStep {
	for i := range plan.Steps {
		if plan.Steps[i].ID == id {
			return &plan.Steps[i]
		}
	}
	return nil
}

// addSteps adds the steps to what the role needs: for each gap those from the
// person's level on, and those that are done, whatever the person's level is
// now.
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

// addSkill adds the steps to a need from this level on, and those that are done.
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

// chooseWeekend pairs what the role suggests to try with the shortest step that
// can be taken now, of equal ones the one that shares a term with a liked facet.
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

// length is the hours of a step; those of one without an estimate are many.
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

// likedFor returns the best liked facet that shares a term with a step's skill;
// nil when there is none.
func (plan *Plan) likedFor(p *fit.Pack, to *fit.Role, s *PlanStep) *PlanFacet {
	for i := range plan.Liked {
		if speaksOf(to, &plan.Liked[i], p.Skill(s.Skill)) {
			return &plan.Liked[i]
		}
	}
	return nil
}

// schedule puts the open steps into the periods: the weekend first, then the
// steps in their order as long as their hours add up to what a period leaves. A
// step without hours can't be placed, nor can those that follow it in its skill.
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

// periodAt returns the period in which so many hours are reached, or how many
// periods there are.
func (plan *Plan) periodAt(hours float64) int {
	for i, x := range plan.Periods {
		if hours <= plan.HoursPerWeek*float64(x.Days)/7 {
			return i
		}
	}
	return len(plan.Periods)
}

// speaksOf reports whether the text or option of a facet has the words of a
// skill's name or of one of its terms, compared by their stems.
func speaksOf(r *fit.Role, f *PlanFacet, s *fit.Skill) bool {
	words := stems(facetText(r, f))
	return slices.ContainsFunc(append(s.Terms[:len(s.Terms):len(s.Terms)], s.Name), func(name string) bool {
		of := stems(name)
		return len(of) > 0 && !slices.ContainsFunc(of, func(stem string) bool { return !slices.Contains(words, stem) })
	})
}

// facetText returns the role's words for a facet.
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
