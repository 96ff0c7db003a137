package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/pack"
)

// Each kind of error has its exit status and message, and its hint is on a
// separate line.
func TestReport(t *testing.T) {
	for _, c := range []struct {
		err    error
		status int
		said   string
	}{
		{nil, exitDone, ""},
		{errors.New("it broke"), exitFailed, "rolefit: it broke\n"},
		{usagef("%q is wrong", "x").hint("see: %s", "help"), exitUsage, "rolefit: \"x\" is wrong\nsee: help\n"},
		{fmt.Errorf("wrapped: %w", usagef("inner")), exitUsage, "rolefit: inner\n"},
		{errSaid, exitFailed, ""},
		{fmt.Errorf("reading: %w", context.Canceled), exitInterrupted, "rolefit: stopped; nothing was written\n"},
		{fmt.Errorf("writing: %w", syscall.EPIPE), exitFailed, ""},
		{pack.Problems{{File: "a.yaml", Line: 2, Message: "one"}, {File: "b.yaml", Message: "two"}}, exitFailed, "a.yaml:2: one\nb.yaml: two\n"},
	} {
		var said bytes.Buffer
		require.Equal(t, c.status, (&app{env: Env{Err: &said}}).report(c.err), "%v", c.err)
		require.Equal(t, c.said, said.String(), "%v", c.err)
	}
}

func TestShellWord(t *testing.T) {
	for name, want := range map[string]string{
		"packs/mine": "packs/mine", "my own": `"my own"`, `a\b`: `'a\b'`, "-o": "./-o", "a\nb": "'a\nb'", "it's": `"it's"`, "$HOME": "'$HOME'", "a`b'c": `'a` + "`" + `b'\''c'`,
	} {
		require.Equal(t, want, (&app{}).shellWord(name))
	}
	require.Equal(t, `rolefit quiz --pack "my own"`, (&app{pack: "my own"}).command("quiz"))
	require.Equal(t, "rolefit quiz", (&app{}).command("quiz"))
}
