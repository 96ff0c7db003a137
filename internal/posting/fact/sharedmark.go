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
	codes          *words // codes of its states, and its own
	hints          *pattern
	written        *pattern // its name next to an amount
}{
	{dollar, "USD", &gazetteer{names: usPlaces}, wordSet(`US USA AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR`),
		exactly(`\b(United States|USA|U\.S\.|401\(? ?[kK]|W-?2\b|FLSA|E-Verify|[Vv]eterans?\b|American\b)|\bUS\b[^$]|, [A-Z]{2} \d{5}\b|\b(` + stateNames + `)\b|[a-z],? (` + stateCodes + `)\b`), exactly(`\b(US|USA|U\.S\.|United States)(\b|[^\w$])`)},
	{dollar, "CAD", &gazetteer{names: canadianPlaces}, wordSet("CAN CA AB BC MB NB NL NS ON PE QC SK"),
		exactly(`\b(Canad|RRSP|Ontario|Toronto|Vancouver|Montr[eé]al|Alberta|British Columbia|Qu[eé]bec)`), exactly(`\b(CAN|Can|Canada|Canadian)\b`)},
	{dollar, "AUD", &gazetteer{names: australianPlaces}, wordSet("AU AUS NSW VIC QLD ACT WA SA TAS NT"),
		exactly(`\b(Australia|[Ss]uperannuation|Sydney|Melbourne|Brisbane)|\+ ?[Ss]uper\b|plus super\b`), exactly(`\bAustralian?\b|\+ ?[Ss]uper\b`)},
	{dollar, "NZD", &gazetteer{names: newZealandPlaces}, wordSet("NZ"), exactly(`\b(New Zealand|Ki[wW]i[sS]aver|Auckland)`), exactly(`\bNew Zealand\b`)},
	{dollar, "SGD", &gazetteer{names: "singapore"}, wordSet("SG"), exactly(`\bSingapore`), exactly(`\bSingapore\b`)},
	{dollar, "HKD", &gazetteer{names: "hong kong"}, wordSet("HK"), exactly(`\bHong Kong`), exactly(`\bHong Kong\b`)},
	{krone, "SEK", &gazetteer{names: swedishPlaces}, wordSet("SE"), exactly(`\b(Sweden|Swedish|Sverige|Stockholm)`), exactly(`\bSwed`)},
	{krone, "NOK", &gazetteer{names: norwegianPlaces}, wordSet("NO"), exactly(`\b(Norway|Norwegian|Norge|Oslo)`), exactly(`\bNorw`)},
	{krone, "DKK", &gazetteer{names: danishPlaces}, wordSet("DK"), exactly(`\b(Denmark|Danish|Danmark|Copenhagen)`), exactly(`\bDanish|\bDenmark`)},
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
		if c.mark != mark || !c.hints.MatchString(title) && !hinted(lines, c.hints) {
			continue
		}
		if code != "" {
			return ""
		}
		code = c.currency
	}
	return code
}

func hinted(lines []document.Line, p *pattern) bool {
	left := longestPosting
	for _, l := range lines {
		if left -= len(l.Text); left < 0 {
			return false
		}
		if p.MatchString(l.Text) {
			return true
		}
	}
	return false
}
