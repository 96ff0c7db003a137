//go:build unix

package cli

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// A file of answers that doesn't exist yet is recognized through a linked
// folder, as it is by another case where file systems ignore case.
func TestNextDoesNotReplaceLinkedAnswers(t *testing.T) {
	inFolder(t)
	require.NoError(t, os.Mkdir("folder", 0o700))
	require.NoError(t, os.Symlink("folder", "link"))
	_, status, said := run(t, "", "next", "folder/new.json", "-o", "link/new.json")
	require.Equal(t, exitUsage, status)
	require.Contains(t, said, "which contains the answers")
	require.Empty(t, entries(t, "folder"))
}
