package fact

var (
	payWords = re(`\b(salary|salaries|pay|paid|payrate|base|compensation|comp|wages?|gehalt|bruttogehalt|jahresgehalt|monatsgehalt|lohn|verg(ü|ue)tung|brutto|gross|remuneration|rate|ote|earn|earnings|stipend rate|package)\b`)
	notPay   = re(`\b(fund(s|ed|ing)?|raised?|revenue|valuation|valued|invest(ed|ment|ors)?|budget|sign(ing|-on)?|stipend|reimburs\w*|allowance|contribution|contribute|donat\w*|referral|hsa|vouchers?|life insurance|cafeteria|equipment|learning|wellness|tuition|per diem|commission of|match(ing)?|transactions?|assets|processed|payments|deductible|credit|perk|gym|internet|phone|home office|travel|training|conference|books|relocation|grant|market|savings|spend|discount|fee|price|worth|gift|workspace|setup|lunch|meal|meals|fsa|coverage|premium|award|donation|monthly bonus|saved|quota|arr|aum|gmv|portfolio|p&l|deals?( size)?|turnover|(sales|revenue|annual) targets?|headcount cost|contract value|ad spend|penalt(y|ies)|on[- ]?call|stand-?by|fine|fees|allowances|spending|budgets|stipends|bounty|bounties|trainings?)\b`)
	big      = re(`^\s*(\+\s*)?(m\b|mm\b|mn\b|b\b|bn\b|million|billion|trillion|%|\+? ?million|m\+|b\+|k\+ (users|customers)|users|customers|employees|people|\+? ?in (\w+ )?(sales|revenue|bookings)\b)`)
	// besidePay matches a word about pay next to an amount. The position of the
	// amount is marked by '|'.
	besidePay = re(`(salary|pay|compensation|base|package)\W{1,3}(of |is |up to |around |~)?\s*\|\s|\|\s*(\+ )?(base|salary|per year|a year|annual)`)
	hourly    = re(`pro stunde|(per|an|/|a)\s*(hour\b|hr(s|\b|[a-z]))|hourly|\bp/h\b|\dp/h|/\s?h\b|\bph\b`)
	daily     = re(`pro tag|tagessatz|(per|a|/)\s*day|daily|day rate`)
	monthly   = re(`pro monat|monatlich|(per|a|/)\s*mon(th)?\b|monthly|/\s?mo\b|gross/month`)
	yearly    = re(`(pro|im) jahr|j(ä|ae)hrlich|jahresgehalt|(per|a|/)\s*(year|annum|yr)|annual|yearly|\bp\.?a\b`)
	// extraBefore and extraAfter match what is paid besides the salary, before
	// and after an amount.
	extraBefore = exactly(`\b(bonus(es)?|equity|options|rsus?|shares|stock|commission)( grant| award| pool| package)?( of| worth| is| up to| valued at)*:? $`)
	extraAfter  = exactly(`^ ?(in |of |worth of |as an? )?((sign-?on|signing|joining|welcome|retention|referral|performance|annual|yearly|monthly|quarterly|cash|one-time|relocation) )*(bonus(es)?|equity|rsus?|shares|options|stock)\b`)
)

// besidesPay matches text after an amount that is paid besides the salary, and
// onCallPay matches text before what is paid for on-call.
var (
	besidesPay = exactly(`^[^,;]{0,30}\b(on top of|in addition to|besides) (your |the |an? |base |basic |monthly |regular )*(salary|pay|base|wage)|^ ?(gross |extra |flat |more )?((per|an?|each|every|for( (each|every|an?))?|during|when|while|as|/) ?)((week|day|night|weekend|month|hour|year) ?)?((of|for|on|as|when) )?(each |an? |every |your |the |being )*(on[- ]?call|stand-?by|pager|call-?outs?)\b`)
	onCallPay  = re(`\b(on[- ]?call|stand-?by|pager|call-?outs?)\b(allowance|rota|[^.;$€£]){0,40}$`)
)

// onCallReach is the maximum distance in bytes between on-call and what is paid
// for it.
const onCallReach = 60

// around is the maximum distance in bytes between an amount and words that tell
// what it is for.
const around = 90

