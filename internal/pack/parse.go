package pack

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"github.com/rolefit/rolefit/internal/safetext"
	"gopkg.in/yaml.v3"
)

// parse reads one YAML document into nodes. It is the only place where foreign
// YAML meets the library, and refuses beforehand what the library takes: files
// that are too large, other encodings, control characters; and afterwards a
// second document, which the library would ignore. What a node may be (no
// alias, tag or null) is for the decoder to say, who knows what it wants.
func (d *decoder) parse(data []byte) (root *yaml.Node) {
	defer func() {
		// The library panics on some malformed input: https://github.com/go-yaml/yaml/issues/1050
		if v := recover(); v != nil {
			d.failAt(1, 1, "is not valid YAML")
			root = nil
		}
	}()
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !d.readable(data) {
		return nil
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var document, second yaml.Node
	if err := decoder.Decode(&document); errors.Is(err, io.EOF) {
		d.failAt(1, 1, "is empty, expected a mapping")
		return nil
	} else if err != nil {
		d.syntax(data, err)
		return nil
	}
	if err := decoder.Decode(&second); err == nil {
		line, column := 1, 1
		if len(second.Content) > 0 {
			line, column = second.Content[0].Line, second.Content[0].Column
		}
		d.failAt(line, column, "a second document begins here, expected one a file")
	} else if !errors.Is(err, io.EOF) {
		d.syntax(data, err)
	}
	root = document.Content[0]
	if isNull(root) {
		d.failAt(root.Line, root.Column, "is empty, expected a mapping")
		return nil
	}
	return root
}

// Limits of what is given to the library, which takes time out of proportion
// for much of a kind. The largest honest files have a tenth of it.
const (
	maxLines      = 10_000
	maxBrackets   = 2_000 // that open
	maxIndicators = 16    // of lists and keys at the beginning of a line
)

// readable says whether the bytes are plain text of a fit size, comments
// included: what reorders text there would deceive whoever reviews a pack.
func (d *decoder) readable(data []byte) bool {
	if len(data) > MaxFile {
		d.failAt(0, 0, "%s", errTooLarge)
		return false
	}
	line, column, brackets, indicators := 1, 1, 0, 0
	for rest := data; len(rest) > 0; column++ {
		r, size := utf8.DecodeRune(rest)
		rest = rest[size:]
		switch {
		case r == utf8.RuneError && size == 1:
			d.failAt(line, column, "is not UTF-8 text")
			return false
		case r == '\n':
			line, column, indicators = line+1, 0, 0
		case r != '\t' && r != '\r' && safetext.HasControl(r):
			d.failAt(line, column, "holds the control character %U, expected plain text", r)
			return false
		case r == '%' && column == 1: // thousands of %TAG take seconds
			d.failAt(line, column, "has a directive, expected a document without one")
			return false
		case r == '[' || r == '{':
			brackets++
		case (r == '-' || r == '?') && indicators >= 0 && (len(rest) == 0 || rest[0] <= ' '):
			indicators++
		case r != ' ':
			indicators = -1 // the line's text has begun
		}
		switch {
		case line > maxLines:
			d.failAt(line, column, "holds more than %d lines, expected at most that", maxLines)
			return false
		case brackets > maxBrackets:
			d.failAt(line, column, "holds more than %d lists and mappings in brackets, expected at most that", maxBrackets)
			return false
		case indicators > maxIndicators:
			d.failAt(line, column, "nests more than %d deep in a line, expected at most that", maxIndicators)
			return false
		}
	}
	return true
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }
