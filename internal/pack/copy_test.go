package pack

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// copyPack copies the built-in pack into a new folder.
func copyPack(t testing.TB) string {
	dir := t.TempDir()
	for _, sub := range []string{"roles", "quiz"} {
		require.NoError(t, os.CopyFS(filepath.Join(dir, sub), os.DirFS(filepath.Join("../..", sub))))
	}
	return dir
}
