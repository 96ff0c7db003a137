package pack

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// example returns the indented block of a document that begins with a line.
func example(t *testing.T, doc, first string) string {
	_, rest, found := strings.Cut(doc, "\n    "+first+"\n")
	require.True(t, found, first)
	out := first + "\n"
	for line := range strings.Lines(rest) {
		text, indented := strings.CutPrefix(line, "    ")
		if !indented {
			break
		}
		out += text
	}
	return out
}

// The examples in roles/README.md make a pack without errors.
func TestReadmeExamples(t *testing.T) {
	doc := readAll(t, "../../roles/README.md")
	dir := t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	needs := "  needs: {databases: [2, 3, 4]}\n"
	require.Contains(t, doc, "`"+strings.TrimSpace(needs)+"`")
	backend := strings.Replace(example(t, doc, "title: Backend Engineer"), "success:\n", needs+"success:\n", 1)
	write("roles/backend.yaml", backend+example(t, doc, "week:"))
	write("roles/frontend.yaml", strings.Replace(readAll(t, packsDir+"/backend-frontend/roles/frontend.yaml"), "  needs: {", "  needs: {databases: 1} # {", 1))
	write("quiz/skills.yaml", example(t, doc, "grades: [junior, mid, senior]"))
	write("quiz/conditions.yaml", example(t, doc, "conditions:"))
	write("quiz/starts.yaml", example(t, doc, "starts:"))
	p, problems := Check(dir)
	require.Empty(t, problems.Errors())
	require.Equal(t, []int{2, 3, 4}, p.Role("backend").Needs[0].Levels)
	require.Len(t, p.Role("backend").Conditions, 1)
	require.Len(t, p.Role("backend").Starts, 1)
}
