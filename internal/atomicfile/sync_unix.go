//go:build unix

package atomicfile

import (
	"errors"
	"os"
	"syscall"
)

// syncFolder flushes a folder's entries to disk. It does nothing on file
// systems that don't support this.
func syncFolder(root *os.Root, dir string) error {
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
