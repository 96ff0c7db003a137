package fact

import "strings"

var (
	// share matches how often a person is on call.
	share = re(`\b(1|one|an?) (week|weekend|day|night)s? (in|out of|per|every|each|a) (every )?(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|month|quarter)( weeks?| people| days)?\b|\b(1|one)[- ](in|of)[- ](\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b|\b1:\d+\b|\bevery (\d+|second|third|fourth|fifth|sixth|seventh|eighth|other|two|three|four|five|six|seven|eight|nine|ten|twelve)(\s?[-–]\s?\d+)?(th)? weeks?\b|\b(once|twice) (a|per|every) (month|quarter|\w+ weeks)\b`)
	// voluntary and paid match other terms of on-call.
	voluntary = re(`\bvoluntary|\bvolunteer|\bopt[- ]in\b|\boptional\b`)
	unpaid    = re(`\bunpaid\b|not (paid|compensated)`)
	paid      = re(`\bpaid\b\W*($|extra|separate|addition|per\b|for\b|at\b|on\b|and\b|with\b|in\b|by\b|out\b|as\b|[a-z]+ly\b|rotation|stand-?by|1 |one |€|£|\$|\d)|compensated|remunerat\w+|on[- ]?call (pay|allowance|compensation|bonus|stipend|rate)|time off in lieu|\btoil\b|(compensation|allowance|extra pay|paid|bonus|stipend) for on[- ]?call|[$€£]\s?\d|\b(eur|usd|gbp|cad|chf) ?\d|additional(ly)? (pay|compensat)`)
	// rare matches 'occasional'.
	// daytime matches on-call at usual hours, and notDaytime other mentions of them.
	daytime    = re(`\b(during|in|within|to|only) ((normal|regular|standard|our|usual|core|local|uk|us) ){0,2}(business|office|working|core|normal|regular|standard|daytime|daylight) hours\b|\b(business|office|working|core|daytime)[- ]hours (on[- ]?call|only)\b|\b(during|in) the day(time)?\b|\bday ?time only\b`)
	notDaytime = re(`\b(outside|beyond|after|out|non|pre|before|off|and)\b[ -](of )?((the|your|our|of|normal|regular|standard|usual|core) ){0,3}(business|office|working|core|normal|regular|standard)|\b24(/7|x7)?\b|\bafter[- ]?hours|around the clock|\bnights?\b|evening|weekend`)
	noNights   = re(`\b(no|without|never at|not at|no one|nobody)\b ?(\w+ ){0,3}(nights?|night[- ]time)\b`)
	rare       = re(`\b(occasional|occasionally|rare|rarely|infrequent|limited|minimal)\b`)
	// percent matches a share of working time.
	percent = re(`((up to|about|around|approximately|approx\.?|roughly|less than|at least|max\.?|maximum|minimum|~|<|under)\s?)?\d{1,3}( ?%)?( ?(-|–|to) ?\d{1,3})? ?(%|percent)`)
)

// homeShare matches a share of time that isn't spent traveling.
var homeShare = re(`\d{1,3} ?% (remote|on-?site|in[- ]office|home|hybrid|of (the )?(cost|expenses))`)

// detail returns the terms of on-call work or travel that a sentence states, as
// in "1 week in 8, paid" and "up to 50%", or "".
func (s *sentence) detail(k Kind, h Hit) string {
	near := s.low[s.wordBefore(max(0, h.Start-detailReach)):min(len(s.low), h.End+detailReach)]
	return terms(k, near)
}

// detailReach is the maximum distance in bytes between on-call or travel and
// its terms.
const detailReach = 80

// terms returns the terms of on-call work or travel that text states.
func terms(k Kind, near string) string {
	switch k {
	case OnCall:
		return onCallTerms(near)
	case Travel:
		near = homeShare.ReplaceAllString(near, "")
		if at := percent.FindStringIndex(near); at != nil {
			return near[at[0]:at[1]]
		}
		if at := rare.FindStringIndex(near); at != nil {
			return near[at[0]:at[1]]
		}
	}
	return ""
}

// Terms of on-call that doesn't wake anyone.
const (
	Daytime  = "business hours only"
	NoNights = "no nights"
)

// Wakes reports whether on-call may wake people at night and isn't voluntary.
func (f *Fact) Wakes() bool {
	return f.Kind == OnCall && f.Value == "yes" && !containsAny(f.Detail, Daytime, NoNights, "voluntary")
}

// settleOnCall adds what later sentences state about on-call to the first one.
func settleOnCall(facts []Fact) []Fact {
	first := -1
	for i, f := range facts {
		switch {
		case f.Kind != OnCall || f.Value != "yes":
		case first < 0:
			first = i
		default:
			facts[first].Detail = joinTerms(facts[first].Detail, f.Detail)
		}
	}
	return facts
}

// joinTerms adds terms of the same job. How often someone is on call and the pay
// are added only if they aren't known yet.
func joinTerms(terms, more string) string {
	for term := range strings.SplitSeq(more, ", ") {
		isShare := share.MatchString(term)
		switch {
		case term == "" || strings.Contains(terms, term), isShare && share.MatchString(terms), strings.HasSuffix(term, "paid") && strings.Contains(terms, "paid"):
		case terms == "":
			terms = term
		default:
			terms += ", " + term
		}
	}
	return terms
}

func onCallTerms(near string) string {
	var terms []string
	switch {
	case noNights.MatchString(near):
		terms = append(terms, NoNights)
	case daytime.MatchString(near) && !notDaytime.MatchString(near):
		terms = append(terms, Daytime)
	}
	if voluntary.MatchString(near) {
		terms = append(terms, "voluntary")
	}
	if at := share.FindStringIndex(near); at != nil {
		terms = append(terms, near[at[0]:at[1]])
	}
	switch {
	case unpaid.MatchString(near):
		terms = append(terms, "unpaid")
	case paid.MatchString(near):
		terms = append(terms, "paid")
	}
	return strings.Join(terms, ", ")
}
