package page

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/rolefit/rolefit/internal/wrap"
)

// A cell is text beside other text.
type cell struct {
	text  string
	attr  attribute
	right bool // set to the right end of its column
}

// cells returns texts as cells with one attribute.
func cells(texts []string, a attribute) []cell {
	out := make([]cell, len(texts))
	for i, text := range texts {
		out[i] = cell{text: text, attr: a}
	}
	return out
}

// row writes cells side by side, each wrapped to its width.
func (w *textWriter) row(cells []cell, widths []int) {
	wrapped := make([][]string, len(cells))
	height := 0
	for i, c := range cells {
		wrapped[i] = wrap.Lines(c.text, widths[i])
		height = max(height, len(wrapped[i]))
	}
	for n := range height {
		pad := 0
		for i, c := range cells {
			if n < len(wrapped[i]) && wrapped[i][n] != "" {
				line := wrapped[i][n]
				space := widths[i] - ansi.StringWidth(line)
				if c.right {
					pad, space = pad+space, 0
				}
				w.print(strings.Repeat(" ", pad), w.paint(line, c.attr))
				pad = space + len(gutter)
			} else {
				pad += widths[i] + len(gutter)
			}
		}
		w.print("\n")
	}
}

// squeeze takes from the widest column until a row fits.
func (w *textWriter) squeeze(widths []int) {
	total := -len(gutter)
	for _, x := range widths {
		total += x + len(gutter)
	}
	for ; total > w.width; total-- {
		widths[slices.Index(widths, slices.Max(widths))]--
	}
}
