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
		last := vt10x.DefaultFG
		for c := range cols {
			cell := screen.Cell(c, y)
			if cell.FG != last {
				line.WriteString(foreground(cell.FG))
				last = cell.FG
			}
			line.WriteRune(max(cell.Char, ' '))
		}
		out.WriteString(strings.TrimRight(line.String(), " ") + "\x1b[0m\n")
	}
	return out.String()
}

// replay draws the screen again with bright black instead of faint, which the
// emulator doesn't support.
func (x *Terminal) replay() vt10x.Terminal {
	x.mu.Lock()
	defer x.mu.Unlock()
	cols, rows := x.screen.Size()
	screen := vt10x.New(vt10x.WithSize(cols, rows), vt10x.WithWriter(io.Discard))
	screen.Write([]byte(strings.ReplaceAll(string(x.raw), "\x1b[2m", "\x1b[90m")))
	return screen
}

func foreground(c vt10x.Color) string {
	if c == vt10x.DefaultFG {
		return "\x1b[39m"
	}
	return fmt.Sprintf("\x1b[38;5;%dm", c)
}
