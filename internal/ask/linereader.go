package ask

import (
	"bufio"
	"context"
	"errors"
	"io"
)

// A line is a typed line, or the reason that there is none.
type line struct {
	text string
	err  error
}

type lineReader struct {
	requests chan struct{}
	lines    chan line
}

// newLineReader returns a reader that reads one line per request, so that it
// doesn't consume input after the interview. A read can't be interrupted, so it
// runs in its own goroutine, which stays blocked after a signal.
func newLineReader(from io.Reader) (lineReader, func()) {
	in := lineReader{make(chan struct{}), make(chan line, 1)}
	buffered := bufio.NewReader(from)
	go func() {
		for range in.requests {
			text, err := readLine(buffered)
			in.lines <- line{text, err}
		}
	}()
	return in, func() { close(in.requests) }
}

// read waits for a line or for the context to end.
func (in lineReader) read(ctx context.Context) (string, error) {
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	in.requests <- struct{}{}
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case l := <-in.lines:
		return l.text, l.err
	}
}

// maxLine is the maximum number of bytes kept from a line.
const maxLine = 1000

// readLine reads up to the next line break. Text without a line break at the
// end of input wasn't submitted, so it isn't an answer.
func readLine(from *bufio.Reader) (string, error) {
	var text []byte
	for {
		part, err := from.ReadSlice('\n')
		text = append(text, part[:min(len(part), maxLine-len(text))]...)
		switch {
		case err == nil:
			return string(text), nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return "", err
		}
	}
}
