package cli

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/batch"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// TestSurveyJS checks that SurveyJS itself loads the survey that form writes,
// and that score reads what SurveyJS returns. It needs Node.js; npm installs
// SurveyJS in the version that the lock file names.
func TestSurveyJS(t *testing.T) {
	if _, err := exec.LookPath("npm"); err != nil && os.Getenv("CI") == "" {
		t.Skip("npm is not installed")
	}
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS("../../testdata/surveyjs")))
	node := func(name string, args ...string) string {
		cmd := exec.Command(name, args...)
		var said bytes.Buffer
		cmd.Dir, cmd.Stderr = dir, &said
		out, err := cmd.Output()
		require.NoError(t, err, "%s %v\n%s", name, args, &said)
		return string(out)
	}
	node("npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund")
	form, status, said := run(t, "", "form", "--format", "surveyjs")
	require.Equal(t, 0, status, said)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "survey.json"), []byte(form), 0o600))
	people := strings.Split(strings.TrimSpace(node("node", "answer.js", "survey.json")), "\n")
	require.Len(t, people, 3)
	for i, line := range people {
		out, status, said := run(t, line+"\n", "score", "--dry-run")
		require.Equal(t, 0, status, said)
		require.Equal(t, "1 person can be read, 0 lines cannot\n24 of 24 questions answered by someone\n", out)
		a := answersOfPerson(t, line)
		require.Len(t, a.All, 24)
		require.Len(t, a.Cards, 4)
		require.Equal(t, pack.Builtin().Starts[i].ID, a.Start.ID)
		require.Len(t, a.Conditions, len(pack.Builtin().Conditions))
		require.Equal(t, fit.Tolerances[i], a.Conditions[0].Tolerance)
		require.NotEmpty(t, a.Skills)
		for _, s := range a.Skills {
			require.Equal(t, i, s.Level)
		}
		for n, x := range builtinQuiz(t).Planned() {
			keys := x.Keys()
			want := fit.Answer{Question: x.ID, Best: keys[(n+i)%4], Worst: keys[(n+i+1)%4], Seconds: -1}
			require.Contains(t, a.All, want)
		}
	}
}

// answersOfPerson reads a line of JSON as score does.
func answersOfPerson(t *testing.T, line string) *fit.Answers {
	t.Helper()
	o := batch.Options{Pack: pack.Builtin(), BadLine: func(b batch.BadLine) { t.Error(b) }, Sources: []batch.Source{{
		Name: "f", Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(line)), nil },
	}}}
	a, people, err := batch.One(t.Context(), &o)
	require.NoError(t, err)
	require.Equal(t, 1, people)
	return a
}
