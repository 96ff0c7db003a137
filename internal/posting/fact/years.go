package fact

import (
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/posting/document"
)

const numberWord = `one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen`

// yearsPattern matches a number of years, as in '3+ years', '+3 years', 'three
// (3) years' and '3 to 5 yrs'.
var yearsPattern = re(`(\+ ?)?(?:\b|[a-z])(\d{1,2}(?:\.5)?|` + numberWord + `)\b\s*(?:\(\d{1,2}\\?\)\s*)?(\\?\+|plus\b|or more\b)?(?:\s*(?:-|\\-|–|—|−|\bto\b|\bor\b)\s*(\d{1,2}|` + numberWord + `)\b\s*(\\?\+)?)?\s*(?:\+\s*)?(?:or more |full |solid |additional |calendar )?-?(?:years?|yrs?)\b`)

var (
	yearsOfWork = either(
		`experien|\bexp\b|expertise|background|working|hands[- ]on`,
		`\bin (a|an|the|software|devops|sre|site|cloud|similar|related|security|product|data|system|infra|engineer|develop|it\b|tech|\w+ing\b)`,
		`\bas (a|an)\b|of (relevant|professional|related|industry|\w+ing\b)|programming|develop|engineering|required`,
		`minimum|at least|administ|administration|practical|professional|manag(ing|ement)|lead(ing)?\b|coding`,
		`help ?desk|desktop support|customer service|sales|nursing|teaching|driving|retail|warehouse`,
		`track record|years?['’]? (of )?\w+ing\b`,
	)
	yearsOfElse = either(
		`^with (over |more than |nearly )?\d+\+? years[^.]*, (we\b|our\b|the\b|[\w-]+ (is|sets|has|offers|provides|helps)\b)`,
		`years? (old|ago|young|in (a row|business|succession|operation)|running([.,;:)]|$)|of age|anniversar|consecutive)`,
		`(last|past|over the|previous|next|coming|recent|every|first|after|within|for over|for more than|more than|founded|established|since) (few |\w+ )?\d{1,2}\+? years?\b`,
		`year[- ]over|residen(cy|ce)|years?[- ]terms?\b|violations|or older`,
		`(for|over|after|with(in)?|in|than|nearly|almost|spans?) (the )?(past |last |over |next |more than |nearly |almost )*\d{1,2}\+? years?,? (of (service|tenure|employment|history|success|growth|leadership|innovation)|we|with (us|the company)|our|at (the|our))`,
		`vest|warrant|laptop|sabbatical|anniversary|contract (term|length)|years? contract|years? in a row`,
		`years of (service|tenure|employment)|retain|bonus after|privacy|citizen|vacation|paid leave`,
		`\d years? (visa|statute)`,
	)
	// opensWithYears matches the usual beginning of a requirement.
	opensWithYears = re(`^\W*(a |an )?(minimum( of)?|at least|more than|over)? ?\d{1,2} ?(\+|(-|–|to) ?\d{1,2})? ?\+? ?(years|yrs)['’]? (of )?([\w-]+,? ){0,3}experience\b`)
	// startsWithYears matches an item that begins with years of anything.
	startsWithYears = re(`^\W*(a |an )?(minimum( of)?|min\.?|at least|more than|over)? ?(\d{1,2}|` + numberWord + `)( ?\(\d{1,2}\))? ?(\+|(-|–|to) ?\d{1,2})? ?\+? ?(years?|yrs?)\b`)
	onlyYears       = re(`^\W*\d{1,2} ?(\+|(-|–|to) ?\d{1,2})? ?\+? ?years\W*$`)
	yearsWith       = re(`\byears?['’]? (with|using|on) [a-z]`)
	withYears       = re(`^with (over |more than )?\d+`)
	ourYears        = re(`\b(we|our|us|company|founded|firm|leader|clients|customers|business|inc|team has|headquartered|consultancy|agency|bring(s|ing)?)\b`)
	theirs          = re(`\b(you|your|candidate|must|minimum|at least|require|qualif|ideal|looking for|seeking|need)`)
)

