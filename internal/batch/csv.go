package batch

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/spell"
)

// CSV comes as survey tools export it: a row of column names, then a row a
// person. A row becomes the JSON object that says the same, and goes the way
// of every line, so that there is one authority on what answers may be. A row
// is one line of the file.

// A header says what the columns are.
type header struct {
	comma   rune
	columns int
	top     []cell // id, pack, seed, taken
	answers []group
	skills  []cell
	cards   []cell
}

// A group is the columns of one question.
type group struct {
	question string
	cells    []cell
}

// A cell is a column and the key under which its value stands.
type cell struct {
	key    string
	column int
	number bool // whether digits stand for a number
}

// The parts of a question's answer, as columns end.
var answerKeys = []string{"best", "worst", "skip", "seconds"}

// newHeader reads the row of names. Columns that are none of ours are left
// out, and told as notes; those that look like ours and are not are an error.
func newHeader(p *fit.Pack, line []byte) (*header, []string, error) {
	if bytes.IndexByte(line, '\r') >= 0 {
		return nil, nil, errors.New("the row of column names holds a carriage return, expected lines that end in LF or CR LF")
	}
	h := &header{comma: comma(line)}
	r := rows{}
	names, err := r.cells(h, line)
	if err != nil {
		return nil, nil, fmt.Errorf("the row of column names %w", err)
	}
	h.columns = len(names)
	seen := map[string]bool{}
	var left []string
	for i, name := range names {
		name = strings.TrimSpace(name)
		if seen[name] && name != "" {
			return nil, nil, fmt.Errorf("column %q is there twice, expected it once", name)
		}
		seen[name] = true
		if ok, err := h.column(p, name, i); err != nil {
			return nil, nil, err
		} else if !ok && name != "" {
			left = append(left, fmt.Sprintf("%q", safetext.Sanitize(name)))
		}
	}
	if !seen["id"] {
		return nil, nil, errors.New("the row of column names has no id, expected id, QUESTION.best, QUESTION.worst, skill.SKILL")
	}
	if len(left) > 0 {
		return h, []string{fmt.Sprintf("columns left out: %s", strings.Join(left, ", "))}, nil
	}
	return h, nil, nil
}

// column takes a column by its name, if it is one of ours.
func (h *header) column(p *fit.Pack, name string, i int) (bool, error) {
	switch name {
	case "id", "pack", "taken":
		h.top = append(h.top, cell{name, i, false})
		return true, nil
	case "seed":
		h.top = append(h.top, cell{name, i, true})
		return true, nil
	case "cards.best", "cards.worst", "cards.skip":
		h.cards = append(h.cards, cell{strings.TrimPrefix(name, "cards."), i, false})
		return true, nil
	}
	if skill, ok := strings.CutPrefix(name, "skill."); ok {
		if p.Skill(skill) == nil {
			return false, unknownColumn(name, skill, "skill", skillIDs(p))
		}
		h.skills = append(h.skills, cell{skill, i, true})
		return true, nil
	}
	dot := strings.LastIndexByte(name, '.')
	if dot < 0 || !slices.Contains(answerKeys, name[dot+1:]) {
		return false, nil
	}
	h.answer(name[:dot], cell{name[dot+1:], i, name[dot+1:] == "seconds"})
	return true, nil
}

func (h *header) answer(question string, c cell) {
	for i := range h.answers {
		if h.answers[i].question == question {
			h.answers[i].cells = append(h.answers[i].cells, c)
			return
		}
	}
	h.answers = append(h.answers, group{question, []cell{c}})
}

func unknownColumn(name, id, kind string, known []string) error {
	err := fmt.Sprintf("column %q is of a %s that the pack does not have", name, kind)
	if near := spell.Nearest(id, known); near != "" {
		return fmt.Errorf("%s (did you mean %q?)", err, near)
	}
	return errors.New(err)
}

func skillIDs(p *fit.Pack) []string {
	ids := make([]string, len(p.Skills))
	for i := range p.Skills {
		ids[i] = p.Skills[i].ID
	}
	return ids
}

// checkQuestions is an error for a column of a question that is not asked.
// Rows can be for some of the roles only by another pack, so that this is
// known from the names.
func (h *header) checkQuestions(r *pack.Reader) error {
	q, err := r.Quiz(nil)
	if err != nil {
		return err
	}
	known := make([]string, len(q.Questions))
	for i, x := range q.Questions {
		known[i] = x.ID
	}
	for _, g := range h.answers {
		if q.Question(g.question) == nil {
			return unknownColumn(g.question+"."+g.cells[0].key, g.question, "question", known)
		}
	}
	return nil
}

