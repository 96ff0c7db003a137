package report

import (
	"fmt"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// firstStep describes the first open step, and why it is the first. Without
// one, it describes what to do instead.
func firstStep(plan *insight.Plan) []page.Block {
	rate := page.Commands{{Text: "Rate your skills", Line: command(rateSkills, plan.Pack)}}
	step := plan.Step(plan.Next)
	switch {
	case step != nil:
		out := []page.Block{page.Paragraph(whyFirst(plan, step)), stepTasks(plan, []*insight.PlanStep{step})}
		if isSlug(step.Skill) && isSlug(plan.ID) {
			out = append(out, page.Commands{{Text: "When it's done", Line: command(fmt.Sprintf("rolefit plan %s --done %s", plan.ID, step.ID), plan.Pack)}})
		}
		return out
	case plan.Me.Rated == 0:
		return []page.Block{page.Paragraph("There are no steps for the next 30, 60 and 90 days yet, because you haven't rated your skills. Rate them to get steps with hours and resources. It takes about a minute."), rate}
	case plan.Progress.Steps > 0:
		return []page.Block{page.Paragraph("You've done every step of this plan. Rate your skills again to see where you are."), rate}
	case len(plan.Liked) > 0:
		return []page.Block{page.Paragraph("You have what the role needs in every skill you've rated. Ask for a piece of the work you liked best, and do it: " + quoted(sentence(plan.Liked[0].Option)))}
	}
	return []page.Block{page.Paragraph("You have the skills, but you didn't pick any part of this role as best. Spend an hour with someone who does this work before you decide.")}
}

// whyFirst explains why a step is the first one.
func whyFirst(plan *insight.Plan, s *insight.PlanStep) string {
	largest, at := "your largest gap", ""
	if isTied(plan, s) {
		largest = "one of your largest gaps"
	}
	if s.Grade != "" {
		at = fmt.Sprintf(" at %s level", s.Grade)
	}
	why := fmt.Sprintf("Start with %s, %s. The role needs level %d%s, and %s.", s.Name, largest, s.Needed, at, levelBefore(plan, s))
	if plan.Weekends() == 1 && s.Hours > 0 && plan.WeekendHours()+s.Hours <= weekendHours {
		why += " If there's time left on Sunday, start right away."
	}
	return why
}

// isTied reports whether another skill is as many steps below what the grade of a
// step needs.
func isTied(plan *insight.Plan, s *insight.PlanStep) bool {
	missing := map[string]int{}
	for _, other := range plan.Steps {
		if !other.Done && other.Grade == s.Grade {
			missing[other.Skill]++
		}
	}
	for skill, n := range missing {
		if skill != s.Skill && n >= missing[s.Skill] {
			return true
		}
	}
	return false
}

// levelBefore describes the level at which a step begins: the person's rating,
// or what the steps that they have checked off since lead to.
func levelBefore(plan *insight.Plan, s *insight.PlanStep) string {
	if slices.ContainsFunc(plan.Gaps, func(g insight.PlanGap) bool { return g.Skill == s.Skill && g.Level < s.Level-1 }) {
		return fmt.Sprintf("the steps you've done lead to %d", s.Level-1)
	}
	return fmt.Sprintf("you rated yourself %d", s.Level-1)
}

// weekendHours is the number of hours that fit into a weekend.
const weekendHours = 10

// stepsOf returns the steps with these ids.
func stepsOf(plan *insight.Plan, ids []string) (steps []*insight.PlanStep) {
	for _, id := range ids {
		if step := plan.Step(id); step != nil {
			steps = append(steps, step)
		}
	}
	return steps
}

func doneSteps(plan *insight.Plan) (steps []*insight.PlanStep) {
	for i := range plan.Steps {
		if plan.Steps[i].Done {
			steps = append(steps, &plan.Steps[i])
		}
	}
	return steps
}

func stepList(plan *insight.Plan, steps []*insight.PlanStep) []page.Block {
	if len(steps) == 0 {
		return nil
	}
	return []page.Block{stepTasks(plan, steps)}
}

// stepTasks returns steps as tasks with checkboxes and ids.
func stepTasks(plan *insight.Plan, steps []*insight.PlanStep) page.Checklist {
	var tasks page.Checklist
	for _, s := range steps {
		item := page.Item{Label: fmt.Sprintf("%s, level %d", s.Name, s.Level), Text: nextStep(s.Level-1, s.Text), Note: stepNote(plan, s)}
		item.Links = resources(s.Resources, s.Hours)
		tasks = append(tasks, page.Task{Done: s.Done, Item: item})
	}
	return tasks
}

// stepNote returns the hours and the id of a step, and who else needs it.
func stepNote(plan *insight.Plan, s *insight.PlanStep) string {
	note := s.ID
	if s.Hours > 0 {
		note = hours(s.Hours) + ", " + note
	}
	if also := alsoNeed(plan, s); also != "" {
		note += "; " + also
	}
	return note
}

// alsoNeed names the other roles of the verdict that need the first open step
// of a gap.
func alsoNeed(plan *insight.Plan, s *insight.PlanStep) string {
	var also []string
	for _, g := range plan.Gaps {
		for _, other := range g.Also {
			if g.Skill == s.Skill && g.Level == s.Level-1 {
				also = append(also, other.Title)
			}
		}
	}
	if len(also) == 0 {
		return ""
	}
	return wording.And(also) + verb(len(also), " needs", " need") + " it too"
}

// progress describes how much of a plan is done and left.
func progress(plan *insight.Plan) string {
	x := plan.Progress
	s := fmt.Sprintf("%d of %s done.", x.Done, count(x.Steps, "step"))
	if x.Hours > 0 && x.Done < x.Steps {
		s += fmt.Sprintf(" About %s left", hours(hoursLeft(plan)))
		if w := plan.WeekendHours(); w > 0 {
			s += fmt.Sprintf(", including %s for %s", number(w), weekendWords(plan, "the weekend's task", "the %s weekends' tasks"))
		}
		s += "."
	}
	return s
}

// hoursLeft returns the hours of the weekends and of the steps that are open.
func hoursLeft(plan *insight.Plan) float64 {
	return plan.WeekendHours() + plan.Progress.Hours - plan.Progress.DoneHours
}

// Progress returns the page that follows checking off or reopening a step.
func Progress(plan *insight.Plan, id string) *page.Page {
	p := &page.Page{Title: "Your plan for " + plan.Title}
	p.Add("", page.Paragraph(progress(plan)))
	if s := plan.Step(id); s != nil && s.Done && !isMet(plan, s.Skill) {
		p.Add("Rate it again",
			page.Paragraph(fmt.Sprintf("This step takes you to level %d in %s. If you're there, rate the skill again to update your readiness.", s.Level, s.Name)),
			page.Commands{{Text: "Rate your skills", Line: command(rateSkills, plan.Pack)}})
	}
	if next := plan.Step(plan.Next); next != nil {
		p.Add("Next", stepTasks(plan, []*insight.PlanStep{next}))
	}
	return p
}

// isMet reports whether the person has the needed level of a skill.
func isMet(plan *insight.Plan, skill string) bool {
	return slices.ContainsFunc(plan.Met, func(n fit.NeedResult) bool { return n.Skill == skill })
}
