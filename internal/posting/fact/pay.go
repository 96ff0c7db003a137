package fact

import (
	"fmt"
	"strconv"
	"strings"
)

const (
	currencyMark  = `US\$|USD\s?\$?|CA\$|CAD\s?\$?|C\$|AU\$|AUD\s?\$?|A\$|NZ\$|NZD\s?\$?|S\$|SGD|\$|€|EUR|£|GBP|CHF|PLN|INR|₹|SEK|DKK|NOK|ILS|₪|JPY|¥|BRL|R\$|MXN|ZAR|CZK`
	amount        = `\d{1,3}(?:[.,'’ \x{a0}]\d{3})+(?:\.\d{1,2})?|\d{1,6}(?:[.,]\d{1,2})?`
	currencyAfter = `USD|EUR|GBP|CAD|AUD|NZD|SGD|PLN|CHF|€|£|\$|₹|₪|SEK|NOK|DKK|INR|ILS|CZK|ZAR`
	thousand      = `\s?[kK]\b`
	perWord       = `(?:per|a|an|/|every|each)\s*(?:year|annum|hour|hr|month|day|week|h\b|yr|y\b|mo\b)|annual(?:ly)?|yearly|hourly|monthly|daily|p\.?a\b|/\s?(?:yr|hr|h|mo)\b`
)

var (
	// payRange and payOne match at an amount, or at the currency before it.
	payRange = re(`^(` + currencyMark + `)?\s?(` + amount + `)(` + thousand + `)?\s?(?:` + perWord + `)?\s?(` + currencyAfter + `)?\s*(?:` + perWord + `)?\s*(?:-|\\-|–|—|−|~|\bto\b|\band\b|\bup to\b)\s*(?:up to )?(` + currencyMark + `)?\s?(` + amount + `)(` + thousand + `)?\s*(` + currencyAfter + `|gross)?`)
	// payGlued matches a range that has lost its dash.
	payGlued = re(`^(` + currencyMark + `)\s?(` + amount + `)(` + thousand + `)? ?(` + currencyMark + `)\s?(` + amount + `)(` + thousand + `)?\s*(` + currencyAfter + `)?()`)
	// payEnds matches 'a minimum of $100,000 and a maximum of $120,000'.
	payEnds  = re(`(?:minimum|min)\b[^.;$€£]{0,40}(` + currencyMark + `)\s?(` + amount + `)(` + thousand + `)?[^.;$€£]{0,40}(?:maximum|max)\b[^.;$€£]{0,40}(` + currencyMark + `)\s?(` + amount + `)(` + thousand + `)?`)
	payLakh  = re(`(\d{1,3}(?:\.\d+)?)\s*(?:-|–|to)\s*(\d{1,3}(?:\.\d+)?)\s*(?:lpa|lakhs?)\b`)
	payOne   = re(`^(?:(` + currencyMark + `)\s?(` + amount + `)(` + thousand + `)?|(` + amount + `)(` + thousand + `)?\s?(` + currencyAfter + `)|(\d{2,3})(k)\b)`)
	payWords = re(`\b(salary|salaries|pay|paid|payrate|base|compensation|comp|wage|remuneration|rate|ote|earn|earnings|stipend rate|package)\b`)
	notPay   = re(`\b(fund(s|ed|ing)?|raised?|revenue|valuation|valued|invest(ed|ment|ors)?|budget|sign(ing|-on)?|stipend|reimburs\w*|allowance|contribution|contribute|donat\w*|referral|hsa|voucher|equipment|learning|wellness|tuition|per diem|commission of|match(ing)?|transactions?|assets|processed|payments|deductible|credit|perk|gym|internet|phone|home office|travel|training|conference|books|relocation|grant|market|savings|spend|discount|fee|price|worth|gift|workspace|setup|lunch|meal|meals|fsa|coverage|premium|award|savings|donation|monthly bonus|saved)\b`)
	big      = re(`^\s*(\+\s*)?(m\b|mm\b|mn\b|b\b|bn\b|million|billion|trillion|%|\+? ?million|m\+|b\+|k\+ (users|customers)|users|customers|employees|people)`)
	// besidePay matches a word about pay next to an amount. The position of the
	// amount is marked by '|'.
	besidePay = re(`(salary|pay|compensation|base|package)\W{1,3}(of |is |up to |around |~)?\s*\|\s|\|\s*(\+ )?(base|salary|per year|a year|annual)`)
	hourly    = re(`(per|an|/|a)\s*(hour\b|hr(s|\b|[a-z]))|hourly|\bp/h\b|\dp/h|/\s?h\b|\bph\b`)
	daily     = re(`(per|a|/)\s*day|daily|day rate`)
	monthly   = re(`(per|a|/)\s*mon(th)?\b|monthly|/\s?mo\b|gross/month`)
	yearly    = re(`(per|a|/)\s*(year|annum|yr)|annual|yearly|\bp\.?a\b`)
)

