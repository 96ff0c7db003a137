package render

import (
	"fmt"
	"strconv"

	"github.com/rolefit/rolefit/internal/audit"
	"github.com/rolefit/rolefit/internal/fit"
)

// Audit draws what an audit found of a pack, as text, Markdown or JSON.
func Audit(r *audit.Report, f Format, s Style) ([]byte, error) {
	return pageOf(r, auditDoc, f, s)
}

// auditDoc begins with what to mend, and then gives the figures that say so.
func auditDoc(r *audit.Report) *doc {
	d := &doc{
		Title: "Audit of " + r.Pack.ID,
		Subtitle: fmt.Sprintf("version %d, %s, %s; %s simulated people a row, seed %d",
			r.Pack.Version, count(len(r.Roles), "role"), count(r.Interviews.Questions, "question"), thousands(r.People), r.Seed),
	}
	d.add("", auditVerdict(r)...)
	d.add("What to mend first", auditFindings(r)...)
	d.add("The limits", auditChecks(r)...)
	d.add("Structure and coverage", auditStructure(r)...)
	d.add("Reading", auditReading(r)...)
	d.add("Random answers", auditRandom(r)...)
	d.add("Order", auditOrder(r)...)
	d.add("People with a preference", auditTable(r)...)
	d.add("Nicer options", auditNicer(r)...)
	d.add("Two favourites, and none", auditHybrids(r)...)
	d.add("The same person twice", auditTwice(r)...)
	if r.Observed != nil {
		d.add("Real answers", auditSessions(r.Observed)...)
	}
	return d
}

func auditVerdict(r *audit.Report) []block {
	found := map[audit.Severity]int{}
	for _, f := range r.Findings {
		found[f.Severity]++
	}
	out := []block{}
	switch {
	case r.Failed():
		out = append(out, para{verdict, fmt.Sprintf("This pack fails: %s, %s.", count(found[audit.Error], "error"), count(found[audit.Warning], "warning"))})
	case found[audit.Warning] > 0:
		out = append(out, para{verdict, fmt.Sprintf("This pack passes, with %s.", count(found[audit.Warning], "warning"))})
	default:
		out = append(out, para{verdict, "This pack passes."})
	}
	out = append(out, para{note, "The people are simulated: the figures say what the questions and the method do to people of a " +
		"known kind. They do not say that anybody real is told what is right for them."})
	if r.Interviews.Choices != nil {
		out = append(out, para{note, fmt.Sprintf("An interview takes at most %d roles, so %s of them were audited, in which each role takes part about equally often.",
			r.Interviews.Roles, count(len(r.Interviews.Choices), "choice"))})
	}
	return out
}

func auditFindings(r *audit.Report) []block {
	var items []item
	for i, f := range r.Findings {
		text := f.What
		for _, c := range r.Checks {
			if c.Name == f.Check {
				text += " (" + checkFigure(c) + "; " + checkLimit(c) + ")"
			}
		}
		items = append(items, item{
			Mark: strconv.Itoa(i+1) + ".", Label: upper(string(f.Severity)),
			Text: ended(upper(text)) + " Why it matters: " + ended(f.Why) + " To mend it: " + ended(f.Fix),
		})
	}
	if items == nil {
		return nil
	}
	return []block{list{items}}
}

func auditChecks(r *audit.Report) []block {
	t := table{Head: []string{"", "figure", "limit", ""}, Numbers: 1}
	for _, c := range r.Checks {
		state := "ok"
		if !c.OK {
			state = string(c.Severity)
		}
		t.Rows = append(t.Rows, []string{upper(c.What), checkFigure(c), checkLimit(c), state})
	}
	return []block{t, para{note, fmt.Sprintf("± is the standard error of a simulated figure; one is beyond its limit when it is so by more than %s of them.", number(audit.LimitStdErrs))}}
}

func checkFigure(c audit.Check) string {
	s := checkNumber(c, c.Figure)
	if c.StdErr > 0 {
		s += " ± " + checkError(c)
	}
	return s
}

func checkError(c audit.Check) string {
	if c.Share {
		return hundredths(100*c.StdErr) + " %"
	}
	return hundredths(c.StdErr)
}

func checkLimit(c audit.Check) string {
	if c.AtMost {
		return "at most " + checkNumber(c, c.Limit)
	}
	return "at least " + checkNumber(c, c.Limit)
}

func checkNumber(c audit.Check, x float64) string {
	if c.Share {
		return percent(x)
	}
	return strconv.FormatFloat(x, 'f', decimals(x), 64)
}

// decimals are none for a whole number, else two.
func decimals(x float64) int {
	if x == float64(int64(x)) {
		return 0
	}
	return 2
}

// percent is a share with one decimal: "12.3 %".
func percent(share float64) string { return tenths(100*share) + " %" }

func tenths(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

// thousands sets n in groups of three digits: 100,000.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// verdictCells are the shares of the verdicts with, in brackets, how often
// they are right.
func verdictCells(shares []audit.VerdictShare) []string {
	var out []string
	for _, v := range shares {
		cell := tenths(100 * v.Share)
		if v.Right != nil {
			cell += " (" + tenths(100**v.Right) + ")"
		}
		out = append(out, cell)
	}
	return out
}

// verdictHeads head the columns of verdictCells.
func verdictHeads() []string {
	var out []string
	for _, v := range fit.Verdicts {
		head := string(v)
		if v != fit.Undecided {
			head += " (right)"
		}
		out = append(out, head)
	}
	return out
}
