package page

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// A Gauge is one number on a scale that begins at 0, beside the values at which
// it means something else: "a lead of 16 points; 24 would make it clear".
type Gauge struct {
	Label string
	Figure
	Max     float64 // end of the scale, 0 for 100
	Marks   []GaugeMark
	Caption string // how to read it
}

// A GaugeMark is a value on the scale of a gauge and what begins there.
type GaugeMark struct {
	At    float64
	Text  string // as printed below the scale
	Label string
}

// gaugeWidest is the width of a gauge in text.
const gaugeWidest = 74

// strip returns the gauge as a bar.
func (g Gauge) strip(width int) strip {
	s := strip{width: width}
	if g.Value != nil {
		s.full = cellsOf(share(*g.Value, g.Max), width)
	}
	for _, m := range g.Marks {
		s.marks = append(s.marks, columnOf(share(m.At, g.Max), width))
	}
	return s
}

// ticks returns the texts of the marks below their columns, on one line or as
// many as they need.
func (g Gauge) ticks(width int) []string {
	var lines []string
	for i, m := range g.Marks {
		text := pointer + " " + joined([]string{m.Text, m.Label})
		start := min(g.strip(width).marks[i], max(0, width-ansi.StringWidth(text)))
		last := len(lines) - 1
		if last < 0 || ansi.StringWidth(lines[last])+len(gutter) > start {
			lines, last = append(lines, ""), last+1
		}
		lines[last] = padded(lines[last], start) + text
	}
	return lines
}

func (g Gauge) text(w *textWriter) {
	width := max(barNarrower, min(gaugeWidest, w.width-len(gutter)-ansi.StringWidth(g.printed())))
	w.lines("", g.Label, plain)
	w.bar(g.strip(width), green)
	w.after(width, g.printed(), bold)
	for _, line := range g.ticks(width) {
		if ansi.StringWidth(line) > w.width {
			w.lines("", line, plain)
			continue
		}
		w.print(line, "\n")
	}
	w.lines("", g.Caption, plain)
}

func (g Gauge) spoken(w *textWriter) {
	w.lines("", strings.Join(g.sentences(), " "), plain)
}

// sentences returns the gauge in words.
func (g Gauge) sentences() []string {
	out := []string{sentence(Item{Label: g.Label, Text: spokenCell(g.printed())}.labeled())}
	for _, m := range g.Marks {
		out = append(out, sentence(Item{Label: m.Text, Text: m.Label}.labeled()))
	}
	if g.Caption != "" {
		out = append(out, sentence(g.Caption))
	}
	return out
}

func (g Gauge) markdown(w *markdownWriter) {
	full, empty := g.strip(barWidest).halves()
	w.line(joined([]string{Item{Label: escape(g.Label), Text: strong(escape(g.printed()))}.labeled()}))
	w.line("\n", code(full+empty))
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

// A gaugeView is a gauge as HTML draws it, in units of its view box.
type gaugeView struct {
	Gauge
	Text   string
	Bar    svgBar
	Ticks  []tickView
	Legend []string
}

type tickView struct {
	X, TextX float64
	Text     string
}

func (g Gauge) html(w *htmlWriter) {
	v := gaugeView{Gauge: g, Text: g.printed()}
	if g.Value != nil {
		v.Bar = svgBar{Known: true, Width: g.x(*g.Value)}
	}
	for _, m := range g.Marks {
		x := g.x(m.At)
		v.Ticks = append(v.Ticks, tickView{x, within(x, 12, gaugeUnits-12), m.Text})
		v.Legend = append(v.Legend, Item{Label: m.Text, Text: m.Label}.labeled())
	}
	w.draw(gaugeHTML, v)
}

// gaugeUnits is the width of the view box of a gauge.
const gaugeUnits = 360

func (g Gauge) x(value float64) float64 { return round1(gaugeUnits * share(value, g.Max)) }

const gaugeHTML = `
<figure class="gauge">
<p>{{.Label}} <strong>{{.Text}}</strong></p>
<svg viewBox="0 0 360 32" aria-hidden="true">
<rect class="track" width="360" height="14" y="3"/>
{{- if .Bar.Known}}<rect class="fill" width="{{.Bar.Width}}" height="14" y="3"/>{{end}}
{{- range .Ticks}}
<line class="halo" x1="{{.X}}" y1="0" x2="{{.X}}" y2="20"/><line class="mark" x1="{{.X}}" y1="0" x2="{{.X}}" y2="20"/><text x="{{.TextX}}" y="31">{{.Text}}</text>
{{- end}}
</svg>
<figcaption class="note">{{range .Legend}}{{.}}. {{end}}{{.Caption}}</figcaption>
</figure>`
