package document

import (
	"reflect"
	"strings"
)

// Comments are what the source of the types says: by "Role" and "Role.Title" a
// description, by the name of a type of texts its constants.
type Comments struct {
	Text      map[string]string
	Constants map[string][]string
}

// Schema is the JSON Schema (draft 2020-12) of a type: as files hold it, by the
// tags of this package; or, where a type has none of them, as encoding/json
// writes it. Form is as in a Document.
func Schema(name string, of any, form bool, comments Comments) ([]byte, error) {
	t := reflect.TypeOf(of)
	s := &schemer{d: Document{Form: form}, comments: comments, encodes: shapeOf(t) == nil}
	root := ordered{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"title", "rolefit " + name},
	}
	root = append(root, s.structure(t, s.described(t.Name()), nil)...)
	if len(s.defs) > 0 {
		root = append(root, keyed{"$defs", s.defs})
	}
	return marshal(root, "  ")
}

type schemer struct {
	d        Document
	comments Comments
	encodes  bool // whether encoding/json writes the value
	defs     ordered
}

// described begins a schema with what the source says of a type or field.
func (s *schemer) described(name string) ordered {
	if text := s.comments.Text[name]; text != "" {
		return ordered{{"description", text}}
	}
	return nil
}

// structure is the schema of a struct.
func (s *schemer) structure(t reflect.Type, begin ordered, more []member) ordered {
	if s.encodes {
		return s.encoded(t, begin)
	}
	return s.object(begin, s.d.members(reflect.New(t).Elem(), more))
}

func (s *schemer) object(begin ordered, all []member) ordered {
	properties, required := ordered{}, []string{}
	for _, m := range all {
		if m.inside != "" {
			continue
		}
		var begin ordered
		if m.of.Kind() == reflect.Struct {
			holder := m.of.Type()
			begin = s.described(holder.Name() + "." + holder.Field(m.index).Name)
		}
		properties = append(properties, keyed{m.name, s.value(begin, m.target(all))})
		if m.required {
			required = append(required, m.name)
		}
	}
	return object(begin, properties, required)
}

func object(begin, properties ordered, required []string) ordered {
	out := append(begin, keyed{"type", "object"}, keyed{"properties", properties})
	if len(required) > 0 {
		out = append(out, keyed{"required", required})
	}
	return append(out, keyed{"additionalProperties", false})
}

// value is the schema of a value, empty ones included in a form.
func (s *schemer) value(begin ordered, t target) ordered {
	if s.d.Form {
		empty := ordered{{"description", "not answered"}, {"type", []string{"null", "string"}}, {"pattern", `^\s*$`}}
		return append(begin, keyed{"anyOf", []any{s.filled(nil, t), empty}})
	}
	return s.filled(begin, t)
}

func (s *schemer) filled(begin ordered, t target) ordered {
	v := t.value
	if _, ok := v.Addr().Interface().(texter); ok {
		return append(begin, text(t.rules)...)
	}
	switch v.Kind() {
	case reflect.Pointer:
		return s.filled(begin, target{reflect.New(v.Type().Elem()).Elem(), t.rules, t.more})
	case reflect.Array:
		return s.object(begin, elements(v, t.rules))
	case reflect.Slice:
		return s.slice(begin, t)
	case reflect.Struct:
		return s.either(begin, t)
	}
	return append(begin, s.scalar(v, t.rules)...)
}

// either is the schema of a struct, or of the field that it may be alone.
func (s *schemer) either(begin ordered, t target) ordered {
	v := t.value
	shape := s.d.shape(v.Type())
	whole := s.reference(v.Type(), t.more)
	if shape == nil || shape.value == nil {
		return append(begin, whole...)
	}
	alone := s.value(nil, target{value: shape.value.of(v), rules: shape.value.rules})
	if len(shape.fields) == 0 {
		return append(begin, alone...)
	}
	return append(begin, keyed{"anyOf", []any{alone, whole}})
}

// reference refers to the schema of a struct, which it adds to the definitions
// when it is new. One with further fields stands where it is used.
func (s *schemer) reference(t reflect.Type, more []member) ordered {
	if len(more) > 0 {
		return s.structure(t, nil, more)
	}
	name := strings.ToLower(t.Name()[:1]) + t.Name()[1:]
	known := false
	for _, d := range s.defs {
		known = known || d.key == name
	}
	if !known {
		s.defs = append(s.defs, keyed{name, nil})
		at := len(s.defs) - 1
		def := s.structure(t, s.described(t.Name()), nil)
		s.defs[at].value = def
	}
	return ordered{{"$ref", "#/$defs/" + name}}
}

