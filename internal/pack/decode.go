package pack

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/rolefit/rolefit/internal/safetext"
	"gopkg.in/yaml.v3"
)

// Limits of what is decoded.
const (
	maxKeys     = 500  // of a mapping
	maxText     = 1000 // characters of a text
	maxProblems = 100  // told of one file
)

// A decoder reads the nodes of one file into values, strictly, and gathers
// what is wrong. It is written by hand because the library's own decoder takes
// 2.5 for a whole number, knows no columns and stops short of much else.
type decoder struct {
	file     string
	problems Problems
	marks    map[any]mark // where a value was read, by its address; may be nil
}

// A mark is a place in a file.
type mark struct {
	file         string
	line, column int
}

// A reader takes a node into the value that it was made for. What is how
// messages call the value.
type reader func(n *yaml.Node, what string)

// A field is one key of a mapping.
type field struct {
	name string
	must bool // whether it is a problem when the key is missing
	read reader
}

func must(name string, read reader) field { return field{name, true, read} }
func may(name string, read reader) field  { return field{name, false, read} }

func (d *decoder) fail(n *yaml.Node, format string, args ...any) {
	d.failAt(n.Line, n.Column, format, args...)
}

func (d *decoder) failAt(line, column int, format string, args ...any) {
	switch {
	case len(d.problems) == maxProblems:
		d.problems = append(d.problems, Problem{File: d.file, Line: line, Column: column, Message: fmt.Sprintf("and more: only %d problems of a file are told", maxProblems)})
	case len(d.problems) < maxProblems:
		d.problems = append(d.problems, Problem{File: d.file, Line: line, Column: column, Message: fmt.Sprintf(format, args...)})
	}
}

// mark notes where the value at this address was read. Slices are made at
// their full length before they are filled, so that addresses stay.
func (d *decoder) mark(address any, n *yaml.Node) {
	if d.marks != nil {
		d.marks[address] = mark{d.file, n.Line, n.Column}
	}
}

// plain refuses what a file could say in a roundabout way.
func (d *decoder) plain(n *yaml.Node, what string) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		d.fail(n, "%s is an alias, expected the value itself", what)
	case n.Anchor != "":
		d.fail(n, "%s has an anchor, expected a value without one", what)
	case n.Style&yaml.TaggedStyle != 0:
		d.fail(n, "%s has a tag, expected a value without one", what)
	default:
		return true
	}
	return false
}

// describe says in a message what a node is.
func describe(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "a mapping"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case isNull(n) || n.Value == "":
		return "empty"
	case n.Tag == "!!str":
		return quote(n.Value)
	}
	return short(n.Value)
}

// quote puts foreign text into a message: short, and harmless.
func quote(s string) string { return strconv.Quote(short(s)) }

func short(s string) string {
	const most = 60
	runes := 0
	for i := range s {
		if runes++; runes > most {
			return s[:i] + "..."
		}
	}
	return s
}

func (d *decoder) unexpected(n *yaml.Node, what, expected string) {
	d.fail(n, "%s is %s, expected %s", what, describe(n), expected)
}

// A pair is a key of a mapping and its value.
type pair struct{ key, value *yaml.Node }

// pairs are the keys and values of a mapping in file order, without those
// whose key is wrong or repeated.
func (d *decoder) pairs(n *yaml.Node, what string) []pair {
	if !d.plain(n, what) {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		d.unexpected(n, what, "names with a value each, as in {name: value}")
		return nil
	}
	if len(n.Content)/2 > maxKeys {
		d.fail(n, "%s has more than %d keys, expected at most that", what, maxKeys)
		return nil
	}
	seen := make(map[string]int, len(n.Content)/2)
	pairs := make([]pair, 0, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		switch line, repeated := seen[key.Value]; {
		case !d.plain(key, "a key of "+what):
		case key.Kind != yaml.ScalarNode || isNull(key):
			d.fail(key, "a key of %s is %s, expected text", what, describe(key))
		case key.Tag == "!!merge":
			d.fail(key, "%s has a merge key, expected the values themselves", what)
		case repeated:
			d.fail(key, "%s is given twice in %s, first in line %d, expected it once", quote(key.Value), what, line)
		default:
			seen[key.Value] = key.Line
			pairs = append(pairs, pair{key, n.Content[i+1]})
		}
	}
	return pairs
}

// object reads a mapping of known fields, in their order here.
func (d *decoder) object(n *yaml.Node, what string, fields ...field) {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.name
	}
	if n.Kind != yaml.MappingNode && d.plain(n, what) {
		d.unexpected(n, what, fieldsOf(names))
	}
	if n.Kind != yaml.MappingNode {
		return
	}
	pairs := d.pairs(n, what)
	if pairs == nil && len(n.Content) > 0 {
		return
	}
	values := make(map[string]*yaml.Node, len(pairs))
	for _, p := range pairs {
		values[p.key.Value] = p.value
	}
	for _, f := range fields {
		if v, ok := values[f.name]; ok {
			f.read(v, f.name)
			delete(values, f.name)
		} else if f.must {
			d.fail(n, "%s has no %s", what, f.name)
		}
	}
	for _, p := range pairs {
		if _, unknown := values[p.key.Value]; unknown {
			d.fail(p.key, "%s has the unknown field %s, expected %s%s", what, quote(p.key.Value), oneOf(names), hint(n, p, names))
		}
	}
}

