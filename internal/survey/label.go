package survey

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/rolefit/rolefit/internal/fit"
)

// A Finder recognizes the columns of tables. It is safe for concurrent use.
type Finder struct {
	quiz      *fit.Quiz
	form      []*fit.Question // questions in the order of a form, which numbers them
	readers   map[string]*reader
	questions []text // prompts; values index quiz.Questions
	ids       map[string]column
	others    []text // names of cards, conditions and skills; values index otherAre
	otherAre  []column
}

// NewFinder returns a finder for tables of answers to a quiz.
func NewFinder(q *fit.Quiz) *Finder {
	f := &Finder{quiz: q, form: q.Planned(), readers: map[string]*reader{}, ids: map[string]column{}}
	for i, x := range q.Questions {
		f.readers[x.ID] = newReader(x)
		f.questions = append(f.questions, text{squash(x.ID), i}, text{squash(x.Prompt), i})
	}
	f.nameCodes()
	if len(q.Roles) <= fit.MaxCards {
		for i := range q.Roles {
			id := fit.CardID(i)
			role := q.Pack.Role(q.CardRole(&fit.Answers{}, id))
			f.name(column{kind: isCard, id: id}, id, "card "+id)
			f.name(column{kind: isCard, id: role.ID}, "card "+role.ID)
			f.quote(column{kind: isCard, id: role.ID}, role.Parts[fit.Focus].Summary)
			f.quote(column{kind: isCard, id: role.ID}, fit.CardPrompt+role.Parts[fit.Focus].Summary)
		}
	}
	for _, c := range q.Pack.Conditions {
		f.name(column{kind: isCondition, id: c.ID}, c.ID, "condition "+c.ID, c.Name)
		f.quote(column{kind: isCondition, id: c.ID}, c.Question)
		f.quote(column{kind: isCondition, id: c.ID}, c.Question+fit.ConditionPrompt)
	}
	for _, s := range q.Pack.Skills {
		f.name(column{kind: isSkill, id: s.ID}, s.ID, "skill "+s.ID, s.Name)
		f.quote(column{kind: isSkill, id: s.ID}, s.Name+s.Covers)
	}
	f.name(column{kind: isStart}, "start", fit.StartPrompt)
	f.name(column{kind: isHolds}, "holds")
	for _, k := range metadata {
		f.name(column{kind: k.kind}, k.names...)
	}
	return f
}

// nameCodes adds the names that a question's columns have in tools that allow no
// punctuation in codes, such as freeweekbest, freeweekB and freeweek1.
func (f *Finder) nameCodes() {
	for _, x := range f.quiz.Questions {
		for _, suffix := range []string{"B", "best"} {
			f.name(column{kind: isBest, question: x}, x.ID+suffix)
		}
		for _, suffix := range []string{"W", "worst"} {
			f.name(column{kind: isWorst, question: x}, x.ID+suffix)
		}
		for i := range x.Options {
			code := squash(fmt.Sprint(x.ID, i+1))
			if !slices.ContainsFunc(f.questions, func(t text) bool { return t.squashed == code }) {
				f.name(column{kind: isNumbered, question: x, number: i}, code)
			}
		}
	}
}

// metadata lists the columns that survey tools add, as squashed labels. If a
// table has several, the first one is used.
var metadata = []struct {
	kind  kind
	names []string
}{
	{isID, []string{"responseid", "idresponseid", "recordid", "respondentid", "submissionid", "respondent"}},
	{isTaken, []string{"submitdate", "datesubmitted", "submitdatedatesubmitted", "recordeddate", "enddate", "submittedat", "completedat", "completiontime", "timestamp", "zeitstempel", "horodateur", "marcatemporal", "informazionicronologiche", "datestamp"}},
}

// name adds names that identify a column exactly.
func (f *Finder) name(c column, names ...string) {
	for _, n := range names {
		if _, taken := f.ids[squash(n)]; !taken {
			f.ids[squash(n)] = c
		}
	}
}

// quote adds text that identifies a column, even if it is quoted inexactly.
func (f *Finder) quote(c column, words string) {
	f.others = append(f.others, text{squash(words), len(f.otherAre)})
	f.otherAre = append(f.otherAre, c)
}

// find returns the column that a label identifies.
func (f *Finder) find(label string) column {
	label = plain(label)
	if c, ok := f.ids[squash(label)]; ok {
		return c
	}
	code, text := cutCode(label)
	if c, ok := f.ids[squash(code)]; ok && c.kind >= isBest {
		return c
	}
	if c := f.split(label, anyGap(), false); c.kind != ignored {
		return c
	}
	if c := f.split(label, strongGap(), true); c.kind != ignored {
		return c
	}
	if x, guessed := f.question(label, true); x != nil && !guessed {
		return column{kind: isWhole, question: x}
	}
	for _, words := range []string{label, text} {
		if c, ok := f.ids[squash(words)]; ok && words != "" {
			return c
		}
		if i := lookUp(words, f.others); i >= 0 {
			return f.otherAre[i]
		}
	}
	return column{}
}

