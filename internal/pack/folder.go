package pack

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
	"github.com/rolefit/rolefit/quiz"
	"github.com/rolefit/rolefit/roles"
)

// Limits of what is read. A role with everything in it takes 15 to 20 KB, so
// that there is room for 64 of them, and yet the worst YAML of that size is
// refused within a second.
const (
	// MaxFile is how many bytes one file may hold.
	MaxFile = 256 << 10
	// MaxPack is how many bytes all files of a pack may hold.
	MaxPack = 3 << 19

	maxFiles = 400 // entries looked at in each folder
)

// builtin are the files of the built-in pack, laid out as a pack's folder.
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

// A folder is a pack of somebody else's: nothing outside it can be reached,
// not by a link either, and opening a pipe or a device does not wait.
type folder struct{ *os.Root }

// Open opens a file or folder inside the pack's folder for reading.
func (f folder) Open(name string) (fs.File, error) {
	return f.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
}

// openFolder opens a pack's folder. It looks before it opens, because opening
// a pipe would wait for somebody to write into it.
func openFolder(dir string) (folder, error) {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		err = errors.New("not a folder")
	}
	if err != nil {
		return folder{}, wording.Cause(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return folder{}, wording.Cause(err)
	}
	return folder{root}, nil
}

// A file is one YAML file of a pack.
type file struct {
	name string // as in "roles/sre.yaml"
	data []byte
}

// files reads every YAML file of the pack's two folders, by path.
func (l *loader) files(fsys fs.FS) []file {
	var out []file
	total := 0
	for _, dir := range []string{"quiz", "roles"} {
		names := l.list(fsys, dir)
		if len(names) > fit.MaxRoles {
			l.fail(mark{file: dir}, "holds %d YAML files, expected at most %d", len(names), fit.MaxRoles)
			l.unread[dir] = true
			continue
		}
		for _, name := range names {
			data, err := readFile(fsys, name)
			if err != nil {
				l.fail(mark{file: name}, "%s", err)
				l.unread[name] = true
				continue
			}
			if total += len(data); total > MaxPack {
				l.fail(mark{}, "the files of the pack hold more than %d KB, expected at most that", MaxPack>>10)
				l.unread["quiz"], l.unread["roles"] = true, true
				return nil
			}
			out = append(out, file{name, data})
		}
	}
	return out
}

// list names the YAML files in one of the pack's folders, sorted. The quiz
// folder may be absent.
func (l *loader) list(fsys fs.FS, dir string) []string {
	info, err := fs.Stat(fsys, dir)
	if errors.Is(err, fs.ErrNotExist) && dir == "quiz" {
		if _, linked := l.lstat(fsys, dir); !linked {
			return nil
		}
	}
	if err == nil && !info.IsDir() {
		err = errors.New("is not a folder")
	}
	var entries []fs.DirEntry
	if err == nil {
		entries, err = readDir(fsys, dir)
	}
	if err != nil {
		above := ""
		if inside := filepath.Base(l.dir); inside == "roles" || inside == "quiz" {
			above = " (did you mean the folder above, which is the pack?)"
		}
		l.fail(mark{file: dir}, "%s, expected a folder of YAML files%s", wording.Cause(err), above)
		l.unread[dir] = true
		return nil
	}
	if len(entries) > maxFiles {
		l.fail(mark{file: dir}, "holds more than %d files, expected at most that", maxFiles)
		l.unread[dir] = true
		return nil
	}
	var names []string
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		switch ext := path.Ext(name); {
		case strings.HasPrefix(e.Name(), "."): // what editors leave behind
		case ext == ".yaml":
			names = append(names, name)
		case strings.EqualFold(ext, ".yml") || strings.EqualFold(ext, ".yaml"):
			l.warn(mark{file: name}, "is not read, expected a name that ends in .yaml: rename it")
		}
	}
	slices.Sort(names)
	return names
}

// lstat says whether something of that name exists, be it a link to nothing.
func (l *loader) lstat(fsys fs.FS, name string) (fs.FileInfo, bool) {
	f, ok := fsys.(folder)
	if !ok {
		return nil, false
	}
	info, err := f.Lstat(name)
	return info, err == nil
}

func readDir(fsys fs.FS, dir string) ([]fs.DirEntry, error) {
	f, err := fsys.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	d, ok := f.(fs.ReadDirFile)
	if !ok {
		return nil, errors.New("is not a folder")
	}
	entries, err := d.ReadDir(maxFiles + 1)
	if err == io.EOF {
		err = nil
	}
	return entries, err
}

// readFile reads a regular file of at most MaxFile bytes. What it is is asked
// before it is opened and again after: it may have been replaced.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err == nil {
		err = regular(info)
	}
	if err != nil {
		return nil, unreadable(err)
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, unreadable(err)
	}
	defer f.Close()
	if info, err = f.Stat(); err == nil {
		err = regular(info)
	}
	if err != nil {
		return nil, unreadable(err)
	}
	data, err := io.ReadAll(io.LimitReader(f, MaxFile+1))
	if err == nil && len(data) > MaxFile {
		err = errTooLarge
	}
	if err != nil {
		return nil, unreadable(err)
	}
	return data, nil
}

var errTooLarge = fmt.Errorf("holds more than %d KB, expected at most that", MaxFile>>10)

func regular(info fs.FileInfo) error {
	switch mode := info.Mode(); {
	case mode.IsDir():
		return errors.New("is a folder, expected a file")
	case !mode.IsRegular():
		return errors.New("is a pipe or a device, expected a file")
	case info.Size() > MaxFile:
		return errTooLarge
	}
	return nil
}

// unreadable words the errors of the system.
func unreadable(err error) error {
	if inner := wording.Cause(err); inner != err {
		return fmt.Errorf("cannot be read: %s", inner)
	}
	return err
}

// hash is the pack's content hash: the first 12 hex digits of SHA-256 over
// path, NUL, length, NUL and bytes of every file, by path.
func hash(files []file) string {
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%s\x00%d\x00", f.name, len(f.data))
		h.Write(f.data)
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}
