package document

import (
	"reflect"
	"slices"
	"strings"
)

// MaxKeys is the maximum number of keys in a mapping.
const MaxKeys = 500

// Read reads a node into the struct that to points to, according to the
// struct's tags. Problems refer to the node as what.
func (d *Document) Read(n *Node, what string, to any) {
	t := target{value: reflect.ValueOf(to).Elem()}
	d.root = t.value.Type()
	if n.Kind != Invalid {
		d.object(t, n, what, d.members(t))
	}
}

// A target is the Go value that a node is read into.
type target struct {
	value reflect.Value
	rules Rules
	more  []member // fields of the same object that belong to another struct
}

// A member is a field of the object being read.
type member struct {
	name     string
	required bool
	target
}

// members returns the fields of a struct.
func (d *Document) members(t target) []member {
	var out []member
	for _, f := range d.shape(t.value.Type()).Fields {
		m := member{f.Name, f.Required, target{f.of(t.value), f.Rules, nil}}
		if f.Inside == "" {
			out = append(out, m)
			continue
		}
		holder := slices.IndexFunc(out, func(x member) bool { return x.name == f.Inside })
		out[holder].more = append(out[holder].more, m)
	}
	return append(out, t.more...)
}

// elements returns the elements of an array or slice as fields, named by its
// keys.
func elements(t target) []member {
	r := t.rules
	r.Keys = nil
	var out []member
	for i, name := range t.rules.Keys {
		out = append(out, member{name, true, target{t.value.Index(i), r, nil}})
	}
	return out
}

// A reference is a type that is represented by a string in documents.
type reference interface {
	Ref() string
	SetRef(string)
}

// value reads a node of any kind.
func (d *Document) value(to target, n *Node, what string) {
	if n.Kind == Invalid || d.Form && n.empty() {
		return
	}
	v := to.value
	if t, ok := v.Addr().Interface().(reference); ok {
		if text, ok := d.text(to.rules, n, what); ok {
			t.SetRef(text)
			d.mark(v, n)
		}
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		inner := reflect.New(v.Type().Elem())
		before := len(d.Problems)
		if d.value(target{inner.Elem(), to.rules, to.more}, n, what); len(d.Problems) == before {
			v.Set(inner)
			d.mark(v, n)
		}
	case reflect.Struct:
		d.object(to, n, what, d.members(to))
	case reflect.Array:
		d.object(to, n, what, elements(to))
	case reflect.Slice:
		d.slice(to, n, what)
	default:
		d.scalar(to, n, what)
	}
}

// empty reports whether a node is an empty value in a form.
func (n *Node) empty() bool {
	return n.Kind == Null || n.Kind == Text && strings.TrimSpace(n.Value) == ""
}

// object reads a mapping with known fields.
func (d *Document) object(to target, n *Node, what string, members []member) {
	names := make([]string, len(members))
	for i, m := range members {
		names[i] = m.name
	}
	if s := d.shape(to.value.Type()); n.Kind != Map && s != nil && s.Value != nil {
		d.value(target{s.Value.of(to.value), s.Value.Rules, nil}, n, what)
		return
	}
	if n.Kind != Map {
		d.unexpected(n, what, fieldsOf(names))
		return
	}
	if len(n.Items)/2 > MaxKeys {
		d.Fail(n, "%s has more than %d keys, which is the limit", what, MaxKeys)
		return
	}
	pairs, before := d.pairs(n, what), len(d.Problems)
	for _, m := range members {
		i := slices.IndexFunc(pairs, func(p pair) bool { return p.key.Value == m.name })
		if i >= 0 {
			d.value(m.target, pairs[i].value, within(m.name, what))
			pairs = slices.Delete(pairs, i, i+1)
		} else if m.required && !slices.ContainsFunc(pairs, func(p pair) bool { return isTypo(p.key.Value, m.name, names) }) {
			d.Fail(n, "%s has no %s", what, m.name)
		}
	}
	for _, p := range pairs {
		d.Fail(p.key, "%s has the unknown field %s, expected %s%s", what, Quote(p.key.Value), OneOf(names), d.hint(n, p, names))
	}
	if len(d.Problems) == before {
		d.mark(to.value, n)
	}
}

// isTypo reports whether an unknown field is reported with the suggestion that
// this known one is meant.
func isTypo(key, name string, names []string) bool {
	return !slices.Contains(names, key) && DidYouMean(key, names) == DidYouMean(key, []string{name}) && DidYouMean(key, names) != ""
}

// within returns a field's name for messages, including the entry that contains
// the field. Line numbers alone don't identify the field in JSON, and a numeric
// name means nothing without its entry.
func within(name, what string) string {
	switch {
	case name[0] >= '0' && name[0] <= '9':
		return Quote(name) + " in " + what
	case what[0] == '"':
		return name + " of " + what
	}
	return name
}

// hint returns a suggestion for an unknown field, or "".
func (d *Document) hint(n *Node, p pair, names []string) string {
	if n.Flow && p.value.Kind == Null {
		return " (a text with a comma needs quotes inside { }" + curlyIn(n) + ")"
	}
	if hint := d.Hints[p.key.Value]; hint != "" {
		return " (" + hint + ")"
	}
	if near := DidYouMean(p.key.Value, names); near != "" {
		return near
	}
	if holders := d.holders(d.root, "", p.key.Value); len(holders) > 0 {
		return " (it belongs in " + strings.Join(holders, " or ") + ")"
	}
	return ""
}

