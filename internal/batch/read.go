package batch

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"sync/atomic"

	"github.com/rolefit/rolefit/internal/wording"
)

// A reader cuts the sources into chunks.
type reader struct {
	options *Options
	work    chan *chunk // to whichever worker is free
	order   chan *chunk // to the writer
	spare   chan *chunk
	stop    <-chan struct{}
	err     error // set before order is closed
}

// errStopped ends the reading when the run is over.
var errStopped = errors.New("stopped")

// read reads source after source.
func (r *reader) read() {
	defer close(r.order)
	defer close(r.work)
	for _, s := range r.options.Sources {
		if err := r.source(s); err != nil {
			if err != errStopped {
				r.err = fmt.Errorf("reading %s: %w", wording.Quote(s.Name), cause(err))
			}
			return
		}
	}
}

// cause is what went wrong, without the path that the message already has.
func cause(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("its gzip data is cut off, expected all of it: %w", err)
	}
	return wording.Cause(err)
}

// source reads one source to its end.
func (r *reader) source(s Source) error {
	f, err := s.Open()
	if err != nil {
		return err
	}
	defer f.Close()
	in, err := plainBytes(&countingReader{f, &r.options.count})
	if err != nil {
		return err
	}
	cut := &cutter{reader: r, in: in, file: s.Name, size: r.options.Chunk}
	if cut.size <= 0 {
		cut.size = defaultChunk
	}
	if r.options.whole && !r.options.CSV && isDocument(in) {
		return cut.document()
	}
	return cut.all()
}

// isDocument says whether what comes is one document of several lines: YAML,
// or JSON whose first line only opens it.
func isDocument(in *bufio.Reader) bool {
	start, _ := in.Peek(in.Size())
	start = bytes.TrimLeft(start, " \t\r\n")
	line, _, more := bytes.Cut(start, []byte("\n"))
	line = bytes.TrimSpace(line)
	return more && (len(line) == 0 || line[0] != '{' || len(line) == 1)
}

// document sends all of the source as one.
func (c *cutter) document() error {
	data, err := io.ReadAll(io.LimitReader(c.in, MaxLine+1))
	if err != nil {
		return err
	}
	if len(data) > MaxLine {
		return tooLong()
	}
	k := c.chunk()
	k.whole, k.data = true, append(append(k.data, data...), '\n')
	return c.send(k)
}

// plainBytes unpacks gzip, which is known by its first bytes, and leaves out a
// byte order mark.
func plainBytes(in io.Reader) (*bufio.Reader, error) {
	b := bufio.NewReader(in)
	if magic, _ := b.Peek(2); string(magic) == "\x1f\x8b" {
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, err
		}
		b = bufio.NewReaderSize(z, defaultChunk)
	}
	if mark, _ := b.Peek(3); string(mark) == "\xef\xbb\xbf" {
		_, _ = b.Discard(3)
	}
	return b, nil
}

// A countingReader counts the bytes that come from outside.
type countingReader struct {
	io.Reader
	n *atomic.Int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n.Add(int64(n))
	return n, err
}

// A cutter cuts one source into chunks. A chunk goes out as soon as a line is
// whole, so that a slow source is not waited for.
type cutter struct {
	reader *reader
	in     io.Reader
	file   string
	size   int
	begun  bool
	head   *header
	rest   []byte // the beginning of a line
}

// keptOfLong is how much is kept of a line that is too long: enough to find
// whose it is.
const keptOfLong = 4 << 10

func (c *cutter) all() error {
	for {
		k := c.chunk()
		k.data = append(k.data[:0], c.rest...)
		k.data = room(k.data, max(c.size, len(k.data)+1))
		n, err := c.in.Read(k.data[len(k.data):cap(k.data)])
		k.data = k.data[:len(k.data)+n]
		if err == io.EOF && len(k.data) > 0 && k.data[len(k.data)-1] != '\n' {
			k.data = append(k.data, '\n')
		}
		end := bytes.LastIndexByte(k.data, '\n') + 1
		c.rest = append(c.rest[:0], k.data[end:]...)
		k.data = k.data[:end]
		if end > 0 {
			if err := c.send(k); err != nil {
				return err
			}
		} else {
			c.reader.free(k)
		}
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		case len(c.rest) > MaxLine+2:
			if err := c.long(); err != nil {
				return err
			}
		}
	}
}

// room is data with space for more, up to size; of a line that goes on, twice
// what there is.
func room(data []byte, size int) []byte {
	if size < 2*len(data) {
		size = 2 * len(data)
	}
	if cap(data) >= size {
		return data[:len(data):size]
	}
	return append(make([]byte, 0, size), data...)
}

// long passes over the rest of a line that is too long, without keeping it.
func (c *cutter) long() error {
	k := c.chunk()
	k.long = true
	k.data = append(append(k.data[:0], c.rest[:keptOfLong]...), '\n')
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

// chunk is an empty chunk, one that was used before where there is one.
func (c *cutter) chunk() *chunk {
	var k *chunk
	select {
	case k = <-c.reader.spare:
	default:
		k = &chunk{}
	}
	*k = chunk{data: k.data[:0], file: c.file, parts: make(chan *part, 1)}
	return k
}

// free takes a chunk back that is done with.
func (r *reader) free(k *chunk) {
	select {
	case r.spare <- k:
	default:
	}
}

// send sends a chunk to the writer and to a worker.
func (c *cutter) send(k *chunk) error {
	k.first, c.begun = !c.begun, true
	if c.reader.options.CSV {
		if err := c.takeHead(k); err != nil {
			return err
		}
	}
	select {
	case c.reader.order <- k:
	case <-c.reader.stop:
		return errStopped
	}
	select {
	case c.reader.work <- k:
	case <-c.reader.stop:
		return errStopped
	}
	return nil
}
