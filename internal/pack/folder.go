package pack

import (
	"bytes"
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

	"github.com/rolefit/rolefit/internal/document"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

// Limits on the files that are read. They are large enough for 64 roles.
const (
	// MaxFile is the maximum size of a file in bytes.
	MaxFile = document.MaxBytes
	// MaxPack is the maximum total size of a pack's files in bytes.
	MaxPack = 3 << 19

	maxFiles = 400 // maximum number of entries read per folder
)

// A folder provides access to the files of an untrusted pack. It can't reach
// anything outside, not even through a link, and opening a pipe doesn't block.
type folder struct{ *os.Root }

// Open opens a file or folder inside the pack's folder for reading.
func (f folder) Open(name string) (fs.File, error) {
	return f.OpenFile(name, os.O_RDONLY|nonblock, 0)
}

// openFolder opens a pack's folder. It first checks that the path is a folder,
// because opening a pipe would block.
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

// A file is a YAML file of a pack.
type file struct {
	name string // path in the pack, as in "roles/sre.yaml"
	data []byte
}

// files returns all YAML files in the pack's two folders, sorted by path.
func (l *loader) files(fsys fs.FS) []file {
	var out []file
	total := 0
	for _, dir := range []string{"quiz", "roles"} {
		names := l.list(fsys, dir)
		if len(names) > fit.MaxRoles {
			l.fail(dir, "contains %d YAML files, expected at most %d", len(names), fit.MaxRoles)
			l.unread[dir] = true
			continue
		}
		for _, name := range names {
			data, err := readFile(fsys, name, MaxFile)
			if err != nil {
				l.fail(name, "%s", err)
				l.unread[name] = true
				continue
			}
			if total += len(data); total > MaxPack {
				l.fail("", "the files of the pack hold more than %d KB, which is the limit", MaxPack>>10)
				l.unread["quiz"], l.unread["roles"] = true, true
				return nil
			}
			out = append(out, file{name, data})
		}
	}
	return out
}

// list returns the sorted names of the YAML files in one of the pack's folders.
// The quiz folder may be missing.
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
		l.fail(dir, "%s, expected a folder of YAML files%s", wording.Cause(err), above)
		l.unread[dir] = true
		return nil
	}
	if len(entries) > maxFiles {
		l.fail(dir, "contains more than %d files, which is the limit", maxFiles)
		l.unread[dir] = true
		return nil
	}
	var names []string
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		switch ext := path.Ext(name); {
		case strings.HasPrefix(e.Name(), "."): // hidden files are often left behind by editors
		case name == lexiconName || name == postingsName: // File reads these on demand
		case ext == ".yaml":
			names = append(names, name)
		default:
			l.warnIgnored(name, e)
		}
	}
	slices.Sort(names)
	return names
}

// warnIgnored warns about a file or folder that isn't read although it may be
// meant to be: one whose name is nearly right, which checkMisnamed reports, and
// anything in roles/ except a README.
func (l *loader) warnIgnored(name string, e fs.DirEntry) {
	switch to := renamed(e.Name()); {
	case to != "":
		l.misnames = append(l.misnames, misname{file: name, meant: path.Join(path.Dir(name), to), problem: "is ignored, expected a name that ends in .yaml: rename it to " + document.Quote(to)})
	case path.Dir(name) != "roles" || strings.EqualFold(e.Name(), "README.md") || strings.HasSuffix(e.Name(), ".go"):
	case e.IsDir():
		l.warn(name, "is ignored, expected the files of roles directly in roles/")
	default:
		l.warn(name, "is ignored, expected a name that ends in .yaml")
	}
}

// renamed suggests a name for a file that looks like YAML but wouldn't be read.
// Some editors add .txt, which Windows hides.
func renamed(name string) string {
	stem := strings.TrimSuffix(strings.ToLower(name), ".txt")
	for _, ext := range []string{".yaml", ".yml"} {
		if rest, ok := strings.CutSuffix(stem, ext); ok {
			return rest + ".yaml"
		}
	}
	return ""
}

// lstat returns information about a name, and reports whether it exists. A
// dangling link counts as existing.
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

// readFile reads a regular file of at most limit bytes.
func readFile(fsys fs.FS, name string, limit int64) ([]byte, error) {
	return readHead(fsys, name, limit, limit+1)
}

// readHead reads the first n bytes of a regular file of at most limit bytes. It
// checks the type of the file again after opening it, because the file may have
// been replaced in between.
func readHead(fsys fs.FS, name string, limit, n int64) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err == nil {
		err = regular(info, limit)
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
		err = regular(info, limit)
	}
	if err != nil {
		return nil, unreadable(err)
	}
	var data bytes.Buffer
	data.Grow(int(min(n, info.Size())) + bytes.MinRead)
	_, err = data.ReadFrom(io.LimitReader(f, n))
	if err == nil && int64(data.Len()) > limit {
		err = tooLarge(limit)
	}
	if err != nil {
		return nil, unreadable(err)
	}
	return data.Bytes(), nil
}

func tooLarge(limit int64) error {
	return fmt.Errorf("contains more than %d KB, which is the limit", limit>>10)
}

func regular(info fs.FileInfo, limit int64) error {
	switch mode := info.Mode(); {
	case mode.IsDir():
		return errors.New("is a folder, expected a file")
	case !mode.IsRegular():
		return errors.New("is a pipe or a device, expected a file")
	case info.Size() > limit:
		return tooLarge(limit)
	}
	return nil
}

// unreadable returns a system error with a message that is suitable for a
// problem.
func unreadable(err error) error {
	if inner := wording.Cause(err); inner != err {
		return fmt.Errorf("cannot be read: %w", inner)
	}
	return err
}

// hash returns the pack's content hash: the first 12 hex digits of the SHA-256
// of path, NUL, length, NUL and content of every file, sorted by path.
func hash(files []file) string {
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%s\x00%d\x00", f.name, len(f.data))
		h.Write(f.data)
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}
