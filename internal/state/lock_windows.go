package state

import (
	"os"

	"golang.org/x/sys/windows"
)

// errLocked is what the system says when somebody else has the lock.
const errLocked = windows.ERROR_LOCK_VIOLATION

// lock takes the lock of an open file, which goes when it is closed. Windows
// keeps others from reading what is locked, so it is one byte far behind the
// end.
func lock(f *os.File, wait bool) error {
	how := uint32(windows.LOCKFILE_EXCLUSIVE_LOCK)
	if !wait {
		how |= windows.LOCKFILE_FAIL_IMMEDIATELY
	}
	behind := windows.Overlapped{OffsetHigh: 1 << 30}
	return windows.LockFileEx(windows.Handle(f.Fd()), how, 0, 1, 0, &behind)
}
