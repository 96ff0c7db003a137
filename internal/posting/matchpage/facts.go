package matchpage

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/posting/fact"
	"github.com/rolefit/rolefit/internal/wording"
)

// pageGlance summarizes the job in a few short lines. It includes what a job
// hunter always wants to know, even if the posting doesn't state it.
func (x view) pageGlance() page.Terms {
	out := page.Terms{
		{Name: "Pay", Text: x.pay()},
		{Name: "On-call", Text: x.onCall()},
		{Name: "Where", Text: orElse(x.words(fact.Workplace, fact.Location, fact.TimeZone, fact.Travel), "not stated")},
	}
	if hours := x.hours(); hours != "" {
		out = slices.Insert(out, 2, page.Term{Name: "Hours", Text: hours})
	}
	for _, t := range []page.Term{
		{Name: "Level", Text: x.words(fact.Seniority, fact.Experience, fact.Degree)},
		{Name: "Languages", Text: x.words(fact.Language)},
		{Name: "Contract", Text: x.words(fact.Contract)},
		{Name: "Eligibility", Text: x.words(fact.Visa, fact.Clearance, fact.Screening)},
	} {
		if t.Text != "" {
			out = append(out, t)
		}
	}
	return out
}

// pay says what the job pays, and whether that includes equity. It doesn't begin
// with that, because 'pay equity' means something else.
func (x view) pay() string {
	said := orElse(x.words(fact.Salary), "not stated")
	if equity := x.words(fact.Equity); equity != "" {
		said += "; " + equity
	}
	return said
}

// onCall describes on-call, and notes that the posting doesn't
// mention any other hours if it doesn't.
func (x view) onCall() string {
	said := x.words(fact.OnCall)
	switch {
	case x.hours() != "":
		return orElse(said, "not mentioned")
	case said == "":
		return "not mentioned, nor are shifts, nights or weekends"
	}
	return said + "; shifts, nights and weekends aren't mentioned"
}

// hours lists shifts, nights and weekends, each with yes, no or not mentioned, or
// is "" if the posting mentions none.
func (x view) hours() string {
	var parts, silent []string
	for _, h := range []struct {
		kind fact.Kind
		name string
	}{{fact.Shifts, "shifts"}, {fact.Nights, "nights"}, {fact.Weekends, "weekends"}} {
		if w := x.words(h.kind); w != "" {
			parts = append(parts, h.name+": "+w)
		} else {
			silent = append(silent, h.name)
		}
	}
	if parts == nil {
		return ""
	}
	if silent != nil {
		parts = append(parts, wording.And(silent)+": not mentioned")
	}
	return strings.Join(parts, "; ")
}

