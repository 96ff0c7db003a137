package report

import (
	"fmt"
	"math"
	"strconv"

	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// duration summarizes how long the plan takes, period by period and in all.
func duration(plan *insight.Plan) []page.Block {
	if plan.Progress.Hours == 0 || plan.Progress.Done == plan.Progress.Steps {
		return nil
	}
	t := page.Table{Head: []string{"When", "Steps", "Hours"}, TextColumns: 1}
	row := func(name string, steps int, h float64) {
		ends := "–"
		switch {
		case steps > 0:
			ends = strconv.Itoa(steps)
		case h == 0:
			return
		}
		t.Rows = append(t.Rows, []string{name, ends, number(h)})
	}
	if w := plan.WeekendHours(); w > 0 {
		row(wording.Capitalize(weekendWords(plan, "this weekend", "%s weekends")), 0, w)
	}
	all, worked, rest := workedHours(plan)
	from := 1
	for i, x := range plan.Periods {
		when := fmt.Sprintf("Days %d to %d", from, x.Days)
		if s := inProgress(plan, x.Days); s != nil && len(x.Steps) == 0 && worked[i] > 0 {
			when += fmt.Sprintf(", on %s, level %d", s.Name, s.Level)
		}
		row(when, len(x.Steps), worked[i])
		from = x.Days + 1
	}
	row("After that", len(plan.Later), rest)
	row("Left", plan.Progress.Steps-plan.Progress.Done, all)
	out := []page.Block{page.Paragraph(totalTime(plan, all)), t}
	if isSlug(plan.ID) {
		out = append(out, page.Commands{{Text: "With other hours", Line: command(fmt.Sprintf("rolefit plan %s --hours-per-week %s", plan.ID, number(otherHours(plan.HoursPerWeek))), plan.Pack)}})
	}
	return out
}

// workedHours returns the hours of a plan in all, those that the person works in
// each period after the weekend, and those that are left then.
func workedHours(plan *insight.Plan) (all float64, worked []float64, rest float64) {
	all = hoursLeft(plan)
	rest = all - plan.WeekendHours()
	for _, x := range plan.Periods {
		h := math.Round(max(0, min(all, available(plan, x.Days))-(all-rest)))
		worked, rest = append(worked, h), rest-h
	}
	return all, worked, max(0, rest)
}

// workingWeek is a number of hours per week that leaves no time for a job.
const workingWeek = 40

// otherHours returns a different number of hours per week: twice as many or, if
// that is more than a working week, half as many.
func otherHours(h float64) float64 {
	if 2*h > workingWeek {
		return h / 2
	}
	return 2 * h
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
	return count(int(math.Ceil(h/plan.HoursPerWeek-rounding)), "week")
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
	_, _, h := workedHours(plan)
	p.Add("After day "+strconv.Itoa(plan.Periods[len(plan.Periods)-1].Days),
		page.Note(fmt.Sprintf("%s, with %s of work left: about %s at %s a week.", wording.Capitalize(count(len(later), "step")), hours(h), weeks(plan, h), hours(plan.HoursPerWeek))), short, full)
}

// orderNote describes the order of the steps.
func orderNote(plan *insight.Plan) string {
	if len(plan.Grades) > 1 {
		return fmt.Sprintf("You start with what the role needs at %s level, largest gap first.", plan.Grades[0].Grade)
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
	note := "These take " + hours(x.Hours) + "."
	if weekend := x.Hours - hoursOf(plan, x.Steps); weekend > 0 {
		note = fmt.Sprintf("These take %s, including %s for %s.", hours(x.Hours), number(weekend), weekendWords(plan, "the weekend's task", "the %s weekends' tasks"))
	}
	if i == 0 {
		note += " " + orderNote(plan)
	}
	tasks := stepTasks(plan, steps)
	if steps[0].ID == plan.Next { // it is described above
		tasks[0].Text, tasks[0].Links = "see above.", nil
	}
	out := []page.Block{page.Note(note), tasks}
	if s := inProgress(plan, x.Days); s != nil && s.Ends-s.Hours < available(plan, x.Days)-rounding {
		out = append(out, page.Paragraph(fmt.Sprintf("The time left goes into %s, level %d, which takes %s.", s.Name, s.Level, hours(s.Hours))))
	}
	return out
}

// available returns the hours that the person has in this many days.
func available(plan *insight.Plan, days int) float64 {
	return plan.HoursPerWeek * float64(days) / 7
}

// rounding is more than the rounding error of a sum of hours.
const rounding = 1e-9

// inProgress returns the step that the person is working on after this many
// days, or nil if there is none.
func inProgress(plan *insight.Plan, days int) *insight.PlanStep {
	for i := range plan.Steps {
		if s := &plan.Steps[i]; s.Ends > available(plan, days)+rounding {
			return s
		}
	}
	return nil
}

// noStep explains why no step ends in a period.
func noStep(plan *insight.Plan, days int) string {
	if w := plan.WeekendHours(); w > 0 && w > available(plan, days)-rounding {
		return fmt.Sprintf("%s this time: %s, at %s a week.", wording.Capitalize(weekendWords(plan, "the weekend's task fills", "the %s weekends' tasks fill")), hours(w), hours(plan.HoursPerWeek))
	}
	if s := inProgress(plan, days); s != nil {
		return fmt.Sprintf("You're working on %s, level %d, which takes %s. You'd finish it around day %d.", s.Name, s.Level, hours(s.Hours), int(math.Ceil(7*s.Ends/plan.HoursPerWeek-rounding)))
	}
	if len(plan.Later) > 0 {
		return "The steps that are left have no hours, so they aren't scheduled."
	}
	return "Nothing is left: you'd have done every step before then. Rate your skills again and see where you are."
}
