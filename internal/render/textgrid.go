package render

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

const gutter = "  "

// row writes cells side by side, each wrapped to its width.
func (t *textDrawer) row(cells []string, widths []int, sgr string) {
	wrapped := make([][]string, len(cells))
	height := 0
	for i, cell := range cells {
		wrapped[i] = wrap(cell, widths[i])
		height = max(height, len(wrapped[i]))
	}
	for n := range height {
		var line strings.Builder
		pad := 0
		for i := range cells {
			if n < len(wrapped[i]) && wrapped[i][n] != "" {
				line.WriteString(strings.Repeat(" ", pad) + t.style(wrapped[i][n], sgr))
				pad = -ansi.StringWidth(wrapped[i][n])
			}
			pad += widths[i] + len(gutter)
		}
		t.WriteString(line.String() + "\n")
	}
}

// grid writes texts in columns of equal width; where they would be too narrow
// one under the other.
func (t *textDrawer) grid(g grid) {
	n := len(g.Heads)
	width := (t.width+len(gutter))/n - len(gutter)
	if t.width < sideBySide || width < minColumn {
		t.stack(g)
		return
	}
	widths := slices.Repeat([]int{width}, n)
	t.row(g.Heads, widths, sgrBold)
	for _, r := range g.Rows {
		t.WriteByte('\n')
		t.lines("", r.Label+" "+strings.Repeat("─", max(0, t.width-ansi.StringWidth(r.Label)-1)), "")
		t.row(r.Cells, widths, "")
	}
}

func (t *textDrawer) stack(g grid) {
	for i, r := range g.Rows {
		if i > 0 {
			t.WriteByte('\n')
		}
		t.lines("", r.Label, sgrBold)
		for j, cell := range r.Cells {
			t.item(item{Label: g.Heads[j], Text: cell})
		}
	}
}

// table writes rows of cells; the widest columns give way until all fit.
func (t *textDrawer) table(b table) {
	if len(b.Head) > 2 && (t.width < sideBySide || t.width < len(b.Head)*minCell) {
		t.records(b)
		return
	}
	widths := make([]int, len(b.Head))
	for _, row := range append([][]string{b.Head}, b.Rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], ansi.StringWidth(cell))
		}
	}
	t.squeeze(widths)
	t.row(b.Head, widths, sgrBold)
	for _, row := range b.Rows {
		t.row(row, widths, "")
	}
}

// squeeze takes from the widest column until the row fits.
func (t *textDrawer) squeeze(widths []int) {
	total := -len(gutter)
	for _, w := range widths {
		total += w + len(gutter)
	}
	for ; total > t.width; total-- {
		widths[slices.Index(widths, slices.Max(widths))]--
	}
}

// records writes a table without columns: the first cell heads its row, and
// each of the others stands behind the name of its column.
func (t *textDrawer) records(b table) {
	for _, row := range b.Rows {
		t.lines("", row[0], sgrBold)
		for i, cell := range row[1:] {
			t.lines("  ", b.Head[i+1]+": "+cell, "")
		}
	}
}
