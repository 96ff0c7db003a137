package atomicfile

import "time"

// Limits on waiting for another program to close a file. Virus scanners and
// sync clients open a file for a moment after every change.
const (
	patience = 2 * time.Second
	pause    = 50 * time.Millisecond
)

// retry calls do until it succeeds, fails with an error other than inUse, or
// patience runs out.
func retry(do func() error, inUse func(error) bool, wait func(time.Duration)) error {
	err := do()
	for waited := time.Duration(0); err != nil && inUse(err) && waited < patience; waited += pause {
		wait(pause)
		err = do()
	}
	return err
}
