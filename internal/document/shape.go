package document

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// A Shape is what the tags of a struct say.
type Shape struct {
	Fields []Field
	Key    *Field // of a mapping entry
	Value  *Field // that an entry may be alone
}

// A Field is a field of an object: one of a struct, or an element of an array
// in one.
type Field struct {
	Name     string
	Inside   string // the field whose object holds it, when it is not the struct's own
	Required bool
	Rules    Rules
	Index    int // of the struct's field
	Element  int // of the array in it, or -1
}

// aloneIn reports whether the field that may be written alone is the only one
// that a struct holds.
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

// of returns the field in a struct.
func (f *Field) of(v reflect.Value) reflect.Value {
	if v = v.Field(f.Index); f.Element >= 0 {
		v = v.Index(f.Element)
	}
	return v
}

// Rules are what the tags of a field say of its value.
type Rules struct {
	Is          string
	Enum, Keys  []string
	Least, Most int
	Min, Max    *float64
	Step        int
}

// shape returns what the tags of a type say, or nil when it has none.
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

// ShapeOf returns what the tags of a type say, or nil when it has none.
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

// elements returns the fields that the keys of an array name.
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
		Least: int(number(tag, "least")), Most: int(number(tag, "most")), Step: int(number(tag, "step")),
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

// number returns the number in a tag, or 0 without the tag. It panics when it is
// not a number: the tag is wrong, not the document.
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
