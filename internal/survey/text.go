package survey

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/rolefit/rolefit/internal/spell"
)

// tag matches the markup that some survey tools leave in text.
var tag = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`</?[a-zA-Z][^<>]{0,200}>|<br\s*/?>`) })

// plain removes markup, and the apostrophe that keeps a spreadsheet from
// reading a cell as a formula.
func plain(text string) string {
	text = strings.TrimSpace(text)
	if len(text) > 1 && text[0] == '\'' && strings.IndexByte("=+-@\t\r", text[1]) >= 0 {
		text = text[1:]
	}
	if strings.ContainsAny(text, "<&") {
		text = html.UnescapeString(tag().ReplaceAllString(text, " "))
	}
	return strings.TrimSpace(text)
}

// lineBreak matches any line break in a label.
var lineBreak = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\r\n?|\n|\x0b|\x0c|\x{85}|\x{2028}|\x{2029}|<br\s*/?>|</(?:p|div|li|h[1-6])>`)
})

// withoutZero returns a number without a decimal zero. R and pandas write whole
// numbers as 2.0 if some cells of a column are empty, and spreadsheets as 2,0 in
// some locales.
func withoutZero(cell string) string {
	end := len(cell) - len(".0")
	if end < 1 || end > 2 || cell[end:] != ".0" && cell[end:] != ",0" {
		return cell
	}
	if strings.Trim(cell[:end], "0123456789") != "" {
		return cell
	}
	return cell[:end]
}

// linesOf returns the nonempty lines of a label.
func linesOf(label string) (lines []string) {
	if !strings.ContainsAny(label, "\n\r\v\f\u0085\u2028\u2029<") { // fast path for most labels
		return []string{label}
	}
	for _, line := range lineBreak().Split(label, -1) {
		if line = plain(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

func firstLine(label string) string {
	if lines := linesOf(label); len(lines) > 0 {
		return lines[0]
	}
	return ""
}

// oneLine returns a label with single spaces, as messages show it.
func oneLine(label string) string { return strings.Join(strings.Fields(label), " ") }

// squash returns the letters and digits of text in lower case. Labels and cells
// are compared in this form, which ignores punctuation, spaces and case.
func squash(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// blankWords lists squashed cells that mean that there is no answer.
var blankWords = []string{"", "na", "nan", "null", "nil", "noanswer", "notanswered", "notapplicable", "notavailable", "skipped", "missing", "unanswered", "keineantwort", "ka", "keineangabe", "sinrespuesta", "sansreponse", "sansréponse"}

// isBlank reports whether a cell means that there is no answer.
func isBlank(cell string) bool {
	if len(cell) == 1 && (cell[0] >= 'a' && cell[0] <= 'z' || cell[0] >= '0' && cell[0] <= '9') { // fast path for most cells
		return false
	}
	return cell == "" || slices.Contains(blankWords, squash(cell))
}

// A text is something that cells or labels may quote, such as the text of an
// option.
type text struct {
	squashed string
	value    int
}

// Limits on how inexact a quote may be.
const (
	minPrefix = 12 // minimum letters and digits of a quote that is cut off
	editShare = 8  // one edit is allowed per this many letters and digits
)

// lookUp returns the value of the text that is quoted, or -1. The quote may be
// cut off, or differ in a few letters if it isn't similar to another text.
func lookUp(quoted string, texts []text) int {
	cut := strings.HasSuffix(strings.TrimSpace(quoted), "...") || strings.HasSuffix(strings.TrimSpace(quoted), "…")
	s := squash(quoted)
	if s == "" {
		return -1
	}
	if v, ok := only(texts, func(t text) bool { return t.squashed == s }); ok {
		return v
	}
	if cut && len(s) >= minPrefix/2 || len(s) >= minPrefix {
		if v, ok := only(texts, func(t text) bool { return strings.HasPrefix(t.squashed, s) }); ok {
			return v
		}
	}
	if len(s) < minPrefix {
		return -1
	}
	near, least, second := -1, len(s)/editShare+1, 1<<30
	for _, t := range texts {
		if d := len(t.squashed) - len(s); max(d, -d) > 2*least || differing(s, t.squashed) > 2*least {
			continue
		}
		switch d := spell.Distance(s, t.squashed); {
		case d < least:
			near, least, second = t.value, d, least
		case d < second && t.value != near:
			second = d
		}
	}
	if near < 0 || second <= 2*least {
		return -1
	}
	return near
}

// differing returns a lower bound for the number of edits between two strings:
// the number of letters that only one of them has, in any order. It is much
// faster than counting edits.
func differing(a, b string) int {
	var counts [256]int
	size := 1 // maximum bytes per letter
	for i := range len(a) {
		counts[a[i]]++
	}
	for i := range len(b) {
		counts[b[i]]--
	}
	more, fewer := 0, 0
	for c, n := range counts {
		more, fewer = more+max(n, 0), fewer+max(-n, 0)
		if n != 0 && c >= utf8.RuneSelf {
			size = utf8.UTFMax
		}
	}
	return max(more, fewer) / size
}

// only returns the value of the texts that match, if it is the same for all of
// them.
func only(texts []text, match func(text) bool) (value int, ok bool) {
	for _, t := range texts {
		switch {
		case !match(t):
		case ok && t.value != value:
			return 0, false
		default:
			value, ok = t.value, true
		}
	}
	return value, ok
}

// A side is one of the two extremes of an answer, best or worst.
type side int

const (
	noSide side = iota
	bestSide
	worstSide
)

var bestWords = []string{"best", "most", "favorite", "favourite", "beste", "besten", "bester", "bestes", "meisten", "liebsten", "liebste", "gernsten", "meilleur", "meilleure", "mieux", "mejor", "meglio", "migliore", "melhor", "meest", "najlepiej"}

var worstWords = []string{"worst", "least", "schlechteste", "schlechtesten", "schlechtester", "wenigsten", "unliebsten", "ungernsten", "pire", "moins", "peor", "menos", "peggio", "peggiore", "meno", "pior", "slechtste", "slechtst", "minst", "najgorzej"}

// maxSideWords is the maximum number of words in text that names a side.
const maxSideWords = 8

// sideOf returns the side that a short text names, or noSide.
func sideOf(text string) side {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) > maxSideWords {
		return noSide
	}
	has := func(known []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(known, w) })
	}
	switch best, worst := has(bestWords), has(worstWords); {
	case best && !worst:
		return bestSide
	case worst && !best:
		return worstSide
	}
	return noSide
}
