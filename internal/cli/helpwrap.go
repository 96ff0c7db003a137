package cli

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/rolefit/rolefit/internal/wrap"
)

// wrapHelp fits help into a terminal. Paragraphs are wrapped again as a whole;
// lines of a table or an example are continued under their last column. What
// fits already stays as it is.
func wrapHelp(text string, width int) string {
	var out, paragraph []string
	flush := func() {
		out = append(out, wrapParagraph(paragraph, width)...)
		paragraph = nil
	}
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		column := columnBefore().FindString(line)
		switch {
		case column == "" && isProse(line):
			if len(paragraph) > 0 && indentOf(line) != indentOf(paragraph[0]) {
				flush()
			}
			paragraph = append(paragraph, line)
			continue
		case column == "" || wrap.Width(column) > width-narrowest:
			column = indentOf(line)
		}
		flush()
		entry := lines[i : i+1+continued(lines[i+1:], column)]
		i += len(entry) - 1
		if !slices.ContainsFunc(entry, func(line string) bool { return wrap.Width(line) > width }) {
			out = append(out, entry...)
			continue
		}
		text := strings.TrimPrefix(line, column)
		for _, more := range entry[1:] {
			text += " " + strings.TrimSpace(more)
		}
		out = append(out, wrap.Hanging(column, text, width)...)
	}
	flush()
	return strings.Join(out, "\n") + "\n"
}

// continued returns the number of lines that continue the last column of a
// table's line.
func continued(lines []string, column string) (n int) {
	if strings.TrimSpace(column) == "" {
		return 0
	}
	for n < len(lines) && len(indentOf(lines[n])) == len(column) && strings.TrimSpace(lines[n]) != "" && columnBefore().FindString(lines[n]) == "" {
		n++
	}
	return n
}

// narrowest is how narrow the last column may become.
const narrowest = 16

// columnBefore matches what precedes the last column of a table's line.
var columnBefore = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^ *\S.*?\S {2,}`) })

// isProse reports whether a line is part of a paragraph, and not a command or
// an empty line.
func isProse(line string) bool {
	text := strings.TrimLeft(line, " ")
	return text != "" && len(line)-len(text) < 4 && !strings.HasPrefix(text, "rolefit ")
}

func indentOf(line string) string { return line[:len(line)-len(strings.TrimLeft(line, " "))] }

func wrapParagraph(lines []string, width int) []string {
	for _, line := range lines {
		if wrap.Width(line) > width {
			return wrap.Hanging(indentOf(line), strings.Join(strings.Fields(strings.Join(lines, " ")), " "), width)
		}
	}
	return lines
}
