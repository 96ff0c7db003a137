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

// A header maps the columns of a CSV file to fields.
type header struct {
	comma      rune
	columns    int
	fields     map[string]int // columns of a name of their own, as id or start
	questions  []questionColumns
	cards      []namedColumn // by a role's id or card-1, card-2, ...
	conditions []namedColumn
	skills     []namedColumn
	scores     int // how many columns are of scores
	known      int // how many columns are not ignored
	ignored    []string
}

// A questionColumns holds the columns of one question, -1 for missing ones.
type questionColumns struct {
	question                   *fit.Question
	best, worst, skip, seconds int
}

// A namedColumn is the column of a card, condition or skill.
type namedColumn struct {
	id     string
	column int
}

// answerFields are the columns with a name of their own in a file of answers.
var answerFields = []string{"id", "pack", "taken", "seed", "start"}

// answerParts lists the last parts of the names of a question's columns.
var answerParts = []string{"best", "worst", "skip", "seconds"}

// commas lists the characters that may separate cells. Spreadsheets in some
// languages write semicolons, and copied tables have tabs.
var commas = []rune{',', ';', '\t'}

// newHeader reads the first row of data. It chooses the separator that yields
// the most known columns, or else the most columns. It returns nil if the data
// is incomplete and more may follow.
func newHeader(r *run, data []byte, last bool) (best *header, err error) {
	for _, comma := range commas {
		n := recordLength(data, comma)
		switch {
		case n == 0 && !last:
			return nil, nil
		case n == 0:
			n = bytes.IndexByte(data, '\n') + 1
		}
		h, e := r.parseHeader(data[:n], comma)
		if best == nil || h.known > best.known || h.known == best.known && h.columns > best.columns {
			best, err = h, e
		}
	}
	if err == nil {
		err = best.check(r)
	}
	return best, err
}

// parseHeader parses a header row and returns the first error in it.
func (r *run) parseHeader(row []byte, comma rune) (*header, error) {
	h := &header{comma: comma, fields: map[string]int{}}
	names, err := new(cells).split(row, comma)
	if err != nil {
		return h, fmt.Errorf("the row of column names %w", err)
	}
	h.columns = len(names)
	for i, name := range names {
		name = strings.TrimSpace(name)
		known, e := r.column(h, name, i)
		switch {
		case known && slices.ContainsFunc(names[:i], func(before string) bool { return strings.TrimSpace(before) == name }):
			e = fmt.Errorf("column %q is there twice, expected it once", name)
		case known:
			h.known++
		case e == nil && name != "":
			h.ignored = append(h.ignored, name)
		}
		if err == nil {
			err = e
		}
	}
	return h, err
}

// column adds a column and reports whether its name is known. A name that has a
// known form but refers to something that isn't in the pack is an error.
func (r *run) column(h *header, name string, column int) (known bool, err error) {
	if kind, id, ok := strings.Cut(name, "."); ok && slices.Contains(namedKinds, kind) {
		return r.namedColumn(h, kind, namedColumn{id, column})
	}
	switch dot := strings.LastIndexByte(name, '.'); {
	case slices.Contains(answerFields, name):
		h.fields[name] = column
	case slices.Contains(csvFields, name), strings.HasPrefix(name, "fit."):
		h.scores++
	case dot >= 0 && slices.Contains(answerParts, name[dot+1:]):
		if r.quiz.Question(name[:dot]) == nil {
			return false, unknownColumn(name, "question", name[:dot], r.questionIDs())
		}
		h.addQuestion(r.quiz.Question(name[:dot]), name[dot+1:], column)
	default:
		return false, nil
	}
	return true, nil
}

// namedKinds are the first part of the names of namedColumns.
var namedKinds = []string{"card", "condition", "skill"}

// namedColumn adds the column of a card, condition or skill.
func (r *run) namedColumn(h *header, kind string, c namedColumn) (known bool, err error) {
	var all []string
	to := &h.skills
	switch kind {
	case "card":
		to, all = &h.cards, ids(r.quiz.Roles, func(r *fit.Role) string { return r.ID })
		if r.quiz.KnowsStep("card:" + c.id) {
			all = append(all, c.id)
		}
	case "condition":
		to, all = &h.conditions, ids(r.Pack.Conditions, func(c fit.Condition) string { return c.ID })
	default:
		all = ids(r.Pack.Skills, func(s fit.Skill) string { return s.ID })
	}
	if !slices.Contains(all, c.id) {
		return false, unknownColumn(kind+"."+c.id, kind, c.id, all)
	}
	*to = append(*to, c)
	return true, nil
}

// addQuestion adds a column of a question.
func (h *header) addQuestion(x *fit.Question, part string, column int) {
	i := slices.IndexFunc(h.questions, func(q questionColumns) bool { return q.question == x })
	if i < 0 {
		i = len(h.questions)
		h.questions = append(h.questions, questionColumns{question: x, best: -1, worst: -1, skip: -1, seconds: -1})
	}
	q := &h.questions[i]
	switch part {
	case "best":
		q.best = column
	case "worst":
		q.worst = column
	case "skip":
		q.skip = column
	case "seconds":
		q.seconds = column
	}
}

func unknownColumn(name, kind, id string, known []string) error {
	err := fmt.Sprintf("column %q is of a %s that the pack does not have", name, kind)
	if near := spell.Nearest(id, known); near != "" {
		return fmt.Errorf("%s (did you mean %q?)", err, near)
	}
	return errors.New(err)
}

// check returns an error if the columns don't hold answers.
func (h *header) check(r *run) error {
	_, id := h.fields["id"]
	switch answers := len(h.questions)+len(h.cards)+len(h.conditions)+len(h.skills) > 0; {
	case !answers && h.scores > 1:
		return fmt.Errorf("holds scores, which are only %s of a result, expected the answers that they were made of; rolefit team also reads whole results: rolefit score --texts FILE | rolefit team", strings.Join(csvFields, ", "))
	case !answers:
		return h.errUnknown(r)
	case !id && !r.anonymous:
		return errors.New("the row of column names has no id, expected id, QUESTION.best, QUESTION.worst, skill.SKILL")
	}
	return nil
}

// maxListed is the number of names that a message lists.
const maxListed = 40

// errUnknown returns the error for a file in which no column holds an answer.
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

// beginCSV removes the header from the chunk.
func (c *cutter) beginCSV(k *chunk, last bool) error {
	h, err := newHeader(c.run, k.data, last)
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
	return nil
}
