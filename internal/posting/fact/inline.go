package fact

import (
	"regexp"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/posting/document"
)

// Postings that lost their line breaks are one long line, in which headings and
// the marks of lists are all that is left of their form. Only lines of at least
// longLine bytes are searched for them.
const longLine = 400

// inlineHeadings are headings inside a long line, in title case, so that the
// words in running text are none.
var inlineHeadings = []struct {
	section document.Section
	pattern *regexp.Regexp
}{
	{document.NiceToHave, regexp.MustCompile(`(?:Preferred|Desired|Bonus|Additional) (?:Qualifications|Skills|Experience)|Nice [Tt]o [Hh]aves?|NICE TO HAVE|PREFERRED|Skills Desired|Bonus Points|Advantages:|Advantage:`)},
	{document.Requirements, regexp.MustCompile(`What We(?:'re|’re| Are) Looking For|What You(?:'ll|’ll| Will)? (?:Need|Bring)(?: [Ff]or [Tt]his [Pp]osition)?|(?:Minimum |Basic |Required |Job )?(?:Requirements|Qualifications)|Required (?:Skills|Experience)|(?:Skills|Experience) Required|Must [Hh]aves?:|REQUIRED|REQUIREMENTS|Your [Pp]rofile|Mandatory [Ss]kills`)},
	{document.Duties, regexp.MustCompile(`What You(?:'ll|’ll| Will)? (?:Be )?Do(?:ing)?|(?:Key |Job )?Responsibilities|RESPONSIBILITIES|Your Tasks`)},
	{document.Offer, regexp.MustCompile(`What We Offer|What(?:'|’)?s In It [Ff]or You|Top Reasons to Work with Us|Benefits|We Offer|Perks`)},
	{document.Company, regexp.MustCompile(`About (?:Us|the Company|the Team)|Who We Are`)},
}

// gluedItem is the mark of a list that runs into the text before it.
var gluedItem = regexp.MustCompile(`[a-z0-9.)!:] ?[-*•] ?[A-Z]`)

// inlineCuts returns where a long line is to be cut, in order.
func inlineCuts(text string) []int {
	if len(text) < longLine {
		return nil
	}
	var cuts []int
	for _, h := range inlineHeadings {
		for _, m := range h.pattern.FindAllStringIndex(text, -1) {
			if startsHeading(text, m[0]) {
				cuts = append(cuts, m[0])
			}
		}
	}
	for _, m := range gluedItem.FindAllStringIndex(text, -1) {
		cuts = append(cuts, m[0]+1)
	}
	slices.Sort(cuts)
	return cuts
}

// startsHeading reports whether the words at i may be a heading: not after a
// word that they belong to, as in 'Job Benefits' or 'the Responsibilities'.
func startsHeading(text string, i int) bool {
	before := strings.TrimRight(text[:i], " ")
	if before == "" || len(before) == i {
		return true // the line's beginning, or glued to a word
	}
	last := lastWord(before)
	return !articles[last]
}

var articles = wordSet("the our your of and for with to in & all following these key job")

// inlineSection returns the section that a sentence begins: by a heading at its
// beginning in a long line, or by one that ends in a colon.
func inlineSection(s *sentence, long bool) (document.Section, bool) {
	if long {
		for _, h := range inlineHeadings {
			if at := h.pattern.FindStringIndex(s.text); at != nil && at[0] == 0 {
				return h.section, true
			}
		}
	}
	switch {
	case !strings.Contains(s.low, ":"):
		return 0, false
	case inlineNice.MatchString(s.low):
		return document.NiceToHave, true
	case inlineRequired.MatchString(s.low):
		return document.Requirements, true
	}
	return 0, false
}

var (
	inlineNice     = re(`(^|[a-z)] )(nice[- ]to[- ]haves?( skills)?|preferred (qualifications|skills|experience)|desired (skills|experience)|skills desired|bonus( points| skills)?|advantages?|advantageous|desirable|will be a plus|good to have)( if)?\s*:`)
	inlineRequired = re(`(^|[a-z)] )(requirements?|must[- ]haves?|qualifications|skills required|required skills|mandatory skills|what you need for this position|required)\s*:`)
)
