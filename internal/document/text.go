package document

import (
	"bytes"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/rolefit/rolefit/internal/safetext"
)

// MaxBytes is the maximum size of a document. It is many times the size of a
// complete role, and even malicious YAML of this size is rejected quickly.
const MaxBytes = 256 << 10

const maxDepth = 16 // maximum nesting of lists and mappings

// Parse parses answers: as JSON if the data begins like a JSON object, and
// otherwise as YAML. It returns nil if they are invalid.
func (d *Document) Parse(data []byte) *Node {
	if IsJSON(data) {
		return d.JSON(data)
	}
	return d.YAML(data)
}

// IsJSON reports whether data begins like a JSON object.
func IsJSON(data []byte) bool {
	data = bytes.TrimLeft(UTF8(data), " \t\r\n")
	if len(data) == 0 || data[0] != '{' {
		return false
	}
	data = bytes.TrimLeft(data[1:], " \t\r\n")
	return len(data) == 0 || data[0] == '"' || data[0] == '}'
}

// UTF8 returns data without its byte order mark, converted to UTF-8 if the mark
// indicates UTF-16.
func UTF8(data []byte) []byte {
	var order func(a, b byte) uint16
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		order = func(a, b byte) uint16 { return uint16(b)<<8 | uint16(a) }
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		order = func(a, b byte) uint16 { return uint16(a)<<8 | uint16(b) }
	default:
		return bytes.TrimPrefix(data, []byte("\ufeff"))
	}
	if len(data) > 2*MaxBytes || len(data)%2 != 0 {
		return data // too large in any encoding, or not UTF-16
	}
	var units []uint16
	for i := 2; i+1 < len(data); i += 2 {
		units = append(units, order(data[i], data[i+1]))
	}
	return []byte(string(utf16.Decode(units)))
}

// Limits that keep the YAML library from taking a disproportionate amount of
// time. Files written by people stay far below them.
const (
	maxLines      = 10_000
	maxBrackets   = 2_000 // opening brackets
	maxIndicators = 16    // list marks and keys that begin a line
)

// readable reports whether data is plain text of a size that can be parsed.
// Characters that reorder text are rejected even in comments, because they
// could deceive a reviewer.
func (d *Document) readable(data []byte) bool {
	if len(data) > MaxBytes {
		d.fail(0, 0, "%s", ErrTooLarge)
		return false
	}
	line, column, brackets, indicators := 1, 1, 0, 0
	for rest := data; len(rest) > 0; column++ {
		r, size := utf8.DecodeRune(rest)
		rest = rest[size:]
		switch {
		case r == utf8.RuneError && size == 1:
			d.fail(line, column, "is not UTF-8 text")
			return false
		case r == '\n':
			line, column, indicators = line+1, 0, 0
		case r != '\t' && r != '\r' && safetext.HasControl(r):
			d.fail(line, column, "holds the control character %U, expected plain text", r)
			return false
		case r == '%' && column == 1: // the library takes seconds to parse thousands of %TAG lines
			d.fail(line, column, "has a directive (%%), expected a document without one")
			return false
		case r == '[' || r == '{':
			brackets++
		case (r == '-' || r == '?') && indicators >= 0 && (len(rest) == 0 || rest[0] <= ' '):
			indicators++
		case r != ' ':
			indicators = -1 // the rest of the line is content
		}
		switch {
		case line > maxLines:
			d.fail(line, column, "contains more than %d lines, which is the limit", maxLines)
			return false
		case brackets > maxBrackets:
			d.fail(line, column, "contains more than %d opening brackets, which is the limit", maxBrackets)
			return false
		case indicators > maxIndicators:
			d.fail(line, column, "nests more than %d deep in a line, which is the limit", maxIndicators)
			return false
		}
	}
	return true
}

// ErrTooLarge is the error for a file that is larger than MaxBytes.
var ErrTooLarge = fmt.Errorf("contains more than %d KB, which is the limit", MaxBytes>>10)
