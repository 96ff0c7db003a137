package atomicfile

import (
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestRetry(t *testing.T) {
	busy, broken := errors.New("busy"), errors.New("broken")
	for _, c := range []struct {
		name   string
		errs   []error // the last one repeats
		want   error
		waited time.Duration
	}{
		{"at once", []error{nil}, nil, 0},
		{"closed after a while", []error{busy, busy, nil}, nil, 2 * pause},
		{"never closed", []error{busy}, busy, patience},
		{"another error", []error{broken}, broken, 0},
		{"another error later", []error{busy, broken}, broken, pause},
	} {
		calls, waited := 0, time.Duration(0)
		err := retry(func() error { calls++; return c.errs[min(calls, len(c.errs))-1] },
			func(err error) bool { return err == busy }, func(d time.Duration) { waited += d })
		require.Equal(t, c.want, err, c.name)
		require.Equal(t, c.waited, waited, c.name)
	}
}
