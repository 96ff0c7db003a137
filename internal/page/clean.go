package page

import (
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/rolefit/rolefit/internal/safetext"
)

// Verbatim is text to copy, such as a command or an address. Its long words
// aren't cut.
type Verbatim string

// Maximum lengths of a word in characters. Longer words aren't real, and would
// break every layout.
const (
	longestWord     = 60
	longestVerbatim = 2000
)

var verbatimType = reflect.TypeFor[Verbatim]()

// sanitized returns a deep copy of a page that is safe to draw. Every string
// passes through safetext.Sanitize, extra spaces are removed, and overlong
// words are cut. The copy uses reflection, so that no field can be forgotten.
func sanitized(p *Page) *Page { return cleaner{}.page(p) }

// A cleaner copies values, sanitizing their strings and, if ascii is true,
// converting them to ASCII. If pack isn't nil, it replaces PackFlag.
type cleaner struct {
	ascii bool
	pack  *string
}

func (c cleaner) page(p *Page) *Page {
	clean := c.value(reflect.ValueOf(*p)).Interface().(Page)
	return &clean
}

func (c cleaner) value(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.String:
		out.SetString(c.text(v.String(), v.Type() == verbatimType))
	case reflect.Interface:
		if !v.IsNil() {
			out.Set(c.value(v.Elem()))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(c.value(v.Elem()))
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		}
		for i := range v.Len() {
			out.Index(i).Set(c.value(v.Index(i)))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(c.value(v.Field(i)))
		}
	default:
		out.Set(v)
	}
	return out
}

func (c cleaner) text(s string, verbatim bool) string {
	limit := longestWord
	if verbatim && c.pack != nil {
		s = strings.ReplaceAll(s, PackFlag, *c.pack)
	}
	if verbatim {
		limit = longestVerbatim
	}
	if isClean(s, limit) {
		return s
	}
	words := strings.Fields(safetext.Sanitize(s))
	for i, word := range words {
		if utf8.RuneCountInString(word) > limit {
			words[i] = string([]rune(word)[:limit-1]) + "…"
		}
	}
	s = strings.Join(words, " ")
	if c.ascii {
		return ASCII(s)
	}
	return s
}

// isClean reports whether text needs no change, because it is printable ASCII
// with single spaces between words of at most limit characters. This is true of
// most text.
func isClean(s string, limit int) bool {
	word := 0
	for i := range len(s) {
		switch {
		case s[i] < ' ' || s[i] > '~':
			return false
		case s[i] > ' ':
			if word++; word > limit {
				return false
			}
		case word == 0:
			return false
		default:
			word = 0
		}
	}
	return word > 0 || s == ""
}
