//go:build !windows

package atomicfile

// Patiently changes or opens a file. On Windows it waits for other programs to
// close it; here they don't prevent either.
func Patiently(do func() error) error { return do() }
