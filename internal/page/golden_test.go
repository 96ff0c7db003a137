package page

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files")

// TestGoldens draws a page with every block in each format.
func TestGoldens(t *testing.T) {
	p := samplePage()
	html, err := p.HTML()
	require.NoError(t, err)
	for name, got := range map[string][]byte{
		"40.txt":     p.Text(Style{Width: 40}),
		"80.txt":     p.Text(Style{}),
		"160.txt":    p.Text(Style{Width: 160}),
		"ascii.txt":  p.Text(Style{ASCII: true}),
		"spoken.txt": p.Text(Style{Spoken: true}),
		"page.md":    p.Markdown(),
		"page.html":  html,
	} {
		file := filepath.Join("testdata", name)
		if *update {
			require.NoError(t, os.MkdirAll("testdata", 0o755))
			require.NoError(t, os.WriteFile(file, got, 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Equal(t, string(want), string(got), file)
	}
}
