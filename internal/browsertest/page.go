package browsertest

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/url"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// address is the address of pages that are opened with Open.
const address = "http://page.test/"

// A Page is an open page. Its methods fail the test on any browser error.
type Page struct {
	t       testing.TB
	b       *Browser
	session string
	context string // browser context with its own downloads and history; "" for the default context
	address string
	html    []byte // content to serve; nil for a file or once served
	loaded  chan struct{}

	mu       sync.Mutex
	requests []string
	console  []string
}

// Open opens a page and waits until it has loaded. The page is closed when the
// test ends.
func (b *Browser) Open(t testing.TB, html []byte) *Page {
	t.Helper()
	return b.open(&Page{t: t, address: address, html: html})
}

// OpenFile is like Open, but the browser reads the page from a file. Each of
// these pages has its own focus, so that tests can use them at the same time.
func (b *Browser) OpenFile(t testing.TB, path string) *Page {
	t.Helper()
	p := &Page{t: t, address: fileURL(path)}
	var context struct{ BrowserContextID string }
	p.must(b.call("", "Target.createBrowserContext", nil, &context))
	p.context = context.BrowserContextID
	t.Cleanup(func() { b.call("", "Target.disposeBrowserContext", context, nil) })
	return b.open(p)
}

// fileURL returns the file: URL for an absolute path.
func fileURL(path string) string {
	return (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(path), "/")}).String() // on Windows, file:///C:/...
}

func (b *Browser) open(p *Page) *Page {
	p.t.Helper()
	t := p.t
	p.b, p.loaded = b, make(chan struct{}, 1)
	var target struct{ TargetID string }
	create := map[string]any{"url": "about:blank"}
	if p.context != "" {
		create["browserContextId"] = p.context
	}
	p.must(b.call("", "Target.createTarget", create, &target))
	var attached struct{ SessionID string }
	p.must(b.call("", "Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached))
	p.session = attached.SessionID
	b.mu.Lock()
	b.pages[p.session] = p.event
	b.mu.Unlock()
	t.Cleanup(func() { b.call("", "Target.closeTarget", map[string]any{"targetId": target.TargetID}, nil) })
	for _, domain := range []string{"Page", "Runtime", "Log", "Fetch"} {
		p.call(domain+".enable", nil, nil)
	}
	if p.context != "" {
		p.call("Emulation.setFocusEmulationEnabled", map[string]any{"enabled": true}, nil)
	}
	p.Go("")
	return p
}

// Go navigates to the page with a fragment such as "#x", and waits until it has
// loaded. If only the fragment changes, use Reload instead.
func (p *Page) Go(fragment string) {
	p.t.Helper()
	p.call("Page.navigate", map[string]any{"url": p.address + fragment}, nil)
	p.awaitLoad()
}

// Reload reloads the page and waits until it has loaded.
func (p *Page) Reload() {
	p.t.Helper()
	p.call("Page.reload", nil, nil)
	p.awaitLoad()
}

func (p *Page) awaitLoad() {
	p.t.Helper()
	select {
	case <-p.loaded:
	case <-time.After(patience):
		p.t.Fatal("the page does not load")
	}
}

func (p *Page) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal("browser: ", err)
	}
}

func (p *Page) call(method string, params, result any) {
	p.t.Helper()
	p.must(p.b.call(p.session, method, params, result))
}

// event handles an event of the page. It must not wait for a result, because it
// runs on the goroutine that receives results.
func (p *Page) event(x *message) {
	switch x.Method {
	case "Page.loadEventFired":
		select {
		case p.loaded <- struct{}{}:
		default:
		}
	case "Fetch.requestPaused":
		p.answer(x)
	case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded":
		p.mu.Lock()
		p.console = append(p.console, string(x.Params))
		p.mu.Unlock()
	}
}

// answer serves the page to its first request, lets the browser read files, and
// refuses all other requests.
func (p *Page) answer(x *message) {
	var paused struct {
		RequestID string
		Request   struct{ Method, URL string }
	}
	if err := json.Unmarshal(x.Params, &paused); err != nil {
		return
	}
	if p.isFile(paused.Request.URL) {
		p.b.send(p.session, "Fetch.continueRequest", map[string]any{"requestId": paused.RequestID})
		return
	}
	p.mu.Lock()
	html := p.html
	p.html = nil
	if html == nil && paused.Request.URL != address+"favicon.ico" { // every page requests it
		p.requests = append(p.requests, paused.Request.Method+" "+paused.Request.URL)
	}
	p.mu.Unlock()
	if html == nil {
		p.b.send(p.session, "Fetch.failRequest", map[string]any{"requestId": paused.RequestID, "errorReason": "AccessDenied"})
		return
	}
	p.b.send(p.session, "Fetch.fulfillRequest", map[string]any{
		"requestId": paused.RequestID, "responseCode": 200, "body": base64.StdEncoding.EncodeToString(html),
		"responseHeaders": []map[string]string{{"name": "Content-Type", "value": "text/html; charset=utf-8"}},
	})
}

// isFile reports whether the page was opened with OpenFile and has this
// address.
func (p *Page) isFile(address string) bool {
	address, _, _ = strings.Cut(address, "#")
	return strings.HasPrefix(p.address, "file:") && address == p.address
}

// Requests returns the page's refused requests, as in "GET http://...".
func (p *Page) Requests() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.requests...)
}

// Console returns the messages, exceptions and policy violations that were
// logged for the page.
func (p *Page) Console() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.console...)
}

// Eval evaluates JavaScript, awaiting the result if it is a promise. It decodes
// the result into value unless value is nil.
func (p *Page) Eval(script string, value any) {
	p.t.Helper()
	var out struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails json.RawMessage
	}
	p.call("Runtime.evaluate", map[string]any{"expression": script, "returnByValue": true, "awaitPromise": true}, &out)
	if out.ExceptionDetails != nil {
		p.t.Fatalf("%s: %s", script, out.ExceptionDetails)
	}
	if value != nil {
		p.must(json.Unmarshal(out.Result.Value, value))
	}
}

// DOM returns the document as the browser parsed it.
func (p *Page) DOM() (html string) {
	p.t.Helper()
	p.Eval("document.documentElement.outerHTML", &html)
	return html
}

// A Paper is the size of a sheet, in inches.
type Paper struct{ Width, Height float64 }

// The most common paper sizes.
var (
	Letter = Paper{8.5, 11}
	A4     = Paper{210 / 25.4, 297 / 25.4}
)

// PDF prints the page on the given paper and returns the PDF.
func (p *Page) PDF(paper Paper) []byte {
	p.t.Helper()
	var out struct{ Data []byte }
	p.call("Page.printToPDF", map[string]any{"paperWidth": paper.Width, "paperHeight": paper.Height}, &out)
	return out.Data
}

var mediaBox = regexp.MustCompile(`/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]`)

// Sheets prints the page on the given paper and returns the size of each sheet
// in whole points.
func (p *Page) Sheets(paper Paper) (sizes []string) {
	p.t.Helper()
	for _, m := range mediaBox.FindAllSubmatch(p.PDF(paper), -1) {
		width, _ := strconv.ParseFloat(string(m[1]), 64)
		height, _ := strconv.ParseFloat(string(m[2]), 64)
		sizes = append(sizes, fmt.Sprintf("%.0f x %.0f", width, height))
	}
	return sizes
}
