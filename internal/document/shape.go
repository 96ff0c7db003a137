package document

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// A Shape describes the structure of an object, as defined by a struct's tags.
type Shape struct {
	Fields []Field
	Key    *Field // key of a mapping entry, or nil
	Value  *Field // field that can replace the whole entry, or nil
}

// A Field is a field of an object. It corresponds to a struct field, or to an
// element of an array in a struct.
type Field struct {
	Name     string
	Inside   string // path of the object that contains the field; empty if it isn't nested
	Required bool
	Rules    Rules
	Index    int // index of the struct field
	Element  int // index of the array element, or -1
}

// aloneIn reports whether the Value field is the only nonzero field in a
// struct, so that it can be written without a mapping.
func (s *Shape) aloneIn(v reflect.Value) bool {
	if s.Value == nil || s.Value.of(v).IsZero() {
		return false
	}
	for _, f := range s.Fields {
		if f.Index != s.Value.Index && !f.of(v).IsZero() {
			return false
		}
	}
	return true
}

// of returns the field's value in a struct.
func (f *Field) of(v reflect.Value) reflect.Value {
	if v = v.Field(f.Index); f.Element >= 0 {
		v = v.Index(f.Element)
	}
	return v
}

// Rules are the constraints that a field's tags put on its value.
type Rules struct {
	Is          string
	Enum, Keys  []string
	Least, Most int
	Min, Max    *float64
	Step        int
	Single      bool // whether a list with one entry may be written without brackets
}

// shape is like ShapeOf, but caches the result.
func (d *Document) shape(t reflect.Type) *Shape {
	if s, known := d.shapes[t]; known {
		return s
	}
	if d.shapes == nil {
		d.shapes = map[reflect.Type]*Shape{}
	}
	s := ShapeOf(t)
	d.shapes[t] = s
	return s
}

// ShapeOf returns the structure described by the tags of a type, or nil if it
// has none.
func ShapeOf(t reflect.Type) *Shape {
	if t.Kind() != reflect.Struct {
		return nil
	}
	s, tagged := &Shape{}, false
	for i := range t.NumField() {
		tag, ok := t.Field(i).Tag.Lookup("file")
		if tagged = tagged || ok; !ok {
			continue
		}
		name, rest, _ := strings.Cut(tag, ",")
		options := strings.Split(rest, ",")
		f := Field{Name: name, Required: slices.Contains(options, "required"), Rules: rulesOf(t.Field(i).Tag), Index: i, Element: -1}
		if inside, name, ok := strings.Cut(name, "."); ok {
			f.Inside, f.Name = inside, name
		}
		if slices.Contains(options, "key") {
			s.Key = &f
		}
		if slices.Contains(options, "value") {
			s.Value = &f
		}
		switch {
		case slices.Contains(options, "inline"):
			s.Fields = append(s.Fields, f.elements()...)
		case name != "":
			s.Fields = append(s.Fields, f)
		}
	}
	if !tagged {
		return nil
	}
	return s
}

// elements returns one field for each element of an array with named keys.
func (f Field) elements() []Field {
	var out []Field
	for i, name := range f.Rules.Keys {
		e := f
		e.Name, e.Element, e.Rules.Keys = name, i, nil
		out = append(out, e)
	}
	return out
}

func rulesOf(tag reflect.StructTag) Rules {
	return Rules{
		Is: tag.Get("is"), Enum: strings.Fields(tag.Get("enum")), Keys: strings.Fields(tag.Get("keys")),
		Least: int(number(tag, "least")), Most: int(number(tag, "most")), Step: int(number(tag, "step")), Single: tag.Get("single") == "true",
		Min: bound(tag, "min"), Max: bound(tag, "max"),
	}
}

func bound(tag reflect.StructTag, name string) *float64 {
	if _, ok := tag.Lookup(name); !ok {
		return nil
	}
	n := number(tag, name)
	return &n
}

// number returns the number in a tag, or 0 if the tag is missing. It panics if
// the tag isn't a number, which is a programming error.
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
