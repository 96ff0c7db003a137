package page

import (
	"slices"
	"strings"
)

// Bars draws numbers as bars on a common scale that begins at 0.
type Bars struct {
	Head    []string // headings of the labels, the numbers and the parts
	Bare    bool     // whether to omit the headings, except in Markdown and for screen readers in HTML
	Max     float64  // end of the scale; 0 means 100
	Mark    float64  // reference value, marked on every bar; 0 means none
	Missing string   // explanation of a missing number, for screen readers
	Rows    []Bar
}

// A Bar is a labeled number with optional further numbers and a note. A strong
// bar stands out. If the number summarizes a group of numbers, the bar shows
// their spread instead of the number.
type Bar struct {
	Label string
	Figure
	Spread *Spread
	Spoken string // text for screen readers instead of the printed number, or ""
	Parts  []Figure
	Note   string
	Strong bool
}

// A Spread is the minimum, the middle and the maximum of a group of numbers.
type Spread struct{ Low, Middle, High float64 }

func (b Bars) text(w *textWriter) {
	widths := b.widths(w.width)
	if widths == nil {
		b.stack(w)
		return
	}
	if len(b.Head) > 0 && !b.Bare {
		b.head(w, widths)
	}
	for _, r := range b.Rows {
		row := b.row(r, widths[barColumn])
		row[barColumn].text = w.bar(b.strip(r, widths[barColumn]), r.color())
		w.row(row[:len(widths)], widths)
		if len(widths) < len(row) {
			w.lines("    ", r.Note, plain)
		}
	}
}

// row returns the cells of a bar: label, bar, number, parts and note.
func (b Bars) row(r Bar, width int) []cell {
	row := []cell{{text: r.Label}, {text: b.strip(r, width).String(), picture: true}, {text: r.printed(), right: true}}
	if r.Strong {
		row[0].attr = bold
	}
	for i := range b.parts() {
		row = append(row, cell{text: r.part(i).printed(), right: true})
	}
	return append(row, cell{text: r.Note})
}

// barColumn is the index of the bar's column.
const barColumn = 1

// widths returns the widths of the columns. The bar gets the space that the
// other columns leave. Notes get a column only if enough space is left for the
// bar. If there is no room for columns, widths is nil.
func (b Bars) widths(width int) (widths []int) {
	for i := range 4 + b.parts() {
		widest := 0
		if i != barColumn {
			widest = widestOf(b.headOf(max(0, i-1)))
			for _, r := range b.Rows {
				widest = max(widest, widestOf(b.row(r, 0)[i].text))
			}
		}
		widths = append(widths, widest)
	}
	last := len(widths) - 1
	if widths[last] == 0 || width-total(widths) < barNarrow {
		widths = widths[:last]
	}
	widths[barColumn] = min(barWidest, width-total(widths))
	if widths[barColumn] < barNarrower {
		return nil
	}
	return widths
}

// parts returns the largest number of parts of any bar.
func (b Bars) parts() int {
	n := 0
	for _, r := range b.Rows {
		n = max(n, len(r.Parts))
	}
	return n
}

// part returns a part of a bar, or an empty one if the bar has fewer parts.
func (r Bar) part(i int) Figure {
	if i < len(r.Parts) {
		return r.Parts[i]
	}
	return Figure{}
}

func (r Bar) color() attribute {
	if r.Strong {
		return green
	}
	return plain
}

// noted reports whether any bar has a note.
func (b Bars) noted() bool {
	return slices.ContainsFunc(b.Rows, func(r Bar) bool { return r.Note != "" })
}

// headOf returns the heading of the labels, the numbers or a part, or "" if it
// has none.
func (b Bars) headOf(i int) string {
	if i < len(b.Head) && !b.Bare {
		return b.Head[i]
	}
	return ""
}

// over returns the line above the bars, which shows the scale, or "" if the
// scale has no mark.
func (b Bars) over(width int) string {
	if b.Mark <= 0 {
		return ""
	}
	return scale(width, b.Max, b.Mark)
}

func (b Bars) head(w *textWriter, widths []int) {
	row := []cell{{text: b.headOf(0), attr: bold}, {text: b.over(widths[1]), attr: bold, picture: true}}
	for i := range 1 + b.parts() {
		row = append(row, cell{text: b.headOf(1 + i), attr: bold, right: true})
	}
	w.row(row, widths)
}

// stack writes each bar below its label, followed by its parts and its note.
func (b Bars) stack(w *textWriter) {
	figure := 0
	for _, r := range b.Rows {
		figure = max(figure, widestOf(r.printed()))
	}
	width := max(barNarrower, min(barWidest, w.width-2*len(gutter)-figure))
	for _, r := range b.Rows {
		label := b.row(r, 0)[0]
		w.lines("", label.text, label.attr)
		w.print(gutter, w.bar(b.strip(r, width), r.color()))
		w.after(len(gutter)+width, right(r.printed(), min(figure, w.width-width-2*len(gutter))), plain)
		w.lines(gutter, strings.Join(b.named(r, Figure.printed), ", "), plain)
		w.lines(gutter, r.Note, plain)
	}
}

// named returns the parts of a bar, each after its heading.
func (b Bars) named(r Bar, print func(Figure) string) []string {
	var out []string
	for i, p := range r.Parts {
		out = append(out, strings.TrimSpace(b.headOf(2+i)+" "+print(p)))
	}
	return out
}

