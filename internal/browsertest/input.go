package browsertest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"
)

// Press presses and releases keys, one per rune. \r is Enter, and \t is Tab.
func (p *Page) Press(keys string) {
	p.t.Helper()
	for _, r := range keys {
		key, text := string(r), string(r)
		code := int(r)
		switch r {
		case '\r':
			key = "Enter"
		case '\t':
			key, text = "Tab", ""
		default:
			if r >= 'a' && r <= 'z' {
				code -= 'a' - 'A'
			}
		}
		press := map[string]any{"type": "keyDown", "key": key, "text": text, "windowsVirtualKeyCode": code}
		p.call("Input.dispatchKeyEvent", press, nil)
		p.call("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": key, "windowsVirtualKeyCode": code}, nil)
	}
}

// Tap taps the middle of the first element that matches a selector.
func (p *Page) Tap(selector string) {
	p.t.Helper()
	x, y := p.middle(selector)
	p.call("Input.dispatchTouchEvent", map[string]any{"type": "touchStart", "touchPoints": []map[string]float64{{"x": x, "y": y}}}, nil)
	p.call("Input.dispatchTouchEvent", map[string]any{"type": "touchEnd", "touchPoints": []any{}}, nil)
}

// Click clicks the middle of the first element that matches a selector.
func (p *Page) Click(selector string) {
	p.t.Helper()
	x, y := p.middle(selector)
	for _, event := range []string{"mousePressed", "mouseReleased"} {
		p.call("Input.dispatchMouseEvent", map[string]any{"type": event, "x": x, "y": y, "button": "left", "clickCount": 1}, nil)
	}
}

// middle scrolls to the first element that matches a selector and returns the
// coordinates of its middle. It fails the test if there is no such element or
// if another element covers it.
func (p *Page) middle(selector string) (x, y float64) {
	p.t.Helper()
	quoted, err := json.Marshal(selector)
	p.must(err)
	var at struct {
		X, Y  float64
		Found bool
	}
	p.Eval(`(() => {
		const e = document.querySelector(`+string(quoted)+`);
		if (!e) return {};
		e.scrollIntoView({ block: "center", behavior: "instant" });
		const b = e.getBoundingClientRect(), x = b.x + b.width / 2, y = b.y + b.height / 2;
		const top = document.elementFromPoint(x, y);
		return { x, y, found: Boolean(top && (e.contains(top) || top.contains(e))) };
	})()`, &at)
	if !at.Found {
		p.t.Fatalf("there is nothing to click at %s", selector)
	}
	return at.X, at.Y
}

// Await waits until a JavaScript expression is truthy, or fails the test after
// 30 seconds.
func (p *Page) Await(expression string) {
	p.t.Helper()
	done := false
	p.Eval(`new Promise((resolve) => {
		const end = performance.now() + 30000;
		const look = () => {
			let found = false;
			try { found = Boolean(`+expression+`); } catch {}
			if (found || performance.now() > end) resolve(found);
			else setTimeout(look, 10);
		};
		look();
	})`, &done)
	if !done {
		p.t.Fatalf("not so after 30 seconds: %s\n%s", expression, p.Text())
	}
}

// Text returns the visible text of the page.
func (p *Page) Text() (text string) {
	p.t.Helper()
	p.Eval("document.body.innerText", &text)
	return text
}

// Download calls act, which must download a file, and returns the file's name
// and content. The page must have been opened with OpenFile.
func (p *Page) Download(act func()) (name string, data []byte) {
	p.t.Helper()
	dir := p.t.TempDir()
	p.must(p.b.call("", "Browser.setDownloadBehavior", map[string]any{"behavior": "allow", "downloadPath": dir, "browserContextId": p.context}, nil))
	act()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		files, err := os.ReadDir(dir)
		p.must(err)
		if len(files) != 1 || filepath.Ext(files[0].Name()) == ".crdownload" {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, files[0].Name()))
		p.must(err)
		return files[0].Name(), data
	}
	p.t.Fatal("no file was downloaded")
	return "", nil
}

// Choose selects a file in the file input that matches a selector.
func (p *Page) Choose(selector, path string) {
	p.t.Helper()
	var document struct{ Root struct{ NodeID int } }
	p.call("DOM.getDocument", nil, &document)
	var field struct{ NodeID int }
	p.call("DOM.querySelector", map[string]any{"nodeId": document.Root.NodeID, "selector": selector}, &field)
	p.call("DOM.setFileInputFiles", map[string]any{"files": []string{path}, "nodeId": field.NodeID}, nil)
}

// Scripts turns scripts on or off, beginning with the next load.
func (p *Page) Scripts(on bool) {
	p.t.Helper()
	p.call("Emulation.setScriptExecutionDisabled", map[string]any{"value": !on}, nil)
}

// BeforeLoad runs a script before the page's own scripts, beginning with the
// next load.
func (p *Page) BeforeLoad(script string) {
	p.t.Helper()
	p.call("Page.addScriptToEvaluateOnNewDocument", map[string]any{"source": script}, nil)
}
