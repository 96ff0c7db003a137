package render

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/browsertest"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// TestPagesInChromium opens pages in a browser, which tests share because it
// takes a second to start.
func TestPagesInChromium(t *testing.T) {
	b := browsertest.Start(t)
	for _, p := range pages(t) {
		html, err := p.draw(HTML, Style{})
		require.NoError(t, err)
		name := filepath.Base(p.name)
		t.Run(name, func(t *testing.T) {
			page := quiet(t, b, html)
			readable(t, page, name)
			if filepath.Ext(name) == ".result" {
				prints(t, page)
			}
		})
	}
	for name, html := range longest(t) {
		t.Run(name, func(t *testing.T) { prints(t, quiet(t, b, html)) })
	}
	drawers := hostile(t)
	for _, name := range []string{"testdata/toss-up.result text", "testdata/all-me.comparison all"} {
		html, err := drawers[name](HTML, Style{})
		require.NoError(t, err)
		t.Run("hostile "+name, func(t *testing.T) { isText(t, b, html) })
	}
}

// quiet opens a page, and requires that it logs nothing and requests nothing.
func quiet(t *testing.T, b *browsertest.Browser, html []byte) *browsertest.Page {
	t.Helper()
	page := b.Open(t, html)
	require.Empty(t, page.Requests())
	require.Empty(t, page.Console())
	return page
}

// prints requires that a report takes two sheets at most.
func prints(t *testing.T, page *browsertest.Page) {
	t.Helper()
	for _, paper := range []browsertest.Paper{browsertest.Letter, browsertest.A4} {
		require.Contains(t, []int{1, 2}, len(page.Sheets(paper)), "%v", paper)
	}
}

// isText requires that the texts of a hostile pack are text: no element of
// theirs is in the page.
func isText(t *testing.T, b *browsertest.Browser, html []byte) {
	dom := quiet(t, b, html).DOM()
	require.Contains(t, dom, "&lt;script&gt;")
	require.NotRegexp(t, `(?i)<(script|img|iframe|a )`, dom)
	require.Equal(t, 1, strings.Count(dom, "</style>"))
}

// spare is a few lines that a report must have room for, for what the questions
// of a later version say at more length.
const spare = "<p>spare</p><p>spare</p><p>spare</p>"

// longest are reports from today's questions that have everything to say: a
// toss-up, provisional, with every flag, many skips and a role not judged; and
// one in which all roles are level, so that each has its readiness.
func longest(t *testing.T) map[string][]byte {
	t.Helper()
	q, err := fit.NewQuiz(pack.Builtin(), nil)
	require.NoError(t, err)
	hasty := people["toss-up"]
	hasty.seconds, hasty.skip, hasty.why = 1.5, 4, fit.None
	all, level := hasty.result(t, q), people["undecided"].result(t, q)
	all.Provisional, all.Flags = true, []fit.Flag{fit.Fast, fit.SamePlace, fit.Elsewhere}
	all.Roles[3].Place, all.Roles[3].Fit = 0, nil
	for i := range level.Roles {
		level.Roles[i].Place = 1
	}
	out := map[string][]byte{}
	for name, r := range map[string]*fit.Result{"longest": all, "level": level} {
		html, err := Result(r, HTML, Style{})
		require.NoError(t, err)
		require.Contains(t, string(html), "</main>")
		out[name] = bytes.Replace(html, []byte("</main>"), []byte(spare+"</main>"), 1)
	}
	return out
}
