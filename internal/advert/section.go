package advert

import "strings"

// A section is the part of an advert that a line stands in.
type section int

const (
	intro        section = iota // before the first heading that is understood
	duties                      // what one does there
	requirements                // what one brings
	nice                        // what would be welcome
	company                     // who they are
	benefits                    // what they give
)

// headings are the words by which the heading of a section is known, each at
// the beginning of a word; the first row with one of them counts.
var headings = []struct {
	section section
	words   []string
}{
	{duties, []string{"get to do"}},
	{nice, []string{"nice to have", "nice-to-have", "plus", "bonus", "preferred", "desirable", "desired",
		"advantage", "extra credit"}},
	{benefits, []string{"benefit", "offer", "perk", "what you get", "you get", "in return", "compensation",
		"salary", "how to apply", "hiring process", "interview", "why join", "why us", "what's in it",
		"equal opportunit", "wir bieten"}},
	{requirements, []string{"requirement", "qualif", "you bring", "you'll bring", "you will bring", "you have",
		"you need", "we need from", "looking for", "skill", "experience", "must have", "about you", "you are",
		"fit if", "ask for", "profil", "expect", "should have", "should know", "build with", "tech stack",
		"technolog", "we'd like", "apply if", "who are you", "background", "knowledge", "essential",
		"ideal candidate", "hope for", "you know", "good to have", "helpful"}},
	{duties, []string{"responsib", "you will", "you'll", "what you'd", "up to", "do ", "doing", "duties", "the role",
		"the job", "this job", "your role", "task", "day to day", "day-to-day", "mission", "working on", "work on",
		"description", "aufgaben", "accountab", "your impact", "the position", "the work", "your work",
		"awaits you", "scope", "in this role", "your first"}},
	{company, []string{"about us", "who we are", "about the company", "our company", "our values",
		"the company", "our story", "über uns"}},
}

// The longest line that is taken for a heading, in bytes and words; without a
// mark (#, or a colon at the end) it must be shorter.
const (
	headingBytes = 80
	headingWords = 9
	bareWords    = 6
)

// marked says whether a line is a heading by its form.
func marked(line string) bool { return strings.HasPrefix(line, "#") || strings.HasSuffix(line, ":") }

// heading says whether a line is the heading of a section, and of which. A
// marked one that is not understood begins a section about the company.
func heading(line string) (section, bool) {
	bare := strings.Trim(line, "#: \t")
	marked := marked(line)
	if bare == "" || len(bare) > headingBytes || !marked && strings.ContainsAny(bare[len(bare)-1:], ".!?,;") {
		return intro, false
	}
	if n := len(strings.Fields(bare)); n > headingWords || !marked && n > bareWords {
		return intro, false
	}
	text := " " + lower(bare) + " "
	for _, h := range headings {
		for _, w := range h.words {
			if strings.Contains(text, " "+w) {
				return h.section, true
			}
		}
	}
	return company, marked
}

// niceWords mark a sentence about something welcome but not asked for.
var niceWords = []string{"a plus", "nice to have", "nice-to-have", "bonus", "preferred:", "preferably", "ideally",
	"desirable", "an advantage", "would help", "helpful", "beneficial", "would be welcome", "is welcome",
	"not required", "not essential", "optional"}

// offerWords mark a sentence about what the company gives. 'We offer' alone
// does not: platforms are offered to colleagues too, and a load test comes
// before the holidays.
var offerWords = []string{"we offer you", "we offer a ", "salary", "pension plan", "pension scheme", "paid leave", "paid time",
	"paid holiday", "days of holiday", "days holiday", "holiday allowance", "vacation", "health insurance", "parental",
	"equity", "stock option", "equal opportunity"}

// purposeWords mark, before the first heading, the sentence that says whom
// they seek and for what; the others there praise the company.
var purposeWords = []string{" you", "this role", "the role", "position", "we need", "we want", "we seek", "seeking",
	"looking for", "look for", "is needed", "wanted", "wants a", "would like a", "hiring", "hire", "join", "our team",
	"the team", " job"}

func contains(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// lower is a text in lower case with one kind of apostrophe.
func lower(text string) string { return strings.ReplaceAll(strings.ToLower(text), "’", "'") }
