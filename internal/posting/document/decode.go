package document

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// maxFile is the maximum size of a file in bytes.
const maxFile = 10 << 20

// Unreadable is the error for a file that doesn't contain a posting as text.
type Unreadable struct {
	What string // kind of file, as in "a PDF file"
	Do   string // what to do instead
}

func (e *Unreadable) Error() string { return e.What + ": " + e.Do }

const copyText = "copy the text of the posting into a file, or pipe it to the command"

// kinds lists the first bytes of common formats that aren't text.
var kinds = []struct{ magic, what, do string }{
	{"%PDF-", "a PDF file, expected text", "copy its text into a file, or run pdftotext on it"},
	{"PK\x03\x04", "a Word, OpenDocument or zip file, expected text", "open it in its program and save it as plain text (.txt)"},
	{"\xd0\xcf\x11\xe0", "an old Office file, expected text", "open it in its program and save it as plain text (.txt)"},
	{`{\rtf`, "an RTF file, expected text", "open it in its program and save it as plain text (.txt)"},
	{"\x1f\x8b", "a gzip file, expected text", "decompress it first"},
	{"\x89PNG", "an image, expected text", copyText},
	{"\xff\xd8\xff", "an image, expected text", copyText},
	{"GIF8", "an image, expected text", copyText},
	{"RIFF", "an image or a recording, expected text", copyText},
	{"bplist00", "a Safari web archive, expected text", "save the page as HTML (page source), or copy its text into a file"},
}

// decode returns the text of a file. The encoding is UTF-8, UTF-16 or UTF-32,
// with or without a byte order mark, or else Windows-1252, which includes
// Latin-1.
func decode(data []byte) (string, error) {
	if len(data) > maxFile {
		return "", &Unreadable{"more than 10 MB, expected one job posting", copyText}
	}
	start := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), sample)], []byte("\ufeff")), " \t\r\n")
	for _, k := range kinds {
		if bytes.HasPrefix(start, []byte(k.magic)) {
			return "", &Unreadable{k.what, k.do}
		}
	}
	text := decodeAs(encodingOf(data), data)
	if binary(text) {
		return "", &Unreadable{"binary data, expected text", copyText}
	}
	if strings.IndexFunc(text, wordRune) < 0 {
		return "", &Unreadable{"no text in it, expected a job posting", copyText}
	}
	return text, nil
}

// encodingOf returns the encoding of data, or nil for UTF-8.
func encodingOf(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(data, []byte("\x00\x00\xfe\xff")):
		return utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case everyOtherNUL(data, 1):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case everyOtherNUL(data, 0):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case mostlyUTF8(data):
		return nil
	}
	return charmap.Windows1252
}

// decodeAs decodes data, replacing invalid bytes by U+FFFD.
func decodeAs(e encoding.Encoding, data []byte) string {
	if e != nil {
		if out, err := e.NewDecoder().Bytes(data); err == nil {
			data = out
		}
	}
	return strings.TrimPrefix(strings.ToValidUTF8(string(data), "\ufffd"), "\ufeff")
}

// charset returns the encoding with the given name in mail and web pages. It
// returns nil for UTF-8 and for unknown names.
func charset(name string) encoding.Encoding {
	name = strings.NewReplacer("_", "-", "cp-", "windows-", "cp1", "windows-1", "latin-1", "iso-8859-1", "latin1", "iso-8859-1").
		Replace(strings.ToLower(strings.TrimSpace(name)))
	switch name {
	case "iso-8859-1", "us-ascii", "ascii":
		return charmap.Windows1252 // as browsers do
	case "utf-16", "utf-16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case "utf-16be":
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case "macintosh":
		return charmap.Macintosh
	}
	for _, e := range charmap.All {
		if c, ok := e.(*charmap.Charmap); ok && strings.ReplaceAll(strings.ToLower(c.String()), " ", "-") == name {
			return c
		}
	}
	return nil
}

// sample is the number of bytes examined to determine the type of a file.
const sample = 4096

// mostlyUTF8 reports whether at most one in a hundred non-ASCII characters is
// invalid UTF-8. A file that was truncated or joined from two may contain a
// few.
func mostlyUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	good, bad := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		data = data[n:]
	}
	return bad*100 <= good
}

// everyOtherNUL reports whether most bytes at odd (1) or even (0) offsets are
// zero, and few others are, as in UTF-16 without a byte order mark.
func everyOtherNUL(data []byte, odd int) bool {
	data = data[:min(len(data), sample)&^1]
	var zero [2]int
	for i, b := range data {
		if b == 0 {
			zero[i&1]++
		}
	}
	return len(data) > 0 && zero[odd]*4 > len(data) && zero[1-odd]*20 < len(data)
}

// binary reports whether text contains a NUL or many other control characters
// near its beginning.
func binary(text string) bool {
	text = text[:min(len(text), sample)]
	control := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == 0:
			return true
		case c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != '\x1b':
			control++
		}
	}
	return control*20 > len(text)
}
