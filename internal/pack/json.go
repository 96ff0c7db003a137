package pack

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// isJSON says whether answers are JSON: their first character opens an object.
func isJSON(data []byte) bool {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
	return len(data) > 0 && data[0] == '{'
}

// parseJSON reads one JSON value into the nodes that the YAML library would
// make of it, with their places, so that one decoder serves both. That the
// text is valid is left to encoding/json; what follows only walks through it.
func (d *decoder) parseJSON(data []byte) *yaml.Node {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !d.readable(data) {
		return nil
	}
	if !json.Valid(data) {
		w := jsonWalk{data: data, line: 1, column: 1}
		message := "is not valid JSON"
		var syntax *json.SyntaxError
		if err := json.Unmarshal(data, new(json.RawMessage)); errors.As(err, &syntax) {
			w.forward(max(0, int(syntax.Offset)-1))
			message += ": " + syntax.Error()
		}
		d.failAt(w.line, w.column, "%s", message)
		return nil
	}
	w := jsonWalk{data: data, line: 1, column: 1}
	n := w.value(0)
	if w.deep {
		d.failAt(w.line, w.column, "is nested more than %d deep, expected at most that", maxDepth)
		return nil
	}
	return n
}

const maxDepth = 16 // of JSON; YAML has the library's own limit

// A jsonWalk goes through valid JSON.
type jsonWalk struct {
	data         []byte
	at           int
	line, column int
	deep         bool
}

// forward moves to an offset, counting lines and columns.
func (w *jsonWalk) forward(to int) {
	to = min(to, len(w.data))
	for w.at < to {
		_, size := utf8.DecodeRune(w.data[w.at:])
		if w.column++; w.data[w.at] == '\n' {
			w.line, w.column = w.line+1, 1
		}
		w.at += size
	}
}

// space moves past white space and the given separator, to the next byte that
// means something, and returns it.
func (w *jsonWalk) space(separator byte) byte {
	to := w.at
	for to < len(w.data) && (w.data[to] <= ' ' || w.data[to] == separator) {
		to++
	}
	w.forward(to)
	if to == len(w.data) {
		return 0
	}
	return w.data[to]
}

func (w *jsonWalk) value(depth int) *yaml.Node {
	first := w.space(0)
	n := &yaml.Node{Line: w.line, Column: w.column}
	if w.deep = w.deep || depth > maxDepth; w.deep {
		return n
	}
	switch first {
	case '{', '[':
		n.Kind, n.Tag = yaml.SequenceNode, "!!seq"
		if first == '{' {
			n.Kind, n.Tag = yaml.MappingNode, "!!map"
		}
		w.forward(w.at + 1)
		for next := w.space(','); next != '}' && next != ']' && !w.deep; next = w.space(',') {
			n.Content = append(n.Content, w.value(depth+1))
			if first == '{' {
				w.space(':')
				n.Content = append(n.Content, w.value(depth+1))
			}
		}
		w.forward(w.at + 1)
	case '"':
		n.Kind, n.Tag, n.Style, n.Value = yaml.ScalarNode, "!!str", yaml.DoubleQuotedStyle, w.text()
	default:
		n.Kind = yaml.ScalarNode
		n.Value, n.Tag = w.word()
	}
	return n
}

// text moves past a string and returns what it says.
func (w *jsonWalk) text() string {
	from, to, escaped := w.at, w.at+1, false
	for ; w.data[to] != '"'; to++ {
		if w.data[to] == '\\' {
			escaped = true
			to++
		}
	}
	w.forward(to + 1)
	if !escaped {
		return string(w.data[from+1 : to])
	}
	var s string
	if json.Unmarshal(w.data[from:to+1], &s) != nil {
		return ""
	}
	return s
}

// word moves past a number, true, false or null, and returns it with its tag.
func (w *jsonWalk) word() (value, tag string) {
	from, to := w.at, w.at
	for to < len(w.data) && !strings.ContainsRune(",]} \t\r\n", rune(w.data[to])) {
		to++
	}
	w.forward(to)
	value = string(w.data[from:to])
	switch {
	case value == "null":
		return value, "!!null"
	case value == "true" || value == "false":
		return value, "!!bool"
	case wholeForm().MatchString(value):
		return value, "!!int"
	}
	return value, "!!float"
}
