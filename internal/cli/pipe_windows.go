package cli

import (
	"errors"
	"syscall"

	"golang.org/x/sys/windows"
)

// readerGone reports whether writing failed because the reader of a pipe has
// closed it.
func readerGone(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, windows.ERROR_BROKEN_PIPE) ||
		errors.Is(err, windows.ERROR_NO_DATA) || errors.Is(err, windows.ERROR_PIPE_NOT_CONNECTED)
}