// curlyIn explains that quotes in a mapping are curly, or returns "" if they
// aren't.
func curlyIn(n *Node) string {
	for _, item := range n.Items {
		if strings.ContainsAny(item.Value, "“”„") {
			return `, and straight ones: "`
		}
	}
	return ""
}

// holders returns the paths of all fields, at any depth, whose objects have a
// field with the given name. t is the type of the field in.
func (d *Document) holders(t reflect.Type, in, name string) []string {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Array {
		t = t.Elem()
	}
	s := d.shape(t)
	if s == nil {
		return nil
	}
	var out []string
	for _, f := range s.Fields {
		holder := in
		if f.Inside != "" {
			holder = f.Inside
		}
		if f.Name == name && holder != "" {
			out = append(out, holder)
		}
		out = append(out, d.holders(t.Field(f.Index).Type, f.Name, name)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func fieldsOf(names []string) string {
	if len(names) == 1 {
		return "the field " + names[0]
	}
	return "the fields " + strings.Join(names, ", ")
}

// A pair is a key in a mapping and its value.
type pair struct{ key, value *Node }

// pairs returns the keys and values of a mapping in file order, skipping keys
// that are invalid or repeated.
func (d *Document) pairs(n *Node, what string) (pairs []pair) {
	seen := make(map[string]int, len(n.Items)/2)
	for i := 0; i+1 < len(n.Items); i += 2 {
		key := n.Items[i]
		switch line, repeated := seen[key.Value]; {
		case key.Kind == Invalid:
		case key.Kind == Null || key.Kind == List || key.Kind == Map:
			d.Fail(key, "a key of %s is %s, expected text", what, describe(key))
		case strings.Contains(key.Value, "\u00a0"):
			d.Fail(key, "a key of %s is %s, expected ordinary spaces: this has a non-breaking one", what, Quote(key.Value))
		case n.Items[i+1].Kind == Null && strings.Contains(key.Value, ":"):
			d.Fail(key, "a key of %s is %s, expected a space after the colon", what, Quote(key.Value))
		case repeated:
			d.Fail(key, "%s is listed twice in %s, first in line %d, expected once", Quote(key.Value), what, line)
		default:
			seen[key.Value] = key.Line
			pairs = append(pairs, pair{key, n.Items[i+1]})
		}
	}
	return pairs
}

// slice reads a list, or a mapping if the elements are structs with a key
// field.
func (d *Document) slice(to target, n *Node, what string) {
	v, r := to.value, to.rules
	if len(r.Keys) > 0 {
		v.Set(reflect.MakeSlice(v.Type(), len(r.Keys), len(r.Keys)))
		d.object(to, n, what, elements(to))
		return
	}
	s := d.shape(v.Type().Elem())
	kind, size, most, expected := List, len(n.Items), r.Most, `a list, in [ ] or with "- " before each entry`
	if s != nil && s.Key != nil {
		kind, size, expected = Map, len(n.Items)/2, "entries of the form name: value"
		if most == 0 {
			most = MaxKeys
		}
	}
	if r.Single && kind != n.Kind && n.Kind != Map {
		n = &Node{Kind: List, Items: []*Node{n}, Line: n.Line, Column: n.Column}
		size, r.Min = 1, new(1.0)
	}
	switch {
	case n.Kind != kind:
		d.unexpected(n, what, expected)
	case most > 0 && size > most:
		d.Fail(n, "%s has %s, expected at most %d", what, Count(size, "entry"), most)
	case kind == List:
		d.list(v, r, n, what)
	default:
		d.entries(v, s, n, what)
	}
	if v.IsNil() {
		return // already reported
	}
	if size < r.Least {
		d.Fail(n, "%s has %s, expected at least %d", what, Count(size, "entry"), r.Least)
	}
	d.mark(v, n)
}

func (d *Document) list(v reflect.Value, r Rules, n *Node, what string) {
	v.Set(reflect.MakeSlice(v.Type(), len(n.Items), len(n.Items)))
	for i, item := range n.Items {
		entry := "an entry of " + what
		if r.Single && len(n.Items) == 1 {
			entry = what
		}
		d.value(target{v.Index(i), r, nil}, item, entry)
	}
}

// entries reads a mapping into structs, one per key.
func (d *Document) entries(v reflect.Value, s *Shape, n *Node, what string) {
	pairs := d.pairs(n, what)
	v.Set(reflect.MakeSlice(v.Type(), len(pairs), len(pairs)))
	for i, p := range pairs {
		e := v.Index(i)
		key := Node{Kind: Text, Value: p.key.Value, Line: p.key.Line, Column: p.key.Column}
		d.scalar(target{s.Key.of(e), s.Key.Rules, nil}, &key, "a key of "+what)
		name := Quote(p.key.Value)
		if s.Value != nil && (p.value.Kind != Map || len(s.Fields) == 0) {
			d.value(target{s.Value.of(e), s.Value.Rules, nil}, p.value, name+" in "+what)
			continue
		}
		d.value(target{e, Rules{}, nil}, p.value, name)
	}
}
