package fact

import (
	"math"
	"strconv"
	"strings"
)

const (
	currencyMark  = `(?:US|CA)\s?\$|(?:AU|NZ|HK|NT|[CASR])\$|\$|€|EUR(?:OS?\b)?|£|₹|₪|¥|₩|₱|₺|zł|kr\.?|rs\.?|[a-z]{3}\s?\$?`
	amount        = `\d{1,3}(?:[.,'’ \x{a0}]\d{3})+(?:[.,]\d{1,2}\b)?|\d{1,6}(?:[.,]\d{1,2})?`
	currencyAfter = `EUR(?:OS?\b)?|€|£|\$|₹|₪|₩|₱|₺|zł|kr\b|[a-z]{3}\b`
	thousand      = `\s?[kK]\b`
	perWord       = `(?:per|a|an|/|every|each)\s*(?:year|annum|hour|hr|month|day|week|h\b|yr|y\b|mo\b)|annual(?:ly)?|yearly|hourly|monthly|daily|p\.?a\b|(?:pro|im) jahr|pro (?:monat|stunde|tag)|/\s?(?:yr|hr|h|mo)\b`
)

// codes lists codes of currencies, and codeSet contains them. The patterns match
// any three letters, because a list would make them slow.
const codes = `USD|CAD|CAN|CDN|AUD|NZD|SGD|HKD|TWD|GBP|CHF|PLN|INR|SEK|DKK|NOK|ISK|ILS|JPY|BRL|MXN|ZAR|CZK|KES|NGN|HUF|RON|BGN|UAH|AED|SAR|QAR|MYR|PHP|THB|IDR|KRW|CNY|RMB|PKR|EGP|COP|CLP|ARS|GHS|VND`

var codeSet = wordSet(strings.ReplaceAll(codes, "|", " "))

var (
	// payRange and payOne match at an amount, or at the currency before it.
	payRange = re(`^(` + currencyMark + `)?\s?(` + amount + `)(` + thousand + `)?\s?(` + currencyAfter + `)?\s*(?:` + perWord + `)?\s*(?:-|–|—|−|~|\bto\b|\band\b|\bup to\b|\bbis\b|\bund\b)\s*(?:up to |zu )?(` + currencyMark + `)?\s?(` + amount + `)(` + thousand + `)?\s*(` + currencyAfter + `|gross)?`)
	// payGlued matches a range that has lost its dash.
	payGlued = re(`^(` + currencyMark + `)\s?(` + amount + `)(` + thousand + `)? ?(` + currencyMark + `)\s?(` + amount + `)(` + thousand + `)?\s*(` + currencyAfter + `)?()`)
	// payEnds matches 'a minimum of $100,000 and a maximum of $120,000', and
	// 'from $100,000 in our lowest market to $120,000 in our highest'.
	payEnds = re(`(?:(?:minimum|min)\b[^.;$€£]{0,40}|\b(?:between|from) )(` + currencyMark + `)\s?(` + amount + `)(` + thousand + `)?[^.;$€£]{0,40}(?:(?:maximum|max)\b[^.;$€£]{0,40}|\blowest\b[^.;$€£]{0,60}\bto )(` + currencyMark + `)\s?(` + amount + `)(` + thousand + `)?\s?(` + currencyAfter + `)?`)
	payLakh = re(`(\d{1,3}(?:\.\d+)?)\s*(?:-|–|to)\s*(\d{1,3}(?:\.\d+)?)\s*(?:lpa|lakhs?)\b`)
	payOne  = re(`^(?:(` + currencyMark + `)\s?(` + amount + `)(` + thousand + `)?(?:\s?([a-z]{3})\b)?|(` + amount + `)(` + thousand + `)?\s?(` + currencyAfter + `)|(\d{2,3})(k)\b)`)
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
		p := Pay{Currency: currency(g(1), g(4), g(7)), Min: low, Max: high}
		if p.Currency != "" && plausible(text, m[0], m[1], &p, true) {
			return []Fact{s.pay(p, m[0], m[1])}
		}
	}
	if m := payLakh.FindStringSubmatchIndex(text); m != nil {
		low, _ := strconv.ParseFloat(group(text, m, 1), 64)
		high, _ := strconv.ParseFloat(group(text, m, 2), 64)
		return []Fact{s.pay(Pay{Currency: "INR", Min: low * lakh, Max: high * lakh, Per: "year"}, m[0], m[1])}
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
		if f, end := s.rangeIn(near, start); end > 0 {
			ranges = append(ranges, f)
			i = end - 1
			continue
		}
		if m := payOne.FindStringSubmatchIndex(near); m != nil && single == nil {
			p, ok := payOneOf(near, m)
			end := start + payEnd(near, m)
			if ok && !lowEndOf.MatchString(text[end:min(len(text), end+12)]) && plausible(text, start, end, &p, false) {
				single = append(single, s.pay(p, start, end))
			}
		}
		for i+1 < len(text) && (isAlnum(text[i+1]) || strings.IndexByte(".,'", text[i+1]) >= 0 && i+2 < len(text) && startsDigit(text[i+2:])) {
			i++
		}
	}
	return ranges, single
}

// payEnd returns where a match ends, without spaces and without a last word that
// isn't a currency.
func payEnd(text string, m []int) int {
	end := m[1]
	for i := 2; i < len(m); i += 2 {
		if m[i+1] == m[1] && m[1]-m[i] == 3 && isLetter(text[m[i]]) && currency(text[m[i]:m[1]]) == "" {
			end = m[i]
		}
	}
	return len(strings.TrimRight(text[:end], " \u00a0"))
}

