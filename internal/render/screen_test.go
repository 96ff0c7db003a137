package render

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"html"
	"html/template"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

var shots = flag.String("shots", "", "the folder in which to keep screenshots of the reports, to look at")

//go:embed testdata/measure.html
var measureSource string

// A measure is what a reader meets on a page in a frame of this width.
type measure struct {
	Name  string
	Width int
	Over  int     // pixels by which the page is wider than its frame
	Page  float64 // luminance of the page, 0 to 1
	Texts int
	Least float64 // the least contrast of a text with what is behind it
	Room  float64 // the least width of a text of some length, in sizes of its font
}

const narrowScreen, wideScreen = 380, 1000

// schemeFlags make the browser prefer a light or a dark page.
var schemeFlags = map[string]string{"light": "--blink-settings=preferredColorScheme=1", "dark": "--blink-settings=preferredColorScheme=0"}

// On a telephone and on a desk, light and dark, a page is as wide as its
// screen, every text stands out from what is behind it (4.5, level AA), and none
// is squeezed into a column of letters.
func TestPagesOnScreens(t *testing.T) {
	b := newBrowser(t)
	var names []string
	for _, p := range pages(t) {
		page, err := p.draw(HTML, Style{})
		require.NoError(t, err)
		names = append(names, filepath.Base(p.name))
		b.pages["/"+filepath.Base(p.name)] = page
	}
	for scheme, preferred := range schemeFlags {
		found := b.measured(t, names, preferred)
		require.Len(t, found, 2*len(names))
		for _, m := range found {
			said := fmt.Sprintf("%s, %s, %d pixels", m.Name, scheme, m.Width)
			require.Zero(t, m.Over, said)
			require.Equal(t, scheme == "light", m.Page > 0.5, said)
			require.Greater(t, m.Texts, 10, said)
			require.GreaterOrEqual(t, m.Least, 4.5, said)
			require.Greater(t, m.Room, 3.0, said)
		}
		b.keepShots(t, names, scheme)
	}
}

// measured opens the pages in frames, all at once.
func (b *browser) measured(t *testing.T, names []string, preferred string) []measure {
	t.Helper()
	var frames bytes.Buffer
	given := map[string]any{"Names": names, "Widths": []int{narrowScreen, wideScreen}}
	require.NoError(t, template.Must(template.New("measure").Parse(measureSource)).Execute(&frames, given))
	dom, log := b.open(t, "measure", frames.Bytes(), "--dump-dom", "--hide-scrollbars", preferred)
	b.quiet(t, "measure", log)
	written := regexp.MustCompile(`<pre>(.+)</pre>`).FindStringSubmatch(dom)
	require.NotNil(t, written, dom)
	var found []measure
	require.NoError(t, json.Unmarshal([]byte(html.UnescapeString(written[1])), &found))
	return found
}

// keepShots takes the pictures that -shots asks for.
func (b *browser) keepShots(t *testing.T, names []string, scheme string) {
	t.Helper()
	if *shots == "" {
		return
	}
	require.NoError(t, os.MkdirAll(*shots, 0o755))
	for _, name := range names {
		for _, width := range []int{narrowScreen, wideScreen} {
			file := filepath.Join(*shots, fmt.Sprintf("%s-%s-%d.png", name, scheme, width))
			b.open(t, name, b.pages["/"+name], "--hide-scrollbars", schemeFlags[scheme], fmt.Sprintf("--window-size=%d,2600", width), "--screenshot="+file)
		}
	}
}
