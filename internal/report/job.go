package report

import (
	"fmt"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
)

// job describes a week in the roles that the verdict is about.
func (w result) job() []page.Block {
	var columns page.Columns
	for _, id := range w.jobs() {
		if long := w.role(id).Week.Long; long != "" {
			columns = append(columns, page.Column{Title: w.title(id), Blocks: []page.Block{page.Paragraph(sentence(long))}})
		}
	}
	var out []page.Block
	switch len(columns) {
	case 0:
	case 1:
		out = columns[0].Blocks
	default:
		out = []page.Block{columns}
	}
	if len(w.Named) == 1 {
		if t := w.role(w.Named[0]).Try; t.Do != "" {
			out = append(append(out, page.Subheading("Try it this weekend")), task(t)...)
		}
	}
	if len(w.Named) == 1 && isSlug(w.Named[0]) && w.ID != "" { // otherwise it is on the first screen
		out = append(out, page.Commands{{Text: "About the role", Line: command("rolefit explain "+w.Named[0], w.Pack)}})
	}
	return out
}

// jobs returns the roles whose weeks are described: the named roles, or else
// the two that lead.
func (w result) jobs() []string {
	switch {
	case w.few() || w.Verdict == fit.NoRole:
		return nil
	case len(w.Named) > 0:
		return w.byFit(w.Named)
	}
	return w.near()
}

// experiments describes how to find out which of these roles fits: a task for
// each, what to read if there are two, and when to retake the quiz.
func (w result) experiments(ids []string) []page.Block {
	var items page.Numbered
	for _, id := range ids {
		if t := w.role(id).Try; t.Do != "" {
			items = append(items, page.Item{Label: w.title(id) + ", " + hours(t.Hours), Text: instructions(t) + " " + sentence(t.Notice)})
		}
	}
	var out []page.Block
	if len(items) > 0 {
		out = append(out, page.Paragraph("Spend a weekend on each. Then ask yourself which one you'd do again, even if another one went better."), items)
	}
	out = append(out, page.Paragraph(retake))
	var read page.Commands
	for _, id := range ids {
		if isSlug(id) && len(ids) < 3 {
			read = append(read, page.Command{Text: w.title(id), Line: command("rolefit explain "+id, w.Pack)})
		}
	}
	if len(read) > 0 {
		out = append(out, read)
	}
	return out
}

// elsewhere suggests where to look for a person who wants none of the roles.
func (w result) elsewhere() []page.Block {
	out := []page.Block{page.Paragraph(w.neighbors() + " Ask someone who does one of these jobs what they did last Tuesday, hour by hour.")}
	if near := w.near(); len(near) > 0 && !w.Thin() {
		role := w.role(near[0])
		s := w.nearest()
		if role.Try.Do != "" {
			s += fmt.Sprintf(" Before you rule out %s, try a piece of the job. %s", role.Title, experiment(role.Try))
		}
		out = append(out, page.Paragraph(s))
	}
	return append(out,
		page.Paragraph("You can also compare other jobs. A pack is a folder of text files, and you can write your own."),
		page.Commands{{Text: "How packs work", Line: "rolefit help packs"}, {Text: "Start one", Line: "rolefit pack init my-roles"}})
}
