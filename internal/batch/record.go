package batch

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// maxRecord limits how far the end of a row is searched for.
const maxRecord = MaxLine + 2

// recordLength returns the length of the CSV row at the beginning of data,
// including its line break. Since quoted cells may contain line breaks, a row
// can span lines. It returns 0 if data ends too early. If a quote is missing or
// misplaced, the row is taken to be just the first line, so that one bad quote
// spoils one line and not the rest of the file.
func recordLength(data []byte, comma rune) int {
	line := bytes.IndexByte(data, '\n') + 1
	if line > 0 && bytes.IndexByte(data[:line], '"') < 0 {
		return line
	}
	n := scanRecord(data[:min(len(data), maxRecord)], byte(comma))
	if n < 0 || n == 0 && len(data) > maxRecord {
		return line
	}
	return n
}

// scanRecord returns the length of a row, 0 if it doesn't end in data, or -1 if
// its quotes are invalid.
func scanRecord(data []byte, comma byte) int {
	for i := 0; ; {
		if i == len(data) {
			return 0
		}
		if data[i] == '"' {
			n := scanQuoted(data[i:])
			if n == 0 {
				return 0
			}
			if i += n; data[i] != comma && data[i] != '\n' && data[i] != '\r' {
				return -1
			}
		}
		n := bytes.IndexAny(data[i:], string([]byte{comma, '\n', '"'}))
		if n < 0 {
			return 0
		}
		switch data[i+n] {
		case '"':
			return -1
		case '\n':
			return i + n + 1
		}
		i += n + 1
	}
}

// scanQuoted returns the length of quoted text, in which two quotes stand for
// one, or 0 if it doesn't end in data.
func scanQuoted(data []byte) int {
	for i := 1; ; {
		n := bytes.IndexByte(data[i:], '"') + 1
		switch i += n; {
		case n == 0, i == len(data):
			return 0
		case data[i] != '"':
			return i
		}
		i++
	}
}

// A cells splits rows into cells. Each worker has its own.
type cells struct {
	row    bytes.Reader
	reader *csv.Reader
	plain  []string // memory that splitPlain reuses
}

// splitPlain splits a row without quotes.
func (c *cells) splitPlain(row []byte, comma rune) []string {
	c.plain = c.plain[:0]
	for rest, more := string(content(row)), true; more; {
		var cell string
		cell, rest, more = strings.Cut(rest, string(comma))
		c.plain = append(c.plain, cell)
	}
	return c.plain
}

// split returns the cells of a row. They are valid until the next call. A row
// that isn't UTF-8 text is read as Windows-1252, which older programs write.
func (c *cells) split(row []byte, comma rune) ([]string, error) {
	if !utf8.Valid(row) {
		row, _ = charmap.Windows1252.NewDecoder().Bytes(row) // it has a character for every byte
	}
	if bytes.IndexByte(row, '"') < 0 {
		return c.splitPlain(row, comma), nil
	}
	c.row.Reset(row)
	if c.reader == nil || c.reader.Comma != comma {
		c.reader = csv.NewReader(&c.row)
		c.reader.Comma, c.reader.FieldsPerRecord, c.reader.ReuseRecord = comma, -1, true
	}
	cells, err := c.reader.Read()
	if err == nil {
		return cells, nil
	}
	for err != io.EOF { // the rest of the row
		_, err = c.reader.Read()
	}
	return nil, errors.New("is not a row of CSV: a quote is missing or out of place")
}
