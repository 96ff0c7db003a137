package render

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/browsertest"
)

var shots = flag.String("shots", "", "the folder in which to keep screenshots of the reports, to look at")

// readable requires that on a telephone and on a desk, light and dark, a page is
// as wide as its screen, every text stands out from what is behind it (4.5,
// level AA), and none is squeezed into a column of letters.
func readable(t *testing.T, page *browsertest.Page, name string) {
	t.Helper()
	for _, screen := range browsertest.Screens() {
		page.Show(screen)
		m := page.Measure()
		require.Zero(t, m.Overflow, screen.Name)
		require.Equal(t, !screen.Dark, m.Luminance > 0.5, screen.Name)
		require.Greater(t, m.Texts, 10, screen.Name)
		require.GreaterOrEqual(t, m.Contrast, 4.5, screen.Name)
		require.Greater(t, m.Room, 3.0, screen.Name)
		if *shots != "" {
			require.NoError(t, os.MkdirAll(*shots, 0o755))
			require.NoError(t, os.WriteFile(filepath.Join(*shots, name+" on a "+screen.Name+".png"), page.Screenshot("png"), 0o644))
		}
	}
}
