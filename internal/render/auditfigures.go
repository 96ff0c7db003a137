package render

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/audit"
	"github.com/rolefit/rolefit/internal/fit"
)

func auditStructure(r *audit.Report) []block {
	s := &r.Structure
	from := "The questions are the pack's own."
	if r.Interviews.Assembled {
		from = "The questions are assembled from the facets."
	}
	var per, dimensions []string
	for n, questions := range s.PerQuestion {
		if questions > 0 {
			per = append(per, fmt.Sprintf("%s show %d roles", count(questions, "question"), n))
		}
	}
	for _, x := range s.Dimensions {
		dimensions = append(dimensions, fmt.Sprintf("%d in %s", x.Questions, x.Dimension))
	}
	facets := table{Head: []string{"facets asked, of all"}, Numbers: 1}
	shown := table{Head: []string{"questions that show it"}, Numbers: 1}
	for _, d := range fit.Dimensions {
		facets.Head = append(facets.Head, d.String())
		shown.Head = append(shown.Head, d.String())
	}
	for place := range fit.MaxShown {
		shown.Head = append(shown.Head, "as "+string(rune('a'+place)))
	}
	facets.Head = append(facets.Head, "words an option")
	for _, role := range s.Roles {
		used, times := []string{role.Role}, []string{role.Role}
		for _, d := range fit.Dimensions {
			used = append(used, fmt.Sprintf("%d of %d", role.Used[d.String()], role.Facets[d.String()]))
			times = append(times, strconv.Itoa(role.Shown[d.String()]))
		}
		for _, n := range role.Places {
			times = append(times, strconv.Itoa(n))
		}
		facets.Rows = append(facets.Rows, append(used, tenths(role.Words)))
		shown.Rows = append(shown.Rows, times)
	}
	return []block{
		para{body, fmt.Sprintf("%s An interview asks at most %d in each dimension; there are %s. %s.",
			from, s.Dimensions[0].AtMost, and(dimensions), upper(and(per)))},
		facets, shown, para{body, facetUses(s)},
	}
}

// facetUses says how many facets are asked how often.
func facetUses(s *audit.Structure) string {
	uses := map[int]int{}
	most := 0
	var unused []string
	for _, f := range s.Facets {
		uses[f.Uses]++
		most = max(most, f.Uses)
		if f.Uses == 0 {
			unused = append(unused, f.Facet)
		}
	}
	var parts []string
	for n := 1; n <= most; n++ {
		if uses[n] > 0 {
			parts = append(parts, fmt.Sprintf("%d by %s", uses[n], count(n, "question")))
		}
	}
	text := "No facet is asked."
	if len(parts) > 0 {
		text = "Facets asked: " + and(parts) + "."
	}
	if len(unused) > 0 {
		text += " Not asked: " + strings.Join(unused, ", ") + "."
	}
	return text
}

func auditReading(r *audit.Report) []block {
	x := &r.Structure.Reading
	t := table{Head: []string{"interview", "questions", "words", "minutes of reading"}, Numbers: 1}
	for _, row := range []struct {
		name string
		load audit.Load
	}{{"shortest", x.Shortest}, {"mean, at rho " + hundredths(x.Rho), x.Mean}, {"longest", x.Longest}} {
		t.Rows = append(t.Rows, []string{row.name, tenths(row.load.Questions), strconv.FormatFloat(row.load.Words, 'f', 0, 64), tenths(row.load.Minutes)})
	}
	return []block{
		para{body, fmt.Sprintf("An option has %s words, a question with its options %s.", spreadWords(x.Option), spreadWords(x.Question))},
		t, para{note, fmt.Sprintf("At %d words a minute; choosing takes time on top of it.", x.PerMin)},
	}
}

func spreadWords(s audit.Spread) string {
	return fmt.Sprintf("%d to %d (mean %s)", s.Min, s.Max, tenths(s.Mean))
}

func auditRandom(r *audit.Report) []block {
	row := &r.Table[0]
	t := table{Head: []string{"role", "comes first, %", "error", "equal share, %"}, Numbers: 1}
	for _, x := range row.Roles {
		t.Rows = append(t.Rows, []string{x.Role, tenths(100 * x.First), "± " + hundredths(100*x.StdErr), tenths(100 * x.Expected)})
	}
	var mix []string
	for _, v := range row.Verdicts {
		mix = append(mix, fmt.Sprintf("%s %s", v.Verdict, percent(v.Share)))
	}
	text := "Of answers that mean nothing, the verdicts are: " + strings.Join(mix, ", ") + "."
	if share := row.Verdicts[0].Share; share > 0 {
		text += fmt.Sprintf(" So 1 in %.0f is called %s.", 1/share, row.Verdicts[0].Verdict)
	}
	return []block{para{body, text}, t}
}

func auditOrder(r *audit.Report) []block {
	t := table{Head: []string{"in another order", "compared through", "verdicts compared", "changed"}, Numbers: 2}
	for _, p := range r.Order {
		t.Rows = append(t.Rows, []string{upper(p.What), p.Through, thousands(p.Compared), strconv.Itoa(p.Changed)})
	}
	return []block{para{body, "The same random answers, with things in another order: the verdict, the roles it names and the number of questions must stay."}, t}
}

