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

// Builtin returns the built-in pack, ops-roles.
func Builtin() *fit.Pack {
	builtin.decode.Do(func() {
		values := lines{builtinText}
		values.read(reflect.ValueOf(&builtin.pack).Elem())
	})
	p := builtin.pack
	return &p
}

// builtin is decoded on first use. It isn't a function variable, because the
// linker would then include its text in the browser engine, which doesn't use
// it.
var builtin struct {
	decode sync.Once
	pack   fit.Pack
}

// builtinText is the pack in the format that make update generates from roles/
// and quiz/. It contains the values in field order, one per line, and the
// length of each slice before its elements. This is faster to decode than JSON,
// so that the program starts quickly.
//
//go:embed builtin.txt
var builtinText string

// lines contains the values that haven't been decoded yet.
type lines struct{ rest string }

func (l *lines) next() string {
	line, rest, _ := strings.Cut(l.rest, "\n")
	l.rest = rest
	return line
}

func (l *lines) number() int {
	n, err := strconv.Atoi(l.next())
	if err != nil {
		panic("pack: builtin.txt: " + err.Error()) // a test compares the data with the files
	}
	return n
}

func (l *lines) read(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(l.next())
	case reflect.Int:
		v.SetInt(int64(l.number()))
	case reflect.Float64: // stored in hundredths
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
			if f := v.Field(i); f.CanSet() { // only exported fields
				l.read(f)
			}
		}
	}
}

// A builtinFS contains the files of the built-in pack, in the same layout as a
// pack's folder.
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

func (builtinFS) Close() error { return nil }
