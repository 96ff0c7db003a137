package fact

import (
	"strings"
	"unicode/utf8"

	"github.com/rolefit/rolefit/internal/posting/document"
)

// A sentence is a part of a line.
type sentence struct {
	line    int    // line index, or -1 for the title
	text    string // without surrounding spaces
	low     string // text in lower case, with the same byte offsets
	section document.Section
	tools   bool // whether the sentence is in a list of what the team uses
	outside bool // whether other lines are under headings for duties and requirements, and this one isn't

	jobPlace int8 // result of ofJob: 1 if true, -1 if false, 0 if not known yet
}

// sentences splits a line at periods, question marks, exclamation marks and
// bullets. In text that has lost its line breaks, it also splits where a
// lower-case letter, a period and a capital follow each other
// ('degree.Skills').
func sentences(text string) []sentence {
	var out []sentence
	start := 0
	cut := func(end int) {
		for start < end {
			part := within(text[start:end])
			if s := strings.TrimSpace(text[start : start+part]); s != "" {
				out = append(out, sentence{text: s})
			}
			start += part
		}
	}
	var cuts []int
	if len(text) >= longLine {
		cuts = inlineCuts(text, lower(text))
	}
	for i, r := range text {
		for len(cuts) > 0 && cuts[0] <= i {
			if cuts[0] > start {
				cut(cuts[0])
			}
			cuts = cuts[1:]
		}
		switch r {
		case '.', '!', '?':
			if next := i + 1; endsSentence(text, i, next) {
				cut(next)
			}
		case '•', '·', '●', '▪':
			cut(i)
			start = i + utf8.RuneLen(r)
		}
	}
	cut(len(text))
	return out
}

// longestSentence is the maximum length of a sentence in bytes. Longer ones are
// cut, so that reading time is bounded.
const longestSentence = 1500

// within returns the length of the beginning of a sentence that is short enough
// and, if possible, ends before a space.
func within(text string) int {
	if len(text) <= longestSentence {
		return len(text)
	}
	if i := strings.LastIndexByte(text[:longestSentence], ' '); i > 0 {
		return i
	}
	i := longestSentence
	for i > 1 && !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}

// endsSentence reports whether the punctuation mark at i ends a sentence.
func endsSentence(text string, i, next int) bool {
	if next >= len(text) {
		return true
	}
	rest := strings.TrimLeft(text[next:], " \u00a0")
	if rest == "" {
		return true
	}
	if last := lastWord(text[:i]); (last == "u.s" || last == "u.k") && begins.has(firstWord(rest)) {
		return true
	}
	upper := rest[0] >= 'A' && rest[0] <= 'Z' || rest[0] >= utf8.RuneSelf
	if len(rest) == len(text)-next { // no space after the mark
		return upper && i > 2 && isLower(text[i-1]) && isLower(text[i-2]) && len(rest) > 1 && isLower(rest[1]) && lastWord(text[:i]) != "node"
	}
	return (upper || rest[0] >= '0' && rest[0] <= '9' || strings.IndexByte(`"'(#*-+`, rest[0]) >= 0) &&
		!abbreviations.has(lastWord(text[:i]))
}

func isLower(c byte) bool { return c >= 'a' && c <= 'z' }

// lastWord returns the last word of text in lower case.
func lastWord(text string) string {
	i := strings.LastIndexAny(text, " (/,\u00a0") + 1
	if i < len(text)-12 {
		return ""
	}
	return strings.ToLower(text[i:])
}

func firstWord(text string) string {
	first, _, _ := strings.Cut(text, " ")
	return first
}

// begins lists words that show, after 'U.S.', that a new sentence begins.
var begins = wordSet("The This We You Our All If In Please For As These Candidates Applicants It Salary Must")

// abbreviations lists abbreviations whose period rarely ends a sentence.
var abbreviations = wordSet("cie e.g eg i.e ie etc inc st u.s u.k e.u dr mr ms mrs no vs sr jr approx min max incl resp b.s m.s ph.d bs ba m.a b.a dept ca co corp ltd yrs est a.m p.m")

// mostQuoted is the maximum length of a quote in bytes. A quote is longer only
// if the words that state the fact are.
const mostQuoted = 240

// quote returns the sentence and the position in it of the words from start to
// end. A long sentence is shortened around these words.
func quote(text string, start, end int) (string, int, int) {
	if len(text) <= mostQuoted {
		return text, start, end
	}
	from, to := 0, len(text)
	if start > mostQuoted/3 {
		from = nextSpace(text, start-mostQuoted/3)
		from = min(from, start)
	}
	if to > max(from+mostQuoted, end) {
		to = max(from+mostQuoted, end)
		if i := strings.LastIndexByte(text[:to], ' '); i > end {
			to = i
		}
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	excerpt, shift := excerpt(text, from, to)
	return excerpt, start + shift, end + shift
}

// excerpt returns a part of text, with marks where something is left out, and
// how far positions in text move.
func excerpt(text string, from, to int) (part string, shift int) {
	part, shift = text[from:to], -from
	if from > 0 {
		part, shift = "… "+part, shift+len("… ")
	}
	if to < len(text) {
		part = strings.TrimRight(part, " ,;") + " …"
	}
	return part, shift
}

// nextSpace returns the beginning of the first word after i.
func nextSpace(text string, i int) int {
	if j := strings.IndexByte(text[i:], ' '); j >= 0 {
		return i + j + 1
	}
	return 0
}
