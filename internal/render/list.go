package render

import (
	"time"

	"github.com/rolefit/rolefit/internal/insight"
)

// Results draws saved results, a line each.
func Results(l *insight.ResultList, f Format, s Style) ([]byte, error) {
	return pageOf(l, resultsDoc, f, s)
}

func resultsDoc(l *insight.ResultList) *doc {
	d := &doc{Title: "Your results", Subtitle: "newest first"}
	t := table{Head: []string{"Result", "Date", "Verdict", "Roles", "Lead"}, Numbers: 4}
	for _, r := range l.Results {
		sure := string(r.Verdict)
		if r.Provisional {
			sure += " so far"
		}
		var names []string
		for _, n := range r.Named {
			names = append(names, n.Title)
		}
		lead := "–"
		if r.Lead != nil {
			lead = number(r.Lead.Points)
		}
		t.Rows = append(t.Rows, []string{r.ID, date(r.Taken), sure, orDash(and(names)), lead})
	}
	d.add("", t)
	return d
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// date is the day of an RFC 3339 time in figures, for columns.
func date(taken string) string {
	t, err := time.Parse(time.RFC3339, taken)
	if err != nil {
		return orDash(taken)
	}
	return t.Format(time.DateOnly)
}
