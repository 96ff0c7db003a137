//go:build !windows

package atomicfile

// Patiently calls do, which opens or changes a file. On Windows it also waits
// while other programs have the file open, which isn't necessary here.
func Patiently(do func() error) error { return do() }
