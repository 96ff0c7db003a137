package fact

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// placeAt returns the byte range of the list of places at i, after words such
// as 'in the'. If unknown places aren't allowed, the first one must be known or
// be followed by the code of a state.
func (s *sentence) placeAt(i int, unknownAllowed bool) (from, to int) {
	i += s.skips(filler, s.text[i:])
	if i < len(s.text) && s.text[i] >= '0' && s.text[i] <= '9' && unknownAllowed {
		return s.address(i)
	}
	end := s.nameAt(i)
	if end == 0 || !unknownAllowed {
		if to := s.stateCodes(i); to > 0 {
			return i, to
		}
	}
	if end == 0 || !unknownAllowed && !knownPlaces.begins(s.text[i:end]) && !s.stateAt(end) {
		return 0, 0
	}
	to = s.listFrom(end, unknownAllowed)
	if at := strings.LastIndexByte(s.text[i:to], '('); at > 0 {
		if to < len(s.text) && s.text[to] == ')' {
			to++
		} else {
			to = i + len(strings.TrimRight(s.text[i:i+at], " "))
		}
	}
	if unknownAllowed && centerName.MatchString(s.low[i:to]) {
		if n := s.skips(beforeCity, s.text[to:]); n > 0 {
			return s.placeAt(to+n, false)
		}
		return 0, 0
	}
	if to-i < 2 || to-i > longestPlaces || elsewhere.MatchString(s.low[to:min(len(s.low), to+30)]) || organization.MatchString(s.low[i:to]) {
		return 0, 0
	}
	return i, to
}

// stateCodes returns where the list of two or more codes of states at i ends, or
// 0.
func (s *sentence) stateCodes(i int) (to int) {
	for n := 0; i+2 <= len(s.text) && states.has(s.text[i:i+2]) && (i+2 == len(s.text) || !isLetter(s.text[i+2])); n++ {
		if n > 0 {
			to = i + 2
		}
		next, _ := s.connector(i + 2)
		if next == 0 {
			break
		}
		i = next
	}
	return to
}

// maxUnknown is the maximum number of unknown places in a row in a list.
const maxUnknown = 2

// listFrom returns where a list of places ends whose first name ends at end.
// After a comma, unknown names belong to it only if a known one follows.
func (s *sentence) listFrom(end int, unknownAllowed bool) (to int) {
	to = end
	for unknown := 0; unknown <= maxUnknown; unknown++ {
		next, loose := s.connector(end)
		if next == 0 {
			break
		}
		if unknownAllowed && strings.HasPrefix(s.low[next:], "remote") {
			return end
		}
		if end = s.nameAt(next); end == 0 {
			break
		}
		if loose || knownPlaces.begins(s.text[next:end]) || states.has(s.text[next:end]) || unknownAllowed && end == len(s.text) || s.stateAt(end) {
			to, unknown = end, -1
		}
	}
	return to
}

var (
	// elsewhere matches text after a place that shows that it isn't the place of
	// the job.
	elsewhere    = re(`^\W{0,2}(-based\b|based\b|teams?\b|time ?zones?|time\b|hours|citizen|soil|market|customers|clients|federal|government|laws?\b|public|holiday|company|unit\b|department|division|residents?\b|engineering|is an?\b|job openings)`)
	organization = re(`^canadian$|^american$|^european$|\b(institute|university|college|hospital|bank|corp|inc|labs|group|partners|unit|team|department|division|ventures|capital|stock exchange|act|notice|statement|policy)\b`)
	// centerName matches the name of a building, which the city may follow.
	centerName = re(`\b(support|service|services|data|call|contact|distribution|fulfillment|operations|technology|learning|medical|research) (center|centre)\b`)
	beforeCity = exactly(`^(?: \([^)]{1,20}\))? ?[-–—,|] ?`)
	visits     = re(`(travel\w* to|visits? to|visit|outside of|away from) $`)
	onlyWithin = re(`\b(available|only|possible|located|reside|residing|live|based|applicants|candidates|remote|remotely|mobile working|mobile work|you want|anywhere) $`)
	// toWork matches statements about the right to work.
	toWork = re(`authori[sz]ed to work|eligib\w* to work|right to work|work authori|position posted|aedt|\bvisas?\b`)
)

// stateAt reports whether ', ' and the code of a state are at i.
func (s *sentence) stateAt(i int) bool {
	if i >= len(s.text) || s.text[i] != ',' && s.text[i] != ' ' {
		return false
	}
	rest := strings.TrimLeft(s.text[i:], ", ")
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsUpper(r) })
	if end < 0 {
		end = len(rest)
	}
	return states.has(rest[:end])
}

