package matchpage

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/posting/fact"
	"github.com/rolefit/rolefit/internal/wording"
)

// List returns a table with one row per posting.
func List(l *posting.Matches) *page.Page {
	p := &page.Page{Title: wording.Count(len(l.Postings), "posting"), Subtitle: "jobs in these roles first, then other jobs, each with the most confident first"}
	t := page.Table{Head: []string{"Posting", "Describes", "Pay", "Where", "On-call", "Of 100"}, TextColumns: 5}
	mine := slices.ContainsFunc(l.Postings, func(m *posting.Match) bool { return m.Me != nil })
	if mine {
		p.Subtitle = "best fit for you first, then other jobs, then what you'd refuse"
		t.Head = append(t.Head, "Your fit")
	}
	for _, m := range l.Postings {
		x := view{m}
		row := []string{x.Source, x.describes(), x.payCell(), x.placeCell(), x.onCallCell(), x.confidenceCell()}
		if mine {
			row = append(row, x.fitCell())
		}
		t.Rows = append(t.Rows, row)
	}
	p.Add("", t, page.Note("Pay is per year unless it says otherwise. Of 100: out of 100 postings that read like this one, how many readers labeled the same way."))
	if mine {
		p.Add("", page.Note("Your fit combines your fits for its roles, weighted by how much the posting describes each. 50 means no preference. Jobs outside these roles have no fit. Postings with something that you'd refuse come last, other jobs included."))
		p.Add("What you'd refuse", refused(l)...)
	}
	return p
}

// refused lists the conditions of each posting that the person refuses.
func refused(l *posting.Matches) []page.Block {
	var items page.List
	for _, x := range l.Postings {
		if names := x.Me.Refused(); len(names) > 0 {
			items = append(items, page.Item{Label: x.Source, Text: wording.And(names) + "."})
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{items}
}

// missing is what a cell of a table shows if there is no value.
const missing = "–"

func (x view) fitCell() string {
	if x.Me == nil || x.Me.Fit == nil {
		return missing
	}
	return strconv.Itoa(int(math.Round(*x.Me.Fit)))
}

// payCell returns the first salary per year, or else the first salary, for a
// table cell.
func (x view) payCell() string {
	isPay := func(f fact.Fact) bool { return f.Kind == fact.Salary && f.Pay != nil }
	i := slices.IndexFunc(x.Facts, func(f fact.Fact) bool { return isPay(f) && f.Pay.Per == "year" })
	if i < 0 {
		i = slices.IndexFunc(x.Facts, isPay)
	}
	if i >= 0 {
		f := x.Facts[i]
		s := payAmount(f.Pay)
		switch {
		case f.Pay.Per == "hour":
			s += " an hour"
		case f.Pay.Per != "year" && f.Pay.Per != "":
			s += " a " + f.Pay.Per
		}
		if f.Pay.Target {
			s += " (OTE)"
		}
		return s
	}
	return missing
}

// placeCell returns where the work is done for a table cell, without a second
// place.
func (x view) placeCell() string {
	var parts []string
	for _, k := range []fact.Kind{fact.Workplace, fact.Location} {
		if i := slices.IndexFunc(x.Facts, func(f fact.Fact) bool { return f.Kind == k }); i >= 0 {
			parts = append(parts, x.Facts[i].Value)
		}
	}
	const longest = 24
	s := strings.Join(parts, ", ")
	if i := strings.LastIndexByte(s[:min(len(s), longest)], ' '); len(s) > longest && i > 0 {
		s = strings.TrimRight(s[:i], ",;/ ") + " …"
	}
	return orElse(s, missing)
}

func (x view) onCallCell() string {
	for _, f := range x.Facts {
		if f.Kind == fact.OnCall && strings.HasPrefix(f.Detail, "voluntary") {
			return "voluntary"
		}
		if f.Kind == fact.OnCall {
			return f.Value
		}
	}
	return missing
}

// describes names the roles of a posting in a table cell.
func (x view) describes() string {
	switch {
	case x.Foreign:
		return "not read, in " + languageName(x.Lang)
	case x.Even() && x.LikelyRole():
		return x.shortTitle(x.Roles[0].ID) + ", or another job"
	case x.Even():
		return "another job, or " + x.shortTitle(x.Roles[0].ID)
	}
	titles := "another job"
	if len(x.Named) > 0 {
		titles = x.shortTitle(x.Named[0])
	}
	for _, id := range x.Named[min(len(x.Named), 1):] {
		titles += " + " + x.shortTitle(id)
	}
	if x.Doubt {
		return "maybe " + titles
	}
	return titles
}

// confidenceCell formats the confidence for a table cell. It is the first
// number in confidenceSentence.
func (x view) confidenceCell() string {
	if !x.Measured() {
		return missing
	}
	return strconv.Itoa(x.inHundred()[0])
}
