package advert

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// maxFile is the largest file that is read as an advert.
const maxFile = 10 << 20

// Text makes readable lines of a file: UTF-8, UTF-16, UTF-32 or else Windows-1252
// (which holds Latin-1), as plain text, Markdown or HTML. Headings begin with
// '# ', items of lists with '- ', and nothing else of the markup stays. What is
// no text is an error that says so.
func Text(data []byte) (string, error) {
	if len(data) > maxFile {
		return "", fmt.Errorf("more than %d MB, expected the text of an advert", maxFile>>20)
	}
	for _, k := range kinds {
		if bytes.HasPrefix(data, []byte(k.magic)) {
			return "", fmt.Errorf("%s, expected text: save it as text or copy the text out of it", k.what)
		}
	}
	text, err := decode(data)
	if err != nil {
		return "", err
	}
	if binary(text) {
		return "", fmt.Errorf("binary data, expected text")
	}
	if looksLikeHTML(text) {
		text = htmlLines(text)
	}
	return plainLines(text), nil
}

// kinds are files that people have adverts in, and that are no text.
var kinds = []struct{ magic, what string }{
	{"%PDF-", "a PDF file"},
	{"PK\x03\x04", "a zip file or an Office document"},
	{"\xd0\xcf\x11\xe0", "an old Office document"},
	{`{\rtf`, "an RTF file"},
	{"\x89PNG", "a picture"},
	{"\xff\xd8\xff", "a picture"},
	{"GIF8", "a picture"},
}

func decode(data []byte) (string, error) {
	var e encoding.Encoding
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(data, []byte("\x00\x00\xfe\xff")):
		e = utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		e = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case everyOtherNUL(data, 1):
		e = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case everyOtherNUL(data, 0):
		e = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case utf8.Valid(data):
		return strings.TrimPrefix(string(data), "\ufeff"), nil
	default:
		e = charmap.Windows1252
	}
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("its characters cannot be decoded: %s", err)
	}
	return string(out), nil
}

// sample is how much of a file tells what it is.
const sample = 4096

// everyOtherNUL says whether most bytes at odd (1) or even (0) places are
// zero and few others are, as in UTF-16 without a byte order mark.
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

// binary says whether a text has a NUL or many other control characters near
// its beginning.
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

var (
	lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n",
		"\u00a0", " ", "\u00ad", "", "\u200b", "", "\ufeff", "")
	emphasis = strings.NewReplacer("**", "", "__", "", "`", "")
)

// patterns are compiled when the first file is read, not at the start of every
// command.
var patterns = sync.OnceValue(func() (p struct{ tag, spaces, bullet, link, ruler *regexp.Regexp }) {
	p.tag = regexp.MustCompile(`(?i)<(?:!doctype\s+html|html|head|body|div|p|br|ul|li|h[1-6]|span|table)[\s/>]`)
	p.spaces = regexp.MustCompile(`\s+`)
	p.bullet = regexp.MustCompile(`^(?:[-*+•·●○▪■◦‣–—✓✔➤►>]|\d{1,2}[.)])\s+(?:\[[ xX]\]\s+)?`)
	p.link = regexp.MustCompile(`!?\[([^\[\]]*)\]\([^()\s]*\)`)
	p.ruler = regexp.MustCompile(`^[-=_*\s|:+]+$`)
	return p
})

// plainLines takes the marks of Markdown and of lists out of a text.
func plainLines(text string) string {
	lines := strings.Split(lineBreaks.Replace(text), "\n")
	for i, line := range lines {
		lines[i] = plainLine(strings.TrimSpace(line))
	}
	return strings.Join(lines, "\n")
}

func plainLine(line string) string {
	if line == "" || patterns().ruler.MatchString(line) {
		return ""
	}
	mark := ""
	if m := patterns().bullet.FindString(line); m != "" {
		mark, line = "- ", line[len(m):]
	} else if rest := strings.TrimLeft(line, "#"); rest != line && strings.HasPrefix(rest, " ") {
		mark, line = "# ", strings.Trim(rest, "# ")
	} else if n := len(line); n > 4 && strings.HasPrefix(line, "**") && strings.HasSuffix(line, "**") && !strings.Contains(line[2:n-2], "**") {
		mark = "# " // a line all in bold is meant as a heading
	}
	line = patterns().link.ReplaceAllString(line, "$1")
	return mark + strings.TrimSpace(emphasis.Replace(line))
}
