package survey

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
)

// A Columns describes the columns of a table. It is safe for concurrent use.
type Columns struct {
	Names   []string // labels from the first header row
	Ignored []string // labels of columns that contain no answers
	Known   int      // number of columns that aren't ignored
	Guessed bool     // whether questions were found only by their numbers
	Dropped bool     // whether numbered questions were ignored, because they may not be in the form

	quiz       *fit.Quiz
	columns    []column
	at         map[kind]int // index of each column of a kind that occurs only once
	questions  []*questionColumns
	idsOf      map[int]int // for each column, the index of the column that repeats it as ids
	values     *cellMap    // from a Map, or nil
	numbers    *origin     // from a Map, or nil
	origins    []origin    // for each column; nil before Sample
	shifted    bool        // whether levels are numbered from 1
	hasID      bool        // whether a column is named id, so that every row needs an id
	mappedID   bool        // whether a Map names the column with the id
	limeSurvey bool        // whether the columns of a ranking are numbered by place and not by option
	qualtrics  bool        // whether the higher of two codes means best
}

// Match determines the content of each column from its header rows.
func (f *Finder) Match(rows [][]string, m *Map) (*Columns, error) {
	c := &Columns{quiz: f.quiz, at: map[kind]int{}}
	for i := range rows {
		for len(rows[i]) > len(c.Names) {
			c.Names = append(c.Names, "")
		}
	}
	for i := range c.Names {
		if len(rows[0]) > i {
			c.Names[i] = strings.TrimSpace(rows[0][i])
		}
	}
	c.recognize()
	if m = m.resolve(c.Names); m != nil {
		c.values, c.numbers = m.values(), m.origin()
	}
	for i := range c.Names {
		column, err := f.column(labels(rows, i), m)
		if err != nil {
			return c, err
		}
		if c.limeSurvey && column.kind == isSeed { // LimeSurvey shuffles by its own seeds
			column.kind = ignored
		}
		c.columns = append(c.columns, column)
	}
	c.preferMapped(rows, m)
	c.pair()
	c.dropGuesses(f.form)
	if err := c.index(); err != nil {
		return c, err
	}
	return c, m.check(c)
}

// labels returns the labels of column i, one from each header row.
func labels(rows [][]string, i int) (out []string) {
	for _, row := range rows {
		label := ""
		if i < len(row) {
			label = strings.TrimSpace(row[i])
		}
		out = append(out, label)
	}
	return out
}

// recognize looks for columns that identify the survey tool.
func (c *Columns) recognize() {
	var names []string
	for _, name := range c.Names {
		code, _, _ := strings.Cut(name, ". ") // LimeSurvey can write a code before the text
		names = append(names, code)
	}
	has := func(expected ...string) bool {
		return !slices.ContainsFunc(expected, func(n string) bool { return !slices.Contains(names, n) })
	}
	c.limeSurvey = has("submitdate", "lastpage") || has("startlanguage") || has("Date submitted", "Last page")
	c.qualtrics = has("ResponseId") || has("RecordedDate")
}

// column returns the column that these labels describe. It returns an error if
// a label has the form of rolefit's own names but refers to something that
// isn't in the pack.
func (f *Finder) column(labels []string, m *Map) (column, error) {
	if name, ok := m.column(labels); ok {
		c, err := f.own(name)
		if err == nil && c.kind == ignored && name != ignoreName {
			err = fmt.Errorf("the map says %q for column %q, expected a name such as %s.best or %s", name, labels[0], f.quiz.Questions[0].ID, ignoreName)
		}
		return c, err
	}
	if c, err := f.own(firstLine(labels[0])); err != nil || c.kind != ignored {
		return c, err
	}
	var guess column
	saysElse := false
	for i, label := range slices.Backward(labels) {
		switch c := f.findInLines(label); {
		case c.kind != ignored && !c.guessed:
			return c, nil
		case c.kind != ignored:
			guess = c
		case i > 0 && len(squash(label)) >= minPrefix && !strings.Contains(label, `"ImportId"`):
			saysElse = true
		}
	}
	if saysElse { // the question number isn't in the form
		return column{}, nil
	}
	return guess, nil
}

// dropGuesses ignores questions that were found only by number. It keeps them
// if the numbers are 1, 2, 3 and so on, and if no question was found by other
// means.
func (c *Columns) dropGuesses(form []*fit.Question) {
	numbers, sure := map[string]bool{}, false
	for _, x := range c.columns {
		if x.question != nil && x.guessed {
			numbers[x.question.ID] = true
		} else if x.question != nil {
			sure = true
		}
	}
	c.Guessed = !sure && len(numbers) > 1
	for i := range len(numbers) {
		c.Guessed = c.Guessed && numbers[form[i].ID]
	}
	for i := range c.columns {
		if c.columns[i].guessed && !c.Guessed {
			c.columns[i], c.Dropped = column{}, true
		}
	}
}

