package report

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// weekend describes the small task to begin with.
func weekend(plan *insight.Plan) []page.Block {
	if plan.Weekend == nil {
		return nil
	}
	return task(*plan.Weekend)
}

// task describes a small task: what it is, how long it takes, what to have
// before beginning, what to do, and when it is done.
func task(t fit.Try) []page.Block {
	var takes string
	if t.Hours > 0 {
		takes = "About " + hours(t.Hours) + "."
	}
	terms := slices.DeleteFunc(page.Terms{
		{Name: "Task", Text: sentence(t.Short)},
		{Name: "Takes", Text: takes},
		{Name: "You need", Text: sentence(t.Need)},
		{Name: "Do this", Text: sentence(t.Do)},
		{Name: "Done when", Text: sentence(t.Done)},
		{Name: "Notice", Text: sentence(t.Notice)},
	}, func(x page.Term) bool { return x.Text == "" })
	out := []page.Block{terms}
	if links := resources(t.Resources); len(links) > 0 {
		out = append(out, page.Note("To look things up:"), links)
	}
	return out
}

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
	why := fmt.Sprintf("In %s, the role needs level %d, and you rated yourself %d. No other gap is larger, so this step comes first.", s.Name, s.Needed, s.Level-1)
	if s.Grade != "" {
		why = fmt.Sprintf("In %s, the role needs %d at %s level, and you rated yourself %d. No other gap at that level is larger, so this step comes first.", s.Name, s.Needed, s.Grade, s.Level-1)
	}
	if w := plan.Weekend; w != nil && s.Hours > 0 && w.Hours+s.Hours <= weekendHours {
		why += " If there's time left on Sunday, begin now."
	}
	return why
}

// weekendHours is the number of hours that fit into a weekend.
const weekendHours = 10

// duration summarizes how long the plan takes, period by period and in all.
func duration(plan *insight.Plan) []page.Block {
	if plan.Progress.Hours == 0 || plan.Progress.Done == plan.Progress.Steps {
		return nil
	}
	t := page.Table{Head: []string{"When", "Steps", "Hours"}, TextColumns: 1}
	row := func(name string, steps int, h float64) {
		t.Rows = append(t.Rows, []string{name, strconv.Itoa(steps), number(h)})
	}
	all, open := plan.Progress.Hours-plan.Progress.DoneHours, plan.Progress.Steps-plan.Progress.Done
	if w := plan.Weekend; w != nil && w.Hours > 0 {
		t.Rows = append(t.Rows, []string{"This weekend", "–", number(w.Hours)})
		all += w.Hours
	}
	from := 1
	for _, x := range plan.Periods {
		row(fmt.Sprintf("Days %d to %d", from, x.Days), len(x.Steps), hoursOf(plan, x.Steps))
		from = x.Days + 1
	}
	row("After that", len(plan.Later), hoursOf(plan, plan.Later))
	row("In all", open, all)
	out := []page.Block{page.Paragraph(totalTime(plan, all)), t}
	if isSlug(plan.ID) {
		out = append(out, page.Commands{{Text: "With other hours", Line: command(fmt.Sprintf("rolefit plan %s --hours-per-week %s", plan.ID, number(2*plan.HoursPerWeek)), plan.Pack)}})
	}
	return out
}

// totalTime describes when the plan and the grades on the way are reached.
func totalTime(plan *insight.Plan, all float64) string {
	s := fmt.Sprintf("At %s a week, all of it takes about %s.", hours(plan.HoursPerWeek), weeks(plan, all))
	if len(plan.Grades) > 1 && plan.Grades[0].Ends > 0 {
		s = fmt.Sprintf("At %s a week, you'd have what the role needs at %s level after about %s. All of it takes about %s.",
			hours(plan.HoursPerWeek), plan.Grades[0].Grade, weeks(plan, plan.Grades[0].Ends), weeks(plan, all))
	}
	if n := len(plan.Unrated); n > 0 {
		s += fmt.Sprintf(" That's without the %s that you haven't rated.", count(n, "skill"))
	}
	return s + " The hours are rough estimates."
}

// weeks formats how many weeks this many hours take.
func weeks(plan *insight.Plan, h float64) string {
	return count(int(math.Ceil(h/plan.HoursPerWeek-1e-9)), "week")
}

// hoursOf returns the sum of the hours of these steps.
func hoursOf(plan *insight.Plan, ids []string) (sum float64) {
	for _, s := range stepsOf(plan, ids) {
		sum += s.Hours
	}
	return sum
}

