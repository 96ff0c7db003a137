package page

import (
	"slices"
	"strings"
)

// Bars are numbers on one scale that begins at 0, a bar each.
type Bars struct {
	Head    []string // names of the labels, the numbers and the parts; may be empty
	Max     float64  // end of the scale, 0 for 100
	Mark    float64  // a value to compare with, marked on every bar; 0 for none
	Missing string   // says why there is no number, for screen readers
	Rows    []Bar
}

// A Bar is a labeled number, with further numbers and a note. A strong one
// stands out.
type Bar struct {
	Label string
	Figure
	Parts  []Figure
	Note   string
	Strong bool
}

func (b Bars) text(w *textWriter) {
	l := b.layout(w.width)
	if len(b.Head) > 0 && !l.stacked {
		b.head(w, l)
	}
	for _, r := range b.Rows {
		b.row(w, l, r)
	}
}

// noted reports whether a bar has a note.
func (b Bars) noted() bool {
	return slices.ContainsFunc(b.Rows, func(r Bar) bool { return r.Note != "" })
}

// headOf returns the head of a column, "" if it has none.
func (b Bars) headOf(column int) string {
	if column < len(b.Head) {
		return b.Head[column]
	}
	return ""
}

func (b Bars) head(w *textWriter, l barLayout) {
	over := ""
	if b.Mark > 0 {
		over = scale(l.bar, b.Max, b.Mark)
	}
	line := padded(b.headOf(0), l.label) + gutter + padded(over, l.bar) + gutter + right(b.headOf(1), l.figure)
	for i, width := range l.parts {
		line += gutter + right(b.headOf(2+i), width)
	}
	w.print(w.paint(strings.TrimRight(line, " "), bold), "\n")
}

// row writes a bar on one line, its note below unless it fits beside it.
func (b Bars) row(w *textWriter, l barLayout, r Bar) {
	label, color := plain, plain
	if r.Strong {
		label, color = bold, green
	}
	if l.stacked {
		b.stack(w, l, r, label, color)
		return
	}
	w.print(w.paint(r.Label, label), padded("", l.label-widestOf(r.Label)), gutter)
	w.bar(b.strip(r.Figure, l.bar), color)
	w.print(gutter, right(r.printed(), l.figure))
	for i, p := range r.Parts {
		w.print(gutter, right(p.printed(), l.parts[i]))
	}
	if l.beside && r.Note != "" {
		w.print(gutter, r.Note, "\n")
		return
	}
	w.print("\n")
	w.lines("    ", r.Note, plain)
}

// stack writes a bar below its label, and its parts and its note below it.
func (b Bars) stack(w *textWriter, l barLayout, r Bar, label, color attribute) {
	w.lines("", r.Label, label)
	w.print(gutter)
	w.bar(b.strip(r.Figure, l.bar), color)
	w.after(len(gutter)+l.bar, right(r.printed(), l.figure), plain)
	w.lines(gutter, strings.Join(b.named(r), ", "), plain)
	w.lines(gutter, r.Note, plain)
}

// named returns the parts of a row behind their names.
func (b Bars) named(r Bar) []string {
	var out []string
	for i, p := range r.Parts {
		out = append(out, strings.TrimSpace(b.headOf(2+i)+" "+p.printed()))
	}
	return out
}

func (b Bars) strip(f Figure, width int) strip {
	s := strip{width: width}
	if f.Value != nil {
		s.full = cellsOf(share(*f.Value, b.Max), width)
	}
	if b.Mark > 0 {
		s.marks = []int{columnOf(share(b.Mark, b.Max), width)}
	}
	return s
}

func (b Bars) spoken(w *textWriter) {
	for _, r := range b.Rows {
		parts := []string{strings.TrimSpace(b.headOf(1) + " " + b.spokenFigure(r.Figure))}
		for i, p := range r.Parts {
			parts = append(parts, strings.TrimSpace(b.headOf(2+i)+" "+b.spokenFigure(p)))
		}
		if r.Note != "" {
			parts = append(parts, r.Note)
		}
		w.lines("", sentence(r.Label+": "+strings.Join(parts, "; ")), plain)
	}
}

