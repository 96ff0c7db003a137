package render

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/stretchr/testify/require"
)

// A percentage says what it is of, and how much of that is known.
func TestNoPercentageWithoutItsReference(t *testing.T) {
	whole := regexp.MustCompile(`\d+% of what [\w ]+ needs, (with )?\d+ of \d+ skills rated`)
	for _, p := range pages(t) {
		got, err := p.draw(Markdown, Style{}) // which breaks no lines
		require.NoError(t, err)
		n := strings.Count(string(got), "%")
		require.Len(t, whole.FindAllString(string(got), -1), n, p.name)
		if p.name == filepath.Join("testdata", "toss-up.result") {
			require.Equal(t, 4, n, "there are some to look at")
		}
	}
}

// Tables line up in their source, whatever is in them.
func TestMarkdownTablesLineUp(t *testing.T) {
	drawers := hostile(t)
	for _, p := range pages(t) {
		drawers[p.name] = p.draw
	}
	for name, draw := range drawers {
		got, err := draw(Markdown, Style{})
		require.NoError(t, err)
		width := 0
		for _, line := range strings.Split(string(got), "\n") {
			if !strings.HasPrefix(line, "| ") {
				width = 0
				continue
			}
			if width == 0 {
				width = ansi.StringWidth(line)
			}
			require.Equal(t, width, ansi.StringWidth(line), "%s: %q", name, line)
		}
	}
}
