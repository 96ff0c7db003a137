package cli

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAuditStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	env := OS()
	var out, err bytes.Buffer
	env.Out, env.Err, env.ErrTerminal = &out, &err, false
	require.Equal(t, exitInterrupted, Run(ctx, env, []string{"pack", "audit"}))
	require.Empty(t, out.String())
	require.Equal(t, "There is no pack in this folder, so rolefit uses the built-in one.\nrolefit: the audit was stopped; nothing was written\n", err.String())
}

// TestAuditStoppedAmongAnswers stops the run after the answers are read and
// before they are counted.
func TestAuditStoppedAmongAnswers(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	env := OS()
	var out, err bytes.Buffer
	env.In = io.MultiReader(strings.NewReader(strings.Repeat(`{"answers":{"free-week":{"best":"a","worst":"b"}}}`+"\n", 2000)), readerFunc(cancel))
	env.Out, env.Err, env.ErrTerminal = &out, &err, false
	require.Equal(t, exitInterrupted, Run(ctx, env, arg("pack audit --people 1 --answers -")))
	require.Empty(t, out.String())
	require.Contains(t, err.String(), "rolefit: the audit was stopped; nothing was written\n")
}
