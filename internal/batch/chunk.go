package batch

import (
	"bytes"
	"fmt"
	"sync"
)

// A chunk is whole lines of one source, each with its line break.
type chunk struct {
	file  string
	first bool // of its source
	data  []byte
	long  bool    // it is the beginning of one line that is too long
	whole bool    // it is one document
	head  *header // of CSV
	notes []string
	parts chan *part
	lines int // before the data; when parts is closed, with those of the data
}

// A part is some of what a chunk becomes.
type part struct {
	out    []byte
	bad    []bad
	people int
	lines  int
}

// bad is what is wrong with a line.
type bad struct {
	line    int // of the chunk, from 1
	at      int // where in the part's output the line's would have been
	people  int // of the part, before it
	id      string
	message string
}

var partPool = sync.Pool{New: func() any { return new(part) }}

// maxKept is the largest memory that a part keeps for the next one.
const maxKept = 4 * partSize

func (p *part) release() {
	if cap(p.out) > maxKept {
		return
	}
	*p = part{out: p.out[:0], bad: p.bad[:0]}
	partPool.Put(p)
}

// deal lets a worker deal with each line of the chunk. It returns false when
// the run was stopped.
func (c *chunk) process(r *reader, l lineHandler, rows *rows) bool {
	defer close(c.parts)
	p := partPool.Get().(*part)
	if c.long {
		c.lines++
		p.reject(c.lines, c.data, tooLong())
		return c.hand(r, p)
	}
	if c.whole {
		c.lines++
		p.lines++
		p.wrote(c.lines, c.data, l(p, c.data))
		return c.hand(r, p)
	}
	for rest := c.data; len(rest) > 0; {
		n := bytes.IndexByte(rest, '\n') + 1
		line := rest[:n]
		rest = rest[n:]
		c.lines++
		p.lines++
		if len(content(line)) > MaxLine {
			p.reject(c.lines, line, tooLong())
		} else if line[0] != '{' && len(bytes.TrimSpace(line)) == 0 {
			continue
		} else if c.head == nil {
			p.wrote(c.lines, line, l(p, line))
		} else if object, err := rows.object(c.head, line); err != nil || object != nil {
			if err == nil {
				err = l(p, object)
			}
			p.wrote(c.lines, object, err)
		}
		if len(p.out) >= partSize {
			if !c.hand(r, p) {
				return false
			}
			p = partPool.Get().(*part)
		}
	}
	return c.hand(r, p)
}

// content is a line without its line break.
func content(line []byte) []byte {
	line = line[:len(line)-1]
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	return line
}

func tooLong() error {
	return fmt.Errorf("is longer than %d KB, expected one person's answers", MaxLine>>10)
}

// took counts a line that was dealt with, or notes what is wrong with it.
func (p *part) wrote(line int, text []byte, err error) {
	if err != nil {
		p.reject(line, text, err)
		return
	}
	p.people++
}

// wrong notes a bad line.
func (p *part) reject(line int, text []byte, err error) {
	p.bad = append(p.bad, bad{line: line, at: len(p.out), people: p.people, id: idOf(text), message: err.Error()})
}

// hand hands a part to the writer, who may have to get there first.
func (c *chunk) hand(r *reader, p *part) bool {
	select {
	case c.parts <- p:
		return true
	case <-r.stop:
		return false
	}
}
