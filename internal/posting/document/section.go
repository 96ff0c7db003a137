package document

import "strings"

// headings lists the words that identify the heading of each section, as found
// in real postings. Each matches at the beginning of a word. If several entries
// match, the first one applies.
var headings = []struct {
	section Section
	words   []string
}{
	{Unknown, []string{"location", "job type", "note:", "please note", "notice", "disclaimer", "additional information", "website", "url", "industry",
		"country", "job family", "job area", "who may apply", "schedule", "work type", "travel", "physical demand", "working conditions"}},
	{Company, []string{"equal opportunit", "equal employment", "diversity", "about the company", "our commitment", "privacy", "accommodation"}},
	{Duties, []string{"get to do", "you'll get to", "you will get to", "about the job", "about the role", "about this role", "about the position",
		"about the opportunity", "the opportunity"}},
	{NiceToHave, []string{"nice to have", "nice-to-have", "nice to haves", "plus", "bonus", "preferred", "desirable", "desired",
		"advantage", "extra credit", "good to have", "great to have", "stand out", "extra points", "not required", "additionally beneficial",
		"love it if", "an edge", "differentiator", "even better if", "optional", "beneficial", "icing on the cake", "also has"}},
	{Offer, []string{"benefit", "offer", "perk", "what you get", "you get", "you'll get", "in return", "compensation", "salary", "pay range",
		"how to apply", "application process", "hiring process", "recruitment process", "recruitment stages", "interview", "why join", "why us",
		"why you'll l", "why work", "what's in it", "what is in it", "in it for you", "time off", "wellness", "total rewards", "our process",
		"what we give", "what you'll love", "why you should", "reasons to", "wir bieten", "we provide", "what to expect", "next steps", "get in touch",
		"contact"}},
	{Requirements, []string{"requirement", "qualif", "you bring", "you'll bring", "you will bring", "you have", "you'll have",
		"you need", "you'll need", "you will need", "we need", "looking for", "look for", "skill", "experience", "must have", "must-have", "about you", "you are",
		"you're", "who you", "fit if", "ask for", "profil", "expect", "should have", "should know", "build with", "tech stack", "our stack",
		"technolog", "we'd like", "apply if", "who are you", "background", "knowledge", "essential:", "ideal candidate", "hope for", "you know",
		"helpful", "required", "minimum", "competenc", "education", "certification", "languages", "characteristics", "criteria", "makes you",
		"expertise", "candidate", "succeed", "be successful", "abilities", "traits", "must", "clearance", "eligib", "is that you", "thrive"}},
	{Duties, []string{"responsib", "you will", "you'll", "what you'd", "up to", "do ", "doing", "duties", "the role", "this role",
		"the job", "this job", "your role", "new role", "task", "day to day", "day-to-day", "mission", "working on", "work on",
		"description", "aufgaben", "accountab", "impact", "the position", "the work", "your work", "essential functions", "objectives",
		"awaits you", "scope", "your first", "deliverables", "day in the life", "where you come in", "in the first", "within the first", "job summary",
		"role summary", "overview of the role", "position summary", "role overview", "functions", "what success looks", "contribute", "will you do", "your opportunity", "will your job", "the challenge"}},
	{Company, []string{"about", "who we are", "our company", "our values", "our culture", "core values", "the company", "company overview",
		"company", "our story", "our team", "the team", "meet the team", "life at", "working at", "our customers", "our vision", "our core", "why ", "our mission", "über uns", "what we do", "our people", "join us", "awards"}},
}

// Limits on the length of a heading, in bytes and words. A heading with neither
// markup nor a final colon has at most bareWords words.
const (
	headingBytes = 80
	headingWords = 9
	bareWords    = 6
)

// sectionOf returns the section that a heading names.
func sectionOf(heading string) Section {
	s, _ := named(heading)
	return s
}

