package document

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A joiner decides which rows continue the previous one. A program that wraps
// text starts a new row only if the next word doesn't fit on the current one.
// So if the width is known, a row can continue the previous one only if its
// first word wouldn't have fit there.
type joiner struct {
	rows  []row
	words map[string]bool // words of the text, used to decide where a hyphen belongs
	start int             // index of the first row of the current line
	wrapping
}

// joinRows joins rows into logical lines.
func joinRows(rows []row) []Line {
	j := joiner{rows: rows, wrapping: measure(rows)}
	if j.width == 0 {
		j.wrapping = doubleSpaced(rows)
	}
	var out []Line
	var parts []string
	for i := range rows {
		if j.continues(i) {
			between, drop := j.glue(i)
			last := len(parts) - 1
			parts[last] = parts[last][:len(parts[last])-drop]
			parts = append(parts, between, rows[i].text)
			continue
		}
		if i > 0 {
			out = append(out, j.line(parts))
		}
		j.start, parts = i, append(parts[:0], rows[i].text)
	}
	if len(rows) > 0 {
		out = append(out, j.line(parts))
	}
	return finished(out)
}

// line returns the line that begins with row j.start.
func (j *joiner) line(parts []string) Line {
	r := &j.rows[j.start]
	return Line{Text: strings.Join(parts, ""), Bullet: r.mark != "", Heading: r.head, ruled: r.ruled}
}

// finished removes the markup from lines and then drops the empty ones.
func finished(lines []Line) []Line {
	out := lines[:0]
	for _, l := range lines {
		bold := isBold(l.Text)
		if l.Text = plain(l.Text); strings.IndexFunc(l.Text, wordRune) >= 0 {
			l.Heading = l.Heading || bold && !l.Bullet && len(l.Text) <= headingBytes
			out = append(out, l)
		}
	}
	return out
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isBold reports whether the entire line is bold and therefore a heading.
func isBold(s string) bool {
	n := len(s)
	return n > 4 && strings.HasPrefix(s, "**") && strings.HasSuffix(s, "**") && !strings.Contains(s[2:n-2], "**")
}

// continues reports whether row i continues the previous one.
func (j *joiner) continues(i int) bool {
	if i == 0 {
		return false
	}
	r, before := &j.rows[i], &j.rows[i-1]
	if loose(j.rows, i) && startsLower(r.text) && (divides(before.text) || j.indented(i) && !endsSentence(before.text)) {
		return true
	}
	if j.width == 0 || before.width > j.width+j.metric.wider || before.head || r.head {
		return false
	}
	if r.page && r.mark == "" && !endsSentence(before.text) {
		return startsLower(r.text) || j.full(j.rows, i-1)
	}
	if !loose(j.rows, i) {
		if r.separate || !j.dash(i) {
			return false
		}
		r.text = strings.TrimSpace(r.raw) // the supposed mark belongs to the sentence
		return true
	}
	return j.follows(i)
}

// follows reports whether row i continues the previous one in wrapped text,
// when neither a blank row nor a mark separates them.
func (j *joiner) follows(i int) bool {
	r, before := &j.rows[i], &j.rows[i-1]
	lower, ends := midSentence(r.text), endsSentence(before.text)
	item := &j.rows[j.start]
	switch {
	case j.cut:
		return columns.width(before.raw) >= j.width
	case j.flowed && !divides(before.text):
		return before.soft
	case j.hanging && item.mark != "":
		return r.indent > item.indent
	case ends && j.heads(i), j.headsList(i):
		return false
	case !j.full(j.rows, i-1):
		return j.metric.tolerance > 0 && lower && !ends && before.width*3 > j.width*2
	case lower && !ends:
		return true
	case ends:
		return !j.tight
	}
	return !j.listed || unfinished(before.text)
}

// indented reports whether row i is indented as far as the text of its item.
func (j *joiner) indented(i int) bool {
	item := &j.rows[j.start]
	return item.mark != "" && j.rows[i].indent > item.indent+1
}

// heads reports whether row i, which follows a full stop, looks like a heading:
// it is short and isn't a sentence.
func (j *joiner) heads(i int) bool {
	text := j.rows[i].text
	if i+1 < len(j.rows) && j.full(j.rows, i) && loose(j.rows, i+1) || strings.Count(text, " ") >= headingWords {
		return false
	}
	return !endsSentence(text) || strings.HasSuffix(text, ":") || strings.HasSuffix(text, "?")
}

// headsList reports whether row i is the heading of the list items below it.
func (j *joiner) headsList(i int) bool {
	r := &j.rows[i]
	return i+1 < len(j.rows) && j.rows[i+1].mark != "" && r.mark == "" && !startsLower(r.text) && !endsSentence(strings.TrimRight(r.text, ":?")) &&
		strings.Count(r.text, " ") < bareWords && sectionOf(r.text) != Unknown
}

// dash reports whether the mark of row i is a dash, a plus or a number that
// belongs to a sentence wrapped at that point.
func (j *joiner) dash(i int) bool {
	r, before := &j.rows[i], &j.rows[i-1]
	return r.mark != "" && strings.Contains("-–—+1.o", r.mark) && !j.marks[r.mark] && j.full(j.rows, i-1) && !endsSentence(before.text)
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// midSentence reports whether a row can't be the beginning of an item or
// paragraph, because it begins in lower case, with a parenthesis, or with a
// number that isn't a number of years.
func midSentence(s string) bool {
	number := strings.TrimLeft(s, "0123456789,.")
	return startsLower(s) || strings.HasPrefix(s, "(") || len(s)-len(number) > 2 && strings.HasPrefix(number, " ")
}

// endsSentence reports whether a row can be the end of a sentence.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, ")\"'”’*_")
	return s != "" && strings.ContainsAny(s[len(s)-1:], ".!?:;") && !slices.Contains(abbreviations, s[strings.LastIndexByte(s, ' ')+1:])
}

// unfinished reports whether a row can't be the end of a sentence, because it
// ends with a comma, inside parentheses, or with one of openWords.
func unfinished(s string) bool {
	word := strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:])
	return strings.HasSuffix(word, ",") || divides(word) || openWords()[word] || strings.Count(s, "(") > strings.Count(s, ")")
}

// divides reports whether a row ends with a hyphen inside a word.
func divides(s string) bool { return len(s) > 1 && s[len(s)-1] == '-' && s[len(s)-2] > ' ' }

// openWords lists words that no sentence ends with.
var openWords = set(`a an and are as at be but by can could for from have if in into is its like not of or our per than that
	the their these this through to using via we will with within your such including & / - – + between across who which
	where when has was were any and/or`)

var abbreviations = []string{"e.g.", "i.e.", "etc.", "Inc.", "incl.", "vs.", "(e.g.", "(i.e.", "approx.", "min.", "St.", "Dr."}
