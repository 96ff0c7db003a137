package wording

import (
	"errors"
	"syscall"

	"golang.org/x/sys/windows"
)

// A systemError is a system call's error with a different message. Windows
// reports errors in the language of the installation, and some of its messages
// aren't helpful.
type systemError struct {
	error
	text string
}

func (e systemError) Error() string { return e.text }

func (e systemError) Unwrap() error { return e.error }

// reworded replaces the message of a system call's error with the one used on
// other systems, if there is one.
func reworded(err error) error {
	var code syscall.Errno
	if !errors.As(err, &code) {
		return err
	}
	text := ""
	switch code {
	case windows.ERROR_FILE_NOT_FOUND, windows.ERROR_PATH_NOT_FOUND:
		text = "no such file or directory"
	case windows.ERROR_ACCESS_DENIED:
		text = "access denied; it may be read-only or open in another program"
	case windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION:
		text = "it is open in another program; close it there and try again"
	case windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL:
		text = "no space left on device"
	case windows.ERROR_INVALID_NAME:
		text = "Windows allows no such name"
	default:
		return err
	}
	return systemError{err, text}
}
