package survey

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"sync"

	"github.com/rolefit/rolefit/internal/fit"
)

// This file interprets numbers that tools export instead of the text of a
// choice. Most tools number choices from 1, some from 0, and levels of skills
// are numbers from 0 themselves.

// An origin is the number of a column's first choice.
type origin int

const (
	fromZero  origin = 0
	fromOne   origin = 1
	ambiguous origin = -1
)

// A numbering is what the numbers in one or more columns have in common.
type numbering struct {
	zero bool // whether a 0 occurs, which names a choice if numbers start at 0
	top  bool // whether the number of choices occurs, which names a choice if numbers start at 1
	last bool // whether the number before top occurs
}

func (n *numbering) add(o numbering) {
	n.zero, n.top, n.last = n.zero || o.zero, n.top || o.top, n.last || o.last
}

// origin returns the only origin that explains the numbers.
func (n *numbering) origin() origin {
	switch {
	case n.zero && !n.top:
		return fromZero
	case n.top && !n.zero:
		return fromOne
	}
	return ambiguous
}

// Sample determines from the first rows of a table where the numbers in each
// column start. It must be called before Answers. Without it, numbers start at
// 1, and at 0 for levels.
func (c *Columns) Sample(rows [][]string) {
	c.origins = make([]origin, len(c.columns))
	seen := make([]numbering, len(c.columns))
	for _, cells := range rows {
		for i := range min(len(cells), len(c.columns)) {
			seen[i].add(c.numbering(i, cells[i]))
		}
	}
	options := c.originOfOptions(seen)
	c.decide(seen, ambiguous, isSkill)
	c.decide(seen, options, isCard, isCondition, isStart)
	if options == ambiguous {
		options = fromOne // then a row with numbers from 0 is refused, see checkNumbers
	}
	for i, x := range c.columns {
		if x.kind == isBest || x.kind == isWorst {
			c.origins[i] = options
		}
	}
}

// NeedsSample reports whether the meaning of numbers isn't known without Sample,
// given the first row.
func (c *Columns) NeedsSample(first []string) bool {
	for i, x := range c.columns {
		if x.kind == isCard || x.kind == isCondition || x.kind == isSkill || x.kind == isStart {
			return true
		}
		if i < len(first) && c.choices(i) > 0 {
			if _, ok := choiceNumber(plain(first[i]), c.choices(i)); ok {
				return true
			}
		}
	}
	return false
}

// numbering describes a cell of a column. It is empty unless the cell is the
// number of a choice.
func (c *Columns) numbering(i int, cell string) (n numbering) {
	choices := c.choices(i)
	if choices == 0 {
		return n
	}
	cell = plain(cell)
	if c.values != nil {
		cell = c.values.read(cell)
	}
	number, ok := choiceNumber(withoutZero(cell), choices)
	if !ok {
		return n
	}
	return numbering{number == 0, number == choices, number == choices-1}
}

// choices returns the number of choices in a column whose cells may be numbers,
// or 0.
func (c *Columns) choices(i int) int {
	switch c.columns[i].kind {
	case isBest, isWorst:
		return len(c.columns[i].question.Options)
	case isCard:
		return len(fit.CardRatings)
	case isCondition:
		return len(fit.Tolerances)
	case isSkill:
		return fit.MaxLevel + 1
	case isStart:
		return len(c.quiz.Pack.Starts)
	}
	return 0
}

// originOfOptions returns where the numbers of options start. A 0 can also mean
// that there is no answer, so it takes more to conclude that numbers start there.
func (c *Columns) originOfOptions(seen []numbering) origin {
	var all numbering
	for i, x := range c.columns {
		if x.kind == isBest || x.kind == isWorst {
			all.add(seen[i])
		}
	}
	switch {
	case c.numbers != nil:
		return *c.numbers
	case all.top:
		return fromOne
	case all.zero && all.last:
		return fromZero
	}
	return ambiguous
}

