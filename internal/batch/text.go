package batch

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// newTextReader returns a reader that converts a file to UTF-8 with LF or CR LF
// line endings. The file may be compressed with gzip.
func newTextReader(in io.Reader) (io.Reader, error) {
	b := bufio.NewReader(in)
	if err := checkText(b); err != nil {
		return nil, err
	}
	if magic, _ := b.Peek(2); string(magic) == "\x1f\x8b" {
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, err
		}
		b = bufio.NewReaderSize(z, defaultChunk)
		if err := checkText(b); err != nil {
			return nil, err
		}
	}
	return &lineEnds{in: decode(b)}, nil
}

// checkText returns an error if the file is a spreadsheet or an archive.
func checkText(b *bufio.Reader) error {
	switch magic, _ := b.Peek(4); string(magic) {
	case "PK\x03\x04":
		return foreign("it's a spreadsheet such as .xlsx or .ods, or a zip file, expected CSV or JSON: save the sheet as CSV, or unpack the file")
	case "\xd0\xcf\x11\xe0":
		return foreign("it's an old Excel file, expected CSV or JSON: save the sheet as CSV")
	}
	return nil
}

func foreign(message string) error { return &foreignError{errors.New(message)} }

// decode converts text to UTF-8 without a byte order mark. It recognizes UTF-16
// by its byte order mark or by a zero byte in the first character.
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
			_, _ = b.Discard(3) // can't fail, because the data is buffered
		}
	}
	return b
}

// A lineEnds reads text. If its first line ends with CR alone, it replaces each
// CR by LF.
type lineEnds struct {
	in      io.Reader
	decided bool
	cr      bool // whether lines end with CR alone
	held    bool // whether a CR was read, but not the byte after it
}

func (l *lineEnds) Read(p []byte) (int, error) {
	if l.held && len(p) < minRead {
		return 0, io.ErrShortBuffer
	}
	start := 0
	if l.held {
		p[0], start, l.held = '\r', 1, false
	}
	n, err := l.in.Read(p[start:])
	p = p[:start+n]
	if !l.decided {
		l.decide(p, err != nil)
	}
	if l.held {
		p = p[:len(p)-1]
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

// decide determines the kind of line ending from the first one. If p ends with
// a CR, it needs more data unless last is true.
func (l *lineEnds) decide(p []byte, last bool) {
	i := bytes.IndexAny(p, "\r\n")
	if i < 0 {
		return
	}
	end := i+1 == len(p)
	l.held = p[i] == '\r' && end && !last
	l.decided = !l.held
	l.cr = l.decided && p[i] == '\r' && (end || p[i+1] != '\n')
}
