package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/browsertest"
	"github.com/rolefit/rolefit/internal/fit"
)

var shots = flag.String("shots", "", "folder in which to keep screenshots of the pages")

// TestInBrowser opens every page in a single browser.
func TestInBrowser(t *testing.T) {
	b := browsertest.Start(t)
	for name, s := range samples(t) {
		t.Run(name, func(t *testing.T) {
			html, err := s.page().HTML()
			require.NoError(t, err)
			p := openQuietly(t, b, html)
			requireReadable(t, p, name)
			if _, isResult := s.object.(*fit.Result); isResult {
				requireThreeSheets(t, p)
			}
		})
	}
	for name, html := range longest(t) {
		t.Run(name, func(t *testing.T) { requireThreeSheets(t, openQuietly(t, b, html)) })
	}
	hostile := hostileSamples(t)
	for _, name := range []string{"result-toss-up texts", "comparison-me all"} {
		t.Run("hostile "+name, func(t *testing.T) {
			html, err := hostile[name].page().HTML()
			require.NoError(t, err)
			dom := openQuietly(t, b, html).DOM()
			require.Contains(t, dom, "&lt;script&gt;")
			require.NotRegexp(t, `(?i)<(script|img|iframe)`, dom)
			require.Equal(t, 1, strings.Count(dom, "</style>"))
		})
	}
}

// openQuietly opens a page and requires that it logs and requests nothing.
func openQuietly(t *testing.T, b *browsertest.Browser, html []byte) *browsertest.Page {
	t.Helper()
	p := b.Open(t, html)
	require.Empty(t, p.Requests())
	require.Empty(t, p.Console())
	return p
}

// screens lists small and large phones and a desktop, in light and dark mode.
func screens() []browsertest.Screen {
	return append(browsertest.Screens(), browsertest.Screen{Name: "small telephone", Width: 320, Height: 640})
}

// requireReadable requires that on every screen, the page isn't wider than the
// screen, all text has enough contrast (WCAG 2.1, level AA), and no text is
// squeezed into a narrow column.
func requireReadable(t *testing.T, p *browsertest.Page, name string) {
	t.Helper()
	for _, screen := range screens() {
		p.Show(screen)
		m := p.Measure()
		require.Zero(t, m.Overflow, screen.Name)
		require.Equal(t, !screen.Dark, m.Luminance > 0.5, screen.Name)
		require.Positive(t, m.Texts, screen.Name)
		require.GreaterOrEqual(t, m.Contrast, 4.5, screen.Name)
		require.Greater(t, m.Room, 2.0, screen.Name)
		if *shots != "" {
			require.NoError(t, os.MkdirAll(*shots, 0o755))
			require.NoError(t, os.WriteFile(filepath.Join(*shots, name+" on a "+screen.Name+".png"), p.Screenshot("png"), 0o644))
		}
	}
}

// requireThreeSheets requires that a page prints on at most three sheets.
func requireThreeSheets(t *testing.T, p *browsertest.Page) {
	t.Helper()
	for _, paper := range []browsertest.Paper{browsertest.Letter, browsertest.A4} {
		require.LessOrEqual(t, len(p.Sheets(paper)), 3, "%v", paper)
	}
}

// longest returns results with as much to show as possible, with a few lines to
// spare: a provisional toss-up with every flag and a role that isn't judged,
// and a tie of all roles.
func longest(t *testing.T) map[string][]byte {
	t.Helper()
	r := results(t)
	all, level := *r["toss-up"], *r["undecided"]
	all.Provisional, all.Flags = true, []fit.Flag{fit.Fast, fit.SamePlace, fit.CardDisagrees}
	all.Roles = append([]fit.RoleResult(nil), all.Roles...)
	all.Roles[3].Place, all.Roles[3].Fit = 0, nil
	level.About = nil
	for _, role := range level.Roles {
		level.About = append(level.About, role.ID)
	}
	out := map[string][]byte{}
	for name, r := range map[string]*fit.Result{"longest": &all, "level": &level} {
		html, err := Result(r).HTML()
		require.NoError(t, err)
		require.Contains(t, string(html), "</main>")
		out[name] = bytes.Replace(html, []byte("</main>"), []byte("<p>spare</p><p>spare</p><p>spare</p></main>"), 1)
	}
	return out
}
