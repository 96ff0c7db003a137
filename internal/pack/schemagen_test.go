package pack

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/document"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

// TestSchemasAreGenerated compares the files in quiz/schema with the types that
// they describe, or writes the files with -update.
func TestSchemasAreGenerated(t *testing.T) {
	source := readSource(t, "format.go", "../fit/[a-z]*.go")
	for _, k := range append(schemaKinds(t), schemaKind{"result", "", fit.Result{}}, schemaKind{"scores", "", fit.Scores{}}) {
		got := source.schema(k.name, reflect.TypeOf(k.of))
		if *update {
			require.NoError(t, os.WriteFile("../../quiz/schema/"+k.name+".json", got, 0o644))
			continue
		}
		want, err := Schema(k.name)
		require.NoError(t, err)
		require.Equal(t, string(want), string(got), "make update writes quiz/schema from the types")
	}
}

// An ordered is a JSON object with keys in a fixed order.
type ordered []keyed

type keyed struct {
	key   string
	value any
}

// MarshalJSON writes the keys in order.
func (o ordered) MarshalJSON() ([]byte, error) {
	var parts [][]byte
	for _, e := range o {
		part, err := json.Marshal(map[string]any{e.key: e.value})
		if err != nil {
			return nil, err
		}
		parts = append(parts, part[1:len(part)-1])
	}
	return append(append([]byte("{"), bytes.Join(parts, []byte(","))...), '}'), nil
}

// A schemer makes the JSON Schema for a type, either as it appears in files,
// according to the tags of package document, or as encoding/json writes it.
type schemer struct {
	source
	encodes bool // whether the schema is for the output of encoding/json
	form    bool // whether empty values count as missing
	defs    ordered
}

