package pack

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

func TestNewPackIsComplete(t *testing.T) {
	for _, template := range Templates() {
		dir := filepath.Join(t.TempDir(), "new")
		require.NoError(t, Init(dir, template))
		p, problems := Check(dir)
		require.Empty(t, problems.Serious())
		q, err := fit.NewQuiz(p, nil)
		require.NoError(t, err)
		asked := 0
		for _, n := range q.Rounds {
			asked += n
		}
		require.Greater(t, len(q.Questions), asked, "a skipped question should be made good")
	}
}

// Two new packs are different packs: what a person saved for one isn't shown
// for the other.
func TestNewPackID(t *testing.T) {
	for folder, id := range map[string]string{"hospital-it": "hospital-it", "Our Roles": "our-roles", "é": "pack"} {
		dir := filepath.Join(t.TempDir(), folder)
		require.NoError(t, Init(dir, "starter"))
		p, err := Load(dir)
		require.NoError(t, err)
		require.Equal(t, id, p.ID)
	}
}

func TestBuiltinCopy(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, Init(dir, fit.BuiltinPack))
	p, err := Load(dir)
	require.NoError(t, err)
	built := Builtin()
	require.Equal(t, built, p, "the hash too, which is over every byte")
}

// The first line of every file names its schema, which exists.
func TestFilesOfNewPacksNameTheirSchemas(t *testing.T) {
	for _, template := range Templates() {
		dir := t.TempDir()
		require.NoError(t, Init(dir, template))
		files, err := filepath.Glob(dir + "/*/*.yaml")
		require.NoError(t, err)
		require.Greater(t, len(files), 4)
		for _, file := range files {
			want := "role"
			if filepath.Base(filepath.Dir(file)) == "quiz" {
				want = strings.TrimSuffix(filepath.Base(file), ".yaml")
			}
			first, _, _ := strings.Cut(readAll(t, file), "\n")
			link, named := strings.CutPrefix(first, "# yaml-language-server: $schema=")
			require.True(t, named, file)
			schema, err := Schema(want)
			require.NoError(t, err)
			require.Equal(t, string(schema), readAll(t, filepath.Join(filepath.Dir(file), link)))
		}
	}
}

func TestInitOverwritesNothing(t *testing.T) {
	for _, there := range []string{"roles", "quiz"} {
		dir := t.TempDir()
		mine := filepath.Join(dir, there)
		require.NoError(t, os.WriteFile(mine, []byte("mine"), 0o600))
		require.EqualError(t, Init(dir, "starter"), `making pack "`+dir+`": it holds "`+there+`" already, and nothing is overwritten`)
		require.Equal(t, []string{there}, names(t, dir))
		require.Equal(t, "mine", readAll(t, mine))
	}
}

func names(t *testing.T, dir string) []string {
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

// A brokenFS fails in the middle of a file.
type brokenFS struct{ fstest.MapFS }

func (b brokenFS) ReadFile(name string) ([]byte, error) {
	if strings.HasPrefix(name, "z") {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
	}
	return b.MapFS.ReadFile(name)
}

// A pack is written completely or not at all; a failure leaves nothing behind.
func TestInitFailureLeavesNothing(t *testing.T) {
	whole := templatePart{"roles", fstest.MapFS{"a.yaml": {}}}
	broken := templatePart{"quiz", brokenFS{fstest.MapFS{"a.yaml": {}, "z.yaml": {}}}}
	dir := t.TempDir()
	require.ErrorIs(t, initialize(dir+"/new", []templatePart{whole, broken}), fs.ErrInvalid)
	require.NoDirExists(t, dir+"/new")
	require.ErrorIs(t, initialize(dir, []templatePart{whole, broken}), fs.ErrInvalid)
	require.Empty(t, names(t, dir))
}

// Files that appear between the check and the move aren't overwritten either.
func TestFailedMoveIsUndone(t *testing.T) {
	dir, stage := t.TempDir(), t.TempDir()
	require.NoError(t, os.Mkdir(stage+"/roles", 0o700))
	require.NoError(t, os.Mkdir(stage+"/quiz", 0o700))
	require.NoError(t, os.WriteFile(dir+"/roles", []byte("mine"), 0o600))
	require.Error(t, moveFolders(stage, dir))
	require.Equal(t, []string{"roles"}, names(t, dir))
	require.Equal(t, "mine", readAll(t, dir+"/roles"))
}

// The documentation for authors states the limits that the check enforces.
func TestDocsStateLimits(t *testing.T) {
	pages := strings.Join(strings.Fields(readAll(t, "../../roles/README.md")+readAll(t, "../../quiz/README.md")), " ")
	for format, limit := range map[string]int{
		"at most %d words, and at most":        fit.MaxOptionWords,
		"at most %d more or fewer than":        MaxDifference,
		"A summary has at most %d words":       MaxSummary,
		"a short scene, at most %d words":      maxPrompt,
		"at least %d facets in each dimension": fit.MinFacets,
	} {
		require.Contains(t, pages, fmt.Sprintf(format, limit))
	}
}
