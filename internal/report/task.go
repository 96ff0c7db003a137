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

// weekends describes the small task to begin with. If other roles are too close
// to rule out, it describes theirs, too.
func weekends(plan *insight.Plan) (out []page.Block) {
	if plan.Weekend != nil && plan.Weekends() == 1 {
		return task(*plan.Weekend)
	}
	if plan.Weekend != nil {
		out = append([]page.Block{page.Subheading(plan.Title)}, task(*plan.Weekend)...)
	}
	for _, c := range plan.Close {
		if c.Weekend != nil {
			out = append(append(out, page.Subheading(c.Title)), task(*c.Weekend)...)
		}
	}
	return out
}

// weekendWords returns the words for one weekend, or a format for the number of
// weekends.
func weekendWords(plan *insight.Plan, one, many string) string {
	if n := plan.Weekends(); n > 1 {
		return fmt.Sprintf(many, wording.Number(n))
	}
	return one
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
	if links := resources(t.Resources, t.Hours); len(links) > 0 {
		out = append(out, page.Note("To look things up:"), links)
	}
	return out
}

// resources lists what to learn from for a task that takes this many hours.
func resources(list []fit.Resource, task float64) (links page.Links) {
	for _, r := range list {
		links = append(links, page.Link{Text: r.Title, Address: page.Verbatim(r.Address), Note: resource(r, task)})
	}
	return links
}

// resource describes a resource: its kind, how long it takes, and whether it is
// free. If it fills the hours of the task or more, it says that the hours are for
// all of the resource, because the task needs only a part of it.
func resource(r fit.Resource, task float64) string {
	s := string(r.Kind)
	if r.Hours > 0 {
		s += ", " + hours(r.Hours)
		if task > 0 && r.Hours >= task {
			s += " for all of it"
		}
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
