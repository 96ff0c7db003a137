//go:build !windows

package wording

// reworded returns the error of a system call, whose text is good as it is.
func reworded(err error) error { return err }
