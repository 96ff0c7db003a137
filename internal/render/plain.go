package render

import (
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/rolefit/rolefit/internal/safetext"
)

// longestWord is how many characters of one word are shown: longer ones are
// no words, and would break every layout.
const longestWord = 60

// plain is a deep copy of what v points to with every text in it made
// harmless: safetext.Sanitize, spaces at its ends and in a row taken out, and words
// longer than longestWord cut. It walks the whole object, so that no text can
// be forgotten.
func plain[T any](v *T) *T {
	out := new(T)
	reflect.ValueOf(out).Elem().Set(plainValue(reflect.ValueOf(v).Elem()))
	return out
}

func plainValue(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.String:
		out.SetString(plainText(v.String()))
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(plainValue(v.Elem()))
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		}
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			out.Index(i).Set(plainValue(v.Index(i)))
		}
	case reflect.Map:
		if !v.IsNil() {
			out.Set(reflect.MakeMap(v.Type()))
		}
		for _, key := range v.MapKeys() {
			out.SetMapIndex(plainValue(key), plainValue(v.MapIndex(key)))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(plainValue(v.Field(i)))
		}
	default:
		out.Set(v)
	}
	return out
}

func plainText(s string) string {
	words := strings.Fields(safetext.Sanitize(s))
	for i, word := range words {
		if utf8.RuneCountInString(word) > longestWord {
			words[i] = string([]rune(word)[:longestWord-1]) + "…"
		}
	}
	return strings.Join(words, " ")
}
