package state

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/rolefit/rolefit/internal/atomicfile"
	"github.com/rolefit/rolefit/internal/wording"
)

// LockName returns the name of the hidden file that Lock uses.
func LockName(name string) string {
	return filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".lock")
}

// Lock waits for the lock of a file and acquires it. The lock is a hidden file
// next to the file, so that the file itself can be replaced in the meantime.
// Calling release unlocks and removes the hidden file. If the process dies, the
// system releases the lock.
func Lock(name string) (release func(), err error) {
	lockName := LockName(name)
	for {
		if info, err := os.Lstat(lockName); err == nil && !info.Mode().IsRegular() {
			return nil, fmt.Errorf("locking %s: %s is in the way; expected a regular file, or nothing", wording.Quote(name), wording.Quote(lockName))
		}
		f, err := openLock(lockName)
		if err != nil {
			return nil, fmt.Errorf("locking %s: %w", wording.Quote(name), wording.Cause(err))
		}
		if err := lock(f, true); err != nil {
			f.Close()
			return nil, fmt.Errorf("locking %s: %w", wording.Quote(name), err)
		}
		if isStill(f, lockName) {
			return func() { unlock(f, lockName) }, nil
		}
		f.Close() // the previous holder removed this file, so other processes lock a new one
	}
}

// openLock opens or creates a lock file. It stays inside its folder even if
// someone has replaced the file with a link.
func openLock(name string) (f *os.File, err error) {
	folder, err := os.OpenRoot(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	defer folder.Close()
	err = atomicfile.Patiently(func() (err error) {
		f, err = folder.OpenFile(filepath.Base(name), os.O_RDWR|os.O_CREATE, fileMode)
		return err
	})
	return f, err
}

// isStill reports whether name still refers to the open file.
func isStill(f *os.File, name string) bool {
	held, err := f.Stat()
	if err != nil {
		return false
	}
	named, err := os.Lstat(name)
	return err == nil && os.SameFile(held, named)
}

// A descriptor is an open file with a file descriptor.
type descriptor interface{ Fd() uintptr }

// tryLock acquires the lock of an open file, or returns ErrInUse.
func tryLock(f descriptor) error {
	err := lock(f, false)
	if errors.Is(err, errLocked) {
		return ErrInUse
	}
	return err
}