// optionID ends the label of a column that repeats the previous column as ids.
const optionID = " - option id"

// pair finds columns that repeat others as ids.
func (c *Columns) pair() {
	c.idsOf = map[int]int{}
	for i, name := range c.Names {
		if label, ok := cutSuffixFold(name, optionID); ok {
			if of := slices.Index(c.Names[:i], strings.TrimSpace(label)); of >= 0 {
				c.idsOf[of], c.columns[i] = i, column{kind: isRepeated}
			}
		}
	}
}

func cutSuffixFold(s, suffix string) (string, bool) {
	if at := len(s) - len(suffix); at > 0 && strings.EqualFold(s[at:], suffix) {
		return s[:at], true
	}
	return s, false
}

// index divides the columns into those of questions and all others.
func (c *Columns) index() error {
	byQuestion := map[string]*questionColumns{}
	for i, x := range c.columns {
		switch {
		case x.kind == ignored, x.kind == isRepeated:
		case x.question != nil:
			q := byQuestion[x.question.ID]
			if q == nil {
				q = newQuestionColumns(x.question)
				byQuestion[x.question.ID] = q
				c.questions = append(c.questions, q)
			}
			if !q.add(x, i) {
				if isOwn(c.Names[i]) {
					return twice(c.Names[i])
				}
				c.columns[i] = column{}
			}
		case x.kind <= isHolds:
			if at, there := c.at[x.kind]; there {
				if c.Names[i] == c.Names[at] && isOwn(c.Names[i]) {
					return twice(c.Names[i])
				}
				if !c.better(i, at) {
					c.columns[i] = column{}
					continue
				}
				c.columns[at] = column{}
			}
			c.at[x.kind] = i
		case slices.ContainsFunc(c.columns[:i], func(y column) bool { return y.kind == x.kind && y.id == x.id }):
			return twice(c.Names[i])
		}
	}
	for _, q := range c.questions {
		q.settle()
	}
	for i, x := range c.columns {
		switch {
		case x.kind != ignored:
			c.Known++
		case c.Names[i] != "":
			c.Ignored = append(c.Ignored, c.Names[i])
		}
	}
	at, hasID := c.at[isID]
	c.hasID = hasID && strings.EqualFold(firstLine(c.Names[at]), "id")
	return nil
}

// better reports whether the name of column i is more reliable than that of
// column at, which has the same content.
func (c *Columns) better(i, at int) bool {
	rank := func(name string) int {
		if _, exact := ownNames[name]; exact {
			return -2
		}
		if isOwn(firstLine(name)) {
			return -1
		}
		for _, m := range metadata {
			if n := slices.Index(m.names, squash(name)); n >= 0 {
				return n
			}
		}
		return len(name)
	}
	return rank(c.Names[i]) < rank(c.Names[at])
}

func twice(name string) error { return fmt.Errorf("column %q occurs twice, expected once", name) }

// A Part is the content of a column in a table whose cells can be used as they
// are.
type Part struct {
	ID, Ignored bool
	Question    *fit.Question // question whose best or worst option the column names, or nil
	Worst       bool
}

// Parts returns the content of each column. It returns nil if cells need
// translation or if a question has more than two columns. Columns of other
// kinds have a zero Part.
func (c *Columns) Parts() (parts []Part) {
	if c.values != nil || len(c.idsOf) > 0 {
		return nil
	}
	for i, x := range c.columns {
		p := Part{ID: x.kind == isID && c.at[isID] == i, Ignored: x.kind == ignored}
		switch {
		case x.kind == isBest || x.kind == isWorst:
			p.Question, p.Worst = x.question, x.kind == isWorst
		case x.question != nil:
			return nil
		}
		parts = append(parts, p)
	}
	return parts
}

// Questions returns the number of questions found.
func (c *Columns) Questions() int { return len(c.questions) }

// Incomplete lists the questions found that have no columns for part of the
// answer, and what is missing, as in "free-week (worst)".
func (c *Columns) Incomplete() (incomplete []string) {
	for _, q := range c.questions {
		if missing := q.missing(); missing != "" {
			incomplete = append(incomplete, fmt.Sprintf("%s (%s)", q.reader.question.ID, missing))
		}
	}
	return incomplete
}

// Found returns the labels of the columns that aren't ignored, by rolefit's own
// name for the column.
func (c *Columns) Found() map[string]string {
	found := map[string]string{}
	for i, x := range c.columns {
		if x.kind != ignored && x.kind != isRepeated {
			found[x.name()] = safetext.Sanitize(c.Names[i])
		}
	}
	return found
}

// Missing returns the ids of the form's questions that weren't found.
func (c *Columns) Missing() (missing []string) {
	for _, x := range c.quiz.Planned() {
		if !slices.ContainsFunc(c.questions, func(q *questionColumns) bool { return q.question.ID == x.ID }) {
			missing = append(missing, x.ID)
		}
	}
	return missing
}