// readPay returns the salaries that a sentence states: ranges with a currency,
// and amounts in a sentence about pay. Money that is raised, granted or
// reimbursed isn't a salary.
func readPay(s *sentence) []Fact {
	text := s.low
	if !hasDigit(text) {
		return nil
	}
	if m := payEnds.FindStringSubmatchIndex(text); m != nil {
		g := func(i int) string { return group(text, m, i) }
		low, _ := money(g(2), g(3) != "")
		high, _ := money(g(5), g(6) != "")
		p := Pay{Currency: currency(g(1), g(4)), Min: low, Max: high}
		if plausible(text, m[0], m[1], &p, true) {
			return []Fact{s.pay(p, m[0], m[1])}
		}
	}
	if m := payLakh.FindStringSubmatchIndex(text); m != nil {
		low, _ := strconv.ParseFloat(group(text, m, 1), 64)
		high, _ := strconv.ParseFloat(group(text, m, 2), 64)
		return []Fact{s.pay(Pay{Currency: "INR", Min: int(low * lakh), Max: int(high * lakh), Per: "year"}, m[0], m[1])}
	}
	facts, single := s.amounts()
	if len(facts) > 0 {
		return facts
	}
	return single
}

// amounts returns the salary ranges in a sentence, and the first single amount
// that is a salary.
func (s *sentence) amounts() (ranges, single []Fact) {
	text := s.low
	for i := 0; i < len(text); i++ {
		if !startsDigit(text[i:]) {
			continue
		}
		start := i - len(markBefore(text[:i]))
		near := text[start:min(len(text), i+longestPay)]
		if m := payRange.FindStringSubmatchIndex(near); m != nil {
			p, ok := payOf(near, m, [...]int{1, 2, 3, 4, 5, 6, 7, 8})
			if ok && plausible(text, start, start+m[1], &p, true) {
				ranges = append(ranges, s.pay(p, start, start+m[1]))
				i = start + m[1] - 1
				continue
			}
		}
		if m := payGlued.FindStringSubmatchIndex(near); m != nil {
			p, ok := payOf(near, m, [...]int{1, 2, 3, 8, 4, 5, 6, 7})
			if ok && plausible(text, start, start+m[1], &p, true) {
				ranges = append(ranges, s.pay(p, start, start+m[1]))
				i = start + m[1] - 1
				continue
			}
		}
		if m := payOne.FindStringSubmatchIndex(near); m != nil && single == nil {
			p, ok := payOneOf(near, m)
			if ok && plausible(text, start, start+m[1], &p, false) {
				single = append(single, s.pay(p, start, start+m[1]))
			}
		}
		for i+1 < len(text) && (isAlnum(text[i+1]) || strings.IndexByte(".,'", text[i+1]) >= 0 && i+2 < len(text) && startsDigit(text[i+2:])) {
			i++
		}
	}
	return ranges, single
}

// longestPay is the maximum number of bytes from the first digit of a salary to
// its end.
const longestPay = 90

// markBefore returns the currency mark, with spaces, that text ends with.
func markBefore(text string) string {
	trimmed := strings.TrimRight(text, " \u00a0")
	if len(text)-len(trimmed) > 2 {
		return ""
	}
	tail := trimmed[max(0, len(trimmed)-5):]
	if m := markAtEnd.FindStringIndex(tail); m != nil {
		start := len(trimmed) - len(tail) + m[0]
		if start == 0 || !isLetter(text[start-1]) || !isLetter(text[start]) {
			return text[start:]
		}
	}
	return ""
}

var markAtEnd = re(`(?:` + currencyMark + `)$`)

// lakh is the unit in which Indian salaries are stated; LPA means lakhs per
// year.
const lakh = 100_000

// hasDigit reports whether text contains a digit.
func hasDigit(text string) bool { return strings.ContainsAny(text, "0123456789") }

// readPlainPay returns the salary in a sentence about pay that has no currency
// sign.
func readPlainPay(s *sentence, _ []Hit) []Fact {
	if s.hasCurrency() {
		return nil
	}
	return readPay(s)
}

// hasCurrency reports whether a sentence contains the sign or code of a
// currency.
func (s *sentence) hasCurrency() bool {
	return strings.ContainsAny(s.low, "$€£₹₪") || containsAny(s.low, "usd", "eur", "gbp", "cad", "aud", "chf", "inr", "pln")
}

