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

// maxRecord is the maximum distance searched for the end of a row.
const maxRecord = MaxLine + 2

// recordLength returns the length of the CSV row at the beginning of data,
// including its line break. A row can span lines, because quoted cells may
// contain line breaks. It returns 0 if data ends too early. If a quote is
// missing or misplaced, the row is assumed to end with its first line, so that
// one bad quote spoils only one line.
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

// scanRecord returns the length of a row, 0 if data ends before the row does,
// or -1 if its quotes are invalid.
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

// scanQuoted returns the length of quoted text, in which a doubled quote means
// a quote, or 0 if data ends before the text does.
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

// A splitter splits rows into cells. Each worker has its own.
type splitter struct {
	row    bytes.Reader
	reader *csv.Reader
	plain  []string // buffer for splitPlain
}

// splitPlain splits a row that contains no quotes.
func (s *splitter) splitPlain(row []byte, comma rune) []string {
	s.plain = s.plain[:0]
	for rest, more := string(content(row)), true; more; {
		var cell string
		cell, rest, more = strings.Cut(rest, string(comma))
		s.plain = append(s.plain, cell)
	}
	return s.plain
}

// split returns the cells of a row, which are valid until the next call. If a
// row isn't valid UTF-8, it is decoded as Windows-1252, which older programs
// write.
func (s *splitter) split(row []byte, comma rune) ([]string, error) {
	if !utf8.Valid(row) {
		row, _ = charmap.Windows1252.NewDecoder().Bytes(row) // can't fail, since Windows-1252 decodes every byte
	}
	if bytes.IndexByte(row, '"') < 0 {
		return s.splitPlain(row, comma), nil
	}
	s.row.Reset(row)
	if s.reader == nil || s.reader.Comma != comma {
		s.reader = csv.NewReader(&s.row)
		s.reader.Comma, s.reader.FieldsPerRecord, s.reader.ReuseRecord = comma, -1, true
	}
	cells, err := s.reader.Read()
	if err == nil {
		return cells, nil
	}
	for err != io.EOF { // skip the rest of the row
		_, err = s.reader.Read()
	}
	return nil, errors.New("is not a row of CSV: a quote is missing or out of place")
}
