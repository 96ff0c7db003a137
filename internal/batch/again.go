package batch

import (
	"bytes"
	"fmt"
	"io"
	"slices"

	"github.com/rolefit/rolefit/internal/survey"
	"github.com/rolefit/rolefit/internal/wording"
)

// This file leaves out the earlier answers of people who answered a survey more
// than once. It does so only if the organizer named the column that identifies
// people, because other ids don't have to be unique.

// keepLast empties the rows of people who occur again later in the table, so
// that their last answers count. It reads the rest of the table first, unless
// last is true. A table that is too large for that is left as it is.
func (c *cutter) keepLast(k *chunk, last bool) error {
	if last {
		c.input.again = c.emptyRepeated(k.data, k.lines)
		return nil
	}
	rest, err := io.ReadAll(io.LimitReader(c.in, maxTable))
	if err != nil {
		return err
	}
	all := append(bytes.Clone(k.data), rest...)
	c.in, k.data = io.MultiReader(bytes.NewReader(all), c.in), k.data[:0]
	if len(rest) == maxTable {
		c.input.again = fmt.Sprintf("people who answered more than once aren't looked for in tables of more than %d MB", maxTable>>20)
		return nil
	}
	c.input.again = c.emptyRepeated(all, k.lines)
	return nil
}

// emptyRepeated empties all rows of a person but the last and returns a message
// about them, or "". line is the number of rows before them.
func (c *cutter) emptyRepeated(rows []byte, line int) string {
	type place struct {
		row  []byte
		line int
	}
	var cells splitter
	latest, people := map[string]place{}, map[string]bool{}
	var left []int
	for len(rows) > 0 {
		n := recordLength(rows, c.header.comma)
		if n == 0 {
			n = len(rows)
		}
		row := rows[:n]
		rows = rows[n:]
		if id := c.rowID(&cells, row); id != "" {
			if earlier, ok := latest[id]; ok {
				empty(earlier.row)
				left, people[id] = append(left, earlier.line), true
			}
			latest[id] = place{row, line + 1}
		}
		line++
	}
	if len(left) == 0 {
		return ""
	}
	slices.Sort(left)
	return fmt.Sprintf("%s answered more than once, so only their last answers count; left out: %s", wording.Plural(len(people), "person", "people"), survey.Places("row", left))
}

func (c *cutter) rowID(cells *splitter, row []byte) string {
	split, err := cells.split(row, c.header.comma)
	if err != nil {
		return ""
	}
	return c.header.columns.ID(split)
}

// empty replaces everything but the line break at the end by spaces.
func empty(row []byte) {
	for i := range content(row) {
		row[i] = ' '
	}
}