func (s *sentence) pay(p Pay, start, end int) Fact {
	f := s.fact(Salary, p.String(), start, end)
	f.Pay = &p
	return f
}

// String formats the pay, as in "USD 120000-150000 per year".
func (p Pay) String() string {
	var amount string
	switch {
	case p.Min == 0:
		amount = fmt.Sprintf("up to %d", p.Max)
	case p.Max == 0:
		amount = fmt.Sprintf("from %d", p.Min)
	case p.Min == p.Max:
		amount = strconv.Itoa(p.Min)
	default:
		amount = fmt.Sprintf("%d-%d", p.Min, p.Max)
	}
	s := strings.TrimSpace(p.Currency + " " + amount + " per " + p.Per)
	if p.Target {
		s += " on target"
	}
	return s
}

// payOf parses a range and reports whether it is valid. The submatches in at
// are the currency, amount, thousand and currency of the low end, followed by
// those of the high end.
func payOf(text string, m []int, at [8]int) (Pay, bool) {
	g := func(i int) string { return group(text, m, at[i]) }
	k := g(2) != "" || g(6) != ""
	low, ok1 := money(g(1), g(2) != "" || k && len(g(1)) <= 3)
	high, ok2 := money(g(5), g(6) != "")
	if low < 1000 && high >= 20000 && len(g(1)) <= 3 && g(0) != "" { // '120-150,000' means thousands at both ends
		low *= 1000
	}
	if high < low && g(0) != "" && g(4)+g(7) != "" { // two amounts of money, with the larger one first
		low, high = high, low
	}
	return Pay{Currency: currency(g(0), g(3), g(4), g(7)), Min: low, Max: high}, ok1 && ok2 && low <= high && low > 0
}

func payOneOf(text string, m []int) (Pay, bool) {
	g := func(i int) string { return group(text, m, i) }
	n, ok := money(g(2)+g(4)+g(7), g(3)+g(5)+g(8) != "")
	return Pay{Currency: currency(g(1), g(6)), Min: n, Max: n}, ok && n > 0
}

// money parses an amount, such as '120,000.00', '70.000', or '85' if thousands
// is true.
func money(s string, thousands bool) (int, bool) {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '.' || r == ',' {
			return r
		}
		return -1
	}, s)
	if i := strings.LastIndexAny(digits, ".,"); i >= 0 && len(digits)-i-1 < 3 {
		if thousands {
			f, err := strconv.ParseFloat(strings.Replace(digits, ",", ".", 1), 64)
			return int(f * 1000), err == nil
		}
		digits = digits[:i]
	}
	n, err := strconv.Atoi(strings.NewReplacer(".", "", ",", "").Replace(digits))
	if thousands {
		n *= 1000
	}
	return n, err == nil
}

// currencies lists currency signs, with longer ones first.
var currencies = []struct{ mark, code string }{
	{"CA$", "CAD"}, {"C$", "CAD"}, {"AU$", "AUD"}, {"A$", "AUD"}, {"NZ$", "NZD"}, {"S$", "SGD"}, {"R$", "BRL"}, {"US$", "USD"},
	{"$", "USD"}, {"€", "EUR"}, {"£", "GBP"}, {"₹", "INR"}, {"₪", "ILS"}, {"¥", "JPY"},
}

// currency returns the ISO code for the most specific of the signs. Codes take
// precedence, so '$120,000 CAD' is in Canadian dollars.
func currency(marks ...string) string {
	for _, m := range marks {
		if c := strings.ToUpper(strings.TrimRight(m, "$ \u00a0")); len(c) == 3 && c[0] >= 'A' && c[0] <= 'Z' && c != "GROSS" {
			return c
		}
	}
	for _, m := range marks {
		for _, c := range currencies {
			if m != "" && strings.EqualFold(strings.TrimSpace(m), c.mark) {
				return c.code
			}
		}
	}
	return ""
}

// around is the maximum distance in bytes between an amount and words that tell
// what it is for.
const around = 90

