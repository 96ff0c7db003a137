package state

import (
	"os"

	"golang.org/x/sys/windows"
)

// errLocked is the error for a lock held by another process.
const errLocked = windows.ERROR_LOCK_VIOLATION

// lock acquires the lock of an open file. Closing the file releases it. Windows
// prevents other processes from reading locked bytes, so only one byte far
// beyond the end is locked.
func lock(f descriptor, wait bool) error {
	how := uint32(windows.LOCKFILE_EXCLUSIVE_LOCK)
	if !wait {
		how |= windows.LOCKFILE_FAIL_IMMEDIATELY
	}
	behind := windows.Overlapped{OffsetHigh: 1 << 30}
	return windows.LockFileEx(windows.Handle(f.Fd()), how, 0, 1, 0, &behind)
}

// unlock releases the lock and removes the file. Windows can't remove an open
// file, so if another process has opened it, that process removes it.
func unlock(f *os.File, name string) {
	f.Close()
	os.Remove(name)
}