func auditTable(r *audit.Report) []block {
	t := table{Head: append([]string{"rho", "top role right, %", "questions"}, verdictHeads()...), Numbers: 1}
	byRole := table{Head: append([]string{"role", "rho", "top role right, %"}, verdictHeads()...), Numbers: 1}
	for _, row := range r.Table {
		t.Rows = append(t.Rows, append([]string{hundredths(row.Rho), tenths(100 * row.TopRight), tenths(row.Questions)}, verdictCells(row.Verdicts)...))
	}
	for i, role := range r.Roles {
		for _, row := range r.Table {
			if row.Rho == 0 {
				continue
			}
			x := row.Roles[i]
			byRole.Rows = append(byRole.Rows, append([]string{role.ID, hundredths(row.Rho), tenths(100 * x.TopRight)}, verdictCells(x.Verdicts)...))
		}
	}
	return []block{
		para{body, "Rho is the share of one answer that is stable preference; the rest is noise (the model: rolefit help method). Published interest scales imply .30 to .46; sibling roles are nearer to each other, so read the rows of .15 to .30, a guess that nobody has checked on people."},
		t, para{note, "In brackets how often the verdict is right: names the role that the person likes best; a toss-up, as one of two."},
		subheading{"By the role that people like best"}, byRole,
	}
}

func auditNicer(r *audit.Report) []block {
	t := table{Head: []string{"role"}, Numbers: 1}
	at := map[string]int{}
	for _, n := range r.Nicer {
		if _, known := at[n.Role]; !known {
			at[n.Role] = len(t.Rows)
			t.Rows = append(t.Rows, []string{n.Role})
		}
		if len(t.Rows) == 1 {
			t.Head = append(t.Head, "+"+tenths(n.By)+", %", "error")
		}
		row := &t.Rows[at[n.Role]]
		*row = append(*row, tenths(100*n.First), "± "+hundredths(100*n.StdErr))
	}
	return []block{
		para{body, fmt.Sprintf("How often a role comes first when its options are nicer to everybody, by so many standard deviations of what one option is worth to people. An equal share would be %s; at rho %s.",
			percent(r.Nicer[0].Expected), hundredths(r.Nicer[0].Rho))}, t,
	}
}

func auditHybrids(r *audit.Report) []block {
	t := table{Head: append([]string{"rho", "toss-up of both, %", "one of the two, %"}, verdictHeads()...), Numbers: 1}
	for _, h := range r.Hybrids {
		t.Rows = append(t.Rows, append([]string{hundredths(h.Rho), tenths(100*h.Both) + " ± " + hundredths(100*h.StdErr), tenths(100 * h.OneOfTwo)}, verdictCells(h.Verdicts)...))
	}
	none := &r.Table[0]
	return []block{
		para{body, "People who like two roles equally, and best, should get a toss-up that names both. Clear or leaning to one of the two is half right; in brackets, how often a verdict names nobody but them."}, t,
		para{body, fmt.Sprintf("People who like all roles equally answer at random: %s of them are told that nothing is decided or that it is a toss-up, %s leaning and %s clear.",
			percent(none.Verdicts[2].Share+none.Verdicts[3].Share), percent(none.Verdicts[1].Share), percent(none.Verdicts[0].Share))},
	}
}

func auditTwice(r *audit.Report) []block {
	t := table{Head: []string{"rho", "same top role, %", "error", "after a clear verdict, %"}, Numbers: 1}
	for _, row := range r.Table {
		t.Rows = append(t.Rows, []string{hundredths(row.Rho), tenths(100 * row.Same), "± " + hundredths(100*row.SameStdErr), tenths(100 * row.SameClear)})
	}
	return []block{para{body, "Two interviews of the same simulated person, whose preferences stay while the noise is fresh. Real people have not been asked twice."}, t}
}

func auditSessions(s *audit.Observed) []block {
	out := []block{para{body, fmt.Sprintf("%s answered %s and skipped %d; %s did not fit this pack and %s ignored.",
		persons(s.People), count(s.Answered, "question"), s.Skipped, count(s.Ignored, "answer"), were(s.Ignored))}}
	questions := table{Head: []string{"question", "answered", "skipped"}, Numbers: 1}
	for _, skip := range fit.Skips {
		questions.Head = append(questions.Head, string(skip))
	}
	questions.Head = append(questions.Head, "median s")
	options := table{Head: []string{"option", "best, %", "worst, %", "nicer by", "error"}, Numbers: 1}
	for _, q := range s.Questions {
		row := []string{q.Question, strconv.Itoa(q.Answered), strconv.Itoa(q.Skipped)}
		for _, skip := range fit.Skips {
			row = append(row, strconv.Itoa(q.Skips[skip]))
		}
		questions.Rows = append(questions.Rows, append(row, maybe(q.Seconds, tenths)))
		for _, o := range q.Options {
			shown := max(1, float64(o.Shown))
			options.Rows = append(options.Rows, []string{
				q.Question + " " + o.Key + ", " + o.Facet, tenths(100 * float64(o.Best) / shown), tenths(100 * float64(o.Worst) / shown), maybe(o.Nicer, hundredths), maybe(o.StdErr, hundredths),
			})
		}
	}
	return append(out, questions, options, para{note, "Nicer: by how much an option is more attractive than its role's other options are to the same people, in the unit of the table above; below 0, less."})
}

func persons(n int) string {
	if n == 1 {
		return "One person"
	}
	return thousands(n) + " people"
}

func hundredths(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) }

// maybe is x in a form, and a dash for what is not known.
func maybe(x *float64, form func(float64) string) string {
	if x == nil {
		return "–"
	}
	return form(*x)
}
