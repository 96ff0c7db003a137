//go:build !js

package document

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/rolefit/rolefit/internal/safetext"
)

// YAML parses one YAML document. It returns nil if the document is invalid.
func (d *Document) YAML(data []byte) (root *Node) {
	defer func() {
		// The library panics on some malformed input: https://github.com/go-yaml/yaml/issues/1050
		if v := recover(); v != nil {
			d.fail(1, 1, "is not valid YAML")
			root = nil
		}
	}()
	data = UTF8(data)
	if !d.readable(data) {
		return nil
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var document, second yaml.Node
	if err := decoder.Decode(&document); errors.Is(err, io.EOF) {
		d.fail(1, 1, "is empty, expected lines of the form name: value")
		return nil
	} else if err != nil {
		d.syntaxErrors(data, err)
		return nil
	}
	if err := decoder.Decode(&second); err == nil {
		line, column := 1, 1
		if len(second.Content) > 0 {
			line, column = second.Content[0].Line, second.Content[0].Column
		}
		d.fail(line, column, "a second document starts here, expected one per file")
	} else if !errors.Is(err, io.EOF) {
		d.syntax(data, err)
	}
	c := converter{d, bytes.SplitAfter(data, []byte("\n"))}
	root = c.node(document.Content[0], 0)
	if root.Kind == Null {
		d.Fail(root, "is empty, expected lines of the form name: value")
		return nil
	}
	return root
}

// HasComments reports whether a YAML document contains comments, which would be
// lost if it were rewritten.
func HasComments(data []byte) bool {
	var n yaml.Node
	d := &Document{}
	return d.YAML(data) != nil && yaml.Unmarshal(UTF8(data), &n) == nil && commented(&n)
}

func commented(n *yaml.Node) bool {
	if n.HeadComment != "" || n.LineComment != "" || n.FootComment != "" {
		return true
	}
	for _, c := range n.Content {
		if commented(c) {
			return true
		}
	}
	return false
}

// A converter converts the library's nodes and reports those that this package
// doesn't accept.
type converter struct {
	d     *Document
	lines [][]byte
}

func (c *converter) node(y *yaml.Node, depth int) *Node {
	n := &Node{Line: y.Line, Column: y.Column, Value: y.Value, Flow: y.Style&yaml.FlowStyle != 0}
	switch {
	case depth > maxDepth:
		c.d.Fail(n, "is nested more than %d deep, which is the limit", maxDepth)
	case y.Kind == yaml.AliasNode:
		c.d.Fail(n, "has the alias *%s, expected the value itself", shown(y.Value))
	case y.Anchor != "":
		c.d.Fail(n, "has the anchor &%s, expected a value without one", shown(y.Anchor))
	case y.Style&yaml.TaggedStyle != 0:
		c.d.Fail(n, "has the tag %s, expected a value without one", shown(y.Tag))
	case y.Tag == "!!merge":
		c.d.Fail(n, "has a merge key (<<), expected the values themselves")
	case y.Kind == yaml.ScalarNode:
		n.Kind = scalarKind(y)
		n.Comment = c.comment(y)
	default:
		n.Kind = List
		if y.Kind == yaml.MappingNode {
			n.Kind = Map
		}
		for _, item := range y.Content {
			n.Items = append(n.Items, c.node(item, depth+1))
		}
	}
	return n
}

func scalarKind(y *yaml.Node) Kind {
	switch y.Tag {
	case "!!null":
		return Null
	case "!!bool":
		return Bool
	case "!!int", "!!float":
		return Number
	}
	return Text
}

// comment returns the comment that follows a plain scalar after one space, or
// "". It may be unintended: YAML reads "written in C # and Go" as "written in
// C". Intended comments usually follow two spaces.
func (c *converter) comment(y *yaml.Node) string {
	if y.LineComment == "" || y.Style != 0 || y.Line > len(c.lines) {
		return ""
	}
	for _, line := range c.lines[y.Line-1 : min(y.Line+maxPlainLines, len(c.lines))] {
		text, _, found := strings.Cut(string(line), y.LineComment)
		if before := strings.TrimSuffix(text, " "); found && before != text {
			if strings.TrimRight(before, " \t") != before {
				return ""
			}
			return y.LineComment
		}
	}
	return ""
}

const maxPlainLines = 12 // number of lines of a plain scalar to search for a comment

// shown returns a name for a message. It is sanitized because tags can contain
// escaped control characters.
func shown(name string) string { return short(safetext.Sanitize(name)) }
