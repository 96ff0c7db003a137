package browsertest

import _ "embed"

//go:embed measure.js
var measureScript string

// A Screen is the screen of a device.
type Screen struct {
	Name          string
	Width, Height int // in CSS pixels
	Dark          bool
}

// Screens returns a phone and a desktop, each in light and dark mode.
func Screens() []Screen {
	return []Screen{
		{"light telephone", 380, 900, false}, {"dark telephone", 380, 900, true},
		{"light desk", 1000, 900, false}, {"dark desk", 1000, 900, true},
	}
}

// A Measure describes how a page looks on a screen.
type Measure struct {
	Overflow  float64 // number of pixels by which the page is wider than the screen
	Luminance float64 // luminance of the page, from 0 to 1
	Texts     int
	Contrast  float64 // lowest contrast of any text with its background, from 1 to 21
	Room      float64 // smallest width available to any longer text, in multiples of its font size
}

// Show sets the screen that the page is displayed on.
func (p *Page) Show(s Screen) {
	p.t.Helper()
	p.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": s.Width, "height": s.Height, "deviceScaleFactor": 1, "mobile": false}, nil)
	scheme := "light"
	if s.Dark {
		scheme = "dark"
	}
	p.call("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}}}, nil)
}

// Measure measures the page on its current screen.
func (p *Page) Measure() (m Measure) {
	p.t.Helper()
	p.Eval(measureScript, &m)
	return m
}

// Screenshot returns an image of the screen in the given format, "png" or
// "webp".
func (p *Page) Screenshot(format string) []byte {
	p.t.Helper()
	var out struct{ Data []byte }
	p.call("Page.captureScreenshot", map[string]any{"format": format}, &out)
	return out.Data
}
