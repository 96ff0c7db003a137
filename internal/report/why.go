package report

import (
	"cmp"
	"fmt"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// Maximum number of answers quoted for the leading role and, if the verdict
// names it alone, against it.
const (
	quotedFor     = 3
	quotedAgainst = 1
)

// why quotes the strongest answers for and against the leading role.
func (w result) why() []page.Block {
	if w.Lead == nil || len(w.Evidence) == 0 {
		return nil
	}
	against := quotedAgainst
	if len(w.Named) != 1 {
		against = quotedFor
	}
	return []page.Block{page.Columns{w.quotes(w.Lead.Role, quotedFor), w.quotes(w.Lead.Over, against)}}
}

// quotes returns the strongest answers for one of the first two roles over the
// other.
func (w result) quotes(role string, most int) page.Column {
	other, mark := w.Lead.Over, "+"
	if role == other {
		other = w.Lead.Role
		if len(w.Named) == 1 {
			mark = "-"
		}
	}
	var quotes page.Quotes
	all := w.evidence(role)
	for _, e := range all[:min(most, len(all))] {
		quotes = append(quotes, page.Quote{Mark: mark, Text: w.prompt(e.Question), Lines: []page.QuoteLine{
			w.half("best", e.Best, role),
			w.half("worst", e.Worst, other),
		}})
	}
	c := page.Column{Title: fmt.Sprintf("For %s over %s", w.title(role), w.title(other))}
	if len(quotes) == 0 {
		c.Blocks = []page.Block{page.Paragraph(fmt.Sprintf("No answer put %s above %s.", w.title(role), w.title(other)))}
		return c
	}
	c.Blocks = []page.Block{quotes}
	return c
}

// half returns the best or the worst option of an answer. It counts if it is of
// the role that the answer is evidence for or against.
func (w result) half(label string, option fit.QuotedOption, role string) page.QuoteLine {
	line := page.QuoteLine{Label: label, Text: option.Text, Note: w.title(option.Role), Strong: option.Role == role}
	if !line.Strong {
		line.Note += ", not counted here"
	}
	return line
}

func (w result) prompt(question string) string {
	for _, x := range w.Answers {
		if x.Question == question {
			return x.Prompt
		}
	}
	return ""
}

// closeness draws the lead on a scale that shows at what value it would be
// clear.
func (w result) closeness() []page.Block {
	if w.Lead == nil {
		return nil
	}
	lead, threshold := w.leadNumbers()
	out := []page.Block{page.Gauge{
		Label:  fmt.Sprintf("Lead of %s over %s", w.title(w.Lead.Role), w.title(w.Lead.Over)),
		Figure: page.Figure{Value: &w.Lead.Points, Text: points(lead)},
		Max:    max(1, 1.25*w.Lead.ClearAt, 1.1*w.Lead.Points),
		Marks: []page.GaugeMark{
			{At: w.Lead.LeansAt(), Text: decimalOrWhole(w.Lead.LeansAt(), threshold), Label: "leaning"},
			{At: w.Lead.ClearAt, Text: threshold, Label: "clear"},
		},
	}}
	if w.Changes > 0 {
		out = append(out, page.Paragraph(fmt.Sprintf("If you changed %s of your %d answers, %s could lead.", wording.Number(w.Changes), w.Answered, w.title(w.Lead.Over))))
	}
	return append(out, page.Note(w.random()), page.Commands{{Text: "How a verdict is reached", Line: "rolefit help method"}})
}

// random says how a verdict compares with one from random answers.
func (w result) random() string {
	const s = "Random answers would also put some role first, "
	switch {
	case w.Verdict == fit.Clear, w.Reason == fit.CardPass, w.Reason == fit.Provisional && w.Lead.Reached():
		return s + "but rarely with a lead that's clear."
	case w.Verdict == fit.Leaning:
		return s + "and quite often lean toward it, too."
	}
	return s + "and often no further ahead than this."
}

// decimalOrWhole formats x with the precision of like.
func decimalOrWhole(x float64, like string) string {
	for _, r := range like {
		if r == '.' {
			return decimal(x)
		}
	}
	return whole(&x)
}

// dimensions shows the fits in each dimension. A single dimension isn't meant
// to decide between roles.
func (w result) dimensions() []page.Block {
	t := page.Table{Head: []string{"Role", "Overall"}, TextColumns: 1}
	for _, d := range fit.Dimensions {
		t.Head = append(t.Head, dimensionHeading(d.String()))
	}
	for _, r := range w.Roles {
		row := []string{r.Title, whole(r.Fit)}
		for _, d := range fit.Dimensions {
			row = append(row, whole(r.Dimensions[d.String()]))
		}
		t.Rows = append(t.Rows, row)
	}
	return []page.Block{
		page.Note("100 means you always picked it as the best, 0 means you always picked it as the worst, and 50 means no preference. A fit shows what you prefer to the other roles, not how much you like it."),
		t,
	}
}

// undecided describes what the answers show if no role stands out.
func (w result) undecided() []page.Block {
	var items page.List
	for _, d := range w.Dimensions {
		if n := len(d.First); d.Leans && n > 0 {
			items = append(items, page.Item{Label: dimensionHeading(d.Dimension), Text: wording.And(w.titles(d.First)) + verb(n, " comes", " come") + " first."})
		}
	}
	if r := w.Result.Role(w.SetAside); r != nil {
		items = append(items, page.Item{Label: "Least appealing", Text: fmt.Sprintf("You picked %s as worst in %d of %s that showed it, more than any other role.", r.Title, r.Worst, count(r.Shown, "question"))})
	}
	if len(items) == 0 {
		return []page.Block{page.Paragraph("Your answers don't favor any role. Reading about each one may help more than answering more questions.")}
	}
	return []page.Block{items}
}

// answers lists every question with its answer, in the wording shown.
func (w result) answers() []page.Block {
	var items page.List
	for i := range w.Answers {
		x := &w.Answers[i]
		item := page.Item{Text: x.Prompt, Note: skipWords[x.Skip]}
		if x.Skip == "" {
			item.Note = fmt.Sprintf("best: %s; worst: %s", cmp.Or(x.Text(x.Best), x.Best), cmp.Or(x.Text(x.Worst), x.Worst))
		}
		items = append(items, item)
	}
	if len(items) == 0 {
		return nil
	}
	d := page.Details{Summary: w.summary(), Blocks: []page.Block{items}}
	if w.ID != "" {
		d.Command = page.Command{Text: "To see them", Line: page.Verbatim("rolefit result " + w.ID + " --all")}
	}
	return []page.Block{d}
}

// summary describes the number of answers, and names the result and the pack.
func (w result) summary() string {
	s := count(w.Asked, "question")
	if w.Skipped > 0 {
		s += fmt.Sprintf(", %d skipped", w.Skipped)
	}
	if w.ID != "" {
		s += ", result " + w.ID
	}
	if w.Pack.ID != "" {
		s += fmt.Sprintf(", pack %s v%d", w.Pack.ID, w.Pack.Version)
	}
	return s
}

// skipWords describes the reasons for skipping a question.
var skipWords = map[fit.Skip]string{
	fit.Unsure:  "skipped: couldn't choose",
	fit.Unclear: "skipped: unclear question",
	fit.None:    "skipped: nothing appealed",
}
