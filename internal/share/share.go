// Package share draws an image of a result to show to others: the verdict, the
// fits, and a line about the lead. The image is 1200 by 630 pixels, the usual
// size of a link preview. It contains no answers, no date and no id.
//
// The fonts are Go's own, which cover the Latin, Greek and Cyrillic scripts.
// Text in another script is left out rather than drawn as boxes. A role whose
// title can't be drawn is shown by its id.
package share

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/report"
	"github.com/rolefit/rolefit/internal/safetext"
)

// Size of the image and its margin, in pixels.
const (
	width  = 1200
	height = 630
	margin = 72
)

// Colors. All text has a contrast of at least 4.5 to 1 with the background.
var (
	paper = color.RGBA{0xfb, 0xfb, 0xf8, 0xff}
	ink   = color.RGBA{0x1b, 0x1f, 0x1d, 0xff}
	gray  = color.RGBA{0x5c, 0x63, 0x60, 0xff}
	track = color.RGBA{0xe4, 0xe6, 0xe2, 0xff}
	other = color.RGBA{0x9a, 0xa3, 0x9e, 0xff}
	green = color.RGBA{0x1a, 0x7f, 0x45, 0xff}
)

// rolesShown is the maximum number of roles that fit on the image.
const rolesShown = 4

// PNG returns the image of a result, which must have passed fit.Result.Check.
func PNG(r *fit.Result) ([]byte, error) {
	fonts, err := loadFonts()
	if err != nil {
		return nil, err
	}
	c := &canvas{Image: image.NewRGBA(image.Rect(0, 0, width, height)), fonts: fonts}
	if err := c.result(report.Summarize(r)); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := png.Encode(&out, c.Image); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// A canvas is an image being drawn. It keeps the first font error.
type canvas struct {
	draw.Image
	fonts *fonts
	err   error
}

func (c *canvas) result(s *report.Summary) error {
	c.fill(0, 0, width, height, paper)
	c.fill(0, 0, 16, height, green)
	mark := c.line(text{"rolefit", c.fonts.bold, 28, green}, margin, 80)
	if pack := c.drawable(s.Pack); pack != "" {
		c.line(text{c.shortened(text{pack, c.fonts.regular, 28, gray}, 800), c.fonts.regular, 28, gray}, mark+24, 80)
	}
	tag := text{s.Tag, c.fonts.bold, 28, green}
	c.line(tag, width-margin-c.measure(tag), 80)

	y := c.heading(c.title(s))
	if tagline := c.drawable(s.Text); tagline != "" {
		c.paragraph(text{tagline, c.fonts.regular, 28, gray}, y, 2)
	}
	c.bars(s)
	if note := c.drawable(s.Note); note != "" {
		c.line(text{note, c.fonts.bold, 24, ink}, margin, height-118)
	}
	if lead := c.drawable(s.Lead); lead != "" {
		c.paragraph(text{lead, c.fonts.regular, 28, ink}, height-84, 1)
	}
	c.line(text{scaleNote, c.fonts.regular, 22, gray}, margin, height-42)
	return c.err
}

// scaleNote explains the scale to people who don't know rolefit.
const scaleNote = "Fit, from 0 to 100, by one person's answers. 50 means no preference."

// heading draws the title in one large line or two smaller ones. It returns the
// baseline for the next text.
func (c *canvas) heading(title string) int {
	large := text{title, c.fonts.bold, 64, ink}
	if c.measure(large) <= width-2*margin {
		return c.paragraph(large, 164, 1) - 22
	}
	small := text{title, c.fonts.bold, 50, ink}
	first, second, two := strings.Cut(title, " or ")
	if !two {
		return c.paragraph(small, 150, 2) - 14
	}
	small.words = first + " or"
	y := c.paragraph(small, 150, 1)
	small.words = second
	return c.paragraph(small, y, 1) - 14
}

// title returns the subject of the verdict, using only letters that the fonts
// have.
func (c *canvas) title(s *report.Summary) string {
	if title := c.drawable(s.Title); title != "" {
		return title
	}
	var ids []string
	for _, r := range s.Roles {
		if r.Named {
			ids = append(ids, r.ID)
		}
	}
	return strings.Join(ids, " or ")
}

// Layout of the bars, in pixels.
const (
	barsTop   = 340
	rowHeight = 50
	lowRow    = 43 // height of a row with a note
	labelSize = 28
	barLeft   = 520
	barRight  = width - margin - 90
	barHeight = 18
)

func (c *canvas) bars(s *report.Summary) {
	row := rowHeight
	if s.Note != "" {
		row = lowRow
	}
	for i, r := range s.Roles[:min(rolesShown, len(s.Roles))] {
		y := barsTop + i*row
		label := text{c.drawable(r.Title), c.fonts.regular, labelSize, ink}
		fill := other
		if r.Named {
			label.face, fill = c.fonts.bold, green
		}
		if label.words == "" {
			label.words = r.ID
		}
		label.words = c.shortened(label, barLeft-margin-24)
		c.line(label, margin, y)
		c.fill(barLeft, y-barHeight, barRight, y, track)
		if r.Fit != nil {
			c.fill(barLeft, y-barHeight, barLeft+int(float64(*r.Fit/100*(barRight-barLeft))+.5), y, fill)
		}
		c.fill((barLeft+barRight)/2, y-barHeight-5, (barLeft+barRight)/2+2, y+5, gray)
		number := text{r.Text, label.face, labelSize, ink}
		c.line(number, width-margin-c.measure(number), y)
	}
}

func (c *canvas) fill(x0, y0, x1, y1 int, fill color.Color) {
	draw.Draw(c, image.Rect(x0, y0, x1, y1), image.NewUniform(fill), image.Point{}, draw.Src)
}

// longest is the maximum number of characters of a text that are examined. No
// line has room for that many.
const longest = 300

// drawable returns s without control characters, or "" if the fonts lack one of
// its letters.
func (c *canvas) drawable(s string) string {
	letters := []rune(strings.Join(strings.Fields(safetext.Sanitize(s)), " "))
	letters = letters[:min(longest, len(letters))]
	for _, r := range letters {
		if !c.fonts.have(r) {
			return ""
		}
	}
	return string(letters)
}
