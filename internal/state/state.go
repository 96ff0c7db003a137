// Package state keeps sessions and results on disk: a quiz under way as
// sessions/ID.jsonl, a finished one as results/ID.json, both in the rolefit
// folder (see Dir). Files are 0600, folders 0700; the folder is made when
// something is first written.
//
// A session is a log. Its first line is a Head, every other one a fit.Reply
// with a short hash of what was asked, and each is on the disk before Keep
// returns; going through them again gives the answers again. It is only ever
// appended to. When the pack has changed since, a further Head is appended:
// of what stands before the last Head the answers to unchanged questions
// count, whatever their order, and what stands after it is replayed to the
// letter. A session is locked while it is open; the system lets go of the
// lock when the process ends, however it ends.
//
// A result is written whole or not at all and never changed. What is read
// back is foreign: nothing outside the folder is followed to, sizes are
// bounded, and a file that is not what its name says is reported and left
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

// The folders inside the rolefit folder.
const (
	sessions = "sessions"
	results  = "results"
)

const (
	fileMode   fs.FileMode = 0o600
	folderMode fs.FileMode = 0o700
	maxFile                = 4 << 20 // a result has some 30 KB, a session less
)

// ErrInUse says that another process has the session open.
var ErrInUse = errors.New("it is open in another terminal")

// A Store is the rolefit folder.
type Store struct {
	dir    string
	now    func() time.Time
	folder func(root *os.Root, dir string) atomicfile.Folder // atomicfile.In; tests record what is done
}

// Dir is the rolefit folder: ROLEFIT_HOME, else on Windows
// %LocalAppData%\rolefit, else $XDG_STATE_HOME/rolefit, else
// ~/.local/state/rolefit. It fails when ROLEFIT_HOME is not absolute and when
// there is no home to be found.
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
	if filepath.IsAbs(base) { // the XDG specification: a relative path is to be ignored
		return filepath.Join(base, "rolefit"), nil
	}
	if !filepath.IsAbs(home) {
		return "", errors.New("there is no home folder to keep answers in, set ROLEFIT_HOME to a folder")
	}
	if system == "windows" {
		return filepath.Join(home, "AppData", "Local", "rolefit"), nil
	}
	return filepath.Join(home, ".local", "state", "rolefit"), nil
}

// Open returns the store in a folder, which need not be there yet. It fails
// when something else is there: a file, a symbolic link, a folder in which
// everybody may write.
func Open(dir string, now func() time.Time) (*Store, error) {
	s := &Store{dir: dir, now: now, folder: atomicfile.In}
	if _, err := s.check(); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return s, nil
}

// check looks at the folder before it is opened.
func (s *Store) check() (fs.FileInfo, error) {
	info, err := os.Lstat(s.dir)
	switch {
	case err != nil:
		return nil, fmt.Errorf("opening folder %s: %w", wording.Quote(s.dir), wording.Cause(err))
	case info.Mode()&fs.ModeSymlink != 0:
		return nil, fmt.Errorf("opening folder %s: it is a symbolic link, expected the folder itself", wording.Quote(s.dir))
	case !info.IsDir():
		return nil, fmt.Errorf("opening folder %s: it is not a folder", wording.Quote(s.dir))
	case runtime.GOOS != "windows" && info.Mode().Perm()&0o002 != 0:
		return nil, fmt.Errorf("opening folder %s: everybody may write in it, expected it to be yours alone", wording.Quote(s.dir))
	}
	return info, nil
}

// root opens the folder, from which no name leads out. Without it there is
// nothing to read: fs.ErrNotExist.
func (s *Store) root() (*os.Root, error) {
	info, err := s.check()
	if err != nil {
		return nil, err
	}
	return s.openChecked(info)
}

// openChecked opens the folder that was checked. Another one may stand there
// by now, or a link, which opening follows.
func (s *Store) openChecked(checked fs.FileInfo) (*os.Root, error) {
	root, err := os.OpenRoot(s.dir)
	if err != nil {
		return nil, fmt.Errorf("opening folder %s: %w", wording.Quote(s.dir), wording.Cause(err))
	}
	info, err := root.Stat(".")
	if err == nil && !os.SameFile(info, checked) {
		err = errors.New("it was replaced meanwhile, expected it to stay")
	}
	if err != nil {
		root.Close()
		return nil, fmt.Errorf("opening folder %s: %w", wording.Quote(s.dir), wording.Cause(err))
	}
	return root, nil
}

// make opens the folder to write in one inside it, and makes both.
func (s *Store) make(folder string) (*os.Root, error) {
	if err := os.MkdirAll(s.dir, folderMode); err != nil {
		return nil, fmt.Errorf("making folder %s: %w", wording.Quote(s.dir), wording.Cause(err))
	}
	root, err := s.root()
	if err != nil {
		return nil, err
	}
	if err := root.Mkdir(folder, folderMode); err != nil && !errors.Is(err, fs.ErrExist) {
		root.Close()
		return nil, fmt.Errorf("making folder %s: %w", s.quoted(folder), wording.Cause(err))
	}
	return root, nil
}

// path is the full name of a file in the store, for messages.
func (s *Store) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

// quoted is that name in quotes.
func (s *Store) quoted(name string) string { return wording.Quote(s.path(name)) }

// open opens a regular file of the store. A pipe would wait for ever, a link
// may lead anywhere: what it is is asked before it is opened and again after,
// since it may have been replaced.
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

// openAs opens the file that was looked at.
func (s *Store) openAs(root *os.Root, name string, flag int, looked fs.FileInfo) (*os.File, error) {
	f, err := root.OpenFile(name, flag|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", s.quoted(name), wording.Cause(err))
	}
	info, err := f.Stat()
	if err == nil && !os.SameFile(info, looked) {
		err = errors.New("it was replaced meanwhile, expected it to stay")
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("opening %s: %w", s.quoted(name), wording.Cause(err))
	}
	return f, nil
}

// read reads all of an open file, up to maxFile.
func (s *Store) read(f *os.File, name string) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err == nil && len(data) > maxFile {
		err = fmt.Errorf("it has more than %d MB, expected less", maxFile>>20)
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", s.quoted(name), wording.Cause(err))
	}
	return data, nil
}

// names lists the ids of the files of a folder that end in ext, newest first:
// the others are not ours, or are still being written.
func (s *Store) names(root *os.Root, folder, ext string) ([]string, error) {
	entries, err := fs.ReadDir(root.FS(), folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading folder %s: %w", s.quoted(folder), wording.Cause(err))
	}
	var ids []string
	for i := len(entries) - 1; i >= 0; i-- { // ReadDir sorts by name, and a name begins with its time
		name := entries[i].Name()
		if filepath.Ext(name) == ext && name[0] != '.' {
			ids = append(ids, name[:len(name)-len(ext)])
		}
	}
	return ids, nil
}

// NewID is the id of something made at this time: the UTC second, and the
// part of it that has gone by in four hex digits, so that ids sort by time.
func NewID(now time.Time) string {
	now = now.UTC()
	part := uint64(now.Nanosecond()) << 16 / uint64(time.Second)
	return fmt.Sprintf("%s-%04x", now.Format("20060102-150405"), part)
}
