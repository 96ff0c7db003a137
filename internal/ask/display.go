package ask

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// A display is the terminal that pages are drawn on. It writes each page at
// once. The library's own drawing checks for a new page sixty times a second,
// which costs power while a person thinks. So the library draws only
// libraryFrame, which isn't written.
type display struct {
	*os.File
	shown []string // lines on the screen; nil if unknown
}

// libraryFrame is a private-use character, which no page contains, because
// pages are sanitized.
const libraryFrame = "\ue000"

// Write writes what the library sends to set up the terminal, except
// libraryFrame.
func (d *display) Write(p []byte) (int, error) {
	if bytes.Contains(p, []byte(libraryFrame)) {
		return len(p), nil
	}
	return d.File.Write(p)
}

// forget makes draw write the entire next page.
func (d *display) forget() { d.shown = nil }

// draw shows a page. It writes only the lines that have changed.
func (d *display) draw(lines []string, width int) error {
	var out strings.Builder
	if d.shown == nil {
		out.WriteString(ansi.EraseEntireScreen)
	}
	for i, line := range lines {
		if i < len(d.shown) && d.shown[i] == line {
			continue
		}
		fmt.Fprint(&out, ansi.CursorPosition(1, i+1), ansi.EraseEntireLine, ansi.Truncate(line, width, ""))
	}
	d.shown = lines
	if out.Len() == 0 {
		return nil
	}
	_, err := d.File.WriteString(out.String())
	return err
}
