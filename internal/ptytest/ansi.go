package ptytest

import (
	"fmt"
	"io"
	"strings"

	"github.com/hinshun/vt10x"
)

// ANSI returns the top rows of the screen as text with color escape sequences,
// which other tools can turn into pictures.
func (x *Terminal) ANSI(rows int) string {
	screen := x.replay()
	cols, _ := screen.Size()
	var out strings.Builder
	for y := range rows {
		var line strings.Builder
		last := vt10x.Glyph{FG: vt10x.DefaultFG, BG: vt10x.DefaultBG}
		for c := range cols {
			cell := screen.Cell(c, y)
			if cell.FG != last.FG || cell.BG != last.BG || cell.Mode != last.Mode {
				line.WriteString(attributes(cell))
				last = cell
			}
			line.WriteRune(max(cell.Char, ' '))
		}
		out.WriteString(strings.TrimRight(line.String(), " ") + "\x1b[0m\n")
	}
	return out.String()
}

// replay redraws the screen with bright black in place of faint, which the
// emulator doesn't support.
func (x *Terminal) replay() vt10x.Terminal {
	x.mu.Lock()
	defer x.mu.Unlock()
	cols, rows := x.screen.Size()
	screen := vt10x.New(vt10x.WithSize(cols, rows), vt10x.WithWriter(io.Discard))
	screen.Write([]byte(strings.ReplaceAll(string(x.raw), "\x1b[2m", "\x1b[90m")))
	return screen
}

// bold is the emulator's attribute for bold text, which it doesn't export.
const bold = 1 << 2

// attributes returns the escape sequence for the colors and style of a cell. It
// undoes the emulator's conversion of bold text to bright colors.
func attributes(cell vt10x.Glyph) string {
	s := "\x1b[0"
	if cell.Mode&bold != 0 {
		s += ";1"
		if cell.FG >= 8 && cell.FG < 16 {
			cell.FG -= 8
		}
	}
	switch {
	case cell.FG == vt10x.DefaultFG:
	case cell.FG < 8: // pictures define these colors themselves
		s += fmt.Sprintf(";%d", 30+cell.FG)
	default:
		s += fmt.Sprintf(";38;5;%d", cell.FG)
	}
	if cell.BG != vt10x.DefaultBG {
		s += fmt.Sprintf(";48;5;%d", cell.BG)
	}
	return s + "m"
}
