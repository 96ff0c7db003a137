package pack

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// Every problem has a rule that can be looked up, and every rule that problems
// of the examples don't have is known to need no example.
func TestRulesOfProblems(t *testing.T) {
	found := map[string]bool{}
	entries, err := os.ReadDir(errorsDir)
	require.NoError(t, err)
	for _, e := range entries {
		_, problems := Check(errorsDir + "/" + e.Name())
		for _, p := range problems {
			found[p.Rule] = true
		}
	}
	delete(found, "")
	for _, r := range Rules() {
		require.NotEmpty(t, r.Why)
		require.True(t, found[r.Name] || r.Name == "own-words" || r.Name == "postings", "%s has an example", r.Name)
		delete(found, r.Name)
	}
	require.Empty(t, found, "rules that Rules doesn't list")
}

// The starter's leftovers are those of the starter.
func TestLeftoversAreTheStarters(t *testing.T) {
	p, problems := Check("starter")
	require.NotNil(t, p, problems)
	require.Equal(t, starterTitle, p.Title)
	require.Equal(t, starterBanned, p.Banned)
}
