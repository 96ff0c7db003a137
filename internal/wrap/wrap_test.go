package wrap_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/wrap"
)

func TestLines(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"", 5, []string{""}},
		{"  one  two ", 7, []string{"one two"}},
		{"one two", 6, []string{"one", "two"}},
		{"a well-known-path", 8, []string{"a well-", "known-", "path"}},
		{"abcdefgh", 3, []string{"abc", "def", "gh"}},
		{"漢字漢字", 5, []string{"漢字", "漢字"}},
		{"漢", 1, []string{"漢"}},
	} {
		require.Equal(t, c.want, wrap.Lines(c.text, c.width), "%q at %d", c.text, c.width)
	}
}

func TestLinesKeepsWidthAndWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-z漢/ -]{0,80}`).Draw(t, "text")
		width := rapid.IntRange(2, 40).Draw(t, "width")
		lines := wrap.Lines(text, width)
		for _, line := range lines {
			require.LessOrEqual(t, ansi.StringWidth(line), width, "%q", line)
		}
		letters := func(s string) string { return strings.Join(strings.Fields(s), "") }
		require.Equal(t, letters(text), letters(strings.Join(lines, "")))
	})
}