// addPeriods adds the steps for each period, according to the person's hours
// per week, and the remaining steps in short.
func addPeriods(p *page.Page, plan *insight.Plan) {
	if plan.Next == "" {
		return
	}
	if plan.Progress.Hours == 0 { // there is an order, but no dates
		p.Add("Step by step", append([]page.Block{page.Note(orderNote(plan))}, stepList(plan, stepsOf(plan, plan.Later))...)...)
		return
	}
	for i, x := range plan.Periods {
		p.Add(fmt.Sprintf("By day %d", x.Days), period(plan, i)...)
	}
	later := stepsOf(plan, plan.Later)
	if len(later) == 0 {
		return
	}
	var short page.List
	for _, s := range later {
		short = append(short, page.Item{Label: fmt.Sprintf("%s, level %d", s.Name, s.Level), Note: stepNote(plan, s)})
	}
	full := page.Details{Summary: "What to do in each of these", Blocks: stepList(plan, later)}
	if isSlug(plan.ID) {
		full.Command = page.Command{Text: "To see it", Line: command("rolefit plan "+plan.ID+" --all", plan.Pack)}
	}
	h := hoursOf(plan, plan.Later)
	p.Add("After day "+strconv.Itoa(plan.Periods[len(plan.Periods)-1].Days),
		page.Note(fmt.Sprintf("%s, %s: about %s at %s a week.", wording.Capitalize(count(len(later), "step")), hours(h), weeks(plan, h), hours(plan.HoursPerWeek))), short, full)
}

// orderNote describes the order of the steps.
func orderNote(plan *insight.Plan) string {
	if len(plan.Grades) > 1 {
		return fmt.Sprintf("What the role needs at %s level comes first, beginning with the largest gap.", plan.Grades[0].Grade)
	}
	return "The largest gap comes first."
}

// period describes the steps of a period, or why it has none.
func period(plan *insight.Plan, i int) []page.Block {
	x := plan.Periods[i]
	steps := stepsOf(plan, x.Steps)
	if len(steps) == 0 {
		return []page.Block{page.Paragraph(noStep(plan, x.Days))}
	}
	note := hours(x.Hours) + "."
	if weekend := x.Hours - hoursOf(plan, x.Steps); weekend > 0 {
		note = fmt.Sprintf("%s, including %s for the weekend's task.", hours(x.Hours), number(weekend))
	}
	if i == 0 {
		note += " " + orderNote(plan)
	}
	tasks := stepTasks(plan, steps)
	if steps[0].ID == plan.Next { // it is described above
		tasks[0].Text, tasks[0].Links = "see above.", nil
	}
	out := []page.Block{page.Note(note), tasks}
	if s := inProgress(plan, x.Days); s != nil {
		out = append(out, page.Paragraph(fmt.Sprintf("The time left goes into %s, level %d, which takes %s.", s.Name, s.Level, hours(s.Hours))))
	}
	return out
}

// inProgress returns the step that the person is working on after this many
// days, or nil if there is none.
func inProgress(plan *insight.Plan, days int) *insight.PlanStep {
	for i := range plan.Steps {
		if s := &plan.Steps[i]; s.Ends > plan.HoursPerWeek*float64(days)/7 {
			return s
		}
	}
	return nil
}

// noStep explains why no step ends in a period.
func noStep(plan *insight.Plan, days int) string {
	available := plan.HoursPerWeek * float64(days) / 7
	if w := plan.Weekend; w != nil && w.Hours > available {
		return fmt.Sprintf("The weekend's task takes longer than that: %s, at %s a week.", hours(w.Hours), hours(plan.HoursPerWeek))
	}
	if s := inProgress(plan, days); s != nil {
		return fmt.Sprintf("You're working on %s, level %d, which takes %s. You'd finish it around day %d.", s.Name, s.Level, hours(s.Hours), int(math.Ceil(7*s.Ends/plan.HoursPerWeek)))
	}
	if len(plan.Later) > 0 {
		return "The steps that are left have no hours, so they aren't scheduled."
	}
	return "Nothing is left: you'd have done every step before then. Rate your skills again and see where you are."
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
		item := page.Item{Label: fmt.Sprintf("%s, level %d", s.Name, s.Level), Text: nextStep(s.Level-1, s.Text), Note: stepNote(plan, s)}
		item.Links = resources(s.Resources)
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
	switch h {
	case 0.5:
		return "half an hour"
	case 1:
		return "1 hour"
	}
	return number(h) + " hours"
}

// number formats a number of hours without the word.
func number(h float64) string { return strconv.FormatFloat(h, 'f', -1, 64) }

// experiment describes a small task for trying a role, and how long it takes.
func experiment(t fit.Try) string {
	if t.Hours == 0 {
		return instructions(t)
	}
	return fmt.Sprintf("%s Allow about %s.", instructions(t), hours(t.Hours))
}

// instructions describes what to do, and when it is done.
func instructions(t fit.Try) string {
	if t.Done == "" {
		return sentence(t.Do)
	}
	return sentence(t.Do) + " You're done when " + uncapitalize(sentence(t.Done))
}

// progress describes how much of a plan is done, in a sentence.
func progress(plan *insight.Plan) string {
	x := plan.Progress
	s := fmt.Sprintf("%d of %s done", x.Done, count(x.Steps, "step"))
	if x.Hours > 0 {
		s += fmt.Sprintf(", %s of %s", number(x.DoneHours), hours(x.Hours))
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
	if next := plan.Step(plan.Next); next != nil {
		p.Add("Next", stepTasks(plan, []*insight.PlanStep{next}))
	}
	return p
}

// isMet reports whether the person has the needed level of a skill.
func isMet(plan *insight.Plan, skill string) bool {
	return slices.ContainsFunc(plan.Met, func(n fit.NeedResult) bool { return n.Skill == skill })
}
