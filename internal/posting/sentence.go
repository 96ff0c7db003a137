package posting

import "strings"

// A span is a byte range in a string.
type span struct{ start, end int }

// sentences appends the spans of the sentences and list items in a logical
// line. Text from the web has often lost the breaks between items ('on AWS-
// Conduct', 'a plus.You'), so these are boundaries too.
func sentences(buf []span, text string) []span {
	start := 0
	for i := 1; i < len(text); i++ {
		if end, next := boundary(text, i); next > 0 {
			buf = addSpan(buf, text, start, end)
			start, i = next, next
		}
	}
	return addSpan(buf, text, start, len(text))
}

func addSpan(buf []span, text string, start, end int) []span {
	for start < end && text[start] <= ' ' {
		start++
	}
	for end > start && text[end-1] <= ' ' {
		end--
	}
	if start == end {
		return buf
	}
	return append(buf, span{start, end})
}

// boundary returns where a sentence that ends at byte i ends, and where the
// next one begins. If no sentence ends there, next is 0.
func boundary(text string, i int) (end, next int) {
	switch c := text[i]; {
	case c == '.' || c == '!' || c == '?':
		return afterStop(text, i)
	case c == ';' || c == ':':
		if i+2 < len(text) && isLower(text[i-1]) && (isUpper(text[i+1]) && isLower(text[i+2]) || c == ';' && text[i+1] == ' ') {
			return i + 1, i + 1
		}
	case c == '-':
		if i+2 < len(text) && isWordEnd(text[i-1]) && isUpper(text[i+1]) && isLower(text[i+2]) && text[i-1] == ' ' {
			return i, i + 1
		}
		if i+2 < len(text) && isWordEnd(text[i-1]) && text[i+1] == ' ' && isUpper(text[i+2]) {
			return i, i + 1
		}
	case c == 0xE2 || c == 0xC2:
		for _, bullet := range []string{"•", "●", "▪", "·"} {
			if strings.HasPrefix(text[i:], bullet) {
				return i, i + len(bullet)
			}
		}
	}
	return 0, 0
}

// afterStop is boundary for a period, question mark or exclamation mark at byte
// i.
func afterStop(text string, i int) (end, next int) {
	j := i + 1
	for j < len(text) && (text[j] == '"' || text[j] == ')' || text[j] == '\'') {
		j++
	}
	if j >= len(text) {
		return 0, 0
	}
	if text[j] == ' ' {
		if j+1 < len(text) && !isLower(text[j+1]) && !abbreviated(text[:i]) {
			return j, j
		}
		return 0, 0
	}
	if j == i+1 && i >= 2 && j+1 < len(text) && isLower(text[i-1]) && isLower(text[i-2]) && isUpper(text[j]) && isLower(text[j+1]) {
		return j, j
	}
	return 0, 0
}

func isUpper(c byte) bool   { return c >= 'A' && c <= 'Z' }
func isLower(c byte) bool   { return c >= 'a' && c <= 'z' }
func isWordEnd(c byte) bool { return letter[c] || c == ')' || c == '.' || c == ' ' }

// abbreviated reports whether text ends with an abbreviation, whose period
// doesn't end the sentence.
func abbreviated(text string) bool {
	word := text[strings.LastIndexAny(text, " (")+1:]
	switch strings.ToLower(word) {
	case "e.g", "i.e", "sr", "jr", "vs", "inc", "approx", "incl", "dr", "mr", "ms", "no", "u.s":
		return true
	}
	return false
}
