package cli

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/state"
)

func openStore(t *testing.T, home string) *state.Store {
	s, err := state.Open(home, time.Now)
	require.NoError(t, err)
	return s
}

func builtinQuiz(t *testing.T) *fit.Quiz {
	p := pack.Builtin()
	q, err := fit.NewQuiz(p, nil)
	require.NoError(t, err)
	return q
}
