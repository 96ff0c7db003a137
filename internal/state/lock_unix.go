//go:build unix

package state

import (
	"errors"
	"os"
	"syscall"
)

// errLocked is what the system says when somebody else has the lock.
const errLocked = syscall.EWOULDBLOCK

// lock takes the advisory lock of an open file, which goes when it is closed.
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
