package batch

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"sync"
)

// begin inspects the beginning of a source: the header of CSV, or otherwise the
// first line, which may show that the file is of another kind. With too little
// data it does nothing, unless no more data follows.
func (c *cutter) begin(k *chunk, last bool) error {
	n := bytes.IndexByte(k.data, '\n') + 1
	for n > 0 && len(bytes.TrimSpace(k.data[:n])) == 0 {
		k.skipLines(n)
		n = bytes.IndexByte(k.data, '\n') + 1
	}
	switch line := bytes.TrimSpace(k.data[:n]); {
	case n == 0:
		return nil
	case c.CSV:
		return c.beginCSV(k, last)
	case isDocument(line):
		if c.results && (line[0] == '{' || yamlLine().Match(line)) {
			return c.document(k)
		}
		if err := c.wrongKind(k.data[:n]); err != nil {
			return err
		}
	case c.results:
		if _, err := readResult(line); err == errPart {
			return err
		}
	}
	c.begun = true
	return nil
}

// isDocument reports whether a file with this first line is a single document
// of several lines: YAML, or JSON that is incomplete after its first line.
func isDocument(line []byte) bool {
	return line[0] != '{' || bytes.IndexByte([]byte("{[,"), line[len(line)-1]) >= 0
}

// yamlLine matches lines that a YAML document can begin with.
var yamlLine = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(#|---|"?[A-Za-z-]+"?:(\s|$))`) })

// wrongKind returns an error if the first line shows that a file doesn't hold
// one object per line.
func (c *cutter) wrongKind(row []byte) error {
	switch line := bytes.TrimSpace(row); {
	case line[0] == '{':
		return errors.New("holds JSON over several lines, expected one object per line: jq -c . FILE makes that of it")
	case line[0] == '[':
		return errors.New("holds a JSON array, expected one object per line: jq -c '.[]' FILE makes that of it")
	case yamlLine().Match(line):
		return errors.New("holds YAML, expected one JSON object per line; for one person's form: rolefit result FILE")
	}
	if h, _ := newHeader(c.run, row, true); h != nil && h.known > 1 {
		return errors.New("holds CSV, expected one JSON object per line: add --from csv")
	}
	return nil
}

// document sends an entire source as one document.
func (c *cutter) document(k *chunk) error {
	rest, err := io.ReadAll(io.LimitReader(c.in, MaxLine+1))
	if err != nil {
		return err
	}
	if k.data = append(k.data, rest...); len(k.data) > MaxLine {
		return errTooLong()
	}
	k.document, c.begun = true, true
	c.rest = c.rest[:0]
	k.data = append(k.data, '\n')
	return c.send(k)
}
