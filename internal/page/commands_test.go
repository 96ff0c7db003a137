package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A page says once where its commands are typed, after the first ones.
func TestCommandsAreForTerminal(t *testing.T) {
	p := &Page{Title: "Page"}
	p.Add("", Paragraph("Text."))
	require.NotContains(t, asHTML(t, p), "terminal", "there are no commands")
	p.Add("", Commands{{Text: "First", Line: "rolefit plan"}}, Commands{{Text: "Second", Line: "rolefit explain sre"}})
	html := asHTML(t, p)
	require.Equal(t, 1, strings.Count(html, "terminal"))
	require.Less(t, strings.Index(html, "rolefit plan"), strings.Index(html, "terminal"))
	require.Less(t, strings.Index(html, "terminal"), strings.Index(html, "rolefit explain"))
	require.NotContains(t, string(p.Text(Style{})), "terminal", "whoever reads it is in one")
}

func asHTML(t *testing.T, p *Page) string {
	t.Helper()
	html, err := p.HTML()
	require.NoError(t, err)
	return string(html)
}
