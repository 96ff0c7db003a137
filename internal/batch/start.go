package batch

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// begin inspects the beginning of a source: the header of CSV, or otherwise the
// first line, which may show that the file isn't supported. If it needs more
// data, it does nothing.
func (c *cutter) begin(k *chunk, last bool) error {
	n := bytes.IndexByte(k.data, '\n') + 1
	for n > 0 && len(bytes.TrimSpace(k.data[:n])) == 0 {
		k.skipLines(n)
		n = bytes.IndexByte(k.data, '\n') + 1
	}
	if isWebPage(k.data) {
		return errWebPage
	}
	if !c.csv && bytes.HasPrefix(bytes.TrimLeft(k.data, " \t"), []byte("[")) {
		return c.document(k)
	}
	line := bytes.TrimSpace(k.data[:n])
	switch isTable, known := c.isTable(k.data, n, last); {
	case n == 0, !known:
		return nil
	case isTable:
		c.csv = true
		return c.beginCSV(k, last)
	case line[0] == '{' && bytes.IndexByte([]byte("{[,"), line[len(line)-1]) >= 0, yamlLine().Match(line):
		return c.document(k) // YAML, or JSON that isn't complete after its first line
	case c.optional && line[0] != '{':
		return errors.New("it contains no answers, expected JSON, YAML or CSV")
	}
	c.begun = true
	return nil
}

var errWebPage = errors.New("it's a web page, such as a saved result, expected the person's answers, as the button \"Download my answers\" of the quiz saves them (rolefit-web-....json)")

// isWebPage reports whether a file begins like a web page.
func isWebPage(data []byte) bool {
	start := bytes.ToLower(bytes.TrimSpace(data[:min(len(data), 64)]))
	return bytes.HasPrefix(start, []byte("<!doctype html")) || bytes.HasPrefix(start, []byte("<html"))
}

// isTable reports whether a file is CSV. The first line, of length n, must not
// be JSON or YAML and must contain several cells or names of known columns, or
// precede them, and no JSON may follow. If it needs more data, known is false.
func (c *cutter) isTable(data []byte, n int, last bool) (is, known bool) {
	line := bytes.TrimSpace(data[:n])
	switch {
	case c.csv:
		return true, true
	case c.JSON || len(line) == 0 || bytes.IndexByte([]byte("{[|"), line[0]) >= 0 || yamlLine().Match(line):
		return false, true
	}
	rest := bytes.TrimSpace(data[n:])
	switch {
	case len(rest) == 0 && !last:
		return false, false
	case len(rest) > 0 && rest[0] == '{':
		return false, true
	}
	if bytes.IndexByte(line, '"') >= 0 || bytes.ContainsAny(line, ",;\t|") {
		return true, true
	}
	h, _ := newHeader(c.run, data, last) // the line may be a title
	return h != nil && h.known() > 0, h != nil
}

// yamlLine matches lines that a YAML document can begin with. A separator after
// the # means that it is the name of a column, as in Typeform.
var yamlLine = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(#($|[^,;\t|])|---|"?[A-Za-z-]+"?:(\s|$))`) })

// document sends an entire source as documents: YAML, one or more JSON values, or
// an array of JSON values.
func (c *cutter) document(k *chunk) error {
	rest, err := io.ReadAll(io.LimitReader(c.in, maxTable+1))
	if err != nil {
		return err
	}
	text := append(slices.Clone(k.data), rest...)
	if len(text) > maxTable {
		return fmt.Errorf("holds more than %d MB over several lines or in an array, expected one JSON object per line", maxTable>>20)
	}
	c.rest, c.begun, k.document = c.rest[:0], true, true
	between := " \t\r\n"
	if bytes.TrimLeft(text, between)[0] == '[' {
		between += "[,]"
	}
	for {
		value := bytes.TrimLeft(text, between)
		if len(value) == 0 {
			return nil
		}
		k.lines += bytes.Count(text[:len(text)-len(value)], newline)
		end := endOfValue(value, between)
		k.data = append(append(k.data[:0], bytes.TrimRight(value[:end], between)...), '\n')
		if err := c.send(k); err != nil {
			return err
		}
		text = value[end:]
		k = c.newChunk()
		k.document = true
	}
}

// endOfValue returns the end of the JSON object at the beginning of text and of
// its last line, or the end of text if there isn't an object. The line may end
// with characters between objects.
func endOfValue(text []byte, between string) int {
	d := json.NewDecoder(bytes.NewReader(text))
	var value json.RawMessage
	if text[0] != '{' || d.Decode(&value) != nil {
		return len(text)
	}
	end := int(d.InputOffset())
	if after := bytes.TrimLeft(text[end:], strings.Replace(between, "\n", "", 1)); len(after) > 0 && after[0] == '\n' {
		end = len(text) - len(after) + 1
	}
	return end
}
