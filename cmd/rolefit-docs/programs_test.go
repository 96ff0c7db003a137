package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRunsNoProgram checks that none of our packages can start another program.
// The terminal library can, to edit or paste into a text field, but rolefit has
// no text fields.
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
