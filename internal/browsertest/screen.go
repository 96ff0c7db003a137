package browsertest

import _ "embed"

//go:embed measure.js
var measureScript string

// A Screen is what a reader has.
type Screen struct {
	Name          string
	Width, Height int // CSS pixels
	Dark          bool
}

// Screens are a telephone and a desk, light and dark.
func Screens() []Screen {
	return []Screen{
		{"light telephone", 380, 900, false}, {"dark telephone", 380, 900, true},
		{"light desk", 1000, 900, false}, {"dark desk", 1000, 900, true},
	}
}

// A Measure is what a reader meets on a page.
type Measure struct {
	Overflow  float64 // pixels by which the page is wider than the screen
	Luminance float64 // of the page, 0 to 1
	Texts     int
	Contrast  float64 // the least of any text with what is behind it, 1 to 21
	Room      float64 // the least width of a text of some length, in sizes of its font
}

// Show shows the page on a screen.
func (p *Page) Show(s Screen) {
	p.t.Helper()
	p.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": s.Width, "height": s.Height, "deviceScaleFactor": 1, "mobile": false}, nil)
	scheme := "light"
	if s.Dark {
		scheme = "dark"
	}
	p.call("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}}}, nil)
}

// Measure measures the page on the screen that it is shown on.
func (p *Page) Measure() (m Measure) {
	p.t.Helper()
	p.Eval(measureScript, &m)
	return m
}

// Screenshot is what the screen shows, as "png" or "webp".
func (p *Page) Screenshot(format string) []byte {
	p.t.Helper()
	var out struct{ Data []byte }
	p.call("Page.captureScreenshot", map[string]any{"format": format}, &out)
	return out.Data
}
