package pack

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the expected problems anew")

const (
	errorsDir = "../../testdata/pack-errors"
	packsDir  = "../../testdata/packs"
)

// Every folder in testdata/pack-errors is a pack, and the file beside it tells
// the problems expected of it.
func TestCheckTellsEveryProblem(t *testing.T) {
	entries, err := os.ReadDir(errorsDir)
	require.NoError(t, err)
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		t.Run(e.Name(), func(t *testing.T) {
			p, problems := Check(filepath.ToSlash(filepath.Join(errorsDir, e.Name())))
			require.Equal(t, len(problems.Errors()) == 0, p != nil)
			got := lines(problems)
			want := filepath.Join(errorsDir, e.Name()+".txt")
			if *update {
				require.NoError(t, os.WriteFile(want, []byte(got), 0o644))
			}
			data, err := os.ReadFile(want)
			require.NoError(t, err)
			require.Equal(t, string(data), got)
		})
	}
}

// lines are problems as the expected files have them: with columns, warnings
// marked, and without the folder's name.
func lines(problems Problems) string {
	var b strings.Builder
	for _, p := range problems {
		s := strings.TrimPrefix(p.String(), errorsDir+"/")
		if p.Warning {
			b.WriteString("warning: ")
		}
		b.WriteString(s + "\n")
	}
	return b.String()
}