// named returns the section that a heading names, and reports whether the
// heading is recognized.
func named(heading string) (s Section, ok bool) {
	text := strings.Trim(lower(heading), "#:*_ \t.…-–")
	for _, h := range headings {
		for _, w := range h.words {
			if hasWord(text, w) {
				return h.section, true
			}
		}
	}
	return Unknown, false
}

// hasWord reports whether text contains w at the beginning of a word. w may
// consist of several words.
func hasWord(text, w string) bool {
	for from := 0; ; from++ {
		i := strings.Index(text[from:], w)
		if i < 0 {
			return false
		}
		if from += i; from == 0 || text[from-1] == ' ' {
			return true
		}
	}
}

// isHeading reports whether a line is a heading, based on its form and, unless
// it is marked as one, on its words.
func isHeading(l *Line) bool {
	if l.Bullet && !strings.HasSuffix(l.Text, ":") || len(l.Text) > headingBytes {
		return false
	}
	words := strings.Count(l.Text, " ") + 1
	switch last := l.Text[len(l.Text)-1]; {
	case l.Heading, last == ':':
		return words <= headingWords
	case strings.IndexByte(".!,;", last) >= 0, strings.Contains(l.Text, ": "):
		return false
	}
	return words <= bareWords && sectionOf(l.Text) != Unknown && !startsLower(l.Text)
}

// maxLead is the maximum length in bytes of a heading on the same line as its
// text, as in "Preferred: ...".
const maxLead = 40

// leadWords is the minimum number of words in such a line for the heading to
// start a section.
const leadWords = 8

// assign sets the section of each line and marks headings. An unrecognized
// heading counts as a subheading of the current section.
func assign(lines []Line) {
	now := Unknown
	for i := range lines {
		l := &lines[i]
		lead := leadSection(l)
		switch {
		case isHeading(l):
			s, ok := named(l.Text)
			if ok {
				now = s
			}
			l.Heading = ok || !l.Bullet
		case lead != Unknown && (l.Bullet || strings.Count(l.Text, " ") < leadWords):
			l.Section = lead
			continue
		case lead != Unknown:
			now = lead
		}
		l.Section = now
	}
}

// leadSection returns the section of a line that begins with its own heading.
func leadSection(l *Line) Section {
	lead, _, ok := strings.Cut(l.Text, ": ")
	if !ok || len(lead) > maxLead || strings.Count(lead, " ") >= 4 {
		return Unknown
	}
	text := lower(lead)
	for _, h := range headings {
		for _, w := range h.words {
			if strings.HasPrefix(text, w) || strings.HasSuffix(strings.TrimSuffix(text, "s"), w) && hasWord(text, w) {
				return h.section
			}
		}
	}
	return Unknown
}

// controls lists the labels of buttons and links around a posting.
var controls = set(`apply apply-now apply-for-this-job apply-for-this-position apply-here easy-apply apply-on-company-site save save-job
	save-this-job share share-this-job report report-this-job report-job sign-in log-in back back-to-jobs back-to-search back-to-all-jobs
	show-more show-less read-more see-more see-less skip-to-main-content skip-to-content print print-this-job copy-link refer-a-friend
	follow menu search search-jobs view-all-jobs see-all-jobs accept-all accept-cookies reject-all`)

func isControl(text string) bool {
	return len(text) < headingBytes/2 && controls()[strings.ReplaceAll(strings.TrimSpace(spaced(text)), " ", "-")]
}

// withoutOtherJobs removes button labels, and lists of other jobs up to the
// next section heading.
func withoutOtherJobs(lines []Line) []Line {
	out := lines[:0]
	dropping := false
	for i := range lines {
		l := &lines[i]
		switch {
		case !l.Bullet && listsOtherJobs(l.Text) && strings.Count(l.Text, " ") < headingWords && !strings.HasSuffix(l.Text, "."):
			dropping = true
		case dropping && isHeading(l) && sectionOf(l.Text) != Unknown:
			dropping = false
		}
		if !dropping && !isControl(l.Text) {
			out = append(out, *l)
		}
	}
	return out
}
