//go:build linux

package main

import (
	"flag"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

var update = flag.Bool("update", false, "rewrite peer/fits.sql")

// TestQueryIsGenerated compares the query in peer/fits.sql, which is there to be
// read and criticized, with the one that is run.
func TestQueryIsGenerated(t *testing.T) {
	q, err := fit.NewQuiz(pack.Builtin(), nil)
	require.NoError(t, err)
	if *update {
		require.NoError(t, os.WriteFile("peer/fits.sql", []byte(duckSQL(q)), 0o644))
	}
	want, err := os.ReadFile("peer/fits.sql")
	require.NoError(t, err)
	require.Equal(t, string(want), duckSQL(q))
}