// plausible reports whether an amount is a salary, judging by its size and the
// words around it. If so, it sets the period, and whether the amount depends on
// reaching targets.
func plausible(text string, start, end int, p *Pay, isRange bool) bool {
	before, after := text[max(0, start-around):start], text[end:min(len(text), end+around)]
	from, to := clauseAround(text, start, end)
	near := text[max(from, start-45):start] + " | " + text[end:min(to, end+30)]
	within := text[max(from, start-45):min(len(text), end+30)]
	if big.MatchString(after) || isPlan.MatchString(text[start:end]) || startsDigit(text[start:]) && gluedBefore.MatchString(text[:start]) || payCap.MatchString(before) {
		return false
	}
	scale := scaleOf(p.Currency)
	if p.Per = period(within, p.Max/scale); p.Per == "" {
		p.Per = otherPeriod(after, p.Max, scale)
	}
	inRange := map[string][2]float64{"year": {12000, 1500000}, "month": {500, 60000}, "week": {200, 10000}, "day": {60, 3000}, "hour": {7, 500}}[p.Per]
	if p.Per == "" || p.Max < inRange[0] || p.Max/scale > inRange[1] || isRange && p.Min*20 < p.Max {
		return false
	}
	p.Target = onTarget.MatchString(text[max(0, start-onTargetReach):start]) || onTargetAfter.MatchString(text[end:min(to, end+12)])
	p.Target = p.Target && !besideTarget.MatchString(text[from:start])
	labeled := payLabel.MatchString(before)
	about := p.Target || labeled || payWords.MatchString(before) || payWords.MatchString(after)
	if besidesPay.MatchString(text[end:to]) || !labeled && onCallPay.MatchString(text[max(0, start-onCallReach):start]) {
		return false
	}
	if !labeled && notPay.MatchString(near) && !payWords.MatchString(near) || extraBefore.MatchString(text[from:start]) ||
		extraAfter.MatchString(text[end:to]) && !payWords.MatchString(text[from:start]) {
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
	if !labeled && notPay.MatchString(near) {
		return false
	}
	amount := max(p.Min, p.Max)
	return about && (amount >= 15000 || p.Per != "year") || perAmount.MatchString(after) && amount >= leastPer[p.Per] || amount >= 30000 && (bare && p.Per == "year" || extras.MatchString(after))
}

var (
	// payLabel matches a word for pay that an amount directly follows. Words before
	// it don't matter then.
	payLabel = re(`\b(salary|pay|wages?|rate|compensation|remuneration|base|ote)( range| rate)?:?( is| of| from| up to| starting at| starts at)*:?\s*$|(^|[.;|•] ?)(hourly|weekly|monthly|annual|annually|yearly|per (hour|year|month))( range| rate)?\s?[:–-]\s?$`)
	payCap   = re(`(maximum|max\.?|highest|top) (salary|pay|rate)( rate)? (\w+ )*(available|allowed|possible|pay system|pay scale)\b[^.]*$|\b(pay|salary) (cap|limit|ceiling)\b[^.]*$`)
	// onTarget matches pay that includes commission.
	onTarget      = re(`\bote\b|on[- ]target\b|target earnings`)
	onTargetAfter = exactly(`^[^,;+]*(\bote\b|on[- ]target\b|target earnings)`)
	besideTarget  = exactly(`\bbase( salary| pay)?:? ?$`) // 'OTE €90,000, base €45,000'
	// perAmount matches a period that directly follows an amount, and extras what
	// often follows a salary.
	perAmount = re(`^\s?(\+\s?)?(gross |brutto |base )?(per\s?|(an?|every|each|pro|im)\s|/\s?|p\.?\s?)(hour|hr|h|day|d|week|month|mo|year|annum|yr|a|jahr|monat|stunde|tag)\b|^\s?(hourly|daily|annual|yearly|monthly|annually)\b`)
	extras    = re(`^\s?vb\b|^\s?(\+|plus|and|,)\s?(a |an )?([\w-]+ )?(bonus|benefits|equity|package|pension|stock|car\b|excellent|superb)|^\s?(doe|dependent|depending)`)
)

// leastPer is the minimum amount per period that is a salary if no other words
// say so.
var leastPer = map[string]float64{"hour": 10, "day": 100, "week": 700, "month": 1500, "year": 15000}

// onTargetReach is the distance in bytes before an amount in which words such
// as 'on-target earnings' apply to it.
const onTargetReach = 120

// scaleOf returns by how much salaries in a currency are larger than those in
// euros.
func scaleOf(currency string) float64 {
	switch currency {
	case "PLN", "RON", "BGN", "ILS", "AED", "SAR", "QAR", "MYR", "CNY", "BRL":
		return 4
	case "SEK", "NOK", "DKK", krone, "CZK", "ZAR", "MXN", "INR", "HKD", "UAH", "TRY", "THB", "TWD", "EGP", "GHS":
		return 10
	case "JPY", "HUF", "KES", "NGN", "PHP", "ISK", "PKR":
		return 100
	case "KRW", "COP", "CLP", "ARS", "IDR", "VND":
		return 1000
	}
	return 1
}

// startsDigit reports whether text begins with a digit.
func startsDigit(text string) bool {
	return text != "" && text[0] >= '0' && text[0] <= '9'
}

var (
	isPlan      = re(`^\s*401\s?k`) // a retirement plan, not an amount
	gluedBefore = re(`([a-z0-9.,]|gs-|gs-\d\d - )$`)
	upToPattern = re(`(up to|\bbis( zu)?|(can)?not exceed|maximum( salary)?( of)?|max\.?)\s*:?\s*$`)
	plusPattern = re(`^\+(\s*$|\s?[^\w\s]|\s[a-z]+ing\b)|^\+ ?(per|a|/)|^ ?(and up\b|or more\b)`)
	fromPattern = re(`(from|\bab|starting( at| from)?|starts (at|from)|min(imum|\.)?( (gross|annual|monthly|base))*( salary| wage)?( of| is)?|at least an? (gross |annual |monthly |yearly )*salary of|at least|upwards of)\s*:?\s*$`)
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
func period(near string, high float64) string {
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

// otherPeriod returns 'week' if that follows the amount, and 'month' if the
// amount would be too small for a year in its currency. Where money comes in
// large numbers, postings rarely say that salaries are monthly.
func otherPeriod(after string, high, scale float64) string {
	switch {
	case perWeek.MatchString(after):
		return "week"
	case scale > 1 && high/scale >= 1500 && high/scale < 12000:
		return "month"
	}
	return ""
}

var perWeek = exactly(`^[ +]{0,3}((per|a|each|every) week\b|/ ?w(ee)?k\b|weekly\b)`)
