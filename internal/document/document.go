// Package document reads YAML and JSON documents strictly into Go values. The
// struct tags of a type define what a document may contain. Reading and
// checking (Document.Read), printing (Print) and the JSON Schemas, which a test
// in package pack generates from ShapeOf, all follow from the tags. No other
// package knows about YAML.
//
// # Parsing
//
// YAML and JSON are parsed into the same nodes, which record their line and
// column. YAML's less obvious features are reported as problems: anchors,
// aliases, merge keys, tags, directives, multiple documents and control
// characters. Bytes, lines, depth and brackets are limited, because the YAML
// library takes a disproportionate amount of time for some input.
//
// # Tags
//
// The tag "file" of a field contains its name in the document, followed by any
// of
//
//	required  the field must be present
//	key       the field is the key of a mapping entry: a slice of such structs
//	          is a mapping in the document, in document order
//	value     an entry may be just this field, without its own mapping
//	inline    the field is an array; each element is a separate field, named
//	          by the tag "keys"
//
// Fields without the tag are ignored. A name with a dot, as in "skills.needs",
// is a field inside another one. Other tags:
//
//	is     the form of a string: slug, name, word, ref, address or moment
//	enum   the accepted words; a whole number is the index of its word
//	keys   the names of the elements of an array or slice, all required
//	least  the minimum number of entries in a list or mapping
//	most   the maximum number of entries
//	min    the minimum value of a number
//	max    the maximum value
//	single a list of one entry may be written as just the entry; its value
//	       is then at least 1
//	step   the number must be a multiple of this
//
// They also apply to the entries of a list. A type with the methods Ref and
// SetRef is represented by a string in the document.
package document

import (
	"fmt"
	"reflect"
)

// A Kind is the kind of a node.
type Kind int

const (
	Invalid Kind = iota // invalid; the problem is already reported
	Null
	Bool
	Number
	Text
	List
	Map
)

// A Node is a value in a document.
type Node struct {
	Kind         Kind
	Value        string // content of a scalar, without quotes
	Line, Column int
	Items        []*Node // elements of a list, or alternating keys and values of a mapping
	Flow         bool    // whether the value is written with [ ] or { }
	Comment      string  // comment one space after a plain scalar, maybe meant as part of it
}

// A Mark is a position in a file.
type Mark struct {
	File         string
	Line, Column int
}

// A Document is a file being read, and the problems found so far.
type Document struct {
	File     string
	Problems Problems
	Form     bool              // whether empty values count as missing, as in a form
	Marks    map[any]Mark      // positions of the values read, by address; may be nil
	Hints    map[string]string // text to add when an unknown field is reported, by the field's name

	shapes map[reflect.Type]*Shape
	root   reflect.Type // type of the value being read
}

// maxProblems is the maximum number of problems reported for a document.
const maxProblems = 100

// Fail reports a problem at a node.
func (d *Document) Fail(n *Node, format string, args ...any) {
	d.fail(n.Line, n.Column, format, args...)
}

// FailAt reports a problem with the value at the given address.
func (d *Document) FailAt(address any, format string, args ...any) {
	m := d.Marks[address]
	d.fail(m.Line, m.Column, format, args...)
}

func (d *Document) fail(line, column int, format string, args ...any) {
	d.add(Problem{File: d.File, Line: line, Column: column, Message: fmt.Sprintf(format, args...)})
}

func (d *Document) warn(n *Node, format string, args ...any) {
	d.add(Problem{File: d.File, Line: n.Line, Column: n.Column, Message: fmt.Sprintf(format, args...), Warning: true})
}

func (d *Document) add(p Problem) {
	if len(d.Problems) == maxProblems {
		p.Message, p.Warning = fmt.Sprintf("and more: only %d problems of a file are reported", maxProblems), false
	}
	if len(d.Problems) <= maxProblems {
		d.Problems = append(d.Problems, p)
	}
}

func (d *Document) mark(v reflect.Value, n *Node) {
	if d.Marks != nil {
		d.Marks[v.Addr().Interface()] = Mark{d.File, n.Line, n.Column}
	}
}
