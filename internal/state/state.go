// Package state stores sessions and results on disk, in the rolefit folder (see
// Dir): a quiz in progress as sessions/ID.jsonl, a finished one as
// results/ID.json, and the completed steps of a plan as plan.json. Files have
// mode 0600 and folders 0700. The folder is created when something is first
// written.
//
// A session is an append-only log. Its first line is a Head, and every other
// line is a fit.Event with a short hash of the question that was asked. Each
// line is flushed to disk before Append returns, and replaying the lines
// restores the answers. If the pack has changed, another Head is appended.
// Events before the last Head count, in any order, if their question is
// unchanged; events after it are replayed exactly. A session is locked while it
// is open. The system releases the lock when the process ends, for whatever
// reason. A best option without a worst one is a line too, and counts until the
// next event.
//
// A result is written completely or not at all, and never changes. Everything
// read back is untrusted: links out of the folder aren't followed, sizes are
// limited, and a file whose content doesn't match its name is reported and left
// alone.
package state

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"github.com/rolefit/rolefit/internal/atomicfile"
	"github.com/rolefit/rolefit/internal/wording"
)

// Folders inside the rolefit folder.
const (
	sessions = "sessions"
	results  = "results"
)

const (
	fileMode   fs.FileMode = 0o600
	folderMode fs.FileMode = 0o700
	maxFile                = 4 << 20 // in bytes, many times the size of a large result
)

// ErrInUse means that another process has the session open.
var ErrInUse = errors.New("it is open in another terminal")

// A Store is the rolefit folder.
type Store struct {
	dir    string
	now    func() time.Time
	folder func(root *os.Root, dir string) atomicfile.Folder // atomicfile.In, except in tests that record operations
}

// Dir returns the rolefit folder: ROLEFIT_HOME or, if that isn't set,
// %LocalAppData%\rolefit on Windows, and $XDG_STATE_HOME/rolefit or
// ~/.local/state/rolefit elsewhere. It returns an error if ROLEFIT_HOME isn't
// absolute or if the home folder is unknown.
func Dir(env func(string) string, system, home string) (string, error) {
	if dir := env("ROLEFIT_HOME"); dir != "" {
		if !filepath.IsAbs(dir) {
			return "", fmt.Errorf("ROLEFIT_HOME is %s, expected an absolute path", wording.Quote(dir))
		}
		return filepath.Clean(dir), nil
	}
	base := env("XDG_STATE_HOME")
	if system == "windows" {
		base = env("LocalAppData")
	}
	if filepath.IsAbs(base) { // the XDG specification requires relative paths to be ignored
		return filepath.Join(base, "rolefit"), nil
	}
	if !filepath.IsAbs(home) {
		return "", errors.New("there is no home folder; set ROLEFIT_HOME to a folder to save answers in")
	}
	if system == "windows" {
		return filepath.Join(home, "AppData", "Local", "rolefit"), nil
	}
	return filepath.Join(home, ".local", "state", "rolefit"), nil
}

// Open returns the store in a folder, which need not exist yet. It returns an
// error if the path is a file, a symbolic link or a world-writable folder.
func Open(dir string, now func() time.Time) (*Store, error) {
	s := &Store{dir: dir, now: now, folder: atomicfile.In}
	if _, err := s.stat(); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return s, nil
}

// stat checks the folder before it is opened.
func (s *Store) stat() (fs.FileInfo, error) {
	info, err := os.Lstat(s.dir)
	switch {
	case err != nil:
		return nil, fmt.Errorf("opening folder %s: %w", wording.Quote(s.dir), wording.Cause(err))
	case info.Mode()&fs.ModeSymlink != 0:
		return nil, fmt.Errorf("opening folder %s: it is a symbolic link; expected the folder itself", wording.Quote(s.dir))
	case !info.IsDir():
		return nil, fmt.Errorf("opening folder %s: it is not a folder", wording.Quote(s.dir))
	case runtime.GOOS != "windows" && info.Mode().Perm()&0o002 != 0:
		return nil, fmt.Errorf("opening folder %s: it is world-writable; fix it with chmod 700", wording.Quote(s.dir))
	}
	return info, nil
}

// root opens the folder as a root, so that no file name can lead outside it. If
// the folder doesn't exist, the error is fs.ErrNotExist.
func (s *Store) root() (*os.Root, error) {
	info, err := s.stat()
	if err != nil {
		return nil, err
	}
	return s.openChecked(info)
}

