package wrap

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Hanging breaks s into lines of at most width columns; the first
// begins with the label and the others are indented by as much.
func Hanging(label, s string, width int) []string {
	indent := ansi.StringWidth(label)
	lines := Lines(s, max(1, width-indent))
	for i := range lines {
		lines[i] = label + lines[i]
		label = strings.Repeat(" ", indent)
	}
	return lines
}
