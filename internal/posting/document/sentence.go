package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences splits a line into sentences. It also splits text that has lost its
// line breaks: sentences without a space between them, and items that still
// have their bullets.
func Sentences(line string) []string {
	if !strings.ContainsAny(line, ".!?•●▪·;:- ") {
		return []string{line}
	}
	var out []string
	dashes := strings.Count(line, "- ") >= inlineItems && len(line) > inlineBytes
	from := 0
	cut := func(end, next int) {
		if s := strings.TrimSpace(line[from:end]); s != "" {
			out = append(out, s)
		}
		from = next
	}
	for i, r := range line {
		switch {
		case i < from:
		case r == '•' || r == '●' || r == '▪':
			cut(i, i+utf8.RuneLen(r))
		case r == '.' || r == '!' || r == '?':
			if endsAt(line, i) {
				end := len(line) - len(strings.TrimLeft(line[i+1:], closers))
				cut(end, end)
			}
		case r == '-' && dashes && itemAt(line, i):
			cut(i, i+1)
		}
	}
	cut(len(line), len(line))
	return out
}

// Minimum number of dashes in a line, and minimum length in bytes, for its
// dashes to count as item marks.
const (
	inlineItems = 3
	inlineBytes = 200
)

// itemAt reports whether the dash at byte i begins an item: "... work- Build
// the" or "... work - Build the".
func itemAt(line string, i int) bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(line[i+1:], " "))
	return i > 0 && unicode.IsUpper(next) && (line[i-1] == ' ' || strings.HasPrefix(line[i+1:], " ") || strings.IndexByte(".):", line[i-1]) >= 0)
}

// closers lists characters that may follow the punctuation at the end of a
// sentence.
const closers = ")\"'”’"

// endsAt reports whether a sentence ends with the punctuation mark at byte i.
func endsAt(line string, i int) bool {
	rest := strings.TrimLeft(line[i+1:], closers)
	if rest == "" {
		return true
	}
	spaced := rest[0] == ' '
	first, n := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
	second, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " ")[n:])
	switch {
	case spaced:
		if unicode.IsLower(first) {
			return false
		}
	case i == 0 || !unicode.IsUpper(first) || !unicode.IsLower(second) || line[i-1] != ')' && !unicode.IsLower(rune(line[i-1])):
		return false // unlike "... every day.You will"
	}
	return line[i] != '.' || !abbreviated(line[:i+1])
}

// abbreviated reports whether text ends with an abbreviation or an initial.
func abbreviated(s string) bool {
	word := s[strings.LastIndexByte(s, ' ')+1:]
	for _, a := range abbreviations {
		if word == a {
			return true
		}
	}
	return len(word) == 2 && word[0] >= 'A' && word[0] <= 'Z' || strings.Count(word, ".") > 1 && len(word) < 6
}
