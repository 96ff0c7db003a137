package batch

import (
	"bytes"
	"fmt"
)

// A chunk is a sequence of whole lines from one source, including their line
// breaks, and the output for them that isn't written yet.
type chunk struct {
	number   int // position in the order of output
	file     string
	first    bool // whether it is the first chunk of its source
	data     []byte
	long     bool    // whether the chunk is the beginning of a single line that is too long
	document bool    // whether the chunk is a single document of one or more lines
	header   *header // header of a CSV source, or nil
	input    *input
	line     int      // number of lines or, in a table, rows in the source before the chunk
	notes    []string // messages to print before the output of the chunk
	lines    int      // number of lines or rows processed so far
	part
}

// A part is part of a chunk's output.
type part struct {
	out    []byte
	bad    []badLine
	people int
	lines  int
}

// A badLine is a BadLine with positions relative to its chunk and part.
type badLine struct {
	line    int // line number in the chunk, starting at 1
	offset  int // offset in the part's output at which the line's output would be
	people  int // number of good lines in the part before this one
	id      string
	message string
	row     bool // whether the line is a row of a table
}

func (p *part) reset() { *p = part{out: p.out[:0], bad: p.bad[:0]} }

// chunk processes each line of a chunk, until the run is stopped.
func (w *worker) chunk(c *chunk) {
	for rest := c.data; len(rest) > 0; {
		line := c.record(rest)
		rest = rest[len(line):]
		w.record(c, line)
		if len(c.out) >= maxHeld && !w.out.flush(c) {
			return
		}
	}
	w.out.add(c)
}

// record returns the line, row or document at the beginning of data.
func (c *chunk) record(data []byte) []byte {
	switch {
	case c.long, c.document:
		return data
	case c.header != nil:
		if n := recordLength(data, c.header.comma); n > 0 {
			return data[:n]
		}
	}
	return data[:bytes.IndexByte(data, '\n')+1]
}

// record processes one line, row or document.
func (w *worker) record(c *chunk, line []byte) {
	p := &c.part
	var id string
	var err error
	out := p.out
	c.lines++
	p.lines++
	first := c.lines
	switch {
	case c.long, len(content(line)) > MaxLine:
		err = errTooLong()
	case c.document:
		c.lines += bytes.Count(line, newline) - 1
		out, err = w.document(out, c, first, line)
	case line[0] != '{' && len(bytes.TrimSpace(line)) == 0:
		return
	case c.header != nil:
		if out, id, err = w.row(out, c, first, line); err == errEmptyRow {
			return
		}
	default:
		out, err = w.line(out, c, first, line)
	}
	if err == nil {
		p.out = out
		p.people++
		w.compare(c, first, line)
		return
	}
	if c.header == nil {
		id = findID(line)
	}
	p.bad = append(p.bad, badLine{line: first, offset: len(p.out), people: p.people, id: id, message: err.Error(), row: c.header != nil})
}

// unit returns what the chunk's numbers count, for messages.
func (c *chunk) unit() string {
	if c.header != nil {
		return "row"
	}
	return "line"
}

var newline = []byte("\n")

// content returns a line without its line break.
func content(line []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(line, newline), []byte("\r"))
}

func errTooLong() error {
	return fmt.Errorf("is longer than %d KB, expected one person's answers", MaxLine>>10)
}
