package cli

import (
	"bytes"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestProgress(t *testing.T) {
	now := time.Unix(0, 0)
	var out bytes.Buffer
	a := &app{env: Env{
		Err: &out, ErrTerminal: true, Getenv: func(string) string { return "" },
		Now: func() time.Time { now = now.Add(100 * time.Millisecond); return now },
	}}
	bar := progress{a: a, what: "auditing"}
	for done := 1; done <= 200; done++ {
		bar.set(done, 200)
	}
	bar.end()
	require.NotContains(t, out.String(), " 1 %", "quick work needs no bar")
	require.Contains(t, out.String(), "\rauditing  ███████████████░░░░░░░░░░░░░░░  50 %")
	require.Equal(t, 1, bytes.Count(out.Bytes(), []byte("  50 %")), "drawn when it changes")
	require.Contains(t, out.String(), "100 %\r\x1b[K")

	out.Reset()
	a.env.ErrTerminal = false
	bar = progress{a: a, what: "auditing"}
	bar.set(1, 2)
	bar.set(2, 2)
	bar.end()
	require.Empty(t, out.String())
}
