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

// A problem with several options points at the first that has it.
func TestStylePointsAtTheOption(t *testing.T) {
	dir := copyPack(t)
	file := filepath.Join(dir, "roles/cloud.yaml")
	lines := strings.SplitAfter(readAll(t, file), "\n")
	seen, want := 0, 0
	for i, line := range lines {
		if !strings.Contains(line, "option: ") {
			continue
		}
		if seen++; seen > 2 {
			lines[i] = strings.Replace(line, "option: ", "option: Zebras! ", 1)
			if seen == 3 {
				want = i + 1
			}
		}
	}
	require.NoError(t, os.WriteFile(file, []byte(strings.Join(lines, "")), 0o600))
	_, problems := Check(dir)
	found := 0
	for _, p := range problems {
		if strings.Contains(strings.ToLower(p.Message), `"zebra`) {
			require.Equal(t, want, p.Line, p.Exact())
			found++
		}
	}
	require.Equal(t, 2, found, "a word of its own, and the start of most options")
}

// What the starter left behind, and what no role uses, is reported.
func TestLeftovers(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, Init(dir, "starter")) // the folder's name is a number, which the id isn't
	_, problems := Check(dir)
	require.Empty(t, problems.Serious())
	file := filepath.Join(dir, "roles/detective.yaml")
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(readAll(t, file), "title: Detective", "title: Investigator", 1)), 0o600))
	skills := filepath.Join(dir, "quiz/skills.yaml")
	require.NoError(t, os.WriteFile(skills, []byte(strings.ReplaceAll(readAll(t, skills), "id: writing", "id: writing\n    name: Other\n    covers: Other\n    terms: [other]\n    steps: {1: a, 2: b, 3: c}\n  - id: unused")), 0o600))
	var got []string
	_, problems = Check(dir)
	for _, p := range problems {
		if p.Rule == "leftover" {
			got = append(got, strings.TrimPrefix(p.String(), dir+"/"))
		}
	}
	require.Len(t, got, 5)
	require.Equal(t, "roles/explainer.yaml: warning: is an example of the starter, expected roles of this pack: delete the file, or edit it", got[0])
	require.Contains(t, got[1], "roles/toolmaker.yaml")
	require.Contains(t, got[4], `note: no role refers to the skill "unused", expected only what roles refer to`)
}
