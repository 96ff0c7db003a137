//go:build !windows

package wording

// reworded returns err unchanged, because its text is suitable for messages.
func reworded(err error) error { return err }
