package fact

import (
	"strings"

	"github.com/rolefit/rolefit/internal/posting/document"
)

// Marks that the currencies of several countries share. Which currency is meant
// depends on the country of the job.
const (
	dollar = "$"
	krone  = "kr"
)

// countries lists countries whose currencies share a mark.
var countries = []struct {
	mark, currency string
	places         *gazetteer
	codes          *words   // codes of its states, and its own
	usual          []string // usual text in postings from there
	hints          *pattern // other text in postings from there, or nil
	written        *pattern // its name next to an amount
}{
	{dollar, "USD", &gazetteer{names: usPlaces}, wordSet(`US USA AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR`),
		[]string{"United States", "U.S.", "USA", "401(k)", "401k", "veteran", "Veteran"},
		exactly(`\b(401\(? ?[kK]|W-?2\b|FLSA|E-Verify|American\b)|\bUS\b[^$]|, [A-Z]{2} \d{5}\b|\b(` + stateNames + `)\b|[a-z],? (` + stateCodes + `)\b`), exactly(`\b(US|USA|U\.S\.|United States)(\b|[^\w$])`)},
	{dollar, "CAD", &gazetteer{names: canadianPlaces}, wordSet("CAN CA AB BC MB NB NL NS ON PE QC SK"),
		[]string{"Canad", "RRSP", "Ontario", "Toronto", "Vancouver", "Montreal", "Montréal", "Alberta", "British Columbia", "Quebec", "Québec"}, nil, exactly(`\b(CAN|Can|Canada|Canadian)\b`)},
	{dollar, "AUD", &gazetteer{names: australianPlaces}, wordSet("AU AUS NSW VIC QLD ACT WA SA TAS NT"),
		[]string{"Australia", "uperannuation", "+ super", "plus super", "Sydney", "Melbourne", "Brisbane"}, nil, exactly(`\bAustralian?\b|\+ ?[Ss]uper\b`)},
	{dollar, "NZD", &gazetteer{names: newZealandPlaces}, wordSet("NZ"), []string{"New Zealand", "KiwiSaver", "Auckland"}, nil, exactly(`\bNew Zealand\b`)},
	{dollar, "SGD", &gazetteer{names: "singapore"}, wordSet("SG"), []string{"Singapore"}, nil, exactly(`\bSingapore\b`)},
	{dollar, "HKD", &gazetteer{names: "hong kong"}, wordSet("HK"), []string{"Hong Kong"}, nil, exactly(`\bHong Kong\b`)},
	{krone, "SEK", &gazetteer{names: swedishPlaces}, wordSet("SE"), []string{"Sweden", "Swedish", "Sverige", "Stockholm"}, nil, exactly(`\bSwed`)},
	{krone, "NOK", &gazetteer{names: norwegianPlaces}, wordSet("NO"), []string{"Norway", "Norwegian", "Norge", "Oslo"}, nil, exactly(`\bNorw`)},
	{krone, "DKK", &gazetteer{names: danishPlaces}, wordSet("DK"), []string{"Denmark", "Danish", "Danmark", "Copenhagen"}, nil, exactly(`\bDanish|\bDenmark`)},
}

const (
	stateCodes = `A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|M[ADINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]`
	stateNames = `California|Texas|New York|Florida|Colorado|Illinois|Washington|Massachusetts|New Jersey|Pennsylvania|Ohio|Virginia|North Carolina|Arizona|Michigan|Minnesota|Maryland|Oregon|Utah|Nevada|Connecticut|Tennessee|Wisconsin|Hawaii|San Francisco|Denver|Seattle|Boston|Chicago`
)

// settleMarks replaces a shared mark with the currency of the country that the
// words around the amount, the job's places or, if it has none, the rest of the
// posting name. If they name several countries or none, the mark stays.
func settleMarks(facts []Fact, title string, lines []document.Line) []Fact {
	byText := map[string]string{}
	for i := range facts {
		p := facts[i].Pay
		if p == nil || p.Currency != dollar && p.Currency != krone {
			continue
		}
		mark := p.Currency
		code := writtenBeside(mark, &facts[i])
		if code == "" {
			var placed bool
			if code, placed = currencyOfPlaces(mark, facts); !placed {
				if _, done := byText[mark]; !done {
					byText[mark] = currencyOfText(mark, title, lines)
				}
				code = byText[mark]
			}
		}
		if code != "" {
			settled := *p
			settled.Currency = code
			facts[i].Pay, facts[i].Value = &settled, settled.String()
		}
	}
	return facts
}

// writtenBeside returns the currency of the country that the quote names last
// before the amount or, if none, after it. If it names another one right next to
// that, the mark stays.
func writtenBeside(mark string, f *Fact) (code string) {
	before, after := f.Quote[:f.Start], f.Quote[f.End:]
	last, other := -1, -1
	for _, c := range countries {
		if c.mark != mark {
			continue
		}
		for _, at := range c.written.FindAllStringIndex(before, -1) {
			if at[0] > last {
				last, other, code = at[0], last, c.currency
			} else {
				other = max(other, at[0])
			}
		}
	}
	if other >= 0 && last-other < listReach {
		return mark
	}
	for i := 0; i < len(countries) && code == ""; i++ {
		if c := countries[i]; c.mark == mark && c.written.MatchString(after) {
			code = c.currency
		}
	}
	return code
}

// listReach is the maximum distance in bytes between the beginnings of two
// countries in a list.
const listReach = 24

// currencyOfPlaces returns the currency of the only country with the mark in
// which the job's places are, and reports whether there are any places.
func currencyOfPlaces(mark string, facts []Fact) (code string, placed bool) {
	for _, f := range facts {
		if f.Kind != Location {
			continue
		}
		placed = true
		for _, i := range countriesOf(f.Value) {
			switch c := countries[i]; {
			case c.mark != mark:
			case code != "" && code != c.currency:
				return "", true
			default:
				code = c.currency
			}
		}
	}
	return code, placed && code != ""
}

// countriesOf returns the indexes of the countries in a list of places. The
// code of a state or a country belongs to the city before it.
func countriesOf(places string) (found []int) {
	last := -1
	keep := func() {
		if last >= 0 {
			found = append(found, last)
		}
		last = -1
	}
	for part := range strings.FieldsFuncSeq(strings.ReplaceAll(places, " or ", ";"), func(r rune) bool { return strings.ContainsRune(",;/|&()", r) }) {
		part = strings.TrimSpace(part)
		part = strings.TrimPrefix(strings.TrimPrefix(part, "or "), "and ")
		if last >= 0 && countries[last].codes.has(part) {
			continue
		}
		next := -1
		for i, c := range countries {
			if c.codes.has(part) || c.codes.has(lastField(part)) || c.places.begins(part) {
				next = i
				break
			}
		}
		if next < 0 || len(part) > 3 {
			keep()
		}
		last = next
	}
	keep()
	return found
}

// currencyOfText returns the currency of the only country with the mark that
// the posting names.
func currencyOfText(mark, title string, lines []document.Line) (code string) {
	for _, c := range countries {
		named := func(text string) bool { return containsAny(text, c.usual...) }
		if c.mark != mark || !named(title) && !anyLine(lines, named) && (c.hints == nil || !anyLine(lines, c.hints.MatchString)) {
			continue
		}
		if code != "" {
			return ""
		}
		code = c.currency
	}
	return code
}

// anyLine reports whether the text of any of the lines that are read matches.
func anyLine(lines []document.Line, matches func(text string) bool) bool {
	left := longestPosting
	for _, l := range lines {
		if left -= len(l.Text); left < 0 {
			return false
		}
		if matches(l.Text) {
			return true
		}
	}
	return false
}
