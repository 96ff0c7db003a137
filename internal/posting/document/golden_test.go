package document

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write what is read from the files of testdata beside them")

// TestFiles checks that every file in testdata is read as described by the
// .want file next to it.
func TestFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/*.*")
	require.NoError(t, err)
	seen := 0
	for _, file := range files {
		if strings.HasSuffix(file, ".want") {
			continue
		}
		seen++
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		got := describe(NewReader(nil).Read(data))
		if *update {
			require.NoError(t, os.WriteFile(file+".want", []byte(got), 0o644))
			continue
		}
		want, err := os.ReadFile(file + ".want")
		require.NoError(t, err)
		require.Equal(t, string(want), got, file)
	}
	require.Positive(t, seen)
}

var sectionNames = [...]string{"unknown", "duties", "requirements", "nice-to-have", "company", "offer"}

func describe(docs []*Document, err error) string {
	var b strings.Builder
	if err != nil {
		fmt.Fprintf(&b, "error: %s\n", err)
	}
	for _, d := range docs {
		fmt.Fprintf(&b, "title: %s\nlanguage: %s\nnotes: %s\n", d.Title, d.Language, d.Notes)
		if f := fmt.Sprintf("%+v", d.Facts); f != fmt.Sprintf("%+v", Facts{}) {
			fmt.Fprintf(&b, "facts: %s\n", f)
		}
		for _, l := range d.Lines {
			mark := map[bool]string{true: "- "}[l.Bullet]
			if l.Heading {
				mark += "# "
			}
			fmt.Fprintf(&b, "%s\t%s%s\n", sectionNames[l.Section], mark, l.Text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
