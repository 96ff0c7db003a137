// Package wrap breaks text into lines by its width on a terminal.
package wrap

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Width returns how many columns s has in a terminal. Most text is printable
// ASCII, which needs no search for graphemes.
func Width(s string) int {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return ansi.StringWidth(s)
		}
	}
	return len(s)
}

// Lines breaks s between its words into lines of at most width columns, at
// least one line. Spaces at the ends and in a row are dropped. A word that is
// wider than a line is cut, after a hyphen or a slash where it has one.
// (ansi.Wrap lets lines with hyphens grow too wide.)
func Lines(s string, width int) []string {
	lines := []string{""}
	room := width
	for _, word := range strings.Fields(s) {
		for _, piece := range pieces(word, width) {
			last, w := len(lines)-1, Width(piece)
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
	for Width(word) > width {
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
