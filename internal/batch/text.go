package batch

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// newTextReader returns the text of a file, packed with gzip or not, as UTF-8
// with LF or CR LF line ends.
func newTextReader(in io.Reader, csv bool) (io.Reader, error) {
	b := bufio.NewReader(in)
	if magic, _ := b.Peek(2); string(magic) == "\x1f\x8b" {
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, err
		}
		b = bufio.NewReaderSize(z, defaultChunk)
	}
	return &lineEnds{in: decode(b), csv: csv}, nil
}

// decode returns a text as UTF-8 without its byte order mark. UTF-16 is known
// by its mark, or by a zero byte in the first character.
func decode(b *bufio.Reader) io.Reader {
	utf16 := func(order unicode.Endianness) io.Reader {
		return transform.NewReader(b, unicode.UTF16(order, unicode.UseBOM).NewDecoder())
	}
	start, _ := b.Peek(2)
	switch {
	case len(start) < 2:
	case string(start) == "\xff\xfe", start[0] != 0 && start[1] == 0:
		return utf16(unicode.LittleEndian)
	case string(start) == "\xfe\xff", start[0] == 0 && start[1] != 0:
		return utf16(unicode.BigEndian)
	case string(start) == "\xef\xbb":
		if mark, _ := b.Peek(3); string(mark) == "\xef\xbb\xbf" {
			_, _ = b.Discard(3) // it is in the buffer
		}
	}
	return b
}

// lineEnds is a text whose lines may end in CR, which become LF. How its lines
// end is decided by the first line end; in CSV, by the first outside of a
// quoted cell.
type lineEnds struct {
	in      io.Reader
	csv     bool
	decided bool
	cr      bool // lines end in CR
	quoted  bool // within a quoted cell
	held    bool // a CR was read, and not what follows
}

func (l *lineEnds) Read(p []byte) (int, error) {
	if len(p) < minRead {
		return 0, io.ErrShortBuffer
	}
	start := 0
	if l.held {
		p[0], start = '\r', 1
	}
	n, err := l.in.Read(p[start:])
	p = p[:start+n]
	if !l.decided {
		l.decide(p, err != nil)
		if l.held {
			p = p[:len(p)-1]
		}
	}
	if l.cr {
		for i := range p {
			if p[i] == '\r' {
				p[i] = '\n'
			}
		}
	}
	return len(p), err
}

// decide looks for the first line end. A CR at the end of p decides nothing
// unless it is the last byte of all.
func (l *lineEnds) decide(p []byte, last bool) {
	start := 0
	if l.held {
		l.held = false // its place is p[0], which is looked at again
	}
	for {
		i := bytes.IndexAny(p[start:], "\r\n\"")
		if i < 0 {
			return
		}
		i += start
		start = i + 1
		switch {
		case p[i] == '"':
			l.quoted = l.csv && !l.quoted
		case l.quoted:
		case p[i] == '\n', start < len(p) && p[start] == '\n':
			l.decided = true
			return
		case start == len(p) && !last:
			l.held = true
			return
		default:
			l.decided, l.cr = true, true
			return
		}
	}
}
