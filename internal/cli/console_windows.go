package cli

import (
	"os"

	"golang.org/x/sys/windows"
)

// enableEscapes makes a console interpret escape sequences, and reports whether
// it does. Consoles before Windows 10 don't.
func enableEscapes(f *os.File) bool {
	const wanted = windows.ENABLE_PROCESSED_OUTPUT | windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING
	console, mode := windows.Handle(f.Fd()), uint32(0)
	if windows.GetConsoleMode(console, &mode) != nil {
		return true // not a console
	}
	return mode&wanted == wanted || windows.SetConsoleMode(console, mode|wanted) == nil
}
