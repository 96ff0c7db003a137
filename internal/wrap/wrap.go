// Package wrap breaks text into lines by its width on a terminal.
package wrap

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Lines breaks s at spaces into lines of at most width columns, and returns at
// least one line. It removes leading, trailing and repeated spaces. A word
// wider than a line is cut, if possible after a hyphen or a slash. The function
// ansi.Wrap isn't used because it lets lines with hyphens grow too wide.
func Lines(s string, width int) []string {
	lines := []string{""}
	room := width
	for _, word := range strings.Fields(s) {
		for _, piece := range pieces(word, width) {
			last, w := len(lines)-1, ansi.StringWidth(piece)
			switch {
			case lines[last] == "":
				lines[last], room = piece, width-w
			case w < room:
				lines[last] += " " + piece
				room -= w + 1
			default:
				lines, room = append(lines, piece), width-w
			}
		}
	}
	return lines
}

// pieces cuts a word into parts that each fit on a line.
func pieces(word string, width int) []string {
	var out []string
	for ansi.StringWidth(word) > width {
		head := ansi.Truncate(word, width, "")
		if i := strings.LastIndexAny(head, "-/"); i > 0 {
			head = head[:i+1]
		}
		if head == "" { // a single character is wider than the line
			break
		}
		out, word = append(out, head), word[len(head):]
	}
	return append(out, word)
}
