package atomicfile

import (
	"errors"
	"io/fs"
	"os"
	"path"
)

// In returns the folder dir inside root, or root itself if dir is ".". No file
// name can lead outside it.
func In(root *os.Root, dir string) Folder { return folder{root, dir} }

// Leftovers returns a path.Match pattern for temporary files with this
// extension, which killed processes leave behind.
func Leftovers(extension string) string { return ".*" + extension + ".*.tmp" }

type folder struct {
	root *os.Root
	dir  string
}

func (f folder) path(name string) string { return path.Join(f.dir, name) }

func (f folder) Create(name string, mode fs.FileMode) (File, error) {
	file, err := f.root.OpenFile(f.path(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return nil, err // a nil *os.File in a File would compare unequal to nil
	}
	return file, nil
}

func (f folder) Remove(name string) error {
	return Patiently(func() error { return f.root.Remove(f.path(name)) })
}

func (f folder) Rename(from, to string) error {
	return Patiently(func() error { return f.root.Rename(f.path(from), f.path(to)) })
}

// RenameNew creates a second link and removes the first. Unlike a rename, a
// link never replaces an existing file.
func (f folder) RenameNew(from, to string) error {
	err := f.root.Link(f.path(from), f.path(to))
	if err == nil {
		return f.Remove(from)
	}
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := f.root.Lstat(f.path(to)); err == nil { // the file system may not support links
		return fs.ErrExist
	}
	return f.Rename(from, to)
}

func (f folder) Sync() error { return syncFolder(f.root, f.dir) }
