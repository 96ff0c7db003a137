//go:build !windows

package cli

import (
	"errors"
	"syscall"
)

// readerGone reports whether writing failed because the reader of a pipe has
// closed it.
func readerGone(err error) bool { return errors.Is(err, syscall.EPIPE) }
