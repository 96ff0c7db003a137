package page

import "strings"

// Ranges are where groups of numbers lie on one scale that begins at 0.
type Ranges struct {
	Head    []string // names of the labels and the numbers; may be empty
	Max     float64  // end of the scale, 0 for 100
	Mark    float64  // a value to compare with; 0 for none
	Missing string   // says why there is no range, for screen readers
	Rows    []Range
}

// A Range is where a group of numbers lies, as it is drawn, printed ("56
// (42–72)") and spoken ("the middle half from 42 to 72, the middle one at 56").
type Range struct {
	Label  string
	Spread *Spread // nil when there is none
	Text   string
	Spoken string
}

// A Spread is the ends and the middle of a range.
type Spread struct{ Low, Middle, High float64 }

// rangeWidest is the width of a range in text.
const rangeWidest = 31 // odd, so that a mark in the middle has a column

// picture returns a range, drawn.
func (r Ranges) picture(s *Spread, width int) string {
	cells := make([]string, width)
	for i := range cells {
		cells[i] = barEmpty
	}
	if r.Mark > 0 {
		cells[columnOf(share(r.Mark, r.Max), width)] = barTick
	}
	if s != nil {
		low, high := columnOf(share(s.Low, r.Max), width), columnOf(share(s.High, r.Max), width)
		for i := low; i <= high; i++ {
			cells[i] = barFull
		}
		cells[columnOf(share(s.Middle, r.Max), width)] = dot
	}
	return strings.Join(cells, "")
}

func (r Ranges) text(w *textWriter) {
	label, text := widestOf(r.headOf(0)), widestOf(r.headOf(1))
	for _, x := range r.Rows {
		label, text = max(label, widestOf(x.Label)), max(text, widestOf(x.printed()))
	}
	width := max(barNarrower, min(rangeWidest, w.width-text-2*len(gutter)))
	stacked := label+width+text+2*len(gutter) > w.width
	if stacked {
		label = 0
	}
	if !stacked {
		w.print(w.paint(padded(r.headOf(0), label)+gutter+scale(width, r.Max, r.Mark)+gutter+r.headOf(1), bold), "\n")
	}
	for _, x := range r.Rows {
		if stacked {
			w.lines("", x.Label, plain)
		} else {
			w.print(padded(x.Label, label))
		}
		w.print(gutter, w.paint(r.picture(x.Spread, width), green))
		w.after(label+len(gutter)+width, x.printed(), plain)
	}
}

func (x Range) printed() string { return Figure{Text: x.Text}.printed() }

// spokenRange returns a range in words for screen readers.
func (r Ranges) spokenRange(x Range) string {
	switch {
	case x.Spread == nil && r.Missing != "":
		return r.Missing
	case x.Spoken != "":
		return x.Spoken
	}
	return spokenCell(x.printed())
}

func (r Ranges) spoken(w *textWriter) {
	for _, x := range r.Rows {
		w.lines("", sentence(x.Label+": "+r.spokenRange(x)), plain)
	}
}

func (r Ranges) headOf(column int) string { return Bars{Head: r.Head}.headOf(column) }

func (r Ranges) markdown(w *markdownWriter) {
	rows := [][]string{{escape(r.headOf(0)), escape(strings.Join(strings.Fields(scale(rangeWidest, r.Max, r.Mark)), " · ")), escape(r.headOf(1))}}
	for _, x := range r.Rows {
		rows = append(rows, []string{escape(x.Label), code(r.picture(x.Spread, rangeWidest)), escape(x.printed())})
	}
	w.rows(rows, noNumbers)
}

// A rangeView is a range as HTML draws it.
type rangeView struct {
	Label, Text, Spoken string
	Bar                 svgBar
}

func (r Ranges) html(w *htmlWriter) {
	var rows []rangeView
	for _, x := range r.Rows {
		v := rangeView{Label: x.Label, Text: x.printed(), Spoken: r.spokenRange(x)}
		if r.Mark > 0 {
			v.Bar.Mark = round1(100 * share(r.Mark, r.Max))
		}
		if s := x.Spread; s != nil {
			v.Bar.Known = true
			v.Bar.X = round1(100 * share(s.Low, r.Max))
			v.Bar.Width = max(1, round1(100*share(s.High, r.Max)-v.Bar.X))
			v.Bar.Middle = round1(100 * share(s.Middle, r.Max))
		}
		rows = append(rows, v)
	}
	w.draw(rangesHTML, map[string]any{"Name": r.headOf(0), "Number": r.headOf(1), "Rows": rows})
}

const rangesHTML = `
<table class="bars">
<thead><tr><th scope="col">{{.Name}}</th><th scope="col" class="number">{{.Number}}</th></tr></thead>
<tbody>
{{- range .Rows}}
<tr><th scope="row"><span class="row"><span class="title">{{.Label}}</span><span class="bar">{{template "bar" .Bar}}</span></span></th>
{{- ""}}<td class="number"><span aria-hidden="true">{{.Text}}</span><span class="hidden">{{.Spoken}}</span></td></tr>
{{- end}}
</tbody>
</table>
{{- define "bar"}}` + barHTML + `{{end}}`
