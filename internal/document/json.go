package document

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// JSON parses one JSON value. It returns nil if the data is invalid.
func (d *Document) JSON(data []byte) *Node {
	data = UTF8(data)
	if !d.readable(data) {
		return nil
	}
	w := &jsonWalk{d: d, data: data, line: 1, column: 1, tokens: json.NewDecoder(bytes.NewReader(data))}
	w.tokens.UseNumber()
	if !json.Valid(data) {
		message := "is not valid JSON"
		var syntax *json.SyntaxError
		if err := json.Unmarshal(data, new(json.RawMessage)); errors.As(err, &syntax) {
			w.forward(max(0, int(syntax.Offset)-1))
			message += ": " + syntax.Error()
		}
		d.fail(w.line, w.column, "%s", message)
		return nil
	}
	n := w.value(0)
	if w.deep {
		d.fail(w.line, w.column, "is nested more than %d deep, which is the limit", maxDepth)
		return nil
	}
	return n
}

// A jsonWalk iterates over the tokens of valid JSON and tracks their positions.
type jsonWalk struct {
	d            *Document
	data         []byte
	tokens       *json.Decoder
	at           int
	line, column int
	deep         bool
}

// forward advances to an offset, counting lines and columns.
func (w *jsonWalk) forward(to int) {
	for to = min(to, len(w.data)); w.at < to; {
		_, size := utf8.DecodeRune(w.data[w.at:])
		if w.column++; w.data[w.at] == '\n' {
			w.line, w.column = w.line+1, 1
		}
		w.at += size
	}
}

func (w *jsonWalk) start() {
	to := int(w.tokens.InputOffset())
	for to < len(w.data) && strings.IndexByte(" \t\r\n,:", w.data[to]) >= 0 {
		to++
	}
	w.forward(to)
}

func (w *jsonWalk) value(depth int) *Node {
	w.start()
	n := &Node{Line: w.line, Column: w.column}
	if w.deep = w.deep || depth > maxDepth; w.deep {
		return n
	}
	token, err := w.tokens.Token()
	if err != nil {
		return n // impossible, because the JSON is valid
	}
	switch t := token.(type) {
	case json.Delim:
		n.Kind = List
		if t == '{' {
			n.Kind = Map
		}
		for w.tokens.More() && !w.deep {
			n.Items = append(n.Items, w.value(depth+1))
		}
		if _, err := w.tokens.Token(); err != nil {
			w.deep = true
		}
	case string:
		n.Kind, n.Value = Text, t
	case json.Number:
		n.Kind, n.Value = Number, t.String()
	case bool:
		n.Kind, n.Value = Bool, strconv.FormatBool(t)
	default:
		n.Kind = Null
	}
	return n
}