// comma is what parts the cells: spreadsheets in some languages write
// semicolons, copies from them have tabs.
func comma(line []byte) rune {
	for _, c := range []rune{',', ';', '\t'} {
		if bytes.ContainsRune(line, c) {
			return c
		}
	}
	return ','
}

// takeHead takes the row of names out of the chunk that it begins.
func (c *cutter) takeHead(k *chunk) error {
	for c.head == nil && len(k.data) > 0 {
		n := bytes.IndexByte(k.data, '\n') + 1
		line := k.data[:n]
		k.data = k.data[n:]
		k.lines++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if k.long {
			return tooLong()
		}
		h, notes, err := newHeader(c.reader.options.Pack, line)
		if err == nil {
			err = h.checkQuestions(c.reader.options.answers)
		}
		if err != nil {
			return err
		}
		c.head = h
		for _, note := range notes {
			k.notes = append(k.notes, c.file+": "+note)
		}
	}
	k.head = c.head
	return nil
}

// rows turns rows into objects. It belongs to one worker and keeps its memory.
type rows struct {
	line   bytes.Reader
	csv    *csv.Reader
	buffer []byte
}

func (r *rows) cells(h *header, line []byte) ([]string, error) {
	if !utf8.Valid(line) {
		return nil, errors.New("is not UTF-8 text")
	}
	r.line.Reset(line)
	if r.csv == nil || r.csv.Comma != h.comma {
		r.csv = csv.NewReader(&r.line)
		r.csv.Comma, r.csv.FieldsPerRecord, r.csv.ReuseRecord = h.comma, -1, true
	}
	cells, err := r.csv.Read()
	if err == nil {
		return cells, nil
	}
	for err != io.EOF { // what is left of the line
		_, err = r.csv.Read()
	}
	return nil, errors.New("is not a row of CSV: a quote is missing or out of place (a row is one line, without line breaks in its cells)")
}

// object is the object that says what a row says, with a line break; nil for
// a row of empty cells. With an error it says only whose row it is.
func (r *rows) object(h *header, line []byte) ([]byte, error) {
	cells, err := r.cells(h, line)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" }) {
		return nil, nil
	}
	o := object{b: append(r.buffer[:0], '{'), row: cells}
	o.cells(h.top)
	if len(cells) != h.columns {
		return append(o.b, '}', '\n'), fmt.Errorf("has %d cells, expected %d as the row of column names has", len(cells), h.columns)
	}
	answers := o.open("answers")
	for _, g := range h.answers {
		question := o.open(g.question)
		o.cells(g.cells)
		o.close(question)
	}
	o.close(answers)
	skills := o.open("skills")
	o.cells(h.skills)
	o.close(skills)
	cards := o.open("cards")
	o.cells(h.cards)
	o.close(cards)
	r.buffer = append(o.b, '}', '\n')
	return r.buffer, nil
}

// An object is JSON being written from a row.
type object struct {
	b   []byte
	row []string
}

func (o *object) key(name string) {
	if o.b[len(o.b)-1] != '{' {
		o.b = append(o.b, ',')
	}
	o.b = append(appendText(o.b, name), ':')
}

// open begins an object within; close takes an empty one back.
func (o *object) open(name string) (start int) {
	start = len(o.b)
	o.key(name)
	o.b = append(o.b, '{')
	return start
}

func (o *object) close(start int) {
	if o.b[len(o.b)-1] == '{' {
		o.b = o.b[:start]
		return
	}
	o.b = append(o.b, '}')
}

// cells writes what is not empty.
func (o *object) cells(cells []cell) {
	for _, c := range cells {
		if c.column >= len(o.row) {
			continue
		}
		value := strings.TrimSpace(o.row[c.column])
		if value == "" {
			continue
		}
		o.key(c.key)
		switch {
		case c.number && value[0] >= '0' && value[0] <= '9' && json.Valid([]byte(value)):
			o.b = append(o.b, value...)
		case c.number && value == string(fit.Unsure):
			o.b = append(o.b, `{"skip":"unsure"}`...)
		default:
			o.b = appendText(o.b, value)
		}
	}
}

// appendText writes a JSON string.
func appendText(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			text, _ := json.Marshal(s) // of a string it cannot fail
			return append(b, text...)
		}
	}
	return append(append(append(b, '"'), s...), '"')
}
