package state

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/rolefit/rolefit/internal/wording"
)

// Lock waits until no other process holds the lock of this file, and takes
// it. The lock is a hidden file beside it, so that the file itself may be
// replaced meanwhile; unlock lets go and removes it. When the process dies
// the system lets go of the lock.
func Lock(name string) (unlock func(), err error) {
	lockName := filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".lock")
	for {
		if info, err := os.Lstat(lockName); err == nil && !info.Mode().IsRegular() {
			return nil, fmt.Errorf("locking %s: %s is in the way, expected no such file", wording.Quote(name), wording.Quote(lockName))
		}
		f, err := os.OpenFile(lockName, os.O_RDWR|os.O_CREATE, fileMode)
		if err != nil {
			return nil, fmt.Errorf("locking %s: %w", wording.Quote(name), wording.Cause(err))
		}
		if err := lock(f, true); err != nil {
			f.Close()
			return nil, fmt.Errorf("locking %s: %w", wording.Quote(name), err)
		}
		if isStill(f, lockName) {
			return func() { os.Remove(lockName); f.Close() }, nil
		}
		f.Close() // whoever held it has removed it: the next one locks another file
	}
}

// isStill says whether the name still leads to the open file.
func isStill(f *os.File, name string) bool {
	held, err := f.Stat()
	if err != nil {
		return false
	}
	named, err := os.Lstat(name)
	return err == nil && os.SameFile(held, named)
}

// tryLock takes the lock of an open file, or returns ErrInUse.
func tryLock(f *os.File) error {
	err := lock(f, false)
	if errors.Is(err, errLocked) {
		return ErrInUse
	}
	return err
}
