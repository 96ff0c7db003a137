package posting

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/posting/document"
	"github.com/rolefit/rolefit/internal/posting/fact"
)

// FromPageData is the source of facts that the page states in machine-readable
// data rather than in its text.
const FromPageData = "page data"

// DegreeMentioned is the value of a fact about a degree, unless the posting says
// that none is needed. Whether it accepts experience instead can't be determined
// reliably, so the page only quotes it.
const DegreeMentioned = "mentioned"

// NoDegree is the value of a fact that no degree is needed.
const NoDegree = "not-required"

// shown returns the facts that are reliable enough to show; see
// docs/posting-facts.md.
func shown(facts []fact.Fact) []fact.Fact {
	out := []fact.Fact{}
	for _, f := range facts {
		switch f.Kind {
		case fact.Team, fact.Coding:
			continue
		case fact.Degree:
			if f.Value != NoDegree {
				f.Value = DegreeMentioned
			}
		}
		out = append(out, f)
	}
	return out
}

// withPageData returns the facts in the page's structured data, followed by the
// facts in its text. A fact that both state is listed once.
func withPageData(facts []fact.Fact, data *document.Facts) []fact.Fact {
	stated := []fact.Fact{}
	add := func(k fact.Kind, value, quote string) {
		same := func(f fact.Fact) bool { return f.Kind == k && strings.EqualFold(f.Value, value) }
		if value != "" && !slices.ContainsFunc(facts, same) && !slices.ContainsFunc(stated, same) {
			stated = append(stated, fact.Fact{Kind: k, Value: value, Quote: quote, End: len(quote), Line: -1, Source: FromPageData})
		}
	}
	if pay := payOf(data.Salary); pay != nil {
		if !slices.ContainsFunc(facts, func(f fact.Fact) bool { return f.Pay != nil && *f.Pay == *pay }) {
			add(fact.Salary, pay.String(), data.Salary)
			stated[len(stated)-1].Pay = pay
		}
	}
	for _, c := range data.Contract {
		add(fact.Contract, contractOf(c), c)
	}
	if data.Remote {
		add(fact.Workplace, "remote", "TELECOMMUTE")
	}
	for _, place := range slices.Concat(data.Locations, data.Regions) {
		add(fact.Location, place, place)
	}
	within := func(f fact.Fact) bool { // a city whose region or country the data states, too
		return f.Kind == fact.Location && slices.ContainsFunc(stated, func(s fact.Fact) bool { return s.Kind == f.Kind && strings.HasPrefix(s.Value, f.Value+",") })
	}
	return append(stated, slices.DeleteFunc(slices.Clone(facts), within)...)
}

// payOf parses a salary in structured data, such as "EUR 60000-80000 per YEAR".
// It returns nil if the text has another form.
func payOf(text string) *fact.Pay {
	var p fact.Pay
	var amount string
	if n, _ := fmt.Sscanf(text, "%s %s per %s", &p.Currency, &amount, &p.Per); n < 3 {
		return nil
	}
	p.Per = strings.ToLower(p.Per)
	from, to, ranged := strings.Cut(amount, "-")
	if _, err := fmt.Sscanf(from, "%g", &p.Min); err != nil {
		return nil
	}
	p.Max = p.Min
	if ranged {
		if _, err := fmt.Sscanf(to, "%g", &p.Max); err != nil {
			return nil
		}
	}
	return &p
}

// contractOf returns the fact.Contract value for a schema.org employment type,
// or "" if there is none.
func contractOf(employmentType string) string {
	switch strings.ToUpper(employmentType) {
	case "FULL_TIME":
		return "full-time"
	case "PART_TIME":
		return "part-time"
	case "CONTRACTOR":
		return "contract"
	case "TEMPORARY":
		return "temporary"
	case "INTERN":
		return "internship"
	}
	return ""
}

// stillOpen returns the questions that the page's structured data doesn't answer
// and that fit the job. For a job outside the roles, what the posting doesn't
// mention, such as on-call, isn't asked about.
func (x *Match) stillOpen(open []fact.Question) []fact.Question {
	out := []fact.Question{}
	for _, q := range open {
		answered := q.Quote == "" && slices.ContainsFunc(x.Facts, func(f fact.Fact) bool { return f.Kind == q.About && f.Source == FromPageData })
		misfit := q.Quote == "" && x.Verdict == None && (q.About == fact.OnCall || q.About == fact.Coding)
		if !answered && !misfit {
			out = append(out, q)
		}
	}
	return out
}