// openChecked opens the folder that was checked. It returns an error if a link
// or another folder has replaced it since.
func (s *Store) openChecked(checked fs.FileInfo) (*os.Root, error) {
	root, err := os.OpenRoot(s.dir)
	if err != nil {
		return nil, fmt.Errorf("opening folder %s: %w", wording.Quote(s.dir), wording.Cause(err))
	}
	info, err := root.Stat(".")
	if err == nil && !os.SameFile(info, checked) {
		err = errors.New("it was replaced while being opened; try again")
	}
	if err != nil {
		root.Close()
		return nil, fmt.Errorf("opening folder %s: %w", wording.Quote(s.dir), wording.Cause(err))
	}
	return root, nil
}

// otherFolder ends messages about a folder that can't be written to.
const otherFolder = "; to save in another folder, set ROLEFIT_HOME to it"

// create opens the root for writing to one of its folders, and creates both as
// needed.
func (s *Store) create(folder string) (*os.Root, error) {
	if err := s.makeDir(s.dir); err != nil {
		return nil, fmt.Errorf("making folder %s: %w%s", wording.Quote(s.dir), wording.Cause(err), otherFolder)
	}
	root, err := s.root()
	if err != nil {
		return nil, err
	}
	err = root.Mkdir(folder, folderMode)
	if err == nil {
		err = s.folder(root, ".").Sync()
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		root.Close()
		return nil, fmt.Errorf("making folder %s: %w%s", s.quoted(folder), wording.Cause(err), otherFolder)
	}
	return root, nil
}

// makeDir creates a folder and its parents, and flushes their names to disk.
// Without that, a crash could lose everything saved in them.
func (s *Store) makeDir(dir string) error {
	if _, err := os.Lstat(dir); err == nil {
		return nil
	}
	parent := filepath.Dir(dir)
	if parent != dir {
		if err := s.makeDir(parent); err != nil {
			return err
		}
	}
	if err := os.Mkdir(dir, folderMode); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return nil // another process created it in the meantime
		}
		return err
	}
	root, err := os.OpenRoot(parent)
	if err != nil {
		return nil // a folder that can't be read can't be flushed either
	}
	defer root.Close()
	return s.folder(root, ".").Sync()
}

// path returns the full name of a file in the store, for messages.
func (s *Store) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

// quoted returns the full name of a file in quotes.
func (s *Store) quoted(name string) string { return wording.Quote(s.path(name)) }

// open opens a regular file in the store. A pipe would block forever, and a
// link could lead anywhere. So the file is checked before opening it and, in
// case it was replaced, again afterward.
func (s *Store) open(root *os.Root, name string, flag int) (*os.File, error) {
	info, err := root.Lstat(name)
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("it is not a regular file")
	}
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", s.quoted(name), wording.Cause(err))
	}
	return s.openAs(root, name, flag, info)
}

// openAs opens a file and checks that it is still the file described by before.
func (s *Store) openAs(root *os.Root, name string, flag int, before fs.FileInfo) (*os.File, error) {
	f, err := root.OpenFile(name, flag|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", s.quoted(name), wording.Cause(err))
	}
	info, err := f.Stat()
	if err == nil && !os.SameFile(info, before) {
		err = errors.New("it was replaced while being opened; try again")
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("opening %s: %w", s.quoted(name), wording.Cause(err))
	}
	return f, nil
}

// read reads an open file of at most maxFile bytes.
func (s *Store) read(f *os.File, name string) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err == nil && len(data) > maxFile {
		err = fmt.Errorf("it is larger than %d MB", maxFile>>20)
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", s.quoted(name), wording.Cause(err))
	}
	return data, nil
}

// names returns the ids of a folder's files that end with ext, newest first. It
// ignores other files, which don't belong to the store or are still being
// written.
func (s *Store) names(root *os.Root, folder, ext string) ([]string, error) {
	entries, err := fs.ReadDir(root.FS(), folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading folder %s: %w", s.quoted(folder), wording.Cause(err))
	}
	var ids []string
	for i := len(entries) - 1; i >= 0; i-- { // ReadDir sorts by name, and names begin with the time
		name := entries[i].Name()
		if filepath.Ext(name) == ext && name[0] != '.' {
			ids = append(ids, name[:len(name)-len(ext)])
		}
	}
	return ids, nil
}

// NewID returns an id for something created at this time: the UTC time in
// seconds, and the fraction of a second as four hex digits. Ids therefore sort
// by time.
func NewID(now time.Time) string {
	now = now.UTC()
	part := uint64(now.Nanosecond()) << 16 / uint64(time.Second)
	return fmt.Sprintf("%s-%04x", now.Format("20060102-150405"), part)
}
