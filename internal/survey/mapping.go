package survey

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/document"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/spell"
	"github.com/rolefit/rolefit/internal/wording"
)

// A Map defines the columns of a table and the meaning of cells that can't be
// recognized automatically. It comes from a YAML file:
//
//	columns:
//	  Q7: free-week.best     # rolefit's own name, or ignore
//	values:
//	  Passt gut: fine        # content of a cell, and what it means to rolefit
//	numbers: 1               # number of the first choice, 0 or 1
type Map struct {
	Columns []mapped `file:"columns" most:"2000"`     // by label, as rolefit's own name for the column
	Values  []mapped `file:"values" most:"2000"`      // by cell, as what rolefit reads instead
	Numbers *int     `file:"numbers" min:"0" max:"1"` // number of the first choice, if cells contain numbers
}

type mapped struct {
	From string `file:",key"`
	To   string `file:",value" is:"word"`
}

// ParseMap reads a Map from YAML or JSON. The errors have type document.Problems.
func ParseMap(name string, data []byte) (*Map, error) {
	d := document.Document{File: name, Form: true, Marks: map[any]document.Mark{}}
	m := &Map{}
	if n := d.Parse(data); n != nil {
		d.Read(n, "the map", m)
	}
	if err := d.Problems.Sort().AsError(); err != nil {
		return nil, err
	}
	return m, nil
}

// WithID returns a map that also says that the column with a label contains ids.
// m can be nil.
func (m *Map) WithID(label string) *Map {
	with := &Map{Columns: []mapped{{label, "id"}}}
	if m != nil {
		with.Columns, with.Values, with.Numbers = append(with.Columns, m.Columns...), m.Values, m.Numbers
	}
	return with
}

// resolve returns a map whose labels are those of the table, where they differ
// only in case. m can be nil.
func (m *Map) resolve(names []string) *Map {
	if m == nil {
		return nil
	}
	out := *m
	out.Columns = slices.Clone(m.Columns)
	for i, x := range out.Columns {
		same := func(name string) bool { return strings.EqualFold(oneLine(name), oneLine(x.From)) }
		if at := slices.IndexFunc(names, same); !x.isAmong(names) && at >= 0 && !slices.ContainsFunc(names[at+1:], same) {
			out.Columns[i].From = names[at]
		}
	}
	return &out
}

// column returns the name that the map has for a column with one of these
// labels, and reports whether there is one.
func (m *Map) column(labels []string) (string, bool) {
	if m == nil {
		return "", false
	}
	i := slices.IndexFunc(m.Columns, func(x mapped) bool { return x.isAmong(labels) })
	if i < 0 {
		return "", false
	}
	return m.Columns[i].To, true
}

// check returns an error if the map names a column that isn't in the table. The
// error lists the columns that don't answer anything, which may be meant.
func (m *Map) check(c *Columns) error {
	if m == nil {
		return nil
	}
	var other []string
	for i, x := range c.columns {
		if x.question == nil && x.kind < isCard && c.Names[i] != "" {
			other = append(other, fmt.Sprintf("%q", oneLine(Short(c.Names[i]))))
		}
	}
	if more := len(other) - maxColumns; more > 0 {
		other = append(other[:maxColumns], fmt.Sprintf("%d more", more))
	}
	for _, x := range m.Values {
		if !c.means(x.To) {
			return fmt.Errorf("--map reads %q as %q, which means nothing in an answer; expected a letter, a number, a word such as want, fine or unsure, or the text of a choice", x.From, x.To)
		}
	}
	for _, x := range m.Columns {
		if !x.isAmong(c.Names) {
			near := spell.Nearest(x.From, c.Names)
			if near != "" {
				near = fmt.Sprintf(" (did you mean %q?)", oneLine(Short(near)))
			}
			return fmt.Errorf("--map or --id names column %q, which isn't in the table%s; columns that answer no question: %s", x.From, near, cmp.Or(wording.And(other), "none"))
		}
	}
	return nil
}

// means reports whether a cell with this content answers any question.
func (c *Columns) means(cell string) bool {
	r := row{Columns: c}
	lower := strings.ToLower(cell)
	if isBlank(cell) || skipOf(cell) != "" || sideOfCell(cell) != noSide || pack.CardRating(lower) != "" || r.role(cell) != "" || moment(cell) != "" {
		return true
	}
	if _, ok := choiceNumber(cell, maxChoices); ok || c.quiz.KnowsStart(cell) {
		return true
	}
	if _, ok := r.levelName(cell); ok || slices.Contains(fit.Tolerances, fit.Tolerance(lower)) {
		return true
	}
	for _, s := range c.quiz.Pack.Starts {
		if squash(s.Name) == squash(cell) {
			return true
		}
	}
	return slices.ContainsFunc(c.quiz.Questions, func(x *fit.Question) bool { q := newReader(x); return q.option(cell) >= 0 || q.list(cell) != nil })
}

// maxChoices is the maximum number of choices of a question.
const maxChoices = 99

// maxColumns is the maximum number of columns that an error lists.
const maxColumns = 40

// isAmong reports whether the map's label is one of these. Line breaks in
// labels are ignored, because messages don't show them.
func (x mapped) isAmong(labels []string) bool {
	from := oneLine(x.From)
	return slices.ContainsFunc(labels, func(label string) bool { return label == x.From || oneLine(label) == from })
}

// A cellMap translates cells.
type cellMap struct {
	exact, squashed map[string]string
}

// origin returns the number of the first choice, or nil if the map doesn't say
// it.
func (m *Map) origin() *origin {
	if m.Numbers == nil {
		return nil
	}
	return new(origin(*m.Numbers))
}

// values returns the translation of cells; it is nil if there is none. Cells may differ from the map in
// punctuation, spaces and case, unless two entries of the map differ only in
// these, such as +1 and -1.
func (m *Map) values() *cellMap {
	if len(m.Values) == 0 {
		return nil
	}
	out := &cellMap{map[string]string{}, map[string]string{}}
	several := map[string]bool{"": true}
	for _, x := range m.Values {
		s := squash(x.From)
		if to, there := out.squashed[s]; there && to != x.To {
			several[s] = true
		}
		out.exact[plain(x.From)], out.squashed[s] = x.To, x.To
	}
	for s := range several {
		delete(out.squashed, s)
	}
	return out
}

// read returns the translation of a cell, or the cell itself.
func (m *cellMap) read(cell string) string {
	if to, ok := m.exact[cell]; ok && cell != "" {
		return to
	}
	if to, ok := m.squashed[squash(cell)]; ok {
		return to
	}
	return cell
}
