package ask

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
)

// wrap breaks a text into lines of at most width cells, between words where
// it can. Lines after the first begin with indent.
func wrap(text string, width int, indent string) []string {
	width = max(width, lipgloss.Width(indent)+2) // two cells: the widest character
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		for word != "" {
			if fits(line, word, width) {
				line, word = join(line, word), ""
				continue
			}
			if strings.TrimSpace(line) != "" {
				lines, line = append(lines, line), indent
				continue
			}
			head := cut(word, width-lipgloss.Width(line))
			lines, line, word = append(lines, line+head), indent, word[len(head):]
		}
	}
	if strings.TrimSpace(line) != "" || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

func join(line, word string) string {
	if strings.TrimSpace(line) == "" {
		return line + word
	}
	return line + " " + word
}

func fits(line, word string, width int) bool { return lipgloss.Width(join(line, word)) <= width }

// cut is as much of a word as fits; at least one character.
func cut(word string, width int) string {
	for i := range word {
		if i > 0 && lipgloss.Width(word[:i]) > width {
			return word[:lastRune(word, i)]
		}
	}
	if lipgloss.Width(word) > width {
		return word[:lastRune(word, len(word))]
	}
	return word
}

// lastRune is where the character before end begins, but never the first one.
func lastRune(word string, end int) int {
	last := end
	for i := range word[:end] {
		if i > 0 {
			last = i
		}
	}
	return last
}
