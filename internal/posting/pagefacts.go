package posting

import (
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/posting/fact"
	"github.com/rolefit/rolefit/internal/wording"
)

// pageGlance summarizes the job in a few short lines. It includes what a job
// hunter always wants to know, even if the posting doesn't state it.
func (x *Match) pageGlance() page.Terms {
	out := page.Terms{
		{Name: "Pay", Text: orElse(x.words(fact.Salary, fact.Equity), "not stated")},
		{Name: "On-call", Text: orElse(x.words(fact.OnCall, fact.Shifts), "not mentioned")},
		{Name: "Where", Text: orElse(x.words(fact.Workplace, fact.Location, fact.TimeZone, fact.Travel), "not stated")},
	}
	for _, t := range []page.Term{
		{Name: "Level", Text: x.words(fact.Seniority, fact.Experience, fact.Degree)},
		{Name: "Contract", Text: x.words(fact.Contract)},
		{Name: "Work permit", Text: x.words(fact.Visa, fact.Clearance)},
	} {
		if t.Text != "" {
			out = append(out, t)
		}
	}
	return out
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
func (x *Match) words(kinds ...fact.Kind) string {
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
	case fact.OnCall:
		if f.Detail != "" {
			return f.Value + " (" + f.Detail + ")"
		}
	case fact.Travel:
		if f.Detail != "" && f.Detail[len(f.Detail)-1] >= 'a' {
			return f.Detail + " travel" // occasional travel
		} else if f.Detail != "" {
			return "travel " + f.Detail
		}
	case fact.Location, fact.Workplace, fact.Seniority, fact.Contract:
		return f.Value
	}
	return phrasesOfFacts[f.Kind][f.Value]
}

// phrasesOfFacts contains the wording for kinds of facts that have few values.
var phrasesOfFacts = map[fact.Kind]map[string]string{
	fact.OnCall:    {"yes": "yes", "no": "no"},
	fact.Shifts:    {"yes": "shifts, nights or weekends", "no": "no shifts or weekends"},
	fact.Equity:    {"yes": "equity", "no": "no equity"},
	fact.TimeZone:  {"yes": "set hours or time zone"},
	fact.Travel:    {"yes": "travel", "no": "no travel"},
	fact.Degree:    {DegreeMentioned: "mentions a degree", noDegree: "no degree needed"},
	fact.Clearance: {"yes": "security clearance", "no": "no clearance needed"},
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

// payAmount formats a salary without its period: "USD 120,000 to 150,000".
func payAmount(p *fact.Pay) string {
	s := ""
	switch {
	case p.Min > 0 && p.Max > 0 && p.Min != p.Max:
		s = wording.Thousands(p.Min) + " to " + wording.Thousands(p.Max)
	case p.Max == 0:
		s = "from " + wording.Thousands(p.Min)
	case p.Min == 0:
		s = "up to " + wording.Thousands(p.Max)
	default:
		s = wording.Thousands(p.Min)
	}
	if p.Currency != "" {
		s = p.Currency + " " + s
	}
	return s
}

// factLabels contains the headings for quotes, in display order.
var factLabels = []struct {
	kind  fact.Kind
	label string
}{
	{fact.Salary, "Pay"}, {fact.Equity, "Equity"}, {fact.OnCall, "On-call"}, {fact.Shifts, "Hours"}, {fact.Workplace, "Workplace"},
	{fact.Location, "Location"}, {fact.TimeZone, "Time zone"}, {fact.Travel, "Travel"}, {fact.Seniority, "Level"},
	{fact.Experience, "Experience"}, {fact.Degree, "Degree"}, {fact.Contract, "Contract"}, {fact.Visa, "Visa"}, {fact.Clearance, "Clearance"},
}

// pageFacts quotes the statements behind the facts at a glance. Facts from the
// title or the page's data aren't quoted, because they are already on the page.
func (x *Match) pageFacts() []page.Block {
	var items page.List
	for _, l := range factLabels {
		var seen []string
		for _, f := range x.Facts {
			if f.Kind != l.kind || f.Line < 0 || slices.Contains(seen, f.Quote) {
				continue
			}
			seen = append(seen, f.Quote)
			items = append(items, page.Item{Label: l.label, Text: "“" + f.Quote + "”"})
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{items}
}

// pageAsk lists the questions that the posting doesn't answer.
func (x *Match) pageAsk() []page.Block {
	var items page.Numbered
	for _, q := range x.Ask {
		item := page.Item{Text: q.Text}
		if q.Quote != "" && q.About == fact.RedFlag {
			item.Note = "it says “" + q.Quote + "”"
		}
		items = append(items, item)
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{items}
}

// pageFlags quotes phrases that practitioners warn about, and says who does.
func (x *Match) pageFlags() []page.Block {
	var items page.List
	for _, f := range x.Facts {
		if f.Kind == fact.RedFlag {
			items = append(items, page.Item{Text: "“" + f.Quote + "”", Note: warner(f.Source)})
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
