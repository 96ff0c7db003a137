package cli

import (
	"context"
	"io"
)

// await does what may wait for ever, such as to open a pipe that nobody writes
// into, until the run is told to end. What is still waiting then ends with the
// process.
func await[T any](ctx context.Context, do func() (T, error)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		value, err := do()
		done <- outcome{value, err}
	}()
	select {
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	case o := <-done:
		return o.value, o.err
	}
}

// whileRunning reads what open opens, until the run is told to end.
func (a *app) whileRunning(open func() (io.ReadCloser, error)) io.ReadCloser {
	out, in := io.Pipe()
	stop := context.AfterFunc(a.ctx, func() { in.CloseWithError(a.ctx.Err()) })
	go func() {
		defer stop()
		from, err := open()
		if err == nil {
			defer from.Close()
			_, err = io.Copy(in, from)
		}
		in.CloseWithError(err)
	}()
	return out
}
