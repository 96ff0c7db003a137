package page

import "strings"

// Levels are steps reached of steps needed, a box each.
type Levels struct {
	Head []string // names of the columns, for screen readers; may be empty
	Rows []Level
}

// A Level is how many steps there are and how many are needed, in boxes and in
// words: "have 1, needs 3".
type Level struct {
	Label string
	Have  *int // nil when it is not known
	Need  int
	Text  string
}

// mostBoxes is how many boxes are drawn at most.
const mostBoxes = 10

// counts returns how many boxes are drawn, and how many of them are full.
func (l Level) counts() (boxes, full int) {
	boxes = max(0, min(mostBoxes, l.Need))
	if l.Have != nil {
		full = max(0, min(boxes, *l.Have))
	}
	return boxes, full
}

// boxes returns the boxes, drawn.
func (l Level) boxes() string {
	n, full := l.counts()
	if l.Have == nil {
		return strings.Repeat(boxNone, n)
	}
	return strings.Repeat(boxFull, full) + strings.Repeat(boxEmpty, n-full)
}

func (l Levels) text(w *textWriter) {
	name, boxes, text := 0, 0, 0
	for _, r := range l.Rows {
		n, _ := r.counts()
		name, boxes, text = max(name, widestOf(r.Label)), max(boxes, n), max(text, widestOf(r.Text))
	}
	for _, r := range l.Rows {
		picture := padded(w.paint(r.boxes(), green), boxes) + gutter
		if name+boxes+text+2*len(gutter) <= w.width {
			w.print(padded(r.Label, name), gutter, picture, r.Text, "\n")
			continue
		}
		w.lines("", r.Label, plain)
		w.hanging(gutter+picture, r.Text)
	}
}

func (l Levels) spoken(w *textWriter) {
	for _, r := range l.Rows {
		w.lines("", sentence(r.Label+": "+r.Text), plain)
	}
}

func (l Levels) markdown(w *markdownWriter) {
	rows := [][]string{{escape(l.headOf(0)), "", escape(l.headOf(1))}}
	for _, r := range l.Rows {
		rows = append(rows, []string{escape(r.Label), code(r.boxes()), escape(r.Text)})
	}
	w.rows(rows, noNumbers)
}

func (l Levels) headOf(column int) string {
	if column < len(l.Head) {
		return l.Head[column]
	}
	return [...]string{"Name", "Level"}[column]
}

// A levelsView is levels as HTML draws them.
type levelsView struct {
	Name, Level string
	Rows        []levelView
}

type levelView struct {
	Label, Text string
	Boxes       []boxView
}

// A boxView is a box: where it is and what it says.
type boxView struct {
	X     int
	Class string
}

func (l Levels) html(w *htmlWriter) {
	view := levelsView{Name: l.headOf(0), Level: l.headOf(1)}
	for _, r := range l.Rows {
		row := levelView{Label: r.Label, Text: r.Text}
		n, full := r.counts()
		for i := range n {
			class := "missing"
			switch {
			case r.Have == nil:
				class = "unknown"
			case i < full:
				class = "have"
			}
			row.Boxes = append(row.Boxes, boxView{17 * i, class})
		}
		view.Rows = append(view.Rows, row)
	}
	w.draw(levelsHTML, view)
}

const levelsHTML = `
<table class="levels">
<thead class="hidden"><tr><th scope="col">{{.Name}}</th><th scope="col" colspan="2">{{.Level}}</th></tr></thead>
<tbody>
{{- range .Rows}}
<tr><th scope="row">{{.Label}}</th><td class="boxes"><svg viewBox="-1 -1 68 14" preserveAspectRatio="xMinYMid" aria-hidden="true">{{range .Boxes}}<rect class="{{.Class}}" x="{{.X}}" y="0" width="12" height="12"/>{{end}}</svg></td><td>{{.Text}}</td></tr>
{{- end}}
</tbody>
</table>`
