package pack

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// TestPeople scores the forms of testdata/answers, filled in by reading what
// real people wrote of their work, and reports the verdicts. It asserts only
// that each form can be read and judged: one reader's guess is no measure.
func TestPeople(t *testing.T) {
	files, err := filepath.Glob("../../testdata/answers/people/*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	p, err := Builtin()
	require.NoError(t, err)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		q, a, err := NewReader(p).Answers(file, data)
		require.NoError(t, err)
		r := fit.Score(q, a)
		require.NotEqual(t, fit.Undecided, r.Verdict, file)
		t.Logf("%s: %s %v", filepath.Base(file), r.Verdict, r.Named)
	}
}