func orElse(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// maxOfKind is the maximum number of facts of each kind in the summary.
const maxOfKind = 3

// words lists the facts of the given kinds, without duplicates.
func (x view) words(kinds ...fact.Kind) string {
	var out []string
	for _, k := range kinds {
		n := 0
		for _, f := range x.Facts {
			if w := factWords(f); f.Kind == k && w != "" && n < maxOfKind && !slices.Contains(out, w) {
				out = append(out, w)
				n++
			}
		}
	}
	return strings.Join(out, ", ")
}

// factWords describes a fact briefly. It returns "" for facts that are only
// quoted.
func factWords(f fact.Fact) string {
	switch f.Kind {
	case fact.Salary:
		return payWords(f)
	case fact.Experience:
		if f.Value == "1" {
			return "1 year"
		}
		return f.Value + " years"
	case fact.OnCall, fact.Nights:
		if f.Detail != "" {
			return f.Value + " (" + f.Detail + ")"
		}
	case fact.Travel:
		if f.Detail != "" && f.Detail[len(f.Detail)-1] >= 'a' {
			return f.Detail + " travel" // occasional travel
		} else if f.Detail != "" {
			return "travel " + f.Detail
		}
	case fact.Language:
		if f.Detail != "" {
			return f.Value + " (" + f.Detail + ")"
		}
		return f.Value
	case fact.Location, fact.Workplace, fact.Seniority, fact.Contract:
		return f.Value
	}
	return phrasesOfFacts[f.Kind][f.Value]
}

// phrasesOfFacts contains the wording for kinds of facts that have few values.
var phrasesOfFacts = map[fact.Kind]map[string]string{
	fact.OnCall:    {"yes": "yes", "no": "no"},
	fact.Shifts:    {"yes": "yes", "no": "no"},
	fact.Nights:    {"yes": "yes", "no": "no"},
	fact.Weekends:  {"yes": "yes", "no": "no"},
	fact.Equity:    {"yes": "equity", "no": "no equity"},
	fact.TimeZone:  {"yes": "set hours or time zone"},
	fact.Travel:    {"yes": "travel", "no": "no travel"},
	fact.Degree:    {posting.DegreeMentioned: "mentions a degree", posting.NoDegree: "no degree needed"},
	fact.Clearance: {"yes": "security clearance", "obtainable": "must be able to get a security clearance", "preferred": "a security clearance is a plus", "no": "no clearance needed"},
	fact.Screening: {"background-check": "background check", "drug-test": "drug test"},
	fact.Visa: {"sponsored": "sponsors visas", "not-sponsored": "no visa sponsorship", "citizens": "citizens only", "residents": "citizens or permanent residents",
		"authorization": "right to work needed"},
}

// payWords formats a salary: "USD 120,000 to 150,000 a year".
func payWords(f fact.Fact) string {
	p := f.Pay
	if p == nil {
		return f.Value
	}
	s := payAmount(p)
	article := "a "
	if p.Per == "hour" {
		article = "an "
	}
	if p.Per != "" {
		s += " " + article + p.Per
	}
	if p.Target {
		s += " on target (OTE)"
	}
	return s
}

// payAmount formats a salary without its period: "USD 120,000 to 150,000". If
// the posting doesn't show which dollars it means, the result is "$120,000".
func payAmount(p *fact.Pay) string {
	s := ""
	switch {
	case p.Min > 0 && p.Max > 0 && p.Min != p.Max:
		s = money(p.Min) + " to " + money(p.Max)
	case p.Max == 0:
		s = "from " + money(p.Min)
	case p.Min == 0:
		s = "up to " + money(p.Max)
	default:
		s = money(p.Min)
	}
	switch p.Currency {
	case "":
		return s
	case "$":
		i := strings.IndexAny(s, "0123456789")
		return s[:i] + "$" + s[i:]
	}
	return p.Currency + " " + s
}

// money formats an amount with commas, and with cents if it has any.
func money(amount float64) string {
	cents := int64(math.Round(amount * 100))
	s := wording.Thousands(cents / 100)
	if cents%100 != 0 {
		s += fmt.Sprintf(".%02d", cents%100)
	}
	return s
}

// factLabels contains the headings for quotes, in display order.
var factLabels = []struct {
	kind  fact.Kind
	label string
}{
	{fact.Salary, "Pay"}, {fact.Equity, "Equity"}, {fact.OnCall, "On-call"}, {fact.Shifts, "Shifts"}, {fact.Nights, "Nights"}, {fact.Weekends, "Weekends"}, {fact.Workplace, "Workplace"},
	{fact.Location, "Location"}, {fact.TimeZone, "Time zone"}, {fact.Travel, "Travel"}, {fact.Seniority, "Level"},
	{fact.Experience, "Experience"}, {fact.Degree, "Degree"}, {fact.Language, "Language"}, {fact.Contract, "Contract"}, {fact.Visa, "Visa"}, {fact.Clearance, "Clearance"}, {fact.Screening, "Checks"},
}

// pageFacts quotes the statements behind the facts at a glance. Facts from the
// page's data aren't quoted, because they are already on the page. A quote that
// states several facts is listed once.
func (x view) pageFacts() []page.Block {
	var items page.List
	for _, l := range factLabels {
		for _, f := range x.Facts {
			if f.Kind != l.kind || f.Source == posting.FromPageData {
				continue
			}
			item := page.Item{Label: l.label, Text: "“" + f.Quote + "”"}
			if f.Line < 0 {
				item.Note = "in the title"
			}
			i := slices.IndexFunc(items, func(other page.Item) bool { return other.Text == item.Text && other.Note == item.Note })
			switch {
			case i < 0:
				items = append(items, item)
			case !slices.Contains(strings.Split(items[i].Label, ", "), l.label):
				items[i].Label += ", " + l.label
			}
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{items}
}

// pageAsk lists the questions that the posting doesn't answer.
func (x view) pageAsk() []page.Block {
	var items page.Numbered
	for _, q := range x.Ask {
		item := page.Item{Text: q.Text}
		note := "it says “" + q.Quote + "”"
		if q.Quote != "" && q.About == fact.RedFlag && !slices.ContainsFunc(items, func(other page.Item) bool { return other.Note == note }) {
			item.Note = note
		}
		items = append(items, item)
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{items}
}

// pageFlags quotes phrases that practitioners warn about, and says who does. A
// quote with several phrases is listed once.
func (x view) pageFlags() []page.Block {
	var items page.List
	for _, f := range x.Facts {
		if f.Kind != fact.RedFlag {
			continue
		}
		item := page.Item{Text: "“" + f.Quote + "”", Note: warner(f.Source)}
		i := slices.IndexFunc(items, func(other page.Item) bool { return other.Text == item.Text })
		switch {
		case i < 0:
			items = append(items, item)
		case !strings.Contains(items[i].Note, item.Note):
			items[i].Note += "; " + item.Note
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{page.Note("Some engineers read phrases like these as warning signs. They may mean nothing here, so ask."), items}
}

// warner says who considers a phrase a warning sign.
func warner(source string) string {
	if why, ours := strings.CutPrefix(source, "our judgment: "); ours {
		return "a warning sign in our judgment: " + why
	}
	return "a warning sign according to " + wording.And(strings.Split(source, "; "))
}

// languageName returns the English name for a language code.
func languageName(code string) string {
	if name := languageNames[code]; name != "" {
		return name
	}
	return "another language"
}

var languageNames = map[string]string{"de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese", "it": "Italian", "nl": "Dutch",
	"pl": "Polish", "sv": "Swedish", "da": "Danish", "cs": "Czech", "ja": "Japanese", "ko": "Korean", "zh": "Chinese", "ru": "Russian",
	"el": "Greek", "he": "Hebrew", "ar": "Arabic", "th": "Thai", "hi": "Hindi"}
