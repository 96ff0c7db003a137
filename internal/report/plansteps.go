package report

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// weekend describes where to begin: what the person liked, a small task, and
// the shortest step.
func weekend(plan *insight.Plan) []page.Block {
	w := &plan.Weekend
	var out []page.Block
	if w.Facet != nil {
		out = append(out, page.Paragraph("You picked this as best: "+quoted(sentence(w.Facet.Option))))
	}
	if w.Try != nil {
		out = append(out, page.Terms{{Name: "Try", Text: experiment(*w.Try)}, {Name: "Notice", Text: sentence(w.Try.Notice)}})
	}
	rate := page.Commands{{Text: "Rate your skills", Line: command(rateSkills, plan.Pack)}}
	step := plan.Step(w.Step)
	switch {
	case step != nil:
		return append(out, page.Paragraph(shortest(w, step, len(out) > 0)), stepTasks(plan, []*insight.PlanStep{step}))
	case plan.Me.Rated == 0:
		return append(out, page.Paragraph("Rate your skills to get steps. It takes about a minute."), rate)
	case plan.Progress.Steps > 0:
		return append(out, page.Paragraph("You've done every step of this plan. Rate your skills again to see where you are."), rate)
	case w.Facet != nil:
		return append(out, page.Paragraph("You have what the role needs in every skill you've rated. Ask for a piece of this work, and do it."))
	}
	return append(out, page.Paragraph("You have the skills, but you didn't pick any part of this role as best. Spend an hour with someone who does this work before you decide."))
}

// weekendHours is the maximum number of hours of a step that fits into a
// weekend.
const weekendHours = 10

// shortest introduces the shortest step. If after is true, other text precedes
// it.
func shortest(w *insight.Weekend, step *insight.PlanStep, after bool) string {
	s := "Start with your shortest step"
	if after {
		s = "Then start with your shortest step"
	}
	if w.Related {
		s += ", which is part of it"
	}
	switch {
	case step.Hours > weekendHours:
		s += ". It takes more than one weekend"
	case step.Hours == 0 && step.Level > 1:
		s += ". It may take more than one weekend"
	}
	return s + ":"
}

// addPeriods adds the steps for each period, according to the person's hours
// per week, and the remaining steps.
func addPeriods(p *page.Page, plan *insight.Plan) {
	notes := []page.Block{page.Note(fmt.Sprintf("At %s a week, including the weekend. The largest gap comes first.", hours(plan.HoursPerWeek)))}
	for _, x := range plan.Periods {
		if tasks := stepList(plan, stepsOf(plan, x.Steps)); len(tasks) > 0 {
			p.Add(fmt.Sprintf("By day %d", x.Days), append(notes, tasks...)...)
			notes = nil
		}
	}
	heading := "After that"
	if notes != nil {
		heading, notes[0] = "Step by step", page.Note("The largest gap comes first.")
	}
	if tasks := stepList(plan, stepsOf(plan, plan.Later)); len(tasks) > 0 {
		p.Add(heading, append(notes, tasks...)...)
	}
	if step := plan.Step(plan.Weekend.Step); step != nil && isSlug(step.Skill) && isSlug(plan.ID) {
		p.Add("When a step is done", page.Commands{{Text: "Check it off", Line: command(fmt.Sprintf("rolefit plan %s --done %s", plan.ID, step.ID), plan.Pack)}})
	}
}

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
		item := page.Item{Label: fmt.Sprintf("%s, level %d", s.Name, s.Level), Text: nextStep(s.Level-1, s.Text), Note: s.ID}
		if s.Hours > 0 {
			item.Note += ", " + hours(s.Hours)
		}
		if also := alsoNeed(plan, s); also != "" {
			item.Note += "; " + also
		}
		item.Links = resources(s.Resources)
		tasks = append(tasks, page.Task{Done: s.Done, Item: item})
	}
	return tasks
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

func resources(list []fit.Resource) (links page.Links) {
	for _, r := range list {
		links = append(links, page.Link{Text: r.Title, Address: page.Verbatim(r.Address), Note: resource(r)})
	}
	return links
}

// resource describes a resource: its kind, how long it takes, and whether it is
// free.
func resource(r fit.Resource) string {
	s := string(r.Kind)
	if r.Hours > 0 {
		s += ", " + hours(r.Hours)
	}
	if r.Free {
		s += ", free"
	}
	return s
}

// hours formats a number of hours: "1 hour" or "2.5 hours".
func hours(h float64) string {
	if h == 1 {
		return "1 hour"
	}
	return strconv.FormatFloat(h, 'f', -1, 64) + " hours"
}

// experiment describes a small task for trying a role, and how long it takes.
func experiment(t fit.Try) string {
	if t.Hours == 0 {
		return sentence(t.Do)
	}
	return fmt.Sprintf("%s Allow about %s.", sentence(t.Do), hours(t.Hours))
}

// progress describes how much of a plan is done, in a sentence.
func progress(plan *insight.Plan) string {
	x := plan.Progress
	s := fmt.Sprintf("%d of %s done", x.Done, count(x.Steps, "step"))
	if x.Hours > 0 {
		s += fmt.Sprintf(", %s of %s", strconv.FormatFloat(x.DoneHours, 'f', -1, 64), hours(x.Hours))
	}
	return s + "."
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
	if next := plan.Step(plan.Weekend.Step); next != nil {
		p.Add("Next", stepTasks(plan, []*insight.PlanStep{next}))
	}
	return p
}

// isMet reports whether the person has the needed level of a skill.
func isMet(plan *insight.Plan, skill string) bool {
	return slices.ContainsFunc(plan.Met, func(n fit.NeedResult) bool { return n.Skill == skill })
}
