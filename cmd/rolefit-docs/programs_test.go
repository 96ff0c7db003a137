package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRunsNoProgram: none of the packages of rolefit can start another program.
// The terminal library can, to edit or paste into a field of free text, but
// rolefit has no such field.
func TestRunsNoProgram(t *testing.T) {
	for _, system := range systems {
		all, err := parts(system)
		require.NoError(t, err)
		ours := 0
		for _, p := range all {
			if strings.HasPrefix(p.ImportPath, "github.com/rolefit/rolefit/") {
				ours++
				require.False(t, slices.Contains(p.Imports, "os/exec") || slices.Contains(p.Imports, "plugin"), p.ImportPath)
			}
		}
		require.Greater(t, ours, 5)
	}
}
