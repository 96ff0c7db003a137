package document

import (
	"slices"
	"strings"
	"unicode"
)

// titleLabels lists the labels that precede a title, in lower case.
var titleLabels = []string{"job title", "title", "position title", "position", "role", "job opening", "opening", "open position", "vacancy", "job",
	"hiring", "now hiring", "we are hiring", "we're hiring", "wanted", "stelle", "job posting", "career opportunity", "opportunity"}

// invitations lists phrases that precede a title in a posting's first line.
var invitations = []string{"we're hiring a", "we are hiring a", "we're looking for a", "we are looking for a", "hiring a", "join us as a",
	"join our team as a", "apply for the position of", "wir suchen dich als", "wir suchen eine", "suchen wir eine", "is hiring a", "is looking for a", "seeking a", "looking for a"}

// roleWords lists words for people who do a job, and fieldWords lists words for
// fields of work, as in "Site Reliability Engineering". A job name ends with a
// word from either list.
var (
	roleWords = set(`engineer engineers developer developers programmer manager analyst administrator admin architect specialist consultant
		scientist lead leader director designer technician officer head vp president intern internship assistant coordinator associate
		accountant representative nurse teacher tester sre devops sysadmin owner master expert operator planner researcher writer editor
		strategist recruiter executive cto ciso cio advocate evangelist entwickler entwicklerin ingenieur ingenieurin professional supervisor
		trainer instructor partner chef driver clerk buyer agent attorney counsel therapist physician pharmacist mechanic electrician
		controller auditor economist statistician fellow postdoc professor lecturer trainee apprentice contractor sdet dba marketer
		copywriter producer artist animator illustrator photographer journalist librarian generalist technologist hacker advisor adviser
		practitioner superintendent inspector estimator drafter machinist welder broker dispatcher cashier cook server bartender barista`)
	fieldWords = set(`engineering operations support reliability security development science infrastructure platform staff principal sales
		marketing account qa`)
)

// Maximum length of a title, in bytes and words.
const (
	titleBytes = 120
	titleWords = 14
)

// namesRole reports whether a line names a job: it contains a known title or a
// word that job names end with, and it isn't a sentence.
func (r *Reader) namesRole(line string) bool {
	if len(line) > titleBytes || line == "" || strings.IndexByte(".;?", line[len(line)-1]) >= 0 || startsLower(line) && !startsWithName(line) {
		return false
	}
	words := strings.Fields(spaced(line))
	if len(words) == 0 || len(words) > titleWords || sentence(words) {
		return false
	}
	return r.hasRole(line) || fieldWords()[words[len(words)-1]]
}

// startsWithName reports whether a line begins with a name in lower case that
// has a capital, as in 'iOS'.
func startsWithName(line string) bool {
	first, _, _ := strings.Cut(line, " ")
	return len(first) > 1 && strings.ToLower(first) != first
}

// lowerTitle reports whether a line without capitals is a title, as in 'devops
// engineer': it is short and ends with a word that job names end with.
func (r *Reader) lowerTitle(line string) bool {
	const longest = 5
	words := strings.Fields(spaced(line))
	return startsLower(line) && len(words) > 1 && len(words) <= longest && !sentence(words) && !slices.ContainsFunc(words, func(w string) bool { return linkWords()[w] }) && roleWords()[words[len(words)-1]] &&
		strings.IndexByte(".,;:?", line[len(line)-1]) < 0
}

var linkWords = set("a an as the with for to of from by or at on work")

// hasRole reports whether a line contains a word or a known title that names a
// job.
func (r *Reader) hasRole(line string) bool {
	text := spaced(line)
	for _, w := range strings.Fields(text) {
		if roleWords()[w] {
			return true
		}
	}
	for _, t := range r.titles {
		if strings.Contains(text, t) {
			return true
		}
	}
	return false
}

// sentence reports whether words form a sentence rather than a name.
func sentence(words []string) bool {
	for _, w := range words {
		if sentenceWords()[w] {
			return true
		}
	}
	return false
}

var sentenceWords = set(`is are was were will you your we our have has must should can this that these their who what how when why they be
	wir dich suchen suchst bist
	seeking looking needed join applying ll re ve years ability please`)

