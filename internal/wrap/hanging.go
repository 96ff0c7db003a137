package wrap

import "strings"

// Hanging breaks s into lines of at most width columns; the first
// begins with the label and the others are indented by as much.
func Hanging(label, s string, width int) []string {
	indent := Width(label)
	lines := Lines(s, max(1, width-indent))
	for i := range lines {
		lines[i] = label + lines[i]
		label = strings.Repeat(" ", indent)
	}
	return lines
}
