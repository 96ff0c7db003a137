package page

import (
	"slices"
	"strings"
)

// Bars are numbers on one scale that begins at 0, a bar each.
type Bars struct {
	Head    []string // of the labels, the numbers and each of their parts; may be empty
	Max     float64  // end of the scale, 0 for 100
	Mark    float64  // a value to compare with, marked on every bar; 0 for none
	Missing string   // what it means that there is no number
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

// A barLayout is how bars are laid out in a width.
type barLayout struct {
	label, bar, figure int
	parts              []int
	stacked            bool // the bar is below its label
	beside             bool // the note is on the line of the bar
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

// layout gives the bar what the other columns leave, and puts notes beside it
// only if a bar of some length is left.
func (b Bars) layout(width int) barLayout {
	l := barLayout{label: widestOf(b.headOf(0)), figure: widestOf(b.headOf(1))}
	note := 0
	for _, r := range b.Rows {
		l.label = max(l.label, widestOf(r.Label))
		l.figure = max(l.figure, widestOf(r.printed()))
		note = max(note, widestOf(r.Note))
		for i, p := range r.Parts {
			if i == len(l.parts) {
				l.parts = append(l.parts, widestOf(b.headOf(2+i)))
			}
			l.parts[i] = max(l.parts[i], widestOf(p.printed()))
		}
	}
	used := l.figure + len(gutter)
	for _, part := range l.parts {
		used += part + len(gutter)
	}
	room := width - used - l.label - len(gutter)
	l.stacked = room < barNarrower
	if l.stacked {
		l.bar = max(barNarrower, min(barWidest, width-l.figure-2*len(gutter)))
		return l
	}
	l.beside = note > 0 && room-note-len(gutter) >= barNarrow
	if l.beside {
		room -= note + len(gutter)
	}
	l.bar = min(barWidest, room)
	return l
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
		parts := []string{strings.TrimSpace(b.headOf(1) + " " + b.heard(r.Figure))}
		for i, p := range r.Parts {
			parts = append(parts, strings.TrimSpace(b.headOf(2+i)+" "+b.heard(p)))
		}
		if r.Note != "" {
			parts = append(parts, r.Note)
		}
		w.lines("", sentence(r.Label+": "+strings.Join(parts, "; ")), plain)
	}
}

// heard returns a number for somebody who hears it.
func (b Bars) heard(f Figure) string {
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

// A figureView is a number with its bar. Heard is what is said in its place.
type figureView struct {
	Text, Heard string
	Bar         svgBar
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
		v.Heard = b.heard(f)
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
{{- if .Heard}}<span aria-hidden="true">{{.Text}}</span><span class="hidden">{{.Heard}}</span>{{else}}{{.Text}}{{end}}
{{- if $i}}<span class="bar">{{template "bar" .Bar}}</span>{{end}}</td>{{end}}</tr>
{{- end}}
</tbody>
</table>
{{- define "bar"}}` + barHTML + `{{end}}`