// readYears returns the number of years of experience that a sentence requires.
func readYears(s *sentence, cues []Hit) []Fact {
	opens := opensWithYears.MatchString(s.low)
	if s.section == document.Offer && !opens || !hasDigit(s.low) && !containsAny(s.low, numberWords...) {
		return nil
	}
	var facts []Fact
	end := 0
	for _, cue := range cues {
		from := max(end, s.wordBefore(max(0, cue.Start-longestYears)))
		m := yearsPattern.FindStringSubmatchIndex(s.low[from:cue.End])
		if m == nil {
			continue
		}
		for k := range m {
			if m[k] >= 0 {
				m[k] += from
			}
		}
		end = m[1]
		if f, ok := s.years(m); ok {
			facts = append(facts, f)
		}
	}
	if facts != nil && s.asks() && startsWithYears.MatchString(s.low) && !yearsOfElse.MatchString(s.low) {
		return facts
	}
	if facts != nil && (opens && (s.asks() || !yearsOfElse.MatchString(s.low)) || s.asks() && onlyYears.MatchString(s.low)) {
		return facts
	}
	if facts == nil || !yearsOfWork.MatchString(s.low) && !(s.asks() && yearsWith.MatchString(s.low)) || (!theirs.MatchString(s.low) || withYears.MatchString(s.low)) && s.ofOthers() {
		return nil
	}
	return facts
}

// longestYears is the maximum distance in bytes from a number to 'years'.
const longestYears = 48

// wordBefore returns the beginning of the word at i.
func (s *sentence) wordBefore(i int) int {
	for i > 0 && s.low[i-1] != ' ' {
		i--
	}
	return i
}

// asks reports whether a sentence is about what applicants must bring.
func (s *sentence) asks() bool {
	return s.section == document.Requirements || s.section == document.NiceToHave
}

// ofOthers reports whether the years are the company's, or aren't years of
// work.
func (s *sentence) ofOthers() bool {
	return yearsOfElse.MatchString(s.low) || !s.asks() && ourYears.MatchString(s.low)
}

func (s *sentence) years(m []int) (Fact, bool) {
	before := s.low[max(0, m[0]-25):m[0]]
	after := s.low[m[1]:min(len(s.low), m[1]+24)]
	if badBefore.MatchString(before) || badAfter.MatchString(after) || s.replacesDegree(m[0], m[1]) {
		return Fact{}, false
	}
	low := number(group(s.low, m, 2))
	start := m[4] // skip letters that run into the number
	if m[2] >= 0 {
		start = m[2]
	}
	value := strconv.Itoa(low)
	switch high := group(s.low, m, 4); {
	case high != "":
		value += "-" + strconv.Itoa(number(high))
	case group(s.low, m, 3) != "" || group(s.low, m, 1) != "" || atLeast.MatchString(before):
		value += "+"
	}
	return s.fact(Experience, value, start, m[1]), low <= 25
}

var (
	badBefore = re(`((last|past|previous|next|first|within|every|after|since|nearly|almost|under)\s+(\w+\s+)?$|\bin (just|only|under|less than)\s*$|in business (for )?(just )?(over )?$|raised|\$\s*$)`)
	badAfter  = re(`^[- ]*(ago|old|or older|and older|of driving|driving|criminal|post-?secondary|later|in a row|of age|running([.,;:)]|$)|straight|residen|uk residen|warrant|of growth|in business|of innovation|of history|of service|degree|college|university|program|technical degree|accredited|development program|training|high school|computer|diploma|undergraduate)`)
	atLeast   = re(`(at ?least|minimum( of)?:?|min\.?|over|more than|minimum)\s*$`)
)

// replacesDegree reports whether the years from start to end only replace a
// degree.
func (s *sentence) replacesDegree(start, end int) bool {
	before := s.low[strings.LastIndexAny(s.low[:start], ";(")+1 : start]
	after, _, _ := strings.Cut(s.low[end:], ";")
	after, _, _ = strings.Cut(strings.ReplaceAll(after, " or,", " or"), " or in ")
	return containsAny(s.low, "substitut", "lieu", "in place of", "instead of") && (insteadAfter.MatchString(after) || insteadBefore.MatchString(before))
}

var (
	insteadAfter  = re(`^[^.)]{0,70}\b(substitut\w+|in lieu of|in place of|instead of)\b[^.]{0,40}\b(degree|education|bachelor|diploma|college)`)
	insteadBefore = re(`\b(substitut(e|ed|ing|ion)?:?|in (lieu|place) of [^.]{0,30}(degree|education|bachelor['’]?s?),?)( (for|by|with|up to|an?|the|maximum of|minimum of|at least|additional|each))* ?$`)
)

// group returns a submatch, or "" if the group didn't match.
func group(text string, m []int, i int) string {
	if m[2*i] < 0 {
		return ""
	}
	return text[m[2*i]:m[2*i+1]]
}

var numberWords = strings.Split(numberWord, "|")

// number parses a number in digits or words, such as '7' or 'seven'.
func number(s string) int {
	if n, err := strconv.Atoi(strings.TrimSuffix(s, ".5")); err == nil {
		return n
	}
	for i, w := range numberWords {
		if strings.EqualFold(w, s) {
			if w == "fifteen" {
				return 15
			}
			return i + 1
		}
	}
	return 0
}
