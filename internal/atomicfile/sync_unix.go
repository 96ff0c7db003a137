//go:build unix

package atomicfile

import (
	"errors"
	"os"
	"syscall"
)

// SyncFolder flushes the names in a folder to the disk. A file system that
// cannot do it is no error.
func SyncFolder(root *os.Root, dir string) error {
	f, err := root.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, syscall.ENOTSUP) {
		return err
	}
	return nil
}
