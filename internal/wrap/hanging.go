package wrap

import "strings"

// Hanging breaks s into lines of at most width columns. The first line starts
// with the label, and the other lines are indented by its width.
func Hanging(label, s string, width int) []string {
	indent := Width(label)
	lines := Lines(s, max(1, width-indent))
	for i := range lines {
		lines[i] = label + lines[i]
		label = strings.Repeat(" ", indent)
	}
	return lines
}
