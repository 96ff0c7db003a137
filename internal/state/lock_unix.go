//go:build unix

package state

import (
	"errors"
	"os"
	"syscall"
)

// errLocked is the error of a lock that another process holds.
const errLocked = syscall.EWOULDBLOCK

// lock takes the advisory lock of an open file, which closing releases.
func lock(f *os.File, wait bool) error {
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

// unlock removes the lock file and releases the lock, in this order, so that no
// process locks a file that is about to be removed.
func unlock(f *os.File, name string) {
	os.Remove(name)
	f.Close()
}
