package browsertest_test

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/browsertest"
)

func TestBrowser(t *testing.T) {
	b := browsertest.Start(t)
	t.Run("a quiet page", func(t *testing.T) {
		p := b.Open(t, []byte("<!DOCTYPE html><title>x</title><p>quiet <b>page</b>"))
		require.Empty(t, p.Requests())
		require.Empty(t, p.Console())
		require.Contains(t, p.DOM(), "<p>quiet <b>page</b></p>")
		require.Equal(t, []string{"612 x 792"}, p.Sheets(browsertest.Letter))
		require.Equal(t, []string{"596 x 842"}, p.Sheets(browsertest.A4))
	})
	t.Run("requests and errors", func(t *testing.T) {
		p := b.Open(t, []byte(`<!DOCTYPE html><img src="/lost.png"><img src="http://evil.example/x.png"><script>console.error("caught"); throw new Error("thrown")</script>`))
		require.ElementsMatch(t, []string{"GET http://page.test/lost.png", "GET http://evil.example/x.png"}, p.Requests())
		console := strings.Join(p.Console(), "\n")
		require.Contains(t, console, "caught")
		require.Contains(t, console, "thrown")
	})
	t.Run("a policy", func(t *testing.T) {
		p := b.Open(t, []byte(`<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><img src="/x.png">`))
		require.Empty(t, p.Requests())
		require.Contains(t, strings.Join(p.Console(), "\n"), "Content Security Policy")
	})
	t.Run("sheets", func(t *testing.T) {
		p := b.Open(t, fmt.Appendf(nil, "<!DOCTYPE html>%s", strings.Repeat("<p>line", 100)))
		require.Greater(t, len(p.Sheets(browsertest.A4)), 2)
	})
	t.Run("scripts and pictures", func(t *testing.T) {
		p := b.Open(t, []byte("<!DOCTYPE html><body style='background:red'>"))
		p.Show(browsertest.Screen{Width: 320, Height: 200})
		var width int
		p.Eval("Promise.resolve(innerWidth)", &width)
		require.Equal(t, 320, width)
		picture, err := png.Decode(bytes.NewReader(p.Screenshot("png")))
		require.NoError(t, err)
		require.Equal(t, 200, picture.Bounds().Dy())
		r, g, _, _ := picture.At(10, 10).RGBA()
		require.Greater(t, r, g)
	})
	t.Run("a file, keys and taps", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "a page.html")
		require.NoError(t, os.WriteFile(file, []byte(`<!DOCTYPE html><button>0</button><img src="x.png">
<script>const b = document.querySelector("button"); b.onclick = () => b.textContent++; onkeydown = (e) => document.title += e.key</script>`), 0o600))
		p := b.OpenFile(t, file)
		require.Len(t, p.Requests(), 1)
		p.Press("ab\t\r")
		p.Tap("button")
		p.Click("button")
		p.Await(`document.querySelector("button").textContent === "3"`)
		var title string
		p.Eval("document.title", &title)
		require.Equal(t, "abTabEnter", title)
		p.Reload()
		require.Equal(t, "0", p.Text())
	})
	t.Run("accessibility", func(t *testing.T) {
		p := b.Open(t, []byte(`<!DOCTYPE html><html lang="en"><title>x</title><main><h1>x</h1><button>Named</button></main>`))
		require.Empty(t, p.Violations())
		p.Eval(`document.querySelector("button").textContent = ""`, nil)
		require.Equal(t, []string{"button-name: Buttons must have discernible text: <button></button>"}, p.Violations())
	})
	t.Run("measures", func(t *testing.T) {
		p := b.Open(t, []byte(`<!DOCTYPE html><style>body { background: white; margin: 0 } p { color: #767676; width: 500px }
@media (prefers-color-scheme: dark) { body { background: black } }</style><p>Some words to read`))
		p.Show(browsertest.Screen{Width: 400, Height: 300})
		m := p.Measure()
		require.Equal(t, 100.0, m.Overflow)
		require.Equal(t, 1, m.Texts)
		require.InDelta(t, 4.54, m.Contrast, .01)
		require.InDelta(t, 1, m.Luminance, 1e-9)
		p.Show(browsertest.Screen{Width: 600, Height: 300, Dark: true})
		m = p.Measure()
		require.Zero(t, m.Overflow)
		require.Zero(t, m.Luminance)
	})
}
