// Package atomicfile writes whole files. A reader sees either the previous file
// or all of the new one, never a part, even if the process is killed or the
// machine loses power.
//
// A Writer fills a hidden temporary file in the destination's folder. Commit
// flushes it to disk, renames it, and flushes the folder; Abort removes it. The
// order matters: if a name reaches the disk before the data does, the file is
// empty after a crash.
package atomicfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"strings"
)

// A File is an open file that a Writer writes to.
type File interface {
	io.Writer
	io.WriterAt
	Truncate(size int64) error
	Chmod(mode fs.FileMode) error
	Fd() uintptr
	Sync() error
	Close() error
}

// A Folder is the folder that a file is written to; see In. Tests pass a Folder
// that records the order of operations.
type Folder interface {
	// Create creates a file. The error is fs.ErrExist if the name is taken.
	Create(name string, mode fs.FileMode) (File, error)
	// Rename renames a file, replacing any existing file with the new name.
	Rename(from, to string) error
	// RenameNew is like Rename, but returns fs.ErrExist instead of replacing a
	// file.
	RenameNew(from, to string) error
	Remove(name string) error
	// Sync flushes the folder's entries to disk.
	Sync() error
}

// A Writer writes a file. To finish, call Commit or Abort. After
// Commit, Abort does nothing.
type Writer struct {
	folder    Folder
	file      File
	name      string
	temporary string
	ended     bool
}

// Create starts a new file in a folder. The mode is subject to the umask.
func Create(folder Folder, name string, mode fs.FileMode) (*Writer, error) {
	const attempts = 100
	w := &Writer{folder: folder, name: name}
	var err error
	for range attempts {
		w.temporary = fmt.Sprintf(".%s.%08x.tmp", beginning(name), rand.Uint32())
		if w.file, err = folder.Create(w.temporary, mode); !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	if err != nil {
		return nil, err
	}
	return w, nil
}

// beginning returns the part of a file's name that its temporary file's name
// contains. It is short enough for the whole name to stay within the 255 bytes
// that file systems allow.
func beginning(name string) string {
	const most = 200
	if len(name) <= most {
		return name
	}
	return strings.ToValidUTF8(name[:most], "")
}

// Write appends to the temporary file.
func (w *Writer) Write(data []byte) (int, error) { return w.file.Write(data) }

// Chmod sets the mode exactly, ignoring the umask.
func (w *Writer) Chmod(mode fs.FileMode) error { return w.file.Chmod(mode) }

// Commit moves the file into place, replacing any existing file with its name.
func (w *Writer) Commit() error { return w.commit(w.folder.Rename) }

// commitNew moves the file into place. The error is fs.ErrExist if a file with
// its name exists.
func (w *Writer) commitNew() error { return w.commit(w.folder.RenameNew) }

func (w *Writer) commit(rename func(from, to string) error) error {
	defer w.Abort()
	if err := w.file.Sync(); err != nil {
		return err
	}
	w.ended = true
	err := w.file.Close()
	if err == nil {
		err = rename(w.temporary, w.name)
	}
	if err != nil {
		w.folder.Remove(w.temporary)
		return err
	}
	return w.folder.Sync()
}

// Abort discards the file.
func (w *Writer) Abort() {
	if w.ended {
		return
	}
	w.ended = true
	w.file.Close()
	w.folder.Remove(w.temporary)
}

// Write writes data to the named file, replacing it.
func Write(folder Folder, name string, data []byte, mode fs.FileMode) error {
	return write(folder, name, data, mode, (*Writer).Commit)
}

// WriteNew is like Write, but returns fs.ErrExist if the file exists.
func WriteNew(folder Folder, name string, data []byte, mode fs.FileMode) error {
	return write(folder, name, data, mode, (*Writer).commitNew)
}

func write(folder Folder, name string, data []byte, mode fs.FileMode, commit func(*Writer) error) error {
	w, err := Create(folder, name, mode)
	if err != nil {
		return err
	}
	defer w.Abort()
	if _, err := w.Write(data); err != nil {
		return err
	}
	return commit(w)
}