// spokenFigure returns a number in words for screen readers.
func (b Bars) spokenFigure(f Figure) string {
	if f.Value == nil && b.Missing != "" {
		return b.Missing
	}
	return spokenCell(f.printed())
}

func (b Bars) markdown(w *markdownWriter) {
	l := b.layout(defaultWidth)
	head := []string{escape(b.headOf(0)), "", escape(b.headOf(1))}
	for i := range l.parts {
		head = append(head, escape(b.headOf(2+i)))
	}
	if b.noted() {
		head = append(head, "")
	}
	rows := [][]string{head}
	for _, r := range b.Rows {
		row := make([]string, len(head))
		row[0] = escape(r.Label)
		if r.Strong {
			row[0] = strong(row[0])
		}
		full, empty := b.strip(r.Figure, barNarrow).halves()
		row[1], row[2] = code(full+empty), escape(r.printed())
		for i, p := range r.Parts {
			row[3+i] = escape(p.printed())
		}
		if b.noted() {
			row[len(row)-1] = escape(r.Note)
		}
		rows = append(rows, row)
	}
	w.rows(rows, func(column int) bool { return column >= 2 && column < 3+len(l.parts) })
}

// A barsView is bars as HTML draws them.
type barsView struct {
	Head  []string
	Notes bool
	Rows  []barView
}

type barView struct {
	Label, Note string
	Strong      bool
	Figures     []figureView
}

// A figureView is a number with its bar, and the words that a screen reader
// says in its place.
type figureView struct {
	Text, Spoken string
	Bar          svgBar
}

func (b Bars) html(w *htmlWriter) {
	view := barsView{Head: b.Head, Notes: b.noted()}
	for _, r := range b.Rows {
		row := barView{Label: r.Label, Note: r.Note, Strong: r.Strong}
		for _, f := range append([]Figure{r.Figure}, r.Parts...) {
			row.Figures = append(row.Figures, b.view(f))
		}
		view.Rows = append(view.Rows, row)
	}
	w.draw(barsHTML, view)
}

func (b Bars) view(f Figure) figureView {
	v := figureView{Text: f.printed()}
	if b.Mark > 0 {
		v.Bar.Mark = round1(100 * share(b.Mark, b.Max))
	}
	if f.Value != nil {
		v.Bar.Known, v.Bar.Width = true, round1(100*share(*f.Value, b.Max))
	} else {
		v.Spoken = b.spokenFigure(f)
	}
	return v
}

const barsHTML = `
<table class="bars">
<thead{{if not .Head}} class="hidden"{{end}}><tr>
{{- if .Head}}{{range $i, $h := .Head}}<th scope="col"{{if $i}} class="number"{{end}}>{{$h}}</th>{{end}}
{{- else}}<th scope="col">Name</th><th scope="col">Number</th>{{end}}</tr></thead>
<tbody>
{{- range .Rows}}
<tr{{if .Strong}} class="strong"{{end}}><th scope="row"><span class="row"><span class="title">{{.Label}}</span>
{{- ""}}<span class="bar">{{template "bar" (index .Figures 0).Bar}}</span>
{{- if $.Notes}}<span class="note">{{.Note}}</span>{{end}}</span></th>
{{- range $i, $f := .Figures}}<td class="number{{if $i}} part{{end}}">
{{- if .Spoken}}<span aria-hidden="true">{{.Text}}</span><span class="hidden">{{.Spoken}}</span>{{else}}{{.Text}}{{end}}
{{- if $i}}<span class="bar">{{template "bar" .Bar}}</span>{{end}}</td>{{end}}</tr>
{{- end}}
</tbody>
</table>
{{- define "bar"}}` + barHTML + `{{end}}`
