package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

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

// A tryLength determines how much is shown of what to try.
type tryLength int

const (
	tryLeast  tryLength = iota // nothing or, for close roles, where to find the tasks
	tryClause                  // the beginning of each task
	tryShort
	tryAll
	tryNotice // in addition, what to notice about yourself, or when to retake the quiz
)

// tries describes a task for each of these roles or, if there is no room, where
// to find the tasks.
func (w result) tries(ids []string, length tryLength) (terms []page.Term) {
	for _, id := range ids {
		if try := w.try(id, min(length, tryAll)); try != "" {
			between := ": "
			if length == tryShort && w.role(id).Try.Hours > 0 { // it begins with the hours
				between = ", "
			}
			terms = append(terms, page.Term{Name: "And", Text: w.title(id) + between + uncapitalize(try)})
			terms[0].Name = "Try"
		}
	}
	if length == tryLeast && slices.ContainsFunc(ids, func(id string) bool { return w.role(id).Try.Do != "" }) {
		return []page.Term{{Name: "Try", Text: "A small task for each, under “How to decide” in the whole result."}}
	}
	return terms
}

// try describes what to try this weekend.
func (w result) try(role string, length tryLength) string {
	t := w.role(role).Try
	switch {
	case t.Do == "" || length == tryLeast:
		return ""
	case length == tryClause:
		clause, _, _ := strings.Cut(cmp.Or(t.Short, t.Do), ",")
		clause, _, _ = strings.Cut(clause, ". ")
		return sentence(clause)
	case length == tryShort:
		return brief(t)
	case length == tryAll:
		return experiment(t)
	}
	return experiment(t) + " " + sentence(t.Notice)
}

// brief returns the task in a sentence: the pack's own short text, or else the
// first sentence of the instructions.
func brief(t fit.Try) string {
	s := t.Short
	if s == "" {
		s, _, _ = strings.Cut(t.Do, ". ")
	}
	if t.Hours == 0 {
		return sentence(s)
	}
	return fmt.Sprintf("About %s: %s", hours(t.Hours), uncapitalize(sentence(s)))
}
