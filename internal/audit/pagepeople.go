package audit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// This file formats the sections about simulated and real people.

func (r *Report) pageRandom() []page.Block {
	row := &r.Table[0]
	t := page.Table{Head: []string{"Role", "First, %", "Error", "Equal share, %"}, TextColumns: 1}
	for _, x := range row.Roles {
		t.Rows = append(t.Rows, []string{x.Role, percentage(x.First), "± " + twoDecimals(float64(100*x.StdErr)), percentage(x.Expected)})
	}
	var mix []string
	for _, v := range row.Verdicts {
		mix = append(mix, percent(v.Share)+" "+string(v.Verdict))
	}
	text := "Verdicts on random answers: " + strings.Join(mix, ", ") + "."
	if share := row.Verdicts[0].Share; share > 0 {
		text += fmt.Sprintf(" So 1 in %.0f is %s.", 1/share, row.Verdicts[0].Verdict)
	}
	return []page.Block{page.Paragraph(text), t}
}

func (r *Report) pageOrder() []page.Block {
	t := page.Table{Head: []string{"What was reordered", "Compared through", "Verdicts compared", "Changed"}, TextColumns: 2}
	for _, p := range r.Order {
		t.Rows = append(t.Rows, []string{wording.Capitalize(p.What), p.Through, wording.Thousands(p.Compared), strconv.Itoa(p.Changed)})
	}
	return []page.Block{page.Paragraph("These are the same random answers with the pack in a different order. The verdict, the roles it names and the number of questions must stay the same."), t}
}

func (r *Report) pageTable() []page.Block {
	t := page.Table{Head: append([]string{"Rho", "Top role right, %", "Questions"}, verdictHeads()...), TextColumns: 1}
	byRole := page.Table{Head: append([]string{"Role", "Rho", "Top role right, %"}, verdictHeads()...), TextColumns: 1}
	for _, row := range r.Table {
		t.Rows = append(t.Rows, append([]string{twoDecimals(row.Rho), percentage(row.TopRight), oneDecimal(row.Questions)}, verdictCells(row.Verdicts)...))
	}
	for i, role := range r.Roles {
		for _, row := range r.Table {
			if row.Rho == 0 {
				continue
			}
			x := row.Roles[i]
			byRole.Rows = append(byRole.Rows, append([]string{role.ID, twoDecimals(row.Rho), percentage(x.TopRight)}, verdictCells(x.Verdicts)...))
		}
	}
	return []page.Block{
		page.Paragraph("Rho is the share of one answer that is stable preference. The rest is noise (see rolefit help method for the model). Published interest scales suggest .30 to .46. These roles are more similar than that, so look at .15 to .30, a guess that nobody has checked with people."),
		t, page.Note("In parentheses: how often the verdict is right, meaning that it names the role the person likes best. A toss-up is right if one of its two roles is."),
		page.Subheading("By the role that people like best"), byRole,
	}
}

// verdictHeads returns the headings for verdictCells.
func verdictHeads() []string {
	var out []string
	for _, v := range comparedVerdicts {
		head := wording.Capitalize(string(v))
		if v != fit.Undecided {
			head += " (right)"
		}
		out = append(out, head)
	}
	return out
}

// verdictCells returns the share of each verdict, followed in parentheses by
// how often it is right.
func verdictCells(shares []VerdictShare) []string {
	var out []string
	for _, v := range shares {
		cell := percentage(v.Share)
		if v.Right != nil {
			cell += " (" + percentage(*v.Right) + ")"
		}
		out = append(out, cell)
	}
	return out
}

func (r *Report) pageAppeal() []page.Block {
	if len(r.Nicer) == 0 {
		return nil
	}
	t := page.Table{Head: []string{"Role"}, TextColumns: 1}
	for _, n := range r.Nicer {
		if i := slices.IndexFunc(t.Rows, func(row []string) bool { return row[0] == n.Role }); i >= 0 {
			t.Rows[i] = append(t.Rows[i], appealCells(n)...)
		} else {
			t.Rows = append(t.Rows, append([]string{n.Role}, appealCells(n)...))
		}
		if len(t.Rows) == 1 {
			t.Head = append(t.Head, "+"+oneDecimal(n.By)+", %", "Error")
		}
	}
	return []page.Block{
		page.Paragraph(fmt.Sprintf("How often a role comes first if everyone finds its options more appealing by this many standard deviations. An equal share would be %s, and rho is %s.",
			percent(r.Nicer[0].Expected), twoDecimals(r.Nicer[0].Rho))), t,
	}
}

func appealCells(n Nicer) []string {
	return []string{percentage(n.First), "± " + twoDecimals(float64(100*n.StdErr))}
}

