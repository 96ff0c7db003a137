package batch

import (
	"errors"
	"fmt"
	"strings"

	"github.com/rolefit/rolefit/internal/survey"
)

// errEmptyRow is the error for an empty row, which is skipped.
var errEmptyRow = errors.New("empty row")

// row processes a row of CSV and returns its id. first is its number in the
// chunk.
func (w *worker) row(out []byte, c *chunk, first int, line []byte) (_ []byte, id string, err error) {
	h := c.header
	if w.fastRow != nil {
		if out, ok, err := w.fastRow(out, h, line); ok {
			return out, "", err
		}
	}
	cells, err := w.cells.split(line, h.comma)
	if err != nil {
		return out, "", err
	}
	empty := true
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
		empty = empty && cells[i] == ""
	}
	if empty {
		return out, "", errEmptyRow
	}
	if h.scores == nil {
		id = survey.Short(h.columns.ID(cells))
	}
	if cells, err = sameLength(cells, len(h.columns.Names)); err != nil {
		return out, id, err
	}
	if h.scores != nil {
		person, err := h.scores.read(cells)
		if err == nil {
			err = w.score(person)
		}
		return out, person.ID, err
	}
	skipped, problems := h.columns.Answers(cells, w.fallback(c, first), &w.answers)
	if len(problems) > 0 {
		return out, id, errors.New(join(problems))
	}
	c.input.slips.Add(c.line+first, skipped)
	out, err = w.person(out, w.quiz, &w.answers)
	return out, id, err
}

// fallback returns the number of a row or line as the id of a person without
// one, or "" if ids aren't needed.
func (w *worker) fallback(c *chunk, line int) string {
	if w.anonymous {
		return ""
	}
	return fmt.Sprintf("%s-%d", c.unit(), c.line+line)
}

// sameLength returns the cells, adjusted to the number of column names. Some
// tools end every row with a separator.
func sameLength(cells []string, n int) ([]string, error) {
	for len(cells) > n && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) != n {
		return cells, fmt.Errorf("has %d cells, expected %d, like the header row", len(cells), n)
	}
	return cells, nil
}
