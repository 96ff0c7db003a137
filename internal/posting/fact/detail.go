package fact

import "strings"

var (
	// share matches how often a person is on call.
	share = re(`\b(1|one|an?) (week|weekend|day|night)s? (in|out of|per|every|each|a) (every )?(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|month|quarter)( weeks?| people| days)?\b|\b(1|one)[- ](in|of)[- ](\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b|\b1:\d+\b|\bevery (\d+|second|third|fourth|fifth|sixth|seventh|eighth|other|two|three|four|five|six|seven|eight|nine|ten|twelve)(\s?[-–]\s?\d+)?(th)? weeks?\b|\b(once|twice) (a|per|every) (month|quarter|\w+ weeks)\b`)
	// voluntary and paid match other terms of on-call.
	voluntary = re(`\bvoluntary|\bvolunteer|\bopt[- ]in\b|\boptional\b`)
	unpaid    = re(`\bunpaid\b|not (paid|compensated)`)
	paid      = re(`\bpaid\b|compensated|on[- ]?call (pay|allowance|compensation|bonus|stipend|rate)|time off in lieu|\btoil\b|(compensation|allowance|extra pay|paid|bonus|stipend) for on[- ]?call|[$€£]\s?\d|\b(eur|usd|gbp|cad|chf) ?\d|additional(ly)? (pay|compensat)`)
	// rare matches 'occasional'.
	rare = re(`\b(occasional|occasionally|rare|rarely|infrequent|limited|minimal)\b`)
	// percent matches a share of working time.
	percent = re(`((up to|about|around|approximately|approx\.?|roughly|less than|at least|max\.?|maximum|minimum|~|<|under)\s?)?\d{1,3}( ?%)?( ?(-|–|to) ?\d{1,3})? ?(%|percent)`)
)

// detail returns the terms of on-call work or travel that a sentence states, as
// in "1 week in 8, paid" and "up to 50%", or "".
func (s *sentence) detail(k Kind) string {
	switch k {
	case OnCall:
		return s.onCallTerms()
	case Travel:
		if at := percent.FindStringIndex(s.low); at != nil {
			return s.low[at[0]:at[1]]
		}
		if at := rare.FindStringIndex(s.low); at != nil {
			return s.low[at[0]:at[1]]
		}
	}
	return ""
}

func (s *sentence) onCallTerms() string {
	var terms []string
	if voluntary.MatchString(s.low) {
		terms = append(terms, "voluntary")
	}
	if at := share.FindStringIndex(s.low); at != nil {
		terms = append(terms, s.low[at[0]:at[1]])
	}
	switch {
	case unpaid.MatchString(s.low):
		terms = append(terms, "unpaid")
	case paid.MatchString(s.low):
		terms = append(terms, "paid")
	}
	return strings.Join(terms, ", ")
}