func (r *Report) pageHybrids() []page.Block {
	t := page.Table{Head: append([]string{"Rho", "Toss-up of both, %", "One of the two, %"}, verdictHeads()...), TextColumns: 1}
	for _, h := range r.Hybrids {
		t.Rows = append(t.Rows, append([]string{twoDecimals(h.Rho), percentage(h.Both) + " ± " + twoDecimals(float64(100*h.StdErr)), percentage(h.OneOfTwo)}, verdictCells(h.Verdicts)...))
	}
	none := r.Table[0].Verdicts
	return []page.Block{
		page.Paragraph("People who like two roles equally, and best, should get a toss-up that names both. A clear or leaning verdict for one of them is half right. In parentheses: how often a verdict names only these two."), t,
		page.Paragraph(fmt.Sprintf("People who like all roles equally answer at random: %s get a toss-up or undecided, %s leaning and %s clear.",
			percent(none[2].Share+none[3].Share), percent(none[1].Share), percent(none[0].Share))),
	}
}

func (r *Report) pageWishes() []page.Block {
	t := page.Table{Head: []string{"What they want"}, TextColumns: 1}
	for _, v := range fit.Verdicts {
		t.Head = append(t.Head, wording.Capitalize(string(v))+", %")
	}
	for _, w := range r.Wishes {
		row := []string{wording.Capitalize(w.Wish)}
		for _, v := range w.Verdicts {
			row = append(row, percentage(v.Share))
		}
		t.Rows = append(t.Rows, row)
	}
	return []page.Block{
		page.Paragraph(fmt.Sprintf("Comparing roles can't show that none of them suits someone, but the role cards can. These people answer the questions like everyone else (rho is %s), and then rate every role card the same.", twoDecimals(referenceRho))), t,
	}
}

func (r *Report) pageTwice() []page.Block {
	t := page.Table{Head: []string{"Rho", "Same top role, %", "Error", "After a clear verdict, %"}, TextColumns: 1}
	for _, row := range r.Table {
		t.Rows = append(t.Rows, []string{twoDecimals(row.Rho), percentage(row.Same), "± " + twoDecimals(float64(100*row.SameStdErr)), percentage(row.SameClear)})
	}
	return []page.Block{page.Paragraph("Each simulated person takes two interviews, with the same preferences and new noise. No real person has taken it twice."), t}
}

func (s *Observed) page() []page.Block {
	people := wording.Plural(s.People, "person", "people")
	if s.People != 1 {
		people = wording.Thousands(s.People) + " people"
	}
	text := fmt.Sprintf("%s answered %s and skipped %d.", people, wording.Count(s.Answered, "question"), s.Skipped)
	if s.Ignored > 0 {
		text += fmt.Sprintf(" Ignored because this pack doesn't ask them: %s.", wording.Count(s.Ignored, "answer"))
	}
	questions := page.Table{Head: []string{"Question", "Answered", "Skipped"}, TextColumns: 1}
	for _, skip := range fit.Skips {
		questions.Head = append(questions.Head, wording.Capitalize(string(skip)))
	}
	questions.Head = append(questions.Head, "Median s")
	options := page.Table{Head: []string{"Option", "Best, %", "Worst, %", "Appeal", "Error"}, TextColumns: 1}
	for _, q := range s.Questions {
		row := []string{q.Question, strconv.Itoa(q.Answered), strconv.Itoa(q.Skipped)}
		for _, skip := range fit.Skips {
			row = append(row, strconv.Itoa(q.Skips[skip]))
		}
		questions.Rows = append(questions.Rows, append(row, orDash(q.Seconds, oneDecimal)))
		for _, o := range q.Options {
			shown := max(1, float64(o.Shown))
			options.Rows = append(options.Rows, []string{
				q.Question + " " + o.Key + ", " + o.Facet, percentOf(o.Best, shown), percentOf(o.Worst, shown), orDash(o.Nicer, twoDecimals), orDash(o.StdErr, twoDecimals),
			})
		}
	}
	return []page.Block{page.Paragraph(text), questions, options, page.Note("Appeal: how much more appealing an option is than its role's other options to the same people, in the standard deviations used above. If it's below 0, the option is less appealing.")}
}

func oneDecimal(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

func twoDecimals(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) }

// percent formats a share as a percentage with one decimal, as in "12.3%".
func percent(share float64) string { return percentage(share) + "%" }

// orDash formats x, or returns a dash if x is nil.
func orDash(x *float64, format func(float64) string) string {
	if x == nil {
		return "–"
	}
	return format(*x)
}

// percentage converts a share to percent with one decimal.
func percentage(share float64) string { return oneDecimal(float64(100 * share)) }

// percentOf formats n as a percentage of all.
func percentOf(n int, all float64) string { return percentage(float64(n) / all) }
