package page

import (
	"strings"

	"github.com/rolefit/rolefit/internal/wrap"
)

// A Table has a header, and rows with the same number of cells. The first cell
// of a row is the row's name. The first TextColumns columns contain text. The
// others contain numbers, which are aligned to the right. If TextColumns is 0,
// all columns contain text.
type Table struct {
	Head        []string
	Rows        [][]string
	TextColumns int
}

// numeric reports whether a column contains numbers.
func (t Table) numeric(column int) bool { return t.TextColumns > 0 && column >= t.TextColumns }

// full returns the header and the rows, padded to the same number of cells.
// There is at least one cell.
func (t Table) full() [][]string {
	columns := max(1, len(t.Head))
	var rows [][]string
	for _, row := range append([][]string{t.Head}, t.Rows...) {
		cells := make([]string, columns)
		copy(cells, row)
		rows = append(rows, cells)
	}
	return rows
}

// text writes columns, narrowing the widest ones until all fit. If there is no
// room for columns, it writes each row as a record; see records.
func (t Table) text(w *textWriter) {
	if len(t.Head) > 2 && (w.width < sideBySide || w.width < len(t.Head)*minCell) {
		t.records(w)
		return
	}
	rows := t.full()
	widths, words := make([]int, len(rows[0])), make([]int, len(rows[0]))
	for _, row := range rows {
		for i, text := range row {
			widths[i] = max(widths[i], wrap.Width(text))
			for _, word := range strings.Fields(text) {
				words[i] = max(words[i], wrap.Width(word))
			}
		}
	}
	w.squeeze(widths, words)
	for n, row := range rows {
		w.row(t.aligned(row, n == 0), widths)
	}
}

// aligned returns the cells of a row.
func (t Table) aligned(row []string, head bool) []cell {
	attr := plain
	if head {
		attr = bold
	}
	out := cells(row, attr)
	for i := range out {
		out[i].right = t.numeric(i)
	}
	return out
}

// records writes each row as its first cell, followed by one line for each
// other cell with its column's heading.
func (t Table) records(w *textWriter) {
	for _, row := range t.full()[1:] {
		w.lines("", row[0], bold)
		for i, text := range row[1:] {
			w.lines("  ", Item{Label: t.Head[i+1], Text: text}.labeled(), plain)
		}
	}
}

// spoken writes one sentence per row, in which each cell follows its column's
// heading.
func (t Table) spoken(w *textWriter) {
	for _, row := range t.full()[1:] {
		var parts []string
		for i, text := range row[1:] {
			if text != "" {
				parts = append(parts, Item{Label: t.Head[i+1], Text: spokenCell(text)}.labeled())
			}
		}
		w.lines("", sentence(row[0])+" "+sentence(strings.Join(parts, "; ")), plain)
	}
}

// spokenCell returns the text of a cell for screen readers. It replaces a dash,
// which they skip.
func spokenCell(text string) string {
	if text == missing || text == "-" {
		return "none"
	}
	return text
}

// sentence adds a period to s unless it already ends a sentence.
func sentence(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".?!") {
		return s
	}
	return s + "."
}

func (t Table) markdown(w *markdownWriter) {
	var rows [][]string
	for _, row := range t.full() {
		rows = append(rows, escapeAll(row))
	}
	w.rows(rows, t.numeric)
}

// A tableView is a table in HTML. Its label is for people who use a keyboard or
// a screen reader.
type tableView struct {
	Table
	Label string
}

// Number reports whether a column contains numbers.
func (v tableView) Number(column int) bool { return v.numeric(column) }

func (t Table) html(w *htmlWriter) {
	rows := t.full()
	w.draw(tableHTML, tableView{Table{rows[0], rows[1:], t.TextColumns}, w.section})
}

const tableHTML = `
<div class="scroll" role="group" aria-label="{{or .Label "Table"}}" tabindex="0">
<table>
<thead><tr>{{range $i, $c := .Head}}{{if $c}}<th scope="col"{{if $.Number $i}} class="number"{{end}}>{{$c}}</th>{{else}}<td></td>{{end}}{{end}}</tr></thead>
<tbody>
{{- range .Rows}}
<tr>{{range $i, $c := .}}{{if eq $i 0}}<th scope="row">{{$c}}</th>{{else}}<td{{if $.Number $i}} class="number"{{end}}>{{$c}}</td>{{end}}{{end}}</tr>
{{- end}}
</tbody>
</table>
</div>`