// lowEndOf matches text after the low end of a range.
var lowEndOf = exactly(`^\s?[–—-]\s?(\$|€|£)?\s?\d`)

// rangeIn returns the salary range with which near, the text from start,
// begins, and where it ends, or 0 if there is none.
func (s *sentence) rangeIn(near string, start int) (f Fact, end int) {
	if !containsAny(near, "-", "–", "—", "−", "~", "to", "and", "bis", "und") && strings.Count(near, "$") < 2 {
		return Fact{}, 0
	}
	first := max(0, strings.IndexAny(near, "0123456789"))
	if !hasDigit(strings.TrimLeft(near[first:], "0123456789.,'’ \u00a0")) {
		return Fact{}, 0 // the usual case, and faster
	}
	for _, form := range []struct {
		pattern *pattern
		at      [8]int
	}{{payRange, [8]int{1, 2, 3, 4, 5, 6, 7, 8}}, {payGlued, [8]int{1, 2, 3, 8, 4, 5, 6, 7}}} {
		if m := form.pattern.FindStringSubmatchIndex(near); m != nil {
			p, ok := payOf(near, m, form.at)
			end := start + payEnd(near, m)
			second := group(near, m, form.at[4])
			ok = ok && (second == "" || currency(second) != "") && (form.pattern == payRange || currency(group(near, m, 1)) != "")
			if ok && plausible(s.low, start, end, &p, true) {
				return s.pay(p, start, end), end
			}
		}
	}
	return Fact{}, 0
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
	m := markAtEnd.FindStringIndex(tail)
	if m == nil {
		return ""
	}
	start := len(trimmed) - len(tail) + m[0]
	inWord := start > 0 && isLetter(text[start-1]) && isLetter(text[start])
	if inWord || currency(trimmed[start:]) == "" { // a word, and perhaps a sign
		i := strings.IndexByte(trimmed[start:], '$')
		if i < 0 {
			return ""
		}
		start += i
	}
	return text[start:]
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
	return hasDigit(s.low) && containsAny(s.low, "$", "€", "£", "₹", "₪", "usd", "eur", "gbp", "cad", "aud", "chf", "inr", "pln")
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
		amount = "up to " + digits(p.Max)
	case p.Max == 0:
		amount = "from " + digits(p.Min)
	case p.Min == p.Max:
		amount = digits(p.Min)
	default:
		amount = digits(p.Min) + "-" + digits(p.Max)
	}
	s := strings.TrimSpace(p.Currency + " " + amount + " per " + p.Per)
	if p.Target {
		s += " on target"
	}
	return s
}

// digits formats an amount, with cents if it has any.
func digits(amount float64) string {
	if amount == math.Trunc(amount) {
		return strconv.FormatFloat(amount, 'f', 0, 64)
	}
	return strconv.FormatFloat(amount, 'f', 2, 64)
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
	n, ok := money(g(2)+g(5)+g(8), g(3)+g(6)+g(9) != "")
	return Pay{Currency: currency(g(1), g(4), g(7)), Min: n, Max: n}, ok && n > 0
}

// money parses an amount, such as '120,000.00', '70.000', '24.50', or '85' if
// thousands is true.
func money(s string, thousands bool) (float64, bool) {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '.' || r == ',' {
			return r
		}
		return -1
	}, s)
	whole, cents := digits, ""
	if i := strings.LastIndexAny(digits, ".,"); i >= 0 && len(digits)-i-1 < 3 {
		whole, cents = digits[:i], digits[i+1:]
	}
	n, err := strconv.ParseFloat(separators.Replace(whole)+"."+cents, 64)
	if thousands {
		n = math.Round(n * 1000)
	}
	return n, err == nil
}

var separators = strings.NewReplacer(".", "", ",", "")

// currencies lists currency signs, with longer ones first. The sign of several
// currencies is kept; see settleMarks.
var currencies = []struct{ mark, code string }{
	{"CA$", "CAD"}, {"CAN$", "CAD"}, {"C$", "CAD"}, {"AU$", "AUD"}, {"A$", "AUD"}, {"NZ$", "NZD"}, {"S$", "SGD"}, {"HK$", "HKD"}, {"NT$", "TWD"}, {"R$", "BRL"}, {"US$", "USD"},
	{"€", "EUR"}, {"£", "GBP"}, {"₹", "INR"}, {"RS", "INR"}, {"RS.", "INR"}, {"₪", "ILS"}, {"¥", "JPY"}, {"₩", "KRW"}, {"₱", "PHP"}, {"₺", "TRY"}, {"zł", "PLN"},
	{"$", dollar}, {"KR", krone}, {"KR.", krone},
}

// currency returns the ISO code for the most specific of the signs, or a sign
// that several currencies share. Codes take precedence, so '$120,000 CAD' is in
// Canadian dollars.
func currency(marks ...string) string {
	for _, m := range marks {
		c := strings.ToUpper(strings.TrimRight(m, "$ \u00a0"))
		switch {
		case strings.HasPrefix(c, "EUR"): // 'Euro'
			return "EUR"
		case c == "CAN" || c == "CDN":
			return "CAD"
		case c == "RMB":
			return "CNY"
		case codeSet.has(c):
			return c
		}
	}
	for _, m := range marks {
		for _, c := range currencies {
			if m != "" && strings.EqualFold(strings.Join(strings.Fields(m), ""), c.mark) {
				return c.code
			}
		}
	}
	return ""
}
