package document

import (
	"reflect"
	"slices"
	"strings"
)

// MaxKeys is how many keys a mapping may have.
const MaxKeys = 500

// Read reads a node into the struct that to points to, as the tags of its type
// say. What is how problems call it.
func (d *Document) Read(n *Node, what string, to any) {
	v := reflect.ValueOf(to).Elem()
	d.root = v.Type()
	if n.Kind != Invalid {
		d.object(target{value: v}, n, what, d.members(v, nil))
	}
}

// A target is what a node is read into.
type target struct {
	value reflect.Value
	rules Rules
	more  []member // further fields of its object, which other structs hold
}

// A member is a field of an object that is read, and the struct that holds it.
type member struct {
	Field
	of reflect.Value
}

// texter is a type that is read from a text.
type texter interface{ SetText(string) }

// value reads a node of any kind.
func (d *Document) value(to target, n *Node, what string) {
	if n.Kind == Invalid || d.Form && n.empty() {
		return
	}
	v := to.value
	if t, ok := v.Addr().Interface().(texter); ok {
		if text, ok := d.text(to.rules, n, what); ok {
			t.SetText(text)
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
		d.object(to, n, what, d.members(v, to.more))
	case reflect.Array:
		d.object(to, n, what, elements(v, to.rules))
	case reflect.Slice:
		d.slice(to, n, what)
	default:
		d.scalar(to, n, what)
	}
}

// empty reports whether a node is what an unfilled form holds.
func (n *Node) empty() bool {
	return n.Kind == Null || n.Kind == Text && strings.TrimSpace(n.Value) == ""
}

// members are the fields that the mapping of a struct may have.
func (d *Document) members(v reflect.Value, more []member) []member {
	var out []member
	for _, f := range d.shape(v.Type()).Fields {
		out = append(out, member{f, v})
	}
	return append(out, more...)
}

// elements are the fields of a mapping whose values are an array's elements.
func elements(v reflect.Value, r Rules) []member {
	keys := r.Keys
	r.Keys = nil
	var out []member
	for i, name := range keys {
		out = append(out, member{Field{Name: name, Required: true, Rules: r, Element: -1, Index: i}, v})
	}
	return out
}

// target is what a member is read into.
func (m member) target(all []member) target {
	t := target{rules: m.Rules}
	if m.of.Kind() == reflect.Struct {
		t.value = m.Field.of(m.of)
	} else {
		t.value = m.of.Index(m.Index)
	}
	for _, other := range all {
		if other.Inside == m.Name {
			other.Inside = ""
			t.more = append(t.more, other)
		}
	}
	return t
}

// object reads a mapping of known fields.
func (d *Document) object(to target, n *Node, what string, all []member) {
	var names []string
	for _, m := range all {
		if m.Inside == "" {
			names = append(names, m.Name)
		}
	}
	if n.Kind != Map {
		if s := d.shape(to.value.Type()); s != nil && s.Value != nil {
			d.value(target{s.Value.of(to.value), s.Value.Rules, nil}, n, what)
			return
		}
		d.unexpected(n, what, fieldsOf(names))
		return
	}
	pairs, ok := d.pairs(n, what)
	if !ok {
		return
	}
	before := len(d.Problems)
	for _, m := range all {
		if m.Inside != "" {
			continue
		}
		i := slices.IndexFunc(pairs, func(p pair) bool { return p.key.Value == m.Name })
		if i >= 0 {
			d.value(m.target(all), pairs[i].value, within(m.Name, what))
			pairs = slices.Delete(pairs, i, i+1)
		} else if m.Required {
			d.Fail(n, "%s has no %s", what, m.Name)
		}
	}
	for _, p := range pairs {
		d.Fail(p.key, "%s has the unknown field %s, expected %s%s", what, Quote(p.key.Value), OneOf(names), d.hint(n, p, names))
	}
	if len(d.Problems) == before {
		d.mark(to.value, n)
	}
}

// within is how problems call a field: with the entry that it is of, since in
// JSON the line alone does not say which that is. A number is no name by itself.
func within(name, what string) string {
	switch {
	case name[0] >= '0' && name[0] <= '9':
		return Quote(name) + " in " + what
	case what[0] == '"':
		return name + " of " + what
	}
	return name
}

// hint guesses what an unknown field should have been.
func (d *Document) hint(n *Node, p pair, names []string) string {
	if n.Flow && p.value.Kind == Null {
		return " (a text with a comma needs quotes inside { })"
	}
	if near := DidYouMean(p.key.Value, names); near != "" {
		return near
	}
	if holders := d.holders(d.root, "", p.key.Value); len(holders) > 0 {
		return " (it belongs in " + strings.Join(holders, " or ") + ")"
	}
	return ""
}

// holders are the fields of a type, at any depth, whose objects have a field of
// that name; in is the field of which the type is.
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

// A pair is a key of a mapping and its value.
type pair struct{ key, value *Node }

// pairs are the keys and values of a mapping in file order, without those
// whose key is wrong or repeated.
func (d *Document) pairs(n *Node, what string) (pairs []pair, ok bool) {
	switch {
	case n.Kind != Map:
		d.unexpected(n, what, "entries of the form name: value")
		return nil, false
	case len(n.Items)/2 > MaxKeys:
		d.Fail(n, "%s has more than %d keys, expected at most that", what, MaxKeys)
		return nil, false
	}
	seen := make(map[string]int, len(n.Items)/2)
	for i := 0; i+1 < len(n.Items); i += 2 {
		key := n.Items[i]
		switch line, repeated := seen[key.Value]; {
		case key.Kind == Invalid:
		case key.Kind == Null || key.Kind == List || key.Kind == Map:
			d.Fail(key, "a key of %s is %s, expected text", what, describe(key))
		case n.Items[i+1].Kind == Null && strings.Contains(key.Value, ":"):
			d.Fail(key, "a key of %s is %s, expected a space after the colon", what, Quote(key.Value))
		case repeated:
			d.Fail(key, "%s is given twice in %s, first in line %d, expected it once", Quote(key.Value), what, line)
		default:
			seen[key.Value] = key.Line
			pairs = append(pairs, pair{key, n.Items[i+1]})
		}
	}
	return pairs, true
}

// slice reads a list, or a mapping into structs that hold its keys.
func (d *Document) slice(to target, n *Node, what string) {
	v, r := to.value, to.rules
	if len(r.Keys) > 0 {
		v.Set(reflect.MakeSlice(v.Type(), len(r.Keys), len(r.Keys)))
		d.object(to, n, what, elements(v, r))
		return
	}
	s := d.shape(v.Type().Elem())
	mapping, size := s != nil && s.Key != nil, len(n.Items)
	if mapping {
		size /= 2
	}
	if most := r.Most; most > 0 && size > most {
		d.Fail(n, "%s has %s, expected at most %d", what, Count(size, "entry"), most)
		return
	}
	if mapping {
		d.entries(v, s, n, what)
	} else {
		d.list(v, r, n, what)
	}
	if v.IsNil() {
		return // reported already
	}
	if size < r.Least {
		d.Fail(n, "%s has %s, expected at least %d", what, Count(size, "entry"), r.Least)
	}
	d.mark(v, n)
}

func (d *Document) list(v reflect.Value, r Rules, n *Node, what string) {
	if n.Kind != List {
		d.unexpected(n, what, `a list, in [ ] or with "- " before each entry`)
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Items), len(n.Items)))
	for i, item := range n.Items {
		d.value(target{v.Index(i), r, nil}, item, "an entry of "+what)
	}
}

// entries reads a mapping into structs with the key in a field of their own.
func (d *Document) entries(v reflect.Value, s *Shape, n *Node, what string) {
	pairs, ok := d.pairs(n, what)
	if !ok {
		return
	}
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