// decide sets the origins of the columns of some kinds. A tool numbers them all
// in the same way. If they don't show how, it is otherwise, except that rolefit's
// own names for levels mean that these start at 0.
func (c *Columns) decide(seen []numbering, otherwise origin, kinds ...kind) {
	var all numbering
	for i, x := range c.columns {
		if slices.Contains(kinds, x.kind) {
			all.add(seen[i])
		}
	}
	for i, x := range c.columns {
		if !slices.Contains(kinds, x.kind) {
			continue
		}
		at := all.origin()
		own := x.kind == isSkill && isOwn(c.Names[i])
		switch {
		case c.numbers != nil:
			at = *c.numbers
		case at == ambiguous && own:
			at = fromZero
		case all.zero && all.top:
			at = seen[i].origin()
		case at == ambiguous:
			at = otherwise
		}
		c.origins[i] = at
		c.shifted = c.shifted || at == fromOne && x.kind == isSkill && all.top
	}
}

// origin returns the origin of a column.
func (c *Columns) origin(i int) origin {
	switch {
	case c.origins != nil:
		return c.origins[i]
	case c.columns[i].kind == isSkill:
		return fromZero
	}
	return fromOne
}

// NumberNotes returns messages about numbers that don't mean what they usually
// do.
func (c *Columns) NumberNotes() (notes []string) {
	if c.shifted {
		notes = append(notes, fmt.Sprintf("levels are numbered from 1 to %d, so 1 is read as level 0 (%q); if that's wrong: --map FILE, with numbers: 0", fit.MaxLevel+1, c.quiz.Pack.Levels[0].Name))
	}
	for i, x := range c.columns {
		if x.kind != isSkill && c.choices(i) > 0 && c.origin(i) == fromZero {
			return append(notes, "choices are numbered from 0, so 0 is read as the first one; if that's wrong: --map FILE, with numbers: 1")
		}
	}
	return notes
}

// numberCode matches a number, or a survey tool's code that ends in one.
var numberCode = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?i:(?:A|AO|SQ|Y)[ _-]?0*)?([0-9]|[1-9][0-9])$`)
})

// maxNumber is the maximum length in bytes of a code that ends in a number.
const maxNumber = 8

// choiceNumber returns the number in a cell that consists of a number or a code.
// It can be at most the number of choices.
func choiceNumber(cell string, choices int) (n int, ok bool) {
	if cell == "" || len(cell) > maxNumber || cell[len(cell)-1] < '0' || cell[len(cell)-1] > '9' {
		return 0, false
	}
	if len(cell) == 1 { // fast path for most cells
		n = int(cell[0] - '0')
		return n, n <= choices
	}
	m := numberCode().FindStringSubmatch(cell)
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(m[1])
	return n, err == nil && n <= choices
}

// renumber converts the number of a choice in a column to a level or, in all
// other columns, to a number from 1.
func (r *row) renumber(i int) {
	if end := r.cells[i][len(r.cells[i])-1]; end < '0' || end > '9' { // fast path for most cells
		return
	}
	choices := r.choices(i)
	n, ok := choiceNumber(r.cells[i], choices)
	if !ok || choices == 0 {
		return
	}
	first := r.origin(i)
	switch kind := r.columns[i].kind; {
	case kind == isSkill && first == fromZero: // as it is
	case first == ambiguous:
		r.skip(Ambiguous, "column %q", Short(r.Names[i]))
		r.cells[i] = ""
	case n < int(first) && kind == isSkill:
		r.cells[i] += fmt.Sprintf(" of 1 to %d", choices)
	case kind == isSkill:
		r.cells[i] = strconv.Itoa(n - int(first))
	case kind != isBest && kind != isWorst || first == fromZero:
		r.cells[i] = strconv.Itoa(n - int(first) + 1)
	}
}

// numberedFrom1 returns the value that a number from 1 names.
func numberedFrom1[T any](cell string, values []T) (value T, ok bool) {
	if cell == "" || cell[0] < '0' || cell[0] > '9' { // fast path, because errors cost time
		return value, false
	}
	n, err := strconv.Atoi(cell)
	if err != nil || n < 1 || n > len(values) {
		return value, false
	}
	return values[n-1], true
}
