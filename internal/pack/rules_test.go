package pack

import (
	"os"
	"path/filepath"
	"strings"
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
		require.True(t, found[r.Name] || r.Name == "postings", "%s has an example", r.Name)
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

// The rule says what the built-in pack has: words of its own for each role, none
// in more than a third of the role's options.
func TestOwnWordsOfTheBuiltinPack(t *testing.T) {
	_, problems := Check("../..")
	noted := 0
	for _, p := range problems {
		if p.Rule == "own-words" {
			require.True(t, p.Note, p.Exact())
			noted++
		}
	}
	require.Equal(t, len(Builtin().Roles), noted)
}

// A word counts in the singular and in the plural, and is worth a warning in more
// than a third of a role's options.
func TestOwnWords(t *testing.T) {
	dir := copyPack(t)
	file := filepath.Join(dir, "roles/cloud.yaml")
	text := readAll(t, file)
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(text, "option: ", "option: Zebras! ", 27)), 0o600))
	_, problems := Check(dir)
	require.ErrorContains(t, problems, `27 of 27 options of role "cloud", and no other role's, use the word "zebra"`)
}