// connector returns where the next place in a list may begin, after the comma,
// slash or 'or' at i. loose is false after a comma, which often ends the list.
func (s *sentence) connector(i int) (next int, loose bool) {
	m := between.FindStringSubmatchIndex(s.text[i:min(len(s.text), i+30)])
	if m == nil {
		return 0, false
	}
	mark := strings.TrimSpace(s.text[i+m[2] : i+m[3]])
	return i + m[1], mark != "," && mark != "-" && mark != "|" && mark != ";" && mark != "("
}

var between = exactly(`^( ?, ?(?:or|and) | \(or\) | ?[,;] ?| or | and | ?/ ?| ?& ?| - | ?\| ?| \()(?:[tT]he |in |greater |from |within |anywhere in |remotely in )*`)

// address returns the city in the address at i, as in '1 High Street, Boston,
// MA'.
func (s *sentence) address(i int) (from, to int) {
	if m := cityOf.FindStringSubmatchIndex(s.text[i:min(len(s.text), i+120)]); m != nil {
		return i + m[2], i + m[3]
	}
	for k := i; k < len(s.text); k++ {
		if isUpper(s.text[k]) && s.text[k-1] == ' ' && knownPlaces.begins(s.text[k:]) {
			return s.placeAt(k, false)
		}
	}
	return 0, 0
}

var cityOf = exactly(`, ([A-Z][\p{L}.'-]+(?: [A-Z][\p{L}.'-]+){0,2},? [A-Z][A-Za-z])\b`)

// nameAt returns where the name of a place that begins at i ends, or 0. A name
// is one or more capitalized words. A word that can't be part of a name ends
// it.
func (s *sentence) nameAt(i int) (end int) {
	text := s.text
	for at := i; at < len(text); {
		n := placeWordLen(text[at:])
		word := text[at : at+n]
		if n == 0 || notPlace.has(strings.TrimRight(word, ".'’-")) && !strings.HasSuffix(text[:at], " am ") {
			break
		}
		if k := lostBreak(word); k > 0 {
			return at + k
		}
		if k := arrangement.FindStringIndex(word); k != nil {
			return at + k[0]
		}
		end = at + n
		next := end
		for next < len(text) && text[next] == ' ' {
			next++
		}
		if p := infix.FindStringIndex(text[next:min(len(text), next+12)]); p != nil && next > end {
			next += p[1]
		}
		if next == end || next-end > 8 {
			break
		}
		at = next
	}
	if end == 0 {
		return 0
	}
	if at := areaAfter.FindStringIndex(text[end:min(len(text), end+22)]); at != nil {
		end += at[1]
	}
	for end > i && strings.IndexByte(".'-", text[end-1]) >= 0 && !dotted.has(lastField(text[i:end])) {
		end--
	}
	return end
}

var (
	arrangement = exactly(`-(?i:hybrid|remote|onsite|based)$`)
	infix       = exactly(`^(?:of|the|de|di|do|da|du|la|le|am|upon|on|and the|an der) `)
	areaAfter   = exactly(`^ (?:metro(?:politan)? )?(?:area|region|metro)\b`)
	dotted      = wordSet("U.S. U.S.A. U.K. D.C. E.U.")
)

// lastField returns what follows the last space in text.
func lastField(text string) string { return text[strings.LastIndexByte(text, ' ')+1:] }

// placeWordLen returns the length of the capitalized word that text begins
// with, or 0.
func placeWordLen(text string) int {
	for _, d := range []string{"U.S.A.", "U.S.", "U.K.", "D.C.", "U.S", "D.C", "St. ", "Ft. ", "Mt. "} {
		if strings.HasPrefix(text, d) {
			return len(strings.TrimRight(d, " "))
		}
	}
	first, n := utf8.DecodeRuneInString(text)
	if !unicode.IsUpper(first) {
		return 0
	}
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		inner := (r == '\'' || r == '’' || r == '-') && n+size < len(text) && unicode.IsLetter(rune(text[n+size]))
		if !unicode.IsLetter(r) && !inner {
			break
		}
		n += size
	}
	return n
}

// lostBreak returns the length of a state's code that runs into the next word
// because a line break was lost ('MADirect'), or of a word that does
// ('TorontoSalary'), or 0.
func lostBreak(word string) int {
	if len(word) > 3 && isUpper(word[1]) && isUpper(word[2]) && isLower(word[3]) && states.has(word[:2]) {
		return 2
	}
	for k := 3; k+2 < len(word); k++ {
		if isLower(word[k-1]) && isUpper(word[k]) && isLower(word[k+1]) && word[:2] != "Mc" && !strings.HasPrefix(word, "Mac") {
			return k
		}
	}
	return 0
}
