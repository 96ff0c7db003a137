package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/rolefit/rolefit/internal/wording"
)

// maxInput is the maximum number of bytes read into memory from a file that the
// user names.
const maxInput = 16 << 20

var errFolder = errors.New("it is a folder, expected a file")

// read reads the named file, or standard input for "-", up to maxInput bytes.
func (a *app) read(ctx context.Context, name string) ([]byte, error) {
	label := "standard input"
	if name != "-" {
		label = wording.Quote(name)
		if a.output != "-" && sameFile(a.output, name) {
			return nil, usagef("-o is %s, which is also the input, so the output would replace it", wording.Quote(a.output))
		}
	}
	in := a.openCancelable(ctx, name)
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, maxInput+1))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", label, wording.Cause(err))
	}
	if len(data) > maxInput {
		return nil, fmt.Errorf("reading %s: it's larger than %d MB, the maximum", label, maxInput>>20)
	}
	return data, nil
}

// open opens a file, or standard input for "-".
func (a *app) open(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(a.env.In), nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, errFolder
	}
	return f, nil
}

// openCancelable opens a file. When ctx is done, opening and reading fail, even
// while waiting for a terminal or for a pipe that no one writes to.
func (a *app) openCancelable(ctx context.Context, name string) io.ReadCloser {
	out, in := io.Pipe()
	stop := context.AfterFunc(ctx, func() { in.CloseWithError(ctx.Err()) })
	go func() {
		defer stop()
		from, err := a.open(name)
		if err == nil {
			defer from.Close()
			_, err = io.Copy(in, from)
		}
		in.CloseWithError(err)
	}()
	return out
}

// await returns the result of do, or an error when ctx is done. In the latter
// case, do may stay blocked until the process exits.
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

// inputName returns the name of an input, for messages.
func inputName(name string) string {
	if name == "-" {
		return "<stdin>"
	}
	return name
}

// sameFile reports whether two names refer to the same file, which need not
// exist.
func sameFile(a, b string) bool {
	isA, errA := os.Stat(a)
	isB, errB := os.Stat(b)
	if errA == nil && errB == nil {
		return os.SameFile(isA, isB)
	}
	absA, errA := filepath.Abs(a)
	absB, errB := filepath.Abs(b)
	return errA == nil && errB == nil && absA == absB
}