// spaced returns the words of text in lower case, with a space before and after
// each.
func spaced(text string) string {
	return " " + strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '+' && r != '#'
	}), " ") + " "
}

// Number of lines at the beginning of a text that are searched for a title.
const (
	labelLines = 12
	titleLines = 6
)

// cutTitle returns the title from the first lines, and the other lines. A title
// found outside the text, such as an h1, takes precedence.
func (r *Reader) cutTitle(outside string, lines []Line) (string, []Line) {
	if outside != "" {
		for i := range lines[:min(titleLines, len(lines))] {
			if spaced(lines[i].Text) == spaced(outside) {
				return outside, without(lines, i)
			}
		}
		return outside, lines
	}
	for i := range lines[:min(labelLines, len(lines))] {
		if t := labeled(lines[i].Text); t != "" && (r.namesRole(t) || i == 0) {
			return t, without(lines, i)
		}
	}
	for i := range lines[:min(titleLines, len(lines))] {
		l := &lines[i]
		if l.Bullet || i > 0 && (isHeading(l) && !r.namesRole(l.Text) || len(l.Text) > titleBytes) {
			break
		}
		t := r.roleTitle(l.Text)
		if t == "" && i == 0 && r.lowerTitle(l.Text) {
			t = l.Text
		}
		if t != "" && (i == 0 || l.Heading || r.hasRole(t)) {
			return t, without(lines, i)
		}
	}
	if len(lines) > 1 && lines[0].Heading && len(lines[0].Text) <= titleBytes && sectionOf(lines[0].Text) == Unknown {
		return lines[0].Text, without(lines, 0)
	}
	return "", lines
}

func without(lines []Line, i int) []Line { return append(lines[:i:i], lines[i+1:]...) }

// labeled returns the title in a line such as "Job title: X", or "" for other
// lines.
func labeled(line string) string {
	label, rest, ok := strings.Cut(line, ":")
	rest = strings.Trim(rest, " \"'")
	if !ok || rest == "" || len(rest) > titleBytes {
		return ""
	}
	l := strings.TrimSpace(lower(label))
	for _, t := range titleLabels {
		if l == t {
			return rest
		}
	}
	return ""
}

// roleTitle returns the title in a line, or "" if the line doesn't name a job.
func (r *Reader) roleTitle(line string) string {
	if t := labeled(line); t != "" && r.namesRole(t) {
		return t
	}
	l := lower(line)
	for _, in := range invitations {
		i := strings.Index(l, in)
		if i < 0 || len(l) != len(line) {
			continue
		}
		rest := strings.TrimLeft(line[i+len(in):], "nr") // also matches "an", "einen" and "einer"
		rest = strings.TrimRight(strings.TrimSpace(rest), ".!")
		for _, end := range []string{" to ", " who ", " for ", " with ", ". ", "! "} {
			rest, _, _ = strings.Cut(rest, end)
		}
		if len(strings.Fields(rest)) <= titleWords && r.namesRole(rest) {
			return rest
		}
	}
	if r.namesRole(line) && !strings.HasSuffix(line, ":") {
		return line
	}
	return ""
}

// pageTitle returns the title of a page: the first job named outside the page,
// in its heading or in its window title. If none of these names a job, it
// returns the heading.
func (r *Reader) pageTitle(outside, heading, window string) string {
	for _, t := range []string{outside, heading} {
		if len(t) <= 2*titleBytes && sectionOf(t) == Unknown && r.hasRole(t) {
			return t
		}
	}
	for _, t := range pieces(window) {
		if r.namesRole(t) {
			return t
		}
	}
	return heading
}

// pieces returns a window title followed by its parts, because sites append
// their own name after a separator.
func pieces(window string) []string {
	out := []string{}
	for _, sep := range []string{" | ", " — ", " – ", " · ", " • ", " - ", " @ ", " at ", " in ", " hiring "} {
		if a, b, ok := strings.Cut(window, sep); ok {
			if sep == " hiring " {
				b, _, _ = strings.Cut(b, " in ")
				return append(out, b)
			}
			out = append(out, a, b)
		}
	}
	return append(out, window)
}
