package cli

import (
	"bytes"
	"context"
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
