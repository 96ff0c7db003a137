package batch

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/spell"
)

// A header is the first row of CSV: which column holds what.
type header struct {
	comma     rune
	columns   int
	fields    map[string]int // columns of a name of their own, as id or cards.best
	questions []questionColumns
	skills    []idColumn
	fits      []idColumn // of roles: the file holds scores
	ignored   []string
}

// questionColumns are the columns of one question; -1 for those not there.
type questionColumns struct {
	question                   *fit.Question
	best, worst, skip, seconds int
}

// An idColumn is the column of a skill or role.
type idColumn struct {
	id     string
	column int
}

// answerFields are the columns with a name of their own in a file of answers.
var answerFields = []string{"id", "pack", "taken", "seed", "cards.best", "cards.worst", "cards.skip"}

// commas are the characters that may separate the cells: spreadsheets of some
// languages write semicolons, and a table that was copied has tabs.
var commas = []rune{',', ';', '\t'}

// newHeader reads the first row of data. Its cells are separated by the
// character that makes the most columns known, or else the most columns. It
// returns nil if data ends too early.
func newHeader(r *run, data []byte) (best *header, err error) {
	most, columns := -1, 0
	for _, comma := range commas {
		n := recordLength(data, comma)
		if n == 0 {
			return nil, nil
		}
		h, e := r.parseHeader(data[:n], comma)
		if known := h.known(); known > most || known == most && h.columns > columns {
			best, err, most, columns = h, e, known, h.columns
		}
	}
	if err == nil {
		err = best.check(r)
	}
	return best, err
}

// known returns how many columns are known.
func (h *header) known() int {
	n := len(h.fields) + len(h.skills) + len(h.fits)
	for _, q := range h.questions {
		for _, column := range []int{q.best, q.worst, q.skip, q.seconds} {
			if column >= 0 {
				n++
			}
		}
	}
	return n
}

// parseHeader returns the header in a row, with the first error in it.
func (r *run) parseHeader(row []byte, comma rune) (*header, error) {
	h := &header{comma: comma, fields: map[string]int{}}
	names, err := new(cells).split(row, comma)
	if err != nil {
		return h, fmt.Errorf("the row of column names %w", err)
	}
	h.columns = len(names)
	for i, name := range names {
		name = strings.TrimSpace(name)
		e := r.column(h, name, i)
		if name != "" && !slices.Contains(h.ignored, name) && slices.ContainsFunc(names[:i], func(before string) bool { return strings.TrimSpace(before) == name }) {
			e = fmt.Errorf("column %q is there twice, expected it once", name)
		}
		if err == nil {
			err = e
		}
	}
	return h, err
}

// column adds a column by its name. A name that isn't of a column of ours is
// ignored; one that could be, but of something that the pack doesn't have, is
// an error.
func (r *run) column(h *header, name string, column int) error {
	known := func(columns *[]idColumn, kind, id string, ids []string) error {
		if !slices.Contains(ids, id) {
			return unknownColumn(name, kind, id, ids)
		}
		*columns = append(*columns, idColumn{id, column})
		return nil
	}
	if skill, ok := strings.CutPrefix(name, "skill."); ok {
		return known(&h.skills, "skill", skill, ids(r.Pack.Skills, func(s fit.Skill) string { return s.ID }))
	}
	if role, ok := strings.CutPrefix(name, "fit."); ok {
		return known(&h.fits, "role", role, ids(r.Pack.Roles, func(r fit.Role) string { return r.ID }))
	}
	if slices.Contains(answerFields, name) || slices.Contains(csvFields, name) {
		h.fields[name] = column
		return nil
	}
	if dot := strings.LastIndexByte(name, '.'); dot >= 0 {
		if ok, err := r.questionColumn(h, name[:dot], name[dot+1:], column); ok {
			return err
		}
	}
	if name != "" {
		h.ignored = append(h.ignored, name)
	}
	return nil
}

// questionColumn adds a column of a question, and reports whether its name is
// that of such a column.
func (r *run) questionColumn(h *header, id, part string, column int) (bool, error) {
	of := slices.IndexFunc(h.questions, func(q questionColumns) bool { return q.question.ID == id })
	q := questionColumns{r.quiz.Question(id), -1, -1, -1, -1}
	if of >= 0 {
		q = h.questions[of]
	}
	switch part {
	case "best":
		q.best = column
	case "worst":
		q.worst = column
	case "skip":
		q.skip = column
	case "seconds":
		q.seconds = column
	default:
		return false, nil
	}
	switch {
	case q.question == nil:
		return true, unknownColumn(id+"."+part, "question", id, r.questionIDs())
	case of >= 0:
		h.questions[of] = q
	default:
		h.questions = append(h.questions, q)
	}
	return true, nil
}

func unknownColumn(name, kind, id string, known []string) error {
	err := fmt.Sprintf("column %q is of a %s that the pack does not have", name, kind)
	if near := spell.Nearest(id, known); near != "" {
		return fmt.Errorf("%s (did you mean %q?)", err, near)
	}
	return errors.New(err)
}

// check returns an error if the columns are not those of a file that the run
// can read.
func (h *header) check(r *run) error {
	_, id := h.fields["id"]
	answers := len(h.questions)+len(h.skills) > 0
	switch {
	case !answers && h.isScores() && r.results:
		return nil
	case !answers && h.isScores():
		return errors.New("holds scores, as rolefit score writes them, expected answers")
	case !answers:
		return h.errUnknown(r)
	case !id && !r.anonymous:
		return errors.New("the row of column names has no id, expected id, QUESTION.best, QUESTION.worst, skill.SKILL")
	}
	return nil
}

// maxListed is how many names a message lists.
const maxListed = 40

// errUnknown is the error for a file without a column that answers anything.
func (h *header) errUnknown(r *run) error {
	found := h.ignored
	for name := range h.fields {
		found = append(found, name)
	}
	slices.Sort(found)
	for i := range found {
		found[i] = fmt.Sprintf("%q", safetext.Sanitize(found[i]))
	}
	return fmt.Errorf("has no column that answers a question; found the columns %s; expected id, and QUESTION.best and QUESTION.worst for each QUESTION of %s",
		listed(found), listed(r.questionIDs()))
}

func listed(names []string) string {
	if len(names) > maxListed {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:maxListed], ", "), len(names)-maxListed)
	}
	return strings.Join(names, ", ")
}

func (r *run) questionIDs() []string {
	return ids(r.quiz.Questions, func(q *fit.Question) string { return q.ID })
}

func ids[T any](all []T, id func(T) string) []string {
	out := make([]string, len(all))
	for i, x := range all {
		out[i] = id(x)
	}
	return out
}

// beginCSV takes the header out of the chunk that it is in.
func (c *cutter) beginCSV(k *chunk, last bool) error {
	h, err := newHeader(c.run, k.data)
	if h == nil && last {
		h, err = newHeader(c.run, k.data[:bytes.IndexByte(k.data, '\n')+1])
	}
	if err != nil || h == nil {
		return err
	}
	n := recordLength(k.data, h.comma)
	k.skipLines(n)
	c.header, c.begun = h, true
	if len(h.ignored) > 0 {
		k.notes = append(k.notes, fmt.Sprintf("%s: columns left out: %s", c.file, strings.Join(ids(h.ignored, func(name string) string {
			return fmt.Sprintf("%q", safetext.Sanitize(name))
		}), ", ")))
	}
	if len(h.fits) > 0 {
		k.notes = append(k.notes, c.file+": "+scoresNote)
	}
	return nil
}
