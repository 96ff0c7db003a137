package document

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// A shape is what the tags of a struct say.
type shape struct {
	fields []field
	key    *field // of a mapping entry
	value  *field // that an entry may be alone
}

// A field is a field of an object: one of a struct, or an element of an array
// in one.
type field struct {
	name     string
	inside   string // the field whose object holds it, when it is not the struct's own
	required bool
	rules    rules
	index    int // of the struct's field
	element  int // of the array in it, or -1
}

// of is the field in a struct.
func (f *field) of(v reflect.Value) reflect.Value {
	if v = v.Field(f.index); f.element >= 0 {
		v = v.Index(f.element)
	}
	return v
}

// rules are what the tags of a field say of its value.
type rules struct {
	is          string
	enum, keys  []string
	least, most int
	min, max    *float64
	step        int
}

// shape is what the tags of a type say; nil when it has none.
func (d *Document) shape(t reflect.Type) *shape {
	if s, known := d.shapes[t]; known {
		return s
	}
	if d.shapes == nil {
		d.shapes = map[reflect.Type]*shape{}
	}
	s := shapeOf(t)
	d.shapes[t] = s
	return s
}

// shapeOf reads the tags of a type; nil when it has none, or is no struct.
func shapeOf(t reflect.Type) *shape {
	if t.Kind() != reflect.Struct {
		return nil
	}
	s, tagged := &shape{}, false
	for i := range t.NumField() {
		tag, ok := t.Field(i).Tag.Lookup("file")
		if tagged = tagged || ok; !ok {
			continue
		}
		name, rest, _ := strings.Cut(tag, ",")
		options := strings.Split(rest, ",")
		f := field{name: name, required: slices.Contains(options, "required"), rules: rulesOf(t.Field(i).Tag), index: i, element: -1}
		if inside, name, ok := strings.Cut(name, "."); ok {
			f.inside, f.name = inside, name
		}
		if slices.Contains(options, "key") {
			s.key = &f
		}
		if slices.Contains(options, "value") {
			s.value = &f
		}
		switch {
		case slices.Contains(options, "inline"):
			s.fields = append(s.fields, f.elements()...)
		case name != "":
			s.fields = append(s.fields, f)
		}
	}
	if !tagged {
		return nil
	}
	return s
}

// elements are the fields that the keys of an array name.
func (f field) elements() []field {
	var out []field
	for i, name := range f.rules.keys {
		e := f
		e.name, e.element, e.rules.keys = name, i, nil
		out = append(out, e)
	}
	return out
}

func rulesOf(tag reflect.StructTag) rules {
	return rules{
		is: tag.Get("is"), enum: strings.Fields(tag.Get("enum")), keys: strings.Fields(tag.Get("keys")),
		least: int(number(tag, "least")), most: int(number(tag, "most")), step: int(number(tag, "step")),
		min: bound(tag, "min"), max: bound(tag, "max"),
	}
}

func bound(tag reflect.StructTag, name string) *float64 {
	if _, ok := tag.Lookup(name); !ok {
		return nil
	}
	n := number(tag, name)
	return &n
}

// number is the number in a tag, 0 without it. It panics when it is none: the
// tag is wrong, not the document.
func number(tag reflect.StructTag, name string) float64 {
	text, ok := tag.Lookup(name)
	if !ok {
		return 0
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic(fmt.Sprintf("document: tag %s is %q, expected a number", name, text))
	}
	return n
}