// plausible reports whether an amount is a salary, judging by its size and the
// words around it. If so, it sets the period, and whether the amount depends on
// reaching targets.
func plausible(text string, start, end int, p *Pay, isRange bool) bool {
	before, after := text[max(0, start-around):start], text[end:min(len(text), end+around)]
	near := text[max(0, start-45):start] + " | " + text[end:min(len(text), end+30)]
	within := text[max(0, start-45):min(len(text), end+30)]
	if big.MatchString(after) || isPlan.MatchString(text[start:end]) || startsDigit(text[start:]) && gluedBefore.MatchString(text[:start]) || payCap.MatchString(before) {
		return false
	}
	p.Per = period(within, p.Max)
	inRange := map[string][2]int{"year": {12000, 1500000}, "month": {500, 60000}, "day": {60, 3000}, "hour": {7, 500}}[p.Per]
	if p.Per == "" || p.Max < inRange[0] || p.Max > inRange[1] || isRange && p.Min*20 < p.Max {
		return false
	}
	p.Target = onTarget.MatchString(text[max(0, start-onTargetReach):start]) || onTarget.MatchString(text[end:min(len(text), end+12)])
	about := p.Target || payWords.MatchString(before) || payWords.MatchString(after)
	if notPay.MatchString(near) && !payWords.MatchString(near) {
		return false
	}
	if p.Currency == "" && !isRange {
		upTo(before, after, p)
	}
	if p.Currency == "" {
		return max(p.Min, p.Max) >= 20000 && (isRange && payWords.MatchString(before) || !isRange && besidePay.MatchString(near) && max(p.Min, p.Max) >= 40000)
	}
	bare := len(text)-(end-start) < 40
	if isRange {
		return about || bare || p.Per == "year" && p.Max >= 20000 || p.Per != "year" && perAmount.MatchString(after)
	}
	upTo(before, after, p)
	if notPay.MatchString(near) {
		return false
	}
	amount := max(p.Min, p.Max)
	return about && (amount >= 15000 || p.Per != "year") || perAmount.MatchString(after) && amount >= leastPer[p.Per] || amount >= 30000 && (bare && p.Per == "year" || extras.MatchString(after))
}

var (
	payCap = re(`(maximum|max\.?|highest|top) (salary|pay|rate)( rate)? (\w+ )*(available|allowed|possible|pay system|pay scale)\b[^.]*$|\b(pay|salary) (cap|limit|ceiling)\b[^.]*$`)
	// onTarget matches pay that includes commission.
	onTarget = re(`\bote\b|on[- ]target\b|target earnings`)
	// perAmount matches a period that directly follows an amount, and extras what
	// often follows a salary.
	perAmount = re(`^\s?(\+\s?)?(gross |brutto |base )?(per|an?|/|every|each|p\.?|p)\s?(hour|hr|h|day|d|week|month|mo|year|annum|yr|a)\b|^\s?(hourly|daily|annual|yearly|monthly|annually)\b`)
	extras    = re(`^\s?(\+|plus|and|,)\s?(a |an )?([\w-]+ )?(bonus|benefits|equity|package|pension|stock|car\b|excellent|superb)|^\s?(doe|dependent|depending)`)
)

// leastPer is the minimum amount per period that is a salary if no other words
// say so.
var leastPer = map[string]int{"hour": 10, "day": 100, "month": 1500, "year": 15000}

// onTargetReach is the distance in bytes before an amount in which words such
// as 'on-target earnings' apply to it.
const onTargetReach = 120

// startsDigit reports whether text begins with a digit.
func startsDigit(text string) bool {
	return text != "" && text[0] >= '0' && text[0] <= '9'
}

var (
	isPlan      = re(`^\s*401\s?k`) // a retirement plan, not an amount
	gluedBefore = re(`([a-z0-9.,]|gs-|gs-\d\d - )$`)
	upToPattern = re(`(up to|(can)?not exceed|maximum( salary)?( of)?|max\.?)\s*:?\s*$`)
	plusPattern = re(`^\+(\s*$|\s?[^\w\s]|\s[a-z]+ing\b)|^\+ ?(per|a|/)|^ ?(and up\b|or more\b)`)
	fromPattern = re(`(from|starting( at| from)?|starts (at|from)|minimum( salary)?( of| is)?|at least|upwards of)\s*:?\s*$`)
)

// upTo removes one end of the range if the words around the amount say 'up to'
// or 'from'.
func upTo(before, after string, p *Pay) {
	switch {
	case upToPattern.MatchString(before):
		p.Min = 0
	case fromPattern.MatchString(before), plusPattern.MatchString(after):
		p.Max = 0
	}
}

// period returns the period of a salary, judging by the nearby words or,
// without any, by its size. It returns "" if neither is clear.
func period(near string, high int) string {
	switch {
	case hourly.MatchString(near) && high < 1000:
		return "hour"
	case daily.MatchString(near) && high < 3000:
		return "day"
	case monthly.MatchString(near) && !yearly.MatchString(near) && high < 60000:
		return "month"
	case high >= 12000:
		return "year"
	}
	return ""
}