func (s source) schema(name string, t reflect.Type) []byte {
	m := &schemer{source: s, encodes: document.ShapeOf(t) == nil, form: name == "answers"}
	root := ordered{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "rolefit " + name}}
	root = append(root, m.described(t.Name(), m.structure(t, nil))...)
	if len(m.defs) > 0 {
		root = append(root, keyed{"$defs", m.defs})
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(root); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// described adds to a schema what the source says about a type or field.
func (s *schemer) described(name string, schema ordered) ordered {
	if text := s.comments[name]; text != "" {
		return append(ordered{{"description", text}}, schema...)
	}
	return schema
}

// A held is a field with the struct that contains it and the field's own type.
type held struct {
	document.Field
	of, is reflect.Type
}

func fieldsOf(t reflect.Type) []held {
	var out []held
	for _, f := range document.ShapeOf(t).Fields {
		is := t.Field(f.Index).Type
		if f.Element >= 0 {
			is = is.Elem()
		}
		out = append(out, held{f, t, is})
	}
	return out
}

// structure returns the schema of a struct with additional fields.
func (s *schemer) structure(t reflect.Type, more []held) ordered {
	if s.encodes {
		return s.encoded(t)
	}
	properties, required := ordered{}, []string{}
	all := append(fieldsOf(t), more...)
	for _, f := range all {
		if f.Inside != "" {
			continue
		}
		var inner []held
		for _, x := range all {
			if x.Inside == f.Name {
				x.Inside = ""
				inner = append(inner, x)
			}
		}
		comment := f.of.Name() + "." + f.of.Field(f.Index).Name
		if f.Element >= 0 { // the description of the dimension's constant
			comment = wording.Capitalize(fit.Dimensions[f.Element].String())
		}
		properties = append(properties, keyed{f.Name, s.described(comment, s.value(f.is, f.Rules, inner))})
		if f.Required {
			required = append(required, f.Name)
		}
	}
	return object(properties, required)
}

func object(properties ordered, required []string) ordered {
	out := ordered{{"type", "object"}, {"properties", properties}}
	if len(required) > 0 {
		out = append(out, keyed{"required", required})
	}
	return append(out, keyed{"additionalProperties", false})
}

// value returns the schema of a value. In a form it also allows empty values.
func (s *schemer) value(t reflect.Type, r document.Rules, more []held) ordered {
	filled := s.filled(t, r, more)
	if s.form {
		empty := ordered{{"description", "Not answered"}, {"type", []string{"null", "string"}}, {"pattern", `^\s*$`}}
		return ordered{{"anyOf", []any{filled, empty}}}
	}
	return filled
}

func (s *schemer) filled(t reflect.Type, r document.Rules, more []held) ordered {
	switch t.Kind() {
	case reflect.Pointer:
		return s.filled(t.Elem(), r, more)
	case reflect.Slice, reflect.Array:
		if r.Single {
			return ordered{{"anyOf", []ordered{s.value(t.Elem(), document.Rules{Min: new(1.0), Max: r.Max}, nil), s.several(t, r)}}}
		}
		return s.several(t, r)
	case reflect.Struct:
		return s.either(t, r, more)
	case reflect.Bool:
		return ordered{{"type", "boolean"}}
	case reflect.Float64:
		return numeric("number", r)
	case reflect.String:
		return text(r)
	}
	if len(r.Enum) > 0 {
		return text(r)
	}
	return numeric("integer", r)
}

// either returns a schema for a struct or for the single field that can replace
// it.
func (s *schemer) either(t reflect.Type, r document.Rules, more []held) ordered {
	shape := document.ShapeOf(t)
	switch {
	case shape == nil: // read from text
		return text(r)
	case shape.Value == nil:
		return s.reference(t, more)
	}
	alone := s.value(t.Field(shape.Value.Index).Type, shape.Value.Rules, nil)
	if len(shape.Fields) == 0 {
		return alone
	}
	return ordered{{"anyOf", []any{alone, s.reference(t, more)}}}
}

// reference returns a reference to the schema of a struct, which it adds to the
// definitions if necessary. A struct with additional fields is described
// inline.
func (s *schemer) reference(t reflect.Type, more []held) ordered {
	if len(more) > 0 {
		return s.structure(t, more)
	}
	name := strings.ToLower(t.Name()[:1]) + t.Name()[1:]
	ref := ordered{{"$ref", "#/$defs/" + name}}
	for _, d := range s.defs {
		if d.key == name {
			return ref
		}
	}
	s.defs = append(s.defs, keyed{name, nil})
	at := len(s.defs) - 1
	def := s.described(t.Name(), s.structure(t, nil))
	s.defs[at].value = def
	return ref
}

// several returns the schema of a list or mapping.
func (s *schemer) several(t reflect.Type, r document.Rules) ordered {
	keys, least, most := r.Keys, r.Least, r.Most
	r.Keys, r.Least, r.Most = nil, 0, 0
	if len(keys) > 0 {
		properties := ordered{}
		for _, k := range keys {
			properties = append(properties, keyed{k, s.value(t.Elem(), r, nil)})
		}
		return object(properties, keys)
	}
	out, what := ordered{{"type", "array"}, {"items", nil}}, "Items"
	if shape := document.ShapeOf(t.Elem()); shape != nil && shape.Key != nil {
		out, what = ordered{{"type", "object"}, {"propertyNames", text(shape.Key.Rules)}, {"additionalProperties", nil}}, "Properties"
		if most == 0 {
			most = document.MaxKeys
		}
	}
	out[len(out)-1].value = s.value(t.Elem(), r, nil)
	if least > 0 {
		out = append(out, keyed{"min" + what, least})
	}
	if most > 0 {
		out = append(out, keyed{"max" + what, most})
	}
	return out
}

func numeric(kind string, r document.Rules) ordered {
	out := ordered{{"type", kind}}
	if r.Min != nil {
		out = append(out, keyed{"minimum", *r.Min})
	}
	if r.Max != nil {
		out = append(out, keyed{"maximum", *r.Max})
	}
	if r.Step > 0 {
		out = append(out, keyed{"multipleOf", r.Step})
	}
	return out
}

// text returns the schema of a text. For a word it covers only the usual
// spelling.
func text(r document.Rules) ordered {
	pattern := document.FormOf(r.Is).Pattern
	switch {
	case slices.Contains(r.Enum, "true"): // as a text or not
		words := []any{true, false}
		for _, w := range r.Enum {
			words = append(words, w)
		}
		return ordered{{"enum", words}}
	case len(r.Enum) > 0:
		return ordered{{"enum", r.Enum}}
	case r.Is == "word":
		return ordered{{"type", []string{"string", "number"}}, {"maxLength", document.MaxText}}
	case r.Is == "moment":
		return ordered{{"type", "string"}, {"format", "date-time"}}
	case r.Is == "slug":
		return ordered{{"type", "string"}, {"pattern", pattern}, {"minLength", document.MinSlug}, {"maxLength", document.MaxSlug}}
	case pattern == "":
		pattern = `\S`
	}
	return ordered{{"type", "string"}, {"pattern", pattern}, {"maxLength", document.MaxText}}
}

// encoded returns the schema of a struct as encoding/json writes it.
func (s *schemer) encoded(t reflect.Type) ordered {
	properties, required := ordered{}, []string{}
	for f := range t.Fields() {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" || name == "-" {
			continue
		}
		properties = append(properties, keyed{name, s.described(t.Name()+"."+f.Name, s.encodedValue(f.Type))})
		if options == "" {
			required = append(required, name)
		}
	}
	return object(properties, required)
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
		if words := s.constants[t.Name()]; len(words) > 0 {
			return ordered{{"enum", words}}
		}
		return ordered{{"type", "string"}}
	}
	return ordered{{"type", "integer"}}
}
