// Package wrap breaks text into lines, based on its width on a terminal.
package wrap

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Width returns the number of columns that s takes on a terminal. It has a fast
// path for printable ASCII.
func Width(s string) int {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return ansi.StringWidth(s)
		}
	}
	return len(s)
}

// Lines breaks s between words into lines of at most width columns. It returns
// at least one line, and removes extra spaces. A word that is wider than a line
// is cut, after a hyphen or a slash if possible.
//
// It replaces ansi.Wrap, which makes lines with hyphens too wide.
func Lines(s string, width int) []string {
	var lines []string
	line, room := make([]byte, 0, min(len(s), max(0, width))), width
	add := func(piece string) {
		w := Width(piece)
		switch {
		case len(line) == 0:
			line, room = append(line, piece...), width-w
		case w < room:
			line, room = append(append(line, ' '), piece...), room-w-1
		default:
			lines = append(lines, string(line))
			line, room = append(line[:0], piece...), width-w
		}
	}
	for word := range strings.FieldsSeq(s) {
		for word != "" {
			piece := firstPiece(word, width)
			add(piece)
			word = word[len(piece):]
		}
	}
	return append(lines, string(line))
}

// firstPiece returns the longest beginning of a word that fits on a line.
func firstPiece(word string, width int) string {
	if Width(word) <= width {
		return word
	}
	head := ansi.Truncate(word, width, "")
	if i := strings.LastIndexAny(head, "-/"); i > 0 {
		head = head[:i+1]
	}
	if head == "" { // even a single character is wider than the line
		return word
	}
	return head
}
