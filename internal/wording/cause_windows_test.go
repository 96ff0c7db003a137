package wording_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/wording"
)

func TestCauseInOurWords(t *testing.T) {
	_, err := os.Open(filepath.Join(t.TempDir(), "none"))
	require.EqualError(t, wording.Cause(err), "no such file or directory")
	require.ErrorIs(t, wording.Cause(err), fs.ErrNotExist)
	_, err = os.Open(filepath.Join(t.TempDir(), "none", "none"))
	require.EqualError(t, wording.Cause(err), "no such file or directory")
	_, err = os.Create(filepath.Join(t.TempDir(), "a<b"))
	require.EqualError(t, wording.Cause(err), "Windows allows no such name")
}
