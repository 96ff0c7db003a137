package render

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// A browser is headless Chromium whose every request goes to a server of the
// test, which records it.
type browser struct {
	path    string
	profile string
	server  *httptest.Server

	mu       sync.Mutex
	pages    map[string][]byte
	requests []string
}

// newBrowser looks for Chromium, and skips the test where there is none.
func newBrowser(t *testing.T) *browser {
	t.Helper()
	b := &browser{pages: map[string][]byte{}}
	for _, name := range []string{"chromium", "chromium-browser"} {
		if path, err := exec.LookPath(name); err == nil {
			b.path = path
		}
	}
	if b.path == "" {
		t.Skip("no chromium or chromium-browser in PATH: the HTML report is not opened in a browser")
	}
	b.profile = t.TempDir()
	b.server = httptest.NewServer(b)
	t.Cleanup(b.server.Close)
	return b
}

// ServeHTTP answers as the site of the pages, and as the proxy for all others.
func (b *browser) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.mu.Lock()
	defer b.mu.Unlock()
	page, ours := b.pages[r.URL.Path]
	if !ours || r.Method != http.MethodGet {
		b.requests = append(b.requests, r.Method+" "+r.Host+r.URL.Path)
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(page)
}

// open opens a page with the flags given and returns what the browser printed
// and logged.
func (b *browser) open(t *testing.T, name string, html []byte, flags ...string) (out, log string) {
	t.Helper()
	b.mu.Lock()
	b.pages["/"+name] = html
	b.mu.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	args := slices.Concat([]string{
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--enable-logging=stderr",
		"--user-data-dir=" + b.profile, "--proxy-server=" + b.server.URL, "--proxy-bypass-list=<-loopback>",
	}, flags, []string{b.server.URL + "/" + name})
	cmd := exec.CommandContext(ctx, b.path, args...)
	var stdout, stderr strings.Builder
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	require.NoError(t, cmd.Run(), stderr.String())
	return stdout.String(), stderr.String()
}

// quiet requires that the page wrote nothing to the console and that nothing
// was requested but the page. What the browser asks of its maker by itself is
// not the page's.
func (b *browser) quiet(t *testing.T, name, log string) {
	t.Helper()
	require.NotContains(t, log, "CONSOLE", name)
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, r := range b.requests {
		require.Regexp(t, `^\w+ ([a-z0-9.-]+\.)?(google|googleapis|gstatic|gvt1)\.com`, r, name)
	}
}

// The reports open without a word on the console or a request, and print on
// two pages at most.
func TestReportsInChromium(t *testing.T) {
	b := newBrowser(t)
	for _, p := range pages(t) {
		if filepath.Ext(p.name) != ".result" {
			continue
		}
		html, err := p.draw(HTML, Style{})
		require.NoError(t, err)
		b.printed(t, filepath.Base(p.name), html)
	}
	for name, html := range longest(t) {
		b.printed(t, name, html)
	}
}

// papers are the sheets that a report is printed on: the browser's own
// choice, and what a reader elsewhere has.
var papers = map[string]string{"Letter": "612 792", "A4": "595 842"}

// printed requires that the page takes two sheets at most.
func (b *browser) printed(t *testing.T, name string, html []byte) {
	t.Helper()
	for paper, size := range papers {
		pdf := filepath.Join(t.TempDir(), "page.pdf")
		_, log := b.open(t, name+"-"+paper, sheet(html, paper), "--no-pdf-header-footer", "--print-to-pdf="+pdf)
		b.quiet(t, name, log)
		printed, err := os.ReadFile(pdf)
		require.NoError(t, err)
		sheets := sizes(printed)
		require.True(t, len(sheets) == 1 || len(sheets) == 2, "%s on %s: %v", name, paper, sheets)
		require.Equal(t, size, sheets[0], name)
	}
}

// sheet is the page with a rule that says what to print it on, which the
// page's own policy has to let in.
func sheet(html []byte, paper string) []byte {
	rule := "@page { size: " + paper + " }"
	sum := sha256.Sum256([]byte(rule))
	return []byte(strings.NewReplacer(
		"style-src ", "style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"' ",
		"</head>", "<style>"+rule+"</style></head>",
	).Replace(string(html)))
}

// sizes are those of a PDF's pages, in points.
func sizes(pdf []byte) []string {
	var out []string
	for _, m := range regexp.MustCompile(`/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]`).FindAllSubmatch(pdf, -1) {
		width, _ := strconv.ParseFloat(string(m[1]), 64)
		height, _ := strconv.ParseFloat(string(m[2]), 64)
		out = append(out, fmt.Sprintf("%.0f %.0f", width, height))
	}
	return out
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

// A hostile pack's texts are text: no element of theirs is in the page, and
// nothing is asked of anybody.
func TestHostileReportInChromium(t *testing.T) {
	b := newBrowser(t)
	drawers := hostile(t)
	for _, name := range []string{"testdata/toss-up.result text", "testdata/all-me.comparison all"} {
		html, err := drawers[name](HTML, Style{})
		require.NoError(t, err)
		dom, log := b.open(t, fmt.Sprintf("hostile-%d", len(name)), html, "--dump-dom")
		b.quiet(t, name, log)
		require.Contains(t, dom, "&lt;script&gt;", name)
		require.NotRegexp(t, `(?i)<(script|img|iframe|a )`, dom, name)
		require.Equal(t, 1, strings.Count(dom, "</style>"), name)
	}
}

// The watching itself works: a page that does ask and complain is caught.
func TestBrowserSeesRequestsAndErrors(t *testing.T) {
	b := newBrowser(t)
	bad := `<!DOCTYPE html><img src="/lost.png"><img src="http://evil.example/x.png"><script>console.error("caught")</script>`
	_, log := b.open(t, "bad", []byte(bad), "--dump-dom")
	require.Contains(t, log, "CONSOLE")
	require.Contains(t, strings.Join(b.requests, "\n"), "/lost.png")
	require.Contains(t, strings.Join(b.requests, "\n"), "evil.example/x.png")
}
