package ask

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

func builtinQuiz(t *testing.T) *fit.Quiz {
	t.Helper()
	p := pack.Builtin()
	q, err := fit.NewQuiz(p, nil)
	require.NoError(t, err)
	return q
}