// coded matches a code that a tool writes before the text of a question, as in
// "G01Q53. Where ..." or "[G01Q53] Where ...".
var coded = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*(?:\[([A-Za-z0-9_ ]{1,40})\]|\(?([A-Za-z][A-Za-z0-9_]{0,39}|\d{1,3})[.):])\s+(.+)$`)
})

// cutCode divides a label into a code and text. Both are empty if it doesn't
// begin with a code.
func cutCode(label string) (code, text string) {
	m := coded().FindStringSubmatch(strings.ReplaceAll(label, "\n", " "))
	if m == nil {
		return "", ""
	}
	return m[1] + m[2], m[3]
}

// Limits on labels. A longer label isn't a name, and the lines of a label with
// more lines aren't tried one by one.
const (
	maxLabel      = 2000 // in bytes
	maxLabelLines = 8
)

// findInLines returns the column that a label identifies or, failing that, the
// column that some of its lines identify. Tools write instructions above or
// below the name of a column.
func (f *Finder) findInLines(label string) column {
	if len(label) > maxLabel {
		return column{}
	}
	c := f.find(label)
	lines := linesOf(label)
	if c.kind != ignored && !c.guessed || len(lines) < 2 || len(lines) > maxLabelLines {
		return c
	}
	for n := len(lines) - 1; n > 0; n-- {
		for _, sides := range [2][2][]string{{lines[:n], lines[n:]}, {lines[len(lines)-n:], lines[:len(lines)-n]}} {
			part := f.find(strings.Join(sides[0], " "))
			if part.kind == isWhole && strings.Contains(strings.Join(sides[1], " "), "?") {
				continue // the line asks something else, such as why
			}
			if part.kind != ignored && !part.guessed {
				return part
			}
			if c.kind == ignored {
				c = part
			}
		}
	}
	return c
}

// anyGap matches any text that may separate a question from a part of its
// answer.
var anyGap = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[^\pL\pN]+`) })

// strongGap matches text that always separates a question from a part of its
// answer.
var strongGap = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\s*[\[({:>|/]\s*|\s+[-–—]+\s+|[._]`) })

// split tries every gap in a label, and returns the column for a question on
// one side of the gap and a part of its answer on the other. If near is true,
// the question's prompt may be quoted inexactly.
func (f *Finder) split(label string, gap *regexp.Regexp, near bool) column {
	gaps := gap.FindAllStringIndex(label, -1)
	var guess column
	for _, at := range slices.Backward(gaps) {
		for i, sides := range [2][2]string{{label[:at[0]], label[at[1]:]}, {label[at[1]:], label[:at[0]]}} {
			x, guessed := f.question(sides[0], near)
			if x == nil {
				continue
			}
			c := f.part(x, sides[1], near)
			if c.guessed = guessed; c.kind == ignored || i > 0 && c.kind >= isOption { // a number before a prompt isn't an option
				continue
			}
			if !guessed {
				return c
			}
			guess = c
		}
	}
	return guess
}

// prefix matches a number or code before a question's prompt.
var prefix = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*\(?(?:[A-Za-z]{1,3}\d[A-Za-z0-9]*|\d{1,3})\s*[.):]\s*(.+)$`)
})

// numbered matches a question's number in a form and its prompt.
var numbered = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\s*(\d{1,3})\s*[.):]\s+(.+)$`) })

// number matches a label that consists of a question's number.
var number = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?i:q|question|frage|item)[ _.#-]*0*(\d{1,3})$`) })

// question returns the question that words name, and reports whether they do so
// only by its number.
func (f *Finder) question(words string, near bool) (x *fit.Question, guessed bool) {
	words = strings.TrimSpace(words)
	if m := numbered().FindStringSubmatch(words); m != nil {
		if n, _ := strconv.Atoi(m[1]); n >= 1 && n <= len(f.form) && squash(f.form[n-1].Prompt) == squash(m[2]) {
			return f.form[n-1], false
		}
	}
	_, text := cutCode(words)
	for _, s := range []string{words, first(prefix().FindStringSubmatch(words)), text} {
		if s == "" {
			continue
		}
		if i := f.quoted(s, near); i >= 0 {
			return f.quiz.Questions[i], false
		}
	}
	if m := number().FindStringSubmatch(words); m != nil {
		if n, _ := strconv.Atoi(m[1]); n >= 1 && n <= len(f.form) {
			return f.form[n-1], true
		}
	}
	return nil, false
}

func (f *Finder) quoted(s string, near bool) int {
	if near {
		return lookUp(s, f.questions)
	}
	squashed := squash(s)
	if i, ok := only(f.questions, func(t text) bool { return t.squashed == squashed }); ok {
		return i
	}
	return -1
}

// first returns the first submatch, or "" if there is no match.
func first(match []string) string {
	if match == nil {
		return ""
	}
	return match[1]
}

// part returns the part of a question's answer that words name.
func (f *Finder) part(x *fit.Question, words string, near bool) column {
	words = strings.Trim(words, " \t[](){}.:-?")
	c := column{question: x}
	r := f.readers[x.ID]
	squashed := squash(words)
	if i, ok := only(r.texts, func(t text) bool { return t.squashed == squashed }); ok {
		c.kind, c.number = isOption, i
		return c
	}
	switch n, side := places(words), sideOf(words); {
	case side == bestSide:
		c.kind = isBest
	case side == worstSide:
		c.kind = isWorst
	case squashed == "skip":
		c.kind = isSkip
	case squashed == "seconds":
		c.kind = isSeconds
	case n > 0 && n <= len(x.Options):
		c.kind, c.number = isNumbered, n-1
	case len(words) == 1 && r.byKey(words) >= 0:
		c.kind, c.number = isOption, r.byKey(words)
	case near && lookUp(words, r.texts) >= 0:
		c.kind, c.number = isOption, lookUp(words, r.texts)
	}
	return c
}

// rank matches a label for a place in a ranking.
var rank = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?i:rank|rang|place|platz|position)[ _]?0*([1-9])$`)
})

// places returns the number in a label such as 2 or SQ002, or 0.
func places(words string) int {
	if m := rank().FindStringSubmatch(words); m != nil {
		words = m[1]
	} else if key := codeOf(words); key != "" {
		words = key
	}
	n, err := strconv.Atoi(words)
	if err != nil {
		return 0
	}
	return n
}
