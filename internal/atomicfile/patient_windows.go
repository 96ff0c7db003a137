package atomicfile

import (
	"errors"
	"time"

	"golang.org/x/sys/windows"
)

// Patiently calls do, which opens or changes a file. If that fails because
// another program has the file open or is removing it, Patiently tries again
// for two seconds.
func Patiently(do func() error) error {
	return retry(do, func(err error) bool {
		return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_ACCESS_DENIED)
	}, time.Sleep)
}
