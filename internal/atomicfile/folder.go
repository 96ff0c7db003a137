package atomicfile

import (
	"errors"
	"io/fs"
	"os"
	"path"
)

// In returns a folder inside root, which no name leads out of; "." is root
// itself.
func In(root *os.Root, dir string) Folder { return folder{root, dir} }

// Leftovers is a pattern for path.Match: the temporary files of names with
// this extension, which remain when a process is killed.
func Leftovers(extension string) string { return ".*" + extension + ".*.tmp" }

type folder struct {
	root *os.Root
	dir  string
}

func (f folder) path(name string) string { return path.Join(f.dir, name) }

func (f folder) Create(name string, mode fs.FileMode) (File, error) {
	file, err := f.root.OpenFile(f.path(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return nil, err // not file: a nil *os.File in a File is not nil
	}
	return file, nil
}

func (f folder) Remove(name string) error { return f.root.Remove(f.path(name)) }

func (f folder) Rename(from, to string) error { return f.root.Rename(f.path(from), f.path(to)) }

// RenameNew makes a second link and removes the first: unlike a rename, a link
// replaces nothing.
func (f folder) RenameNew(from, to string) error {
	err := f.root.Link(f.path(from), f.path(to))
	if err == nil {
		return f.root.Remove(f.path(from))
	}
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := f.root.Lstat(f.path(to)); err == nil { // a file system without links
		return fs.ErrExist
	}
	return f.Rename(from, to)
}

func (f folder) Sync() error { return SyncFolder(f.root, f.dir) }
