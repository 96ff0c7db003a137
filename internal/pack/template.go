package pack

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/document"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
	"github.com/rolefit/rolefit/quiz"
	"github.com/rolefit/rolefit/roles"
)

// starter is a small pack with comments, intended as a starting point.
//
//go:embed starter
var starter embed.FS

// Templates lists the packs that Init can copy, beginning with the default.
func Templates() []string { return []string{"starter", fit.BuiltinPack} }

// Init writes a new pack into dir. The pack consists of a template and the
// schemas that its files refer to for editors. Init creates the folder if
// necessary, and never overwrites a file. It writes either the whole pack or
// nothing. The starter gets the folder's name as its id, because results are
// tied to a pack by its id. A copy of the built-in pack is byte-for-byte
// identical.
func Init(dir, template string) error {
	parts, err := templateParts(template, folderID(dir))
	if err == nil {
		if err = initialize(dir, parts); err != nil {
			err = fmt.Errorf("making pack %s: %s", wording.Quote(dir), err)
		}
	}
	return err
}

// packFolders lists the folders of a new pack in the order in which they are
// moved into place. Roles come last: a folder without roles isn't a pack, so an
// incomplete pack is never read.
var packFolders = []string{"quiz", "roles"}

// A templatePart is the files for one folder of a new pack.
type templatePart struct {
	name  string
	files fs.FS
}

// A namedStarter is the starter with another id in its questionnaire.
type namedStarter struct {
	fs.FS
	id string
}

// ReadFile reads a file of the starter.
func (r namedStarter) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(r.FS, name)
	return bytes.Replace(data, []byte("\nid: my-roles "), []byte("\nid: "+idText(r.id)+" "), 1), err
}

// idText returns an id as YAML, in quotes if YAML would read it as something
// other than text.
func idText(id string) string {
	d := &document.Document{}
	if n := d.YAML([]byte("id: " + id)); n == nil || n.Items[1].Kind != document.Text {
		return strconv.Quote(id)
	}
	return id
}

func templateParts(template, id string) ([]templatePart, error) {
	schemas, err := fs.Sub(quiz.Schemas, "schema")
	if err != nil {
		return nil, err
	}
	switch template {
	case "starter":
		r, err := fs.Sub(starter, "starter/roles")
		if err != nil {
			return nil, err
		}
		q, err := fs.Sub(starter, "starter/quiz")
		return []templatePart{{"roles", r}, {"quiz", namedStarter{q, id}}, {"quiz/schema", schemas}}, err
	case fit.BuiltinPack:
		return []templatePart{{"roles", roles.Files}, {"quiz", quiz.Files}, {"quiz/schema", schemas}}, nil
	}
	return nil, fmt.Errorf("there is no pack %s to start from, expected %s", document.Quote(template), strings.Join(Templates(), " or "))
}

// initialize writes the parts into a temporary folder, and moves them into
// place once all are written. So readers never see an incomplete file, and a
// full disk leaves nothing behind.
func initialize(dir string, parts []templatePart) (err error) {
	switch made := os.Mkdir(dir, 0o755); {
	case made == nil:
		defer func() {
			if err != nil {
				os.Remove(dir)
			}
		}()
	case !errors.Is(made, fs.ErrExist):
		return wording.Cause(made)
	}
	if err := vacant(dir, packFolders...); err != nil {
		return err
	}
	stage, err := os.MkdirTemp(dir, ".rolefit-*")
	if err != nil {
		return wording.Cause(err)
	}
	defer os.RemoveAll(stage)
	for _, p := range parts {
		if err := writeFolder(filepath.Join(stage, p.name), p.files); err != nil {
			return wording.Cause(err)
		}
	}
	return moveFolders(stage, dir)
}

// vacant returns an error if any of these parts of a new pack already exists in
// the folder.
func vacant(dir string, parts ...string) error {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		return errors.New("it is not a folder")
	}
	if err != nil {
		return wording.Cause(err)
	}
	for _, name := range parts {
		switch _, err := os.Lstat(filepath.Join(dir, name)); {
		case err == nil:
			return fmt.Errorf("it holds %q already, and nothing is overwritten", name)
		case !errors.Is(err, fs.ErrNotExist):
			return wording.Cause(err)
		}
	}
	return nil
}

// moveFolders moves the written folders into place. If one can't be moved, none
// is.
func moveFolders(stage, dir string) error {
	for i, name := range packFolders {
		// A rename doesn't replace a nonempty folder or, except in some
		// versions of Windows, a file.
		err := vacant(dir, name)
		if err == nil {
			err = os.Rename(filepath.Join(stage, name), filepath.Join(dir, name))
		}
		if err != nil {
			for _, moved := range packFolders[:i] {
				os.Rename(filepath.Join(dir, moved), filepath.Join(stage, moved))
			}
			return wording.Cause(err)
		}
	}
	return nil
}

// writeFolder writes files into a new folder and flushes them to disk.
func writeFolder(dir string, files fs.FS) error {
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	return fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return writeNew(filepath.Join(dir, path.Base(name)), data)
	})
}

func writeNew(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}
