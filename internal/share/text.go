package share

import (
	"image"
	"image/color"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// fonts contains two fonts with the same letters. They are parsed when an image
// is drawn, so that other commands don't wait for it.
type fonts struct{ regular, bold *sfnt.Font }

func loadFonts() (*fonts, error) {
	regular, err := opentype.Parse(goregular.TTF)
	if err != nil {
		return nil, err
	}
	bold, err := opentype.Parse(gobold.TTF)
	return &fonts{regular, bold}, err
}

// have reports whether the fonts have a letter.
func (f *fonts) have(r rune) bool {
	i, err := f.regular.GlyphIndex(nil, r)
	return err == nil && i != 0
}

// A text is a string with a font, a size and a color.
type text struct {
	words string
	face  *sfnt.Font
	size  float64 // in pixels
	color color.Color
}

// drawer returns a drawer for a text, or nil if there has been an error.
func (c *canvas) drawer(t text) *font.Drawer {
	face, err := opentype.NewFace(t.face, &opentype.FaceOptions{Size: t.size, DPI: 72})
	if err != nil {
		c.err = err
		return nil
	}
	return &font.Drawer{Dst: c, Src: image.NewUniform(t.color), Face: face}
}

// measure returns the width of a text in pixels.
func (c *canvas) measure(t text) int {
	d := c.drawer(t)
	if d == nil {
		return 0
	}
	return d.MeasureString(t.words).Ceil()
}

// line draws a text at x with its baseline at y, and returns the x at which it
// ends.
func (c *canvas) line(t text, x, y int) int {
	d := c.drawer(t)
	if d == nil {
		return x
	}
	d.Dot = fixed.P(x, y)
	d.DrawString(t.words)
	return d.Dot.X.Ceil()
}

// smallest is the minimum size of a text that is shrunk to fit, relative to its
// original size.
const smallest = 0.6

// paragraph draws a text on at most this many lines, with the first baseline at
// y. A text that is too long is drawn smaller and, if that isn't enough,
// shortened. It returns the baseline for the next text.
func (c *canvas) paragraph(t text, y, most int) int {
	size := t.size
	lines := c.wrap(t)
	for len(lines) > most && t.size > size*smallest {
		t.size -= 2
		lines = c.wrap(t)
	}
	if len(lines) > most {
		lines = append(lines[:most-1], strings.Join(lines[most-1:], " "))
	}
	for _, words := range lines {
		t.words = words
		t.words = c.shortened(t, width-2*margin)
		c.line(t, margin, y)
		y += int(1.25 * t.size)
	}
	return y
}

// wrap breaks a text into lines between words.
func (c *canvas) wrap(t text) (lines []string) {
	for _, word := range strings.Fields(t.words) {
		last := len(lines) - 1
		if last >= 0 {
			if longer := (text{lines[last] + " " + word, t.face, t.size, t.color}); c.measure(longer) <= width-2*margin {
				lines[last] = longer.words
				continue
			}
		}
		lines = append(lines, word)
	}
	return lines
}

// shortened returns the longest beginning of a text, in whole words, that fits
// into a width.
func (c *canvas) shortened(t text, most int) string {
	words := []rune(t.words)
	for n := len(words); n > 0; n-- {
		if n < len(words) {
			t.words = strings.TrimRight(string(words[:n]), " ,") + "…"
		}
		if c.measure(t) <= most {
			return t.words
		}
	}
	return ""
}
