package batch

import (
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// A closeFunc is a source that does something when it's closed.
type closeFunc struct {
	io.Reader
	closed func()
}

func (c closeFunc) Close() error { c.closed(); return nil }

// TestEachStopped checks that a stopped run calls nothing after it returns,
// while its worker is still in its chunk.
func TestEachStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	closed := make(chan struct{})
	o := Options{Pack: pack.Builtin(), Sources: []Source{{Name: "f", Open: func() (io.ReadCloser, error) {
		return closeFunc{strings.NewReader(strings.Repeat(usual[0]+"\n", 2000)), func() { close(closed) }}, nil
	}}}}
	calls := 0
	_, err := Each(ctx, &o, func(*fit.Quiz, *fit.Answers) {
		cancel()
		calls++
		time.Sleep(time.Microsecond) // lets Each return, if it does
	})
	require.ErrorIs(t, err, context.Canceled)
	returned := calls
	<-closed // by then, the worker is done
	require.Equal(t, returned, calls)
}
