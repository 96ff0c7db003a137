package page

// Terms lists names and their explanations, in two columns.
type Terms []Term

// A Term is a name and its explanation.
type Term struct{ Name, Text string }

func (t Terms) margins() (above, below int) { return 0, 1 }

func (t Terms) text(w *textWriter) {
	width := 0
	for _, x := range t {
		width = max(width, widestOf(x.Name))
	}
	if width > w.width/3 {
		t.spoken(w)
		return
	}
	for _, x := range t {
		w.row([]cell{{text: x.Name, attr: bold}, {text: x.Text}}, []int{width, w.proseWidth() - width - len(gutter)})
	}
}

func (t Terms) spoken(w *textWriter) {
	for _, x := range t {
		w.lines("", Item{Label: x.Name, Text: x.Text}.labeled(), plain)
	}
}

func (t Terms) markdown(w *markdownWriter) {
	for _, x := range t {
		Item{Label: x.Name, Text: x.Text}.markdown(w, "- ", "")
	}
}

func (t Terms) html(w *htmlWriter) { w.draw(termsHTML, t) }

const termsHTML = `
<dl class="terms">
{{- range .}}
<dt>{{.Name}}</dt><dd>{{.Text}}</dd>
{{- end}}
</dl>`