func (b Bars) strip(r Bar, width int) strip {
	s := strip{width: width, dot: -1}
	switch x := r.Spread; {
	case x != nil:
		s.from = columnOf(share(x.Low, b.Max), width)
		s.to = max(s.from, columnOf(share(x.High, b.Max), width)) + 1
		s.dot = columnOf(share(x.Middle, b.Max), width)
	case r.Value != nil:
		s.to = cellsOf(share(*r.Value, b.Max), width)
	}
	if b.Mark > 0 {
		s.marks = []int{columnOf(share(b.Mark, b.Max), width)}
	}
	return s
}

func (b Bars) spoken(w *textWriter) {
	for _, r := range b.Rows {
		parts := append([]string{strings.TrimSpace(b.headOf(1) + " " + b.spokenBar(r))}, b.named(r, b.spokenFigure)...)
		if r.Note != "" {
			parts = append(parts, r.Note)
		}
		w.lines("", sentence(r.Label+": "+strings.Join(parts, "; ")), plain)
	}
}

// spokenBar describes the number of a bar for screen readers.
func (b Bars) spokenBar(r Bar) string {
	switch {
	case r.Spoken != "":
		return r.Spoken
	case r.Spread != nil:
		return spokenCell(r.printed())
	}
	return b.spokenFigure(r.Figure)
}

// spokenFigure describes a number for screen readers.
func (b Bars) spokenFigure(f Figure) string {
	if f.Value == nil && b.Missing != "" {
		return b.Missing
	}
	return spokenCell(f.printed())
}

func (b Bars) markdown(w *markdownWriter) {
	b.Bare = false
	head := []string{b.headOf(0), strings.Join(strings.Fields(b.over(barNarrow)), " · ")}
	for i := range 1 + b.parts() {
		head = append(head, b.headOf(1+i))
	}
	rows := [][]string{escapeAll(append(head, ""))}
	for _, r := range b.Rows {
		var row []string
		for _, c := range b.row(r, barNarrow) {
			row = append(row, escape(c.text))
		}
		row[1] = code(b.strip(r, barNarrow).String())
		if r.Strong {
			row[0] = strong(row[0])
		}
		rows = append(rows, row)
	}
	if last := len(rows[0]) - 1; !b.noted() {
		for i := range rows {
			rows[i] = rows[i][:last]
		}
	}
	w.rows(rows, func(column int) bool { return column >= 2 && column < 3+b.parts() })
}

// A barView is a bar in HTML: its own number, followed by its parts.
type barView struct {
	Bar
	Figures []figureView
}

// A figureView is a number with its bar, and the words for screen readers.
type figureView struct {
	Text, Spoken string
	Short        bool // whether the number stays on one line
	Bar          svgBar
}

// shortFigure is the maximum width of a number that HTML keeps on one line.
const shortFigure = 14

func (b Bars) html(w *htmlWriter) {
	var rows []barView
	for _, r := range b.Rows {
		row := barView{r, []figureView{b.view(r)}}
		for i := range b.parts() {
			row.Figures = append(row.Figures, b.view(Bar{Figure: r.part(i)}))
		}
		rows = append(rows, row)
	}
	w.draw(barsHTML, map[string]any{"Head": b.Head, "Bare": b.Bare, "Notes": b.noted(), "Rows": rows})
}

func (b Bars) view(r Bar) figureView {
	percent := func(x float64) float64 { return round1(100 * share(x, b.Max)) }
	v := figureView{Text: r.printed(), Spoken: b.spokenBar(r), Bar: svgBar{Mark: percent(b.Mark)}}
	v.Short = widestOf(v.Text) <= shortFigure
	if v.Spoken == v.Text {
		v.Spoken = ""
	}
	switch x := r.Spread; {
	case x != nil:
		v.Bar.X, v.Bar.Middle = percent(x.Low), percent(x.Middle)
		v.Bar.Width = max(1, round1(percent(x.High)-v.Bar.X))
	case r.Value != nil:
		v.Bar.Width = percent(*r.Value)
	}
	return v
}

const barsHTML = `
<table class="bars">
{{- if .Head}}
<thead{{if .Bare}} class="hidden"{{end}}><tr>
{{- range $i, $h := .Head}}<th scope="col"{{if $i}} class="number"{{end}}>{{$h}}</th>{{end}}</tr></thead>
{{- end}}
<tbody>
{{- range .Rows}}
<tr{{if .Strong}} class="strong"{{end}}><th scope="row"><span class="row"><span class="title">{{.Label}}</span>
{{- ""}}<span class="bar">{{template "bar" (index .Figures 0).Bar}}</span>
{{- if $.Notes}}<span class="note">{{.Note}}</span>{{end}}</span></th>
{{- range $i, $f := .Figures}}<td class="number{{if $i}} part{{else if .Short}} short{{end}}">
{{- if .Spoken}}<span aria-hidden="true">{{.Text}}</span><span class="hidden">{{.Spoken}}</span>{{else}}{{.Text}}{{end}}
{{- if $i}}<span class="bar">{{template "bar" .Bar}}</span>{{end}}</td>{{end}}</tr>
{{- end}}
</tbody>
</table>
{{- define "bar"}}` + barHTML + `{{end}}`
