package page

import "strings"

// A Gauge shows a number on a scale that begins at 0, and the values at which
// its meaning changes: "a lead of 16 points; 24 would make it clear".
type Gauge struct {
	Label string
	Figure
	Max     float64 // end of the scale; 0 means 100
	Marks   []GaugeMark
	Caption string // explanation of the gauge
}

// A GaugeMark is a value on a gauge's scale, and the name of the range that
// begins there.
type GaugeMark struct {
	At    float64
	Text  string // value as printed below the scale
	Label string
}

// gaugeWidest is the maximum width of a gauge in text.
const gaugeWidest = 74

func (g Gauge) strip(width int) strip {
	s := Bars{Max: g.Max}.strip(Bar{Figure: g.Figure}, width)
	for _, m := range g.Marks {
		s.marks = append(s.marks, columnOf(share(m.At, g.Max), width))
	}
	return s
}

// ticks returns the lines with the names of the marks, for a gauge of width
// columns. Each name is below its mark. The names are on one line if they fit,
// and otherwise on one line each. Lines have at most room columns, if possible.
func (g Gauge) ticks(width, room int) []string {
	line, marks := "", g.strip(width).marks
	var list []string
	for i, m := range g.Marks {
		text, start := pointer+" "+m.inWords(), marks[i]
		if start+widestOf(text) > room { // the text ends at its mark instead
			text = m.inWords() + " " + pointer
			start = max(0, start+1-widestOf(text))
		}
		list = append(list, padded("", start)+text)
		if line != "" && widestOf(line)+len(gutter) > start {
			room = 0
		}
		line = padded(line, start) + text
	}
	if widestOf(line) <= room {
		return []string{line}
	}
	return list
}

// inWords describes the range that begins at a mark, as in "24: clear".
func (m GaugeMark) inWords() string { return Item{Label: m.Text, Text: m.Label}.labeled() }

func (g Gauge) text(w *textWriter) {
	width := max(barNarrower, min(gaugeWidest, w.width-len(gutter)-widestOf(g.printed())))
	w.lines("", g.Label, plain)
	w.print(w.bar(g.strip(width), green))
	w.after(width, g.printed(), bold)
	for _, line := range g.ticks(width, w.width) {
		w.row([]cell{{text: line, picture: widestOf(line) <= w.width}}, []int{w.width})
	}
	w.lines("", g.Caption, plain)
}

func (g Gauge) spoken(w *textWriter) {
	w.lines("", strings.Join(g.sentences(), " "), plain)
}

// sentences describes the gauge in sentences.
func (g Gauge) sentences() []string {
	out := []string{sentence(Item{Label: g.Label, Text: spokenCell(g.printed())}.labeled())}
	for _, m := range g.Marks {
		out = append(out, sentence(m.Text+" is "+m.Label))
	}
	if g.Caption != "" {
		out = append(out, sentence(g.Caption))
	}
	return out
}

func (g Gauge) markdown(w *markdownWriter) {
	w.line(Item{Label: escape(g.Label), Text: strong(escape(g.printed()))}.labeled())
	w.line("\n", code(g.strip(barWidest).String()))
	if len(g.Marks) > 0 {
		w.line()
	}
	for _, m := range g.Marks {
		Item{Label: m.Text, Text: m.Label}.markdown(w, "- ", "")
	}
	if g.Caption != "" {
		w.line("\n*", escape(g.Caption), "*")
	}
}

// A tickView is a mark of a gauge in HTML.
type tickView struct {
	X, TextX float64
	Text     string
	InWords  string
}

func (g Gauge) html(w *htmlWriter) {
	var ticks []tickView
	for _, m := range g.Marks {
		x := g.x(m.At)
		ticks = append(ticks, tickView{x, within(x, 12, gaugeUnits-12), m.Text, m.inWords()})
	}
	width := 0.0
	if g.Value != nil {
		width = g.x(*g.Value)
	}
	w.draw(gaugeHTML, map[string]any{"Label": g.Label, "Text": g.printed(), "Width": width, "Ticks": ticks, "Caption": g.Caption})
}

// gaugeUnits is the width of the SVG view box of a gauge.
const gaugeUnits = 360

func (g Gauge) x(value float64) float64 { return round1(gaugeUnits * share(value, g.Max)) }

const gaugeHTML = `
<figure class="gauge">
<p>{{.Label}} <strong>{{.Text}}</strong></p>
<svg viewBox="0 0 360 32" aria-hidden="true">
<rect class="track" width="360" height="14" y="3"/>
{{- with .Width}}<rect class="fill" width="{{.}}" height="14" y="3"/>{{end}}
{{- range .Ticks}}
<line class="halo" x1="{{.X}}" y1="0" x2="{{.X}}" y2="20"/><line class="mark" x1="{{.X}}" y1="0" x2="{{.X}}" y2="20"/><text x="{{.TextX}}" y="31">{{.Text}}</text>
{{- end}}
</svg>
<figcaption class="note">{{range .Ticks}}{{.InWords}}. {{end}}{{.Caption}}</figcaption>
</figure>`
