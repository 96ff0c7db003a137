package page

import "strings"

// A Grid shows texts in labeled rows and in columns with headings.
type Grid struct {
	Heads []string
	Rows  []GridRow
}

// A GridRow is a label and one text per column.
type GridRow struct {
	Label string
	Cells []string
}

// text writes columns of equal width. If they would be too narrow, it writes
// the texts one below another.
func (g Grid) text(w *textWriter) {
	n := max(1, len(g.Heads))
	width := (w.width+len(gutter))/n - len(gutter)
	if w.width < sideBySide || width < minColumn {
		g.spoken(w)
		return
	}
	widths := make([]int, n)
	for i := range widths {
		widths[i] = width
	}
	w.row(cells(g.Heads, bold), widths)
	for _, r := range g.Rows {
		w.print("\n")
		w.ruled(r.Label)
		w.row(cells(r.cells(n), plain), widths)
	}
}

// ruled writes a label followed by a rule to the end of the line.
func (w *textWriter) ruled(label string) {
	if room := w.width - widestOf(label) - 1; room > 0 {
		label += " " + strings.Repeat(rule, room)
	}
	w.row([]cell{{text: label}}, []int{w.width})
}

// cells returns one cell per column.
func (r GridRow) cells(n int) []string {
	out := make([]string, n)
	copy(out, r.Cells)
	return out
}

func (g Grid) spoken(w *textWriter) {
	for i, r := range g.Rows {
		if i > 0 {
			w.print("\n")
		}
		w.lines("", r.Label, bold)
		g.items(r).text(w)
	}
}

// items returns a row as a list with one item per column.
func (g Grid) items(r GridRow) List {
	texts := r.cells(len(g.Heads))
	var out List
	for i, head := range g.Heads {
		out = append(out, Item{Label: head, Text: texts[i]})
	}
	return out
}

func (g Grid) markdown(w *markdownWriter) {
	t := Table{Head: append([]string{""}, g.Heads...)}
	for _, r := range g.Rows {
		t.Rows = append(t.Rows, append([]string{r.Label}, r.Cells...))
	}
	t.markdown(w)
}

// A gridView is a grid in HTML. As in a table, its label is for people who use
// a keyboard or a screen reader.
type gridView struct {
	Grid
	Label string
}

// Items returns a row as a list.
func (v gridView) Items(r GridRow) List { return v.items(r) }

func (g Grid) html(w *htmlWriter) { w.draw(gridHTML, gridView{g, w.section}) }

const gridHTML = `
<div class="scroll" role="group" aria-label="{{or .Label "Side by side"}}" tabindex="0">
<table class="grid">
<thead><tr><td></td>{{range .Heads}}<th scope="col">{{.}}</th>{{end}}</tr></thead>
<tbody>
{{- range .Rows}}
<tr><th scope="row">{{.Label}}</th>{{range $.Items .}}<td data-head="{{.Label}}">{{.Text}}</td>{{end}}</tr>
{{- end}}
</tbody>
</table>
</div>`
