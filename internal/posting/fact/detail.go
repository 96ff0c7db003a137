package fact

import "strings"

var (
	// share matches how often a person is on call.
	share = re(`\b(1|one|an?) (week|weekend|day|night)s? (in|out of|per|every|each|a) (every )?(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|month|quarter)( weeks?| people| days)?\b|\b(1|one)[- ](in|of)[- ](\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b|\b1:\d+\b|\bevery (\d+|second|third|fourth|fifth|sixth|seventh|eighth|other|two|three|four|five|six|seven|eight|nine|ten|twelve)(\s?[-–]\s?\d+)?(th)? weeks?\b|\b(once|twice) (a|per|every) (month|quarter|\w+ weeks)\b`)
	// voluntary and paid match other terms of on-call.
	voluntary = re(`\bvoluntary|\bvolunteer|\bopt[- ]in\b|\boptional\b`)
	unpaid    = re(`\bunpaid\b|not (paid|compensated)`)
	paid      = re(`\bpaid\b\W*($|extra|separate|addition|per\b|for\b|at\b|on\b|and\b|with\b|in\b|by\b|out\b|as\b|[a-z]+ly\b|rotation|stand-?by|1 |one |€|£|\$|\d)|compensated|on[- ]?call (pay|allowance|compensation|bonus|stipend|rate)|time off in lieu|\btoil\b|(compensation|allowance|extra pay|paid|bonus|stipend) for on[- ]?call|[$€£]\s?\d|\b(eur|usd|gbp|cad|chf) ?\d|additional(ly)? (pay|compensat)`)
	// rare matches 'occasional'.
	rare = re(`\b(occasional|occasionally|rare|rarely|infrequent|limited|minimal)\b`)
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

func onCallTerms(near string) string {
	var terms []string
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
