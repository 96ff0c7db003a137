package fact

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/rolefit/rolefit/internal/posting/document"
)

// A posting that has lost its line breaks is one long line, and only headings
// and list marks show its structure. Lines of at least longLine bytes are
// searched for these.
const longLine = 400

// inlineHeadings lists headings that occur inside lines, in lower case. In a
// long line they must begin with a capital, and in other lines they must end
// with a colon.
var inlineHeadings = []struct {
	section document.Section
	phrases []string
}{
	{document.NiceToHave, []string{"preferred qualifications", "preferred skills", "preferred experience", "desired qualifications",
		"desired skills", "desired experience", "bonus qualifications", "bonus skills", "bonus points", "bonus points if", "bonus", "additional qualifications",
		"nice to have", "nice-to-have", "nice to haves", "skills desired", "advantages", "advantage", "good to have", "desirable"}},
	{document.Requirements, []string{"what we're looking for", "what we’re looking for", "what we are looking for", "what you need", "what you'll need",
		"what you’ll need", "what you will need", "what you bring", "what you'll bring", "what you’ll bring", "what you will bring", "what you need for this position",
		"requirements", "requirement", "minimum qualifications", "basic qualifications", "required qualifications", "qualifications", "required skills", "required experience",
		"skills required", "experience required", "must have", "must-have", "must haves", "must-haves", "mandatory skills", "your profile"}},
	{document.Duties, []string{"what you will be doing", "what you'll be doing", "what you’ll be doing", "what you will do", "what you'll do", "what you’ll do",
		"key responsibilities", "responsibilities", "your tasks"}},
	{document.Offer, []string{"what we offer", "what's in it for you", "what’s in it for you", "top reasons to work with us", "benefits", "we offer", "perks"}},
	{document.Company, []string{"about us", "about the company", "about the team", "who we are"}},
}

// inlineCuts returns the positions at which to split a long line, in ascending
// order.
func inlineCuts(text, low string) []int {
	var found [][2]int // start and end of each heading
	for i := range len(text) {
		if !startsHeading(text, i) {
			continue
		}
		for _, phrase := range headingsBy(low[i]) {
			if end := i + len(phrase.text); strings.HasPrefix(low[i:], phrase.text) && endsWord(text, end) {
				found = append(found, [2]int{i, end})
			}
		}
	}
	for i := 1; i+1 < len(text); i++ {
		if isGluedMark(text, i) {
			found = append(found, [2]int{i, i + 1})
		}
	}
	slices.SortFunc(found, func(a, b [2]int) int { return cmp.Or(a[0]-b[0], b[1]-a[1]) })
	var cuts []int
	end := 0
	for _, f := range found {
		if f[0] >= end { // skip a heading inside a longer one
			cuts = append(cuts, f[0])
			end = f[1]
		}
	}
	return cuts
}

// A heading is the text of an inline heading and the section that it starts.
type heading struct {
	text    string
	section document.Section
}

// headingsByLetter returns the inline headings by their first letter.
var headingsByLetter = sync.OnceValue(func() (by ['z' - 'a' + 1][]heading) {
	for _, h := range inlineHeadings {
		for _, phrase := range h.phrases {
			by[phrase[0]-'a'] = append(by[phrase[0]-'a'], heading{phrase, h.section})
		}
	}
	return by
})

// headingsBy returns the inline headings that begin with a lower-case letter.
func headingsBy(c byte) []heading {
	if c < 'a' || c > 'z' {
		return nil
	}
	return headingsByLetter()[c-'a']
}

// isGluedMark reports whether the list mark at i directly follows text, as in
// 'Python- Strong knowledge'.
func isGluedMark(text string, i int) bool {
	if text[i] != '-' && text[i] != '*' {
		return false
	}
	after := strings.TrimPrefix(text[i+1:], " ")
	before := text[i-1]
	if before == ' ' && i > 1 {
		before = text[i-2]
	}
	return after != "" && isUpper(after[0]) && (isAlnum(before) && !isUpper(before) || strings.IndexByte(".)!:", before) >= 0)
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

// startsHeading reports whether the words at i may begin a heading. They must
// start with a capital, and the word before them must not belong to them ('the
// Responsibilities').
func startsHeading(text string, i int) bool {
	if !isUpper(text[i]) || i > 0 && isUpper(text[i-1]) {
		return false
	}
	before := strings.TrimRight(text[:i], " ")
	return len(before) == i || !articles.has(lastWord(before))
}

// endsWord reports whether a word ends before i. If a line break was lost
// there, only a capital shows where the next word begins.
func endsWord(text string, i int) bool {
	return i == len(text) || !isLetter(text[i]) || isUpper(text[i])
}

var articles = wordSet("the our your of and for with to in & all following these key job preferred desired bonus additional minimum basic required skills experience")

// inlineSection returns the section that a sentence starts, and reports whether
// it starts one. The sentence must begin with a heading, which must be in a
// long line or followed by a colon.
func inlineSection(s *sentence, long bool) (document.Section, bool) {
	colon := strings.Contains(s.low, ":")
	if !long && !colon {
		return 0, false
	}
	if long && s.low != "" && isUpper(s.text[0]) {
		for _, h := range headingsBy(s.low[0]) {
			if strings.HasPrefix(s.low, h.text) && endsWord(s.text, len(h.text)) {
				return h.section, true
			}
		}
	}
	for at := strings.IndexByte(s.low, ':'); at >= 0; {
		if section, ok := headingBefore(strings.TrimRight(s.low[:at], " ")); ok {
			return section, true
		}
		next := strings.IndexByte(s.low[at+1:], ':')
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return 0, false
}

// headingBefore returns the section of the heading that text ends with.
func headingBefore(text string) (document.Section, bool) {
	for _, h := range inlineHeadings {
		for _, phrase := range h.phrases {
			if start := len(text) - len(phrase); strings.HasSuffix(text, phrase) && (start == 0 || text[start-1] == ' ') {
				return h.section, true
			}
		}
	}
	return 0, false
}
