package page

import (
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/wrap"
)

// A cell is text in a column.
type cell struct {
	text    string
	attr    attribute
	right   bool // whether the text is aligned to the right
	picture bool // whether the text is already painted and as wide as its column
}

// cells converts texts to cells with the same attribute.
func cells(texts []string, a attribute) []cell {
	out := make([]cell, len(texts))
	for i, text := range texts {
		out[i] = cell{text: text, attr: a}
	}
	return out
}

// lines returns the lines of a cell in a column.
func (c cell) lines(width int) []string {
	if c.picture {
		return []string{c.text}
	}
	return wrap.Lines(c.text, width)
}

// row writes cells side by side, each wrapped to its width.
func (w *textWriter) row(cells []cell, widths []int) {
	wrapped := make([][]string, len(cells))
	height := 0
	for i, c := range cells {
		wrapped[i] = c.lines(widths[i])
		height = max(height, len(wrapped[i]))
	}
	for n := range height {
		pad := 0
		for i, c := range cells {
			if n >= len(wrapped[i]) || wrapped[i][n] == "" {
				pad += widths[i] + len(gutter)
				continue
			}
			line := wrapped[i][n]
			space := widths[i] - wrap.Width(line)
			if c.right {
				pad, space = pad+space, 0
			}
			w.print(strings.Repeat(" ", pad), w.paint(line, c.attr))
			pad = space + len(gutter)
		}
		w.print("\n")
	}
}

// total returns the total width of a row, including the gaps between its
// columns.
func total(widths []int) int {
	sum := -len(gutter)
	for _, x := range widths {
		sum += x + len(gutter)
	}
	return sum
}

// squeeze narrows the widest columns until a row fits, starting with those that
// are wider than their longest word.
func (w *textWriter) squeeze(widths, words []int) {
	for n := total(widths); n > w.width; n-- {
		widest := -1
		for i, x := range widths {
			if x > words[i] && (widest < 0 || x > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			widest = slices.Index(widths, slices.Max(widths))
		}
		widths[widest]--
	}
}