// hint guesses what an unknown field should have been.
func hint(n *yaml.Node, p pair, names []string) string {
	if n.Style&yaml.FlowStyle != 0 && isNull(p.value) {
		return " (a text with a comma needs quotes inside { })"
	}
	if near := didYouMean(p.key.Value, names); near != "" {
		return near
	}
	if where := place(p.key.Value); where != "" {
		return " (it stands in " + where + ")"
	}
	return ""
}

func fieldsOf(names []string) string {
	if len(names) == 1 {
		return "the field " + names[0]
	}
	return "the fields " + strings.Join(names, ", ")
}

func oneOf(names []string) string {
	if len(names) == 1 {
		return names[0]
	}
	return "one of " + strings.Join(names, ", ")
}

// list reads a list of at most so many items, each by the reader made for it.
func list[T any](d *decoder, to *[]T, most int, item func(*T) reader) reader {
	return func(n *yaml.Node, what string) {
		if !d.plain(n, what) {
			return
		}
		if n.Kind != yaml.SequenceNode {
			d.unexpected(n, what, `a list, in [ ] or with "- " before each entry`)
			return
		}
		if len(n.Content) > most {
			d.fail(n, "%s has %d entries, expected at most %d", what, len(n.Content), most)
			return
		}
		*to = make([]T, len(n.Content))
		for i, c := range n.Content {
			item(&(*to)[i])(c, "an entry of "+what)
		}
	}
}

// texts reads a list of texts.
func (d *decoder) texts(to *[]string, most int) reader { return list(d, to, most, d.text) }

// text reads a text that is not empty, on one line: line breaks in it become
// spaces.
func (d *decoder) text(to *string) reader {
	return func(n *yaml.Node, what string) {
		if !d.plain(n, what) {
			return
		}
		value := strings.TrimSpace(n.Value)
		if n.Kind != yaml.ScalarNode || isNull(n) || value == "" {
			d.unexpected(n, what, "text")
			return
		}
		if n.Tag != "!!str" {
			d.unexpected(n, what, "text: put it in quotes")
			return
		}
		if strings.ContainsAny(value, "\n\r") {
			value = strings.Join(strings.FieldsFunc(value, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
		}
		if len(value) > maxText && len([]rune(value)) > maxText {
			d.fail(n, "%s has more than %d characters, expected at most that", what, maxText)
			return
		}
		if i := strings.IndexFunc(value, safetext.HasControl); i >= 0 {
			d.fail(n, "%s holds the control character %U, expected plain text", what, []rune(value[i:])[0])
			return
		}
		*to = value
		d.mark(to, n)
	}
}

// slugs: what ids are made of.
var slugForm = lazily(`^[a-z0-9]+(-[a-z0-9]+)*$`)

const minSlug, maxSlug = 2, 40

// slug reads an id.
func (d *decoder) slug(to *string) reader {
	return func(n *yaml.Node, what string) {
		var value string
		d.text(&value)(n, what)
		if value == "" {
			return
		}
		if len(value) < minSlug || len(value) > maxSlug || !slugForm().MatchString(value) {
			d.fail(n, "%s is %s, expected %d to %d lower-case letters, digits and single hyphens", what, quote(value), minSlug, maxSlug)
			return
		}
		*to = value
		d.mark(to, n)
	}
}

var (
	wholeForm  = lazily(`^-?(0|[1-9][0-9]*)$`)
	numberForm = lazily(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)
)

// lazily is a pattern that is compiled when it is first wanted: most runs of
// the program read no file.
func lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// whole reads a whole number from least to most, written in plain digits.
func (d *decoder) whole(to *int, least, most int) reader {
	return func(n *yaml.Node, what string) {
		if !d.plain(n, what) {
			return
		}
		value, err := strconv.Atoi(n.Value)
		if n.Kind != yaml.ScalarNode || n.Tag != "!!int" || !wholeForm().MatchString(n.Value) || err != nil || value < least || value > most {
			expected := fmt.Sprintf("a whole number from %d to %d", least, most)
			if most == math.MaxInt32 {
				expected = fmt.Sprintf("a whole number, %d or more", least)
			}
			d.unexpected(n, what, expected)
			return
		}
		*to = value
		d.mark(to, n)
	}
}

// number is the value of a node that is a finite number in decimal digits.
func number(n *yaml.Node) (float64, bool) {
	if n.Kind != yaml.ScalarNode || n.Tag != "!!int" && n.Tag != "!!float" || !numberForm().MatchString(n.Value) {
		return 0, false
	}
	value, err := strconv.ParseFloat(n.Value, 64)
	return value, err == nil
}