func (s *schemer) slice(begin ordered, t target) ordered {
	v, r := t.value, t.rules
	least, most := r.least, r.most
	r.least, r.most = 0, 0
	elem := reflect.New(v.Type().Elem()).Elem()
	if len(r.keys) > 0 {
		v.Set(reflect.MakeSlice(v.Type(), len(r.keys), len(r.keys)))
		return s.object(begin, elements(v, r))
	}
	shape := s.d.shape(elem.Type())
	if shape == nil || shape.key == nil {
		begin = append(begin, keyed{"type", "array"}, keyed{"items", s.value(nil, target{value: elem, rules: r})})
		return bounded(begin, "Items", least, most)
	}
	if most == 0 {
		most = maxKeys
	}
	begin = append(begin, keyed{"type", "object"}, keyed{"propertyNames", text(shape.key.rules)},
		keyed{"additionalProperties", s.value(nil, target{value: elem})})
	return bounded(begin, "Properties", least, most)
}

func bounded(o ordered, what string, least, most int) ordered {
	if least > 0 {
		o = append(o, keyed{"min" + what, least})
	}
	if most > 0 {
		o = append(o, keyed{"max" + what, most})
	}
	return o
}

func (s *schemer) scalar(v reflect.Value, r rules) ordered {
	switch v.Kind() {
	case reflect.Bool:
		return ordered{{"type", "boolean"}}
	case reflect.Float64:
		return numeric("number", r)
	case reflect.String:
		return text(r)
	}
	if len(r.enum) > 0 {
		return text(r)
	}
	return numeric("integer", r)
}

func numeric(kind string, r rules) ordered {
	out := ordered{{"type", kind}}
	if r.min != nil {
		out = append(out, keyed{"minimum", *r.min})
	}
	if r.max != nil {
		out = append(out, keyed{"maximum", *r.max})
	}
	if r.step > 0 {
		out = append(out, keyed{"multipleOf", r.step})
	}
	return out
}

// text is the schema of a text. Of a word it has the usual spelling only.
func text(r rules) ordered {
	f := forms(r.is)
	switch {
	case len(r.enum) > 0:
		return ordered{{"enum", r.enum}}
	case r.is == "word":
		return ordered{{"type", []string{"string", "number"}}, {"maxLength", maxText}}
	case f.format != "":
		return ordered{{"type", "string"}, {"format", f.format}}
	case r.is == "slug":
		return ordered{{"type", "string"}, {"pattern", f.pattern}, {"minLength", minSlug}, {"maxLength", MaxSlug}}
	case f.pattern != "":
		return ordered{{"type", "string"}, {"pattern", f.pattern}, {"maxLength", maxText}}
	}
	return ordered{{"type", "string"}, {"pattern", `\S`}, {"maxLength", maxText}}
}

// encoded is the schema of a struct as encoding/json writes it.
func (s *schemer) encoded(t reflect.Type, begin ordered) ordered {
	properties, required := ordered{}, []string{}
	for i := range t.NumField() {
		name, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if name == "" || name == "-" {
			continue
		}
		begin := s.described(t.Name() + "." + t.Field(i).Name)
		properties = append(properties, keyed{name, append(begin, s.encodedValue(t.Field(i).Type)...)})
		if options == "" {
			required = append(required, name)
		}
	}
	return object(begin, properties, required)
}

func (s *schemer) encodedValue(t reflect.Type) ordered {
	switch t.Kind() {
	case reflect.Pointer:
		return ordered{{"anyOf", []any{s.encodedValue(t.Elem()), ordered{{"type", "null"}}}}}
	case reflect.Struct:
		return s.reference(t, nil)
	case reflect.Slice:
		return ordered{{"type", "array"}, {"items", s.encodedValue(t.Elem())}}
	case reflect.Map:
		return ordered{{"type", "object"}, {"additionalProperties", s.encodedValue(t.Elem())}}
	case reflect.Bool:
		return ordered{{"type", "boolean"}}
	case reflect.Float64:
		return ordered{{"type", "number"}}
	case reflect.String:
		if words := s.comments.Constants[t.Name()]; len(words) > 0 {
			return ordered{{"enum", words}}
		}
		return ordered{{"type", "string"}}
	}
	return ordered{{"type", "integer"}}
}
