package pack

import (
	_ "embed"
	"io/fs"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/quiz"
	"github.com/rolefit/rolefit/roles"
)

// BuiltinID is the id of the built-in pack, and the name by which Init copies
// it.
const BuiltinID = "ops-roles"

// Builtin returns the pack ops-roles.
func Builtin() *fit.Pack {
	p := *builtin()
	return &p
}

var builtin = sync.OnceValue(func() *fit.Pack {
	var p fit.Pack
	values := lines{builtinText}
	values.read(reflect.ValueOf(&p).Elem())
	return &p
})

// builtinText is the pack as make update writes it from roles/ and quiz/: its
// values in the order of the fields, one per line, and before the elements of a
// slice their number. Decoding JSON would take a quarter of a start.
//
//go:embed builtin.txt
var builtinText string

// lines are the values that are still to be read.
type lines struct{ rest string }

func (l *lines) next() string {
	line, rest, _ := strings.Cut(l.rest, "\n")
	l.rest = rest
	return line
}

func (l *lines) number() int {
	n, err := strconv.Atoi(l.next())
	if err != nil {
		panic("pack: builtin.txt: " + err.Error()) // a test holds it to the files
	}
	return n
}

func (l *lines) read(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(l.next())
	case reflect.Int:
		v.SetInt(int64(l.number()))
	case reflect.Float64: // in hundredths
		v.SetFloat(float64(l.number()) / 100)
	case reflect.Bool:
		v.SetBool(l.number() == 1)
	case reflect.Slice:
		if n := l.number(); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
		}
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			l.read(v.Index(i))
		}
	default:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() { // exported
				l.read(f)
			}
		}
	}
}

// builtinFS is the files of the built-in pack, laid out as a pack's folder.
type builtinFS struct{}

// Open opens roles/NAME, quiz/NAME, or one of the two folders.
func (builtinFS) Open(name string) (fs.File, error) {
	dir, rest, _ := strings.Cut(name, "/")
	if rest == "" {
		rest = "."
	}
	switch dir {
	case "roles":
		return roles.Files.Open(rest)
	case "quiz":
		return quiz.Files.Open(rest)
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// Close does nothing.
func (builtinFS) Close() error { return nil }
