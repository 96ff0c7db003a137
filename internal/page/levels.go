package page

import "strings"

// Levels shows how many of the needed steps have been reached, with one box per
// step.
type Levels struct {
	Head []string // headings of the two columns, for screen readers; may be empty
	Rows []Level
}

// A Level is the number of steps reached and the number needed. The boxes show
// these numbers, and Text states them in words, as in "have 1, needs 3".
type Level struct {
	Label string
	Have  *int // steps reached, or nil if unknown
	Need  int
	Text  string
}

// mostBoxes is the maximum number of boxes in a picture.
const mostBoxes = 10

// boxes returns one string per step: the first argument for a step that has
// been reached, the second for a missing one, and the third for an unknown one.
func (l Level) boxes(reached, missing, unknown string) []string {
	var out []string
	for i := range max(0, min(mostBoxes, l.Need)) {
		switch {
		case l.Have == nil:
			out = append(out, unknown)
		case i < *l.Have:
			out = append(out, reached)
		default:
			out = append(out, missing)
		}
	}
	return out
}

// picture draws the boxes as text.
func (l Level) picture() string { return strings.Join(l.boxes(boxFull, boxEmpty, boxNone), "") }

func (l Levels) text(w *textWriter) {
	widths := []int{0, 0, 0}
	for _, r := range l.Rows {
		for i, text := range []string{r.Label, r.picture(), r.Text} {
			widths[i] = max(widths[i], widestOf(text))
		}
	}
	for _, r := range l.Rows {
		if total(widths) <= w.width {
			w.row([]cell{{text: r.Label}, {text: r.picture(), attr: green}, {text: r.Text}}, widths)
			continue
		}
		w.lines("", r.Label, plain)
		w.hanging(gutter+padded(r.picture(), widths[1])+gutter, r.Text)
	}
}

func (l Levels) spoken(w *textWriter) {
	for _, r := range l.Rows {
		w.lines("", sentence(r.Label+": "+r.Text), plain)
	}
}

func (l Levels) head() [2]string {
	head := [2]string{"Name", "Level"}
	copy(head[:], l.Head)
	return head
}

func (l Levels) markdown(w *markdownWriter) {
	rows := [][]string{{escape(l.head()[0]), "", escape(l.head()[1])}}
	for _, r := range l.Rows {
		rows = append(rows, []string{escape(r.Label), code(r.picture()), escape(r.Text)})
	}
	w.rows(rows, noNumbers)
}

// A levelView is a Level in HTML, with a CSS class for each box.
type levelView struct {
	Level
	Boxes []string
}

func (l Levels) html(w *htmlWriter) {
	var rows []levelView
	for _, r := range l.Rows {
		rows = append(rows, levelView{r, r.boxes("have", "missing", "unknown")})
	}
	w.draw(levelsHTML, map[string]any{"Head": l.head(), "Rows": rows})
}

const levelsHTML = `
<table class="levels">
<thead class="hidden"><tr><th scope="col">{{index .Head 0}}</th><th scope="col" colspan="2">{{index .Head 1}}</th></tr></thead>
<tbody>
{{- range .Rows}}
<tr><th scope="row">{{.Label}}</th><td class="boxes" aria-hidden="true">{{range .Boxes}}<span class="{{.}}"></span>{{end}}</td><td>{{.Text}}</td></tr>
{{- end}}
</tbody>
</table>`
