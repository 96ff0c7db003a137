package ptytest

import (
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/hinshun/vt10x"
)

// The size of a character cell and of the frame, in pixels. A cell is as wide
// as most fonts have it at this size; textLength makes the others keep to it.
const (
	cellWidth, cellHeight = 9, 20
	fontSize, baseline    = 15, 15
	margin, titleHeight   = 16, 34
)

// pictureColors are the terminal's own colours that a picture may have, on a
// light page and on a dark one. All are easy to read there (contrast AA).
var pictureColors = map[vt10x.Color][2]string{
	vt10x.DefaultFG: {"#1f2328", "#e6edf3"},
	vt10x.DefaultBG: {"#ffffff", "#0d1117"},
	vt10x.DarkGrey:  {"#59636e", "#9198a1"},
	2:               {"#1a7f37", "#3fb950"},
	5:               {"#8250df", "#bc8cff"},
	6:               {"#0b6e8a", "#39c5cf"},
	14:              {"#0b6e8a", "#39c5cf"},
}

// SVG is the upper rows of the screen as a picture, under the command that
// drew it. The same screen is the same bytes. It fails the test when the
// screen has a colour other than those of pictureColors.
func (x *Terminal) SVG(command string, rows int) string {
	x.t.Helper()
	screen := x.again()
	cols, _ := screen.Size()
	d := &picture{used: map[vt10x.Color]bool{vt10x.DefaultFG: true, vt10x.DefaultBG: true, vt10x.DarkGrey: true}}
	for y := range rows {
		line := make([]vt10x.Glyph, cols)
		for i := range line {
			line[i] = screen.Cell(i, y)
		}
		d.row(y, line)
	}
	style, err := d.style()
	if err != nil {
		x.t.Fatalf("a picture of %q: %v", command, err)
	}
	width, height := 2*margin+cols*cellWidth, titleHeight+2*margin+rows*cellHeight
	var out strings.Builder
	say := func(format string, args ...any) { fmt.Fprintf(&out, format+"\n", args...) }
	say(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d">`, width, height)
	say("<title>The terminal after %s</title>", escaped(command))
	say("<style>\n%s</style>", style)
	say(`<rect class="page frame" x=".5" y=".5" width="%d" height="%d" rx="8"/>`, width-1, height-1)
	say(`<text class="grey" x="%d" y="23">$ %s</text>`, margin, escaped(command))
	say(`<path class="frame" d="M0 %dh%d"/>`, titleHeight, width)
	say(`<g transform="translate(%d %d)">`, margin, titleHeight+margin)
	say("%s</g>\n</svg>", d)
	return out.String()
}

// again is the screen drawn once more, with bright black for faint, which the
// emulator does not know.
func (x *Terminal) again() vt10x.Terminal {
	x.mu.Lock()
	defer x.mu.Unlock()
	cols, rows := x.screen.Size()
	screen := vt10x.New(vt10x.WithSize(cols, rows), vt10x.WithWriter(io.Discard))
	screen.Write([]byte(strings.ReplaceAll(string(x.raw), "\x1b[2m", "\x1b[90m")))
	return screen
}

// A picture gathers the elements of an SVG and the colours that they have.
type picture struct {
	strings.Builder
	used map[vt10x.Color]bool
}

// row draws a line of the screen in pieces: neighbours that look the same.
func (d *picture) row(y int, line []vt10x.Glyph) {
	for from := 0; from < len(line); {
		to := from + 1
		for to < len(line) && together(line, from, to) {
			to++
		}
		d.piece(from, y, line[from:to])
		from = to
	}
}

// together says whether the cell at i goes on with the piece that begins at
// from. Two spaces part pieces, so that columns stay where they are whatever
// the font; characters that are shapes stand with their like.
func together(line []vt10x.Glyph, from, i int) bool {
	a, b := line[from], line[i]
	if a.FG != b.FG || a.BG != b.BG || a.Mode != b.Mode {
		return false
	}
	if shapes[a.Char] != nil || shapes[b.Char] != nil {
		return a.Char == b.Char
	}
	blanks := blank(b) && i+1 < len(line) && blank(line[i+1])
	return blank(a) == blank(b) || !blank(a) && !blanks
}

func blank(g vt10x.Glyph) bool { return g.Char == ' ' || g.Char == 0 }

func (d *picture) piece(x, y int, cells []vt10x.Glyph) {
	first, n := cells[0], len(cells)
	if first.BG != vt10x.DefaultBG {
		d.rect(first.BG, shape{Width: 1, Height: 1, Ink: 1}, [3]int{x, y, n})
	}
	if blank(first) {
		return
	}
	d.used[first.FG] = true
	if parts := shapes[first.Char]; parts != nil {
		for _, part := range parts {
			d.rect(first.FG, part, [3]int{x, y, n})
		}
		return
	}
	var text strings.Builder
	for _, cell := range cells {
		if blank(cell) {
			cell.Char = ' '
		}
		text.WriteRune(cell.Char)
	}
	class := colorClass(first.FG)
	if first.Mode&bold != 0 {
		class += " bold"
	}
	if said := strings.TrimRight(text.String(), " "); said != "" {
		fmt.Fprintf(d, "<text class=%q x=\"%d\" y=\"%d\" textLength=\"%d\">%s</text>\n",
			class, x*cellWidth, y*cellHeight+baseline, len([]rune(said))*cellWidth, escaped(said))
	}
}

// bold is the emulator's bit for it, which it does not export.
const bold = 1 << 2

// A shape is a part of a cell that is filled, in parts of the cell's sides,
// with so much of its colour.
type shape struct{ X, Y, Width, Height, Ink float64 }

// shapes are the characters that are drawn rather than left to a font, so that
// they meet their neighbours beside them. Between lines blocks leave the room
// that fonts leave.
var shapes = map[rune][]shape{
	'█': {{0, .07, 1, .86, 1}},
	'▌': {{0, .07, .5, .86, 1}},
	'▐': {{.5, .07, .5, .86, 1}},
	'▒': {{0, .07, 1, .86, .5}},
	'░': {{0, .07, 1, .86, .25}},
	'─': {{0, .47, 1, .06, 1}},
	'│': {{.44, 0, .12, 1, 1}},
	'┼': {{0, .47, 1, .06, 1}, {.44, 0, .12, 1, 1}},
}

// rect fills the shape in n cells from x on in row y, in one piece where it is
// as wide as they are.
func (d *picture) rect(c vt10x.Color, s shape, at [3]int) {
	d.used[c] = true
	x, y, n := at[0], at[1], at[2]
	wide := 1
	if s.Width == 1 {
		wide = n
	}
	for i := 0; i < n; i += wide {
		ink := ""
		if s.Ink < 1 {
			ink = fmt.Sprintf(` opacity="%g"`, s.Ink)
		}
		fmt.Fprintf(d, "<rect class=%q x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>\n", colorClass(c),
			pixels(float64(x+i)+s.X, cellWidth), pixels(float64(y)+s.Y, cellHeight),
			pixels(s.Width*float64(wide), cellWidth), pixels(s.Height, cellHeight), ink)
	}
}

func pixels(cells, size float64) string {
	return strconv.FormatFloat(math.Round(cells*size*100)/100, 'f', -1, 64)
}

// style is the style sheet: the font, and the colours in use, light and dark.
func (d *picture) style() (string, error) {
	var colors []vt10x.Color
	for c := range d.used {
		if _, known := pictureColors[c]; !known {
			return "", fmt.Errorf("colour %d is none of those that a picture has", c)
		}
		colors = append(colors, c)
	}
	slices.Sort(colors)
	sheets := [2]string{}
	for i := range sheets {
		for _, c := range colors {
			sheets[i] += fmt.Sprintf(".%s{fill:%s}", colorClass(c), pictureColors[c][i])
		}
		sheets[i] += fmt.Sprintf(".frame{stroke:%s}", pictureColors[vt10x.DarkGrey][i])
	}
	return fmt.Sprintf(`text{font:%dpx ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;white-space:pre}
.bold{font-weight:700}.frame{stroke-opacity:.4}
%s
@media (prefers-color-scheme:dark){%s}
`, fontSize, sheets[0], sheets[1]), nil
}

func colorClass(c vt10x.Color) string {
	switch c {
	case vt10x.DefaultFG:
		return "text"
	case vt10x.DefaultBG:
		return "page"
	case vt10x.DarkGrey:
		return "grey"
	}
	return "c" + strconv.Itoa(int(c))
}

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}
