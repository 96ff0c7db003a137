package batch

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync/atomic"

	"github.com/rolefit/rolefit/internal/wording"
)

// errStopped is the error with which reading ends when the run is stopped.
var errStopped = errors.New("stopped")

// chunks cuts the sources into chunks, one source after another.
func (r *run) chunks(yield func(*chunk) bool) {
	number := 0
	numbered := func(c *chunk) bool {
		c.number = number
		number++
		return yield(c)
	}
	for _, s := range r.Sources {
		err := r.source(s, numbered)
		if err == nil || err == errStopped {
			if err == nil {
				continue
			}
			return
		}
		failed := fmt.Errorf("reading %s: %w", wording.Quote(s.Name), explain(err))
		if !s.Optional || !errors.As(err, new(*foreignError)) {
			r.err = failed
			return
		}
		r.foreign = append(r.foreign, failed)
	}
	if len(r.foreign) > 0 && len(r.foreign) == len(r.Sources) {
		r.err = r.foreign[0]
	}
}

// A foreignError is the error for a file that contains no answers.
type foreignError struct{ error }

func (e *foreignError) Unwrap() error { return e.error }

// explain removes the path from an error, because the message already contains
// it.
func explain(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("its gzip data is cut off, expected all of it: %w", err)
	}
	return wording.Cause(err)
}

func (r *run) source(s Source, yield func(*chunk) bool) error {
	f, err := s.Open()
	if err != nil {
		return err
	}
	defer f.Close()
	in, err := newTextReader(&countingReader{f, &r.bytes})
	if err != nil {
		return err
	}
	c := &cutter{run: r, yield: yield, in: in, file: s.Name, size: r.Chunk, csv: r.CSV, input: &input{file: s.Name}, optional: s.Optional}
	r.inputs = append(r.inputs, c.input)
	if c.size <= 0 {
		c.size = defaultChunk
	}
	if err := c.cut(); err != nil || c.sent || !s.Optional {
		return err
	}
	return foreign("it's empty, expected answers")
}

// A countingReader counts the bytes read.
type countingReader struct {
	io.Reader
	n *atomic.Int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n.Add(int64(n))
	return n, err
}

// A cutter cuts one source into chunks. It sends a chunk as soon as a line is
// complete, so that a slow source doesn't delay output.
type cutter struct {
	*run
	yield    func(*chunk) bool // passes a chunk to a worker
	in       io.Reader
	file     string
	size     int
	sent     bool // whether any chunk has been sent
	begun    bool // whether the file type and, for CSV, the header are known
	csv      bool // whether the file is CSV
	optional bool // whether the file may contain no answers
	line     int  // number of lines sent or, for a table, rows
	header   *header
	found    *header // header that waits for the first rows, or nil
	input    *input
	rest     []byte // beginning of an incomplete line
}

// keptOfLong is the number of bytes kept from a line that is too long, so that
// its id can be found.
const keptOfLong = 4 << 10

func (c *cutter) cut() error {
	for {
		k := c.newChunk()
		k.data = room(append(k.data, c.rest...), c.size)
		n, err := c.in.Read(k.data[len(k.data):cap(k.data)])
		k.data = k.data[:len(k.data)+n]
		if err == io.EOF && len(k.data) > 0 && k.data[len(k.data)-1] != '\n' {
			k.data = append(k.data, '\n')
		}
		if e := c.chunk(k, err == io.EOF); e != nil {
			return e
		}
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		case len(c.rest) > maxRecord:
			if err := c.skipLong(); err != nil {
				return err
			}
		}
	}
}

// minRead is the minimum size of a buffer for a read from lineEnds.
const minRead = 2

// room returns data with free capacity, up to size. If a line is longer than
// that, it doubles the capacity.
func room(data []byte, size int) []byte {
	size = max(size, 2*len(data), len(data)+minRead)
	if cap(data) >= size {
		return data[:len(data):size]
	}
	return append(make([]byte, 0, size), data...)
}

// chunk sends the complete lines of a chunk and keeps the rest.
func (c *cutter) chunk(k *chunk, last bool) error {
	if !c.begun {
		if err := c.begin(k, last); err != nil || k.document {
			if err != nil && err != errStopped && !errors.Is(err, io.ErrUnexpectedEOF) {
				err = &foreignError{err}
			}
			return err
		}
	}
	end, rows := 0, 0
	if c.begun {
		end, rows = c.complete(k.data, last)
	}
	c.rest = append(c.rest[:0], k.data[end:]...)
	k.data = k.data[:end]
	if end == 0 && k.lines == 0 {
		c.spare.Put(k)
		return nil
	}
	return c.sendRows(k, rows)
}

// complete returns the length and the number of the complete lines or rows in
// data.
func (c *cutter) complete(data []byte, last bool) (end, rows int) {
	if c.header == nil || bytes.IndexByte(data, '"') < 0 {
		end = bytes.LastIndexByte(data, '\n') + 1
		return end, bytes.Count(data[:end], newline)
	}
	for end < len(data) {
		n := recordLength(data[end:], c.header.comma)
		if n == 0 && last {
			n = bytes.IndexByte(data[end:], '\n') + 1
		}
		if n == 0 {
			break
		}
		end, rows = end+n, rows+1
	}
	return end, rows
}

// skipLong reports a line that is too long and skips the rest of it.
func (c *cutter) skipLong() error {
	if c.csv && !c.begun {
		return &foreignError{errTooLong()}
	}
	k := c.newChunk()
	k.long, k.header, c.begun = true, c.header, true
	k.data = append(append(k.data, c.rest[:keptOfLong]...), '\n')
	if err := c.send(k); err != nil {
		return err
	}
	buffer := c.rest[:cap(c.rest)]
	for {
		n, err := c.in.Read(buffer)
		if i := bytes.IndexByte(buffer[:n], '\n'); i >= 0 {
			c.rest = buffer[:copy(buffer, buffer[i+1:n])]
			return nil
		}
		if err == io.EOF {
			c.rest = c.rest[:0]
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// newChunk returns an empty chunk, reusing memory if possible.
func (c *cutter) newChunk() *chunk {
	k, ok := c.spare.Get().(*chunk)
	if !ok {
		k = &chunk{}
	}
	*k = chunk{data: k.data[:0], file: c.file, part: k.part}
	return k
}

// send passes a chunk of lines to a worker.
func (c *cutter) send(k *chunk) error { return c.sendRows(k, bytes.Count(k.data, newline)) }

// sendRows passes a chunk with a number of lines or rows to a worker.
func (c *cutter) sendRows(k *chunk, rows int) error {
	k.first, k.header, k.input, c.sent = !c.sent, c.header, c.input, true
	k.line = c.line
	c.line += k.lines + rows
	if !c.yield(k) {
		return errStopped
	}
	return nil
}

// skipLines removes the first n bytes from the data, which must be whole lines.
func (c *chunk) skipLines(n int) {
	c.lines += bytes.Count(c.data[:n], newline)
	c.data = slices.Delete(c.data, 0, n)
}
