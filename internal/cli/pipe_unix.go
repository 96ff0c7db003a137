//go:build !windows

package cli

import (
	"errors"
	"syscall"
)

// readerGone reports whether writing failed because no one reads the output any
// more.
func readerGone(err error) bool { return errors.Is(err, syscall.EPIPE) }
