//go:build unix

package state

import (
	"errors"
	"os"
	"syscall"
)

// errLocked is the error for a lock held by another process.
const errLocked = syscall.EWOULDBLOCK

// lock acquires the advisory lock of an open file. Closing the file releases
// it.
func lock(f descriptor, wait bool) error {
	how := syscall.LOCK_EX
	if !wait {
		how |= syscall.LOCK_NB
	}
	for {
		err := syscall.Flock(int(f.Fd()), how)
		if !errors.Is(err, syscall.EINTR) {
			return err
		}
	}
}

// unlock removes the lock file before it releases the lock. This order ensures
// that no process locks a file that is about to be removed.
func unlock(f *os.File, name string) {
	os.Remove(name)
	f.Close()
}
