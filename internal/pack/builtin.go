package pack

import (
	_ "embed"
	"encoding/json"
	"io/fs"
	"strings"
	"sync"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/quiz"
	"github.com/rolefit/rolefit/roles"
)

// BuiltinID is the id of the built-in pack, and the name by which Init copies
// it.
const BuiltinID = "ops-roles"

// Builtin is the pack ops-roles.
func Builtin() *fit.Pack {
	p := *builtin()
	return &p
}

var builtin = sync.OnceValue(func() *fit.Pack {
	var e encoded
	if err := json.Unmarshal(builtinJSON, &e); err != nil {
		panic("pack: builtin.json: " + err.Error()) // a test holds it to the files
	}
	return e.decode()
})

// builtinJSON is the pack as make update writes it from roles/ and quiz/.
//
//go:embed builtin.json
var builtinJSON []byte

// An encoded is a pack as builtin.json holds it. The terms of the facets are
// half of the pack and are one text, which is decoded in a tenth of the time:
// a facet per line, with tabs between its terms.
type encoded struct {
	Pack  *fit.Pack
	Terms string
}

func (e *encoded) decode() *fit.Pack {
	lines := strings.Split(e.Terms, "\n")
	for i := range e.Pack.Roles {
		for f := range facets(&e.Pack.Roles[i]) {
			if lines[0] != "" {
				f.Terms = strings.Split(lines[0], "\t")
			}
			lines = lines[1:]
		}
	}
	return e.Pack
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
