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

// fonts are parsed when an image is drawn, so that no other command waits for
// it. Both have the same letters.
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

// A text is words in a font, size and color.
type text struct {
	words string
	face  *sfnt.Font
	size  float64 // pixels
	color color.Color
}

// drawer returns what draws or measures a text; nil after an error.
func (c *canvas) drawer(t text) *font.Drawer {
	face, err := opentype.NewFace(t.face, &opentype.FaceOptions{Size: t.size, DPI: 72})
	if err != nil {
		c.err = err
		return nil
	}
	return &font.Drawer{Dst: c, Src: image.NewUniform(t.color), Face: face}
}

// measure returns the width of a text.
func (c *canvas) measure(t text) int {
	d := c.drawer(t)
	if d == nil {
		return 0
	}
	return d.MeasureString(t.words).Ceil()
}

// line draws a text from x on with its baseline at y, and returns where it ends.
func (c *canvas) line(t text, x, y int) int {
	d := c.drawer(t)
	if d == nil {
		return x
	}
	d.Dot = fixed.P(x, y)
	d.DrawString(t.words)
	return d.Dot.X.Ceil()
}

// smallest is the share of its size to which a text may shrink.
const smallest = 0.6

// paragraph draws a text in at most so many lines, the first with its baseline
// at y. It shrinks one that is too long and, if that isn't enough, shortens it.
// It returns the baseline of what follows.
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

// wrap breaks a text between its words.
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

// shortened returns the words of a text, without those at its end that are
// beyond a width.
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
