package document

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// ordered is a JSON object with keys in a fixed order.
type ordered []keyed

type keyed struct {
	key   string
	value any
}

// MarshalJSON writes the keys in order.
func (o ordered) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	for i, e := range o {
		if i > 0 {
			out.WriteByte(',')
		}
		for j, v := range []any{e.key, e.value} {
			if j > 0 {
				out.WriteByte(':')
			}
			data, err := marshal(v, "")
			if err != nil {
				return nil, err
			}
			out.Write(bytes.TrimSpace(data))
		}
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

func marshal(v any, indent string) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", indent)
	err := encoder.Encode(v)
	return out.Bytes(), err
}

// Print formats a value as a JSON document from which Read restores the same
// value. Zero values are omitted unless they are required.
func Print(v any) ([]byte, error) {
	d := &Document{}
	return marshal(d.printed(target{value: reflect.ValueOf(v).Elem()}), "  ")
}

func (d *Document) printed(t target) any {
	v := t.value
	if r, ok := v.Addr().Interface().(reference); ok {
		return r.Ref()
	}
	switch v.Kind() {
	case reflect.Pointer:
		return d.printed(target{v.Elem(), t.rules, t.more})
	case reflect.Struct:
		if s := d.shape(v.Type()); s.aloneIn(v) {
			return d.printed(target{value: s.Value.of(v)})
		}
		return d.printedFields(d.members(t))
	case reflect.Array:
		return d.printedFields(elements(t))
	case reflect.Slice:
		return d.printedSlice(t)
	case reflect.Int:
		if words := t.rules.Enum; len(words) > 0 {
			return words[v.Int()]
		}
	}
	return v.Interface()
}

func (d *Document) printedFields(members []member) ordered {
	out := ordered{}
	for _, m := range members {
		if m.required || !m.value.IsZero() {
			out = append(out, keyed{m.name, d.printed(m.target)})
		}
	}
	return out
}

func (d *Document) printedSlice(t target) any {
	if len(t.rules.Keys) > 0 {
		return d.printedFields(elements(t))
	}
	v := t.value
	s := d.shape(v.Type().Elem())
	entries, list := ordered{}, []any{}
	for i := range v.Len() {
		e := v.Index(i)
		switch {
		case s == nil || s.Key == nil:
			list = append(list, d.printed(target{value: e, rules: t.rules}))
		case s.Value != nil && !s.Value.of(e).IsZero():
			entries = append(entries, keyed{s.Key.of(e).String(), d.printed(target{value: s.Value.of(e)})})
		default:
			entries = append(entries, keyed{s.Key.of(e).String(), d.printed(target{value: e})})
		}
	}
	if s != nil && s.Key != nil {
		return entries
	}
	return list
}
