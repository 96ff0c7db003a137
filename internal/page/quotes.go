package page

// Quotes is a list of questions and a person's answers to them.
type Quotes []Quote

// A Quote is text with lines below it. Its mark replaces the bullet: "+" for
// evidence in favor, "-" for evidence against.
type Quote struct {
	Mark  string
	Text  string
	Lines []QuoteLine
}

// A QuoteLine is labeled text with a note in parentheses. A strong line matters
// most.
type QuoteLine struct {
	Label  string
	Text   string
	Note   string
	Strong bool
}

func (q Quotes) text(w *textWriter) { q.write(w, "  ") }

func (q Quotes) spoken(w *textWriter) { q.write(w, ": ") }

// write writes the quotes, adding end to each label.
func (q Quotes) write(w *textWriter, end string) {
	for i, x := range q {
		if i > 0 {
			w.print("\n")
		}
		if w.style.Spoken { // the heading says what the answers are evidence for
			x.Mark = ""
		}
		Item{Text: x.Text}.text(w, Item{Mark: x.Mark}.bullet())
		width := 0
		for _, line := range x.Lines {
			width = max(width, widestOf(line.Label))
		}
		for _, line := range x.Lines {
			label := line.Label + end
			if end == gutter {
				label = padded(line.Label, width) + end
			}
			w.hanging("    "+label, line.Text+bracketed(line.Note))
		}
	}
}

func (q Quotes) markdown(w *markdownWriter) {
	for _, x := range q {
		Item{Text: x.Text}.markdown(w, "- ", x.Mark)
		for _, line := range x.Lines {
			text := escape(line.Text)
			if line.Strong {
				text = strong(text)
			}
			w.line("  - ", escape(line.Label), ": ", text, bracketed(escape(line.Note)))
		}
	}
}

func (q Quotes) html(w *htmlWriter) { w.draw(quotesHTML, q) }

const quotesHTML = `
{{- range .}}
<div class="quote">
<p class="prompt">{{with .Mark}}<strong>{{.}}</strong> {{end}}{{.Text}}</p>
{{- if .Lines}}
<dl>
{{- range .Lines}}
<dt>{{.Label}}</dt><dd>{{if .Strong}}<strong>{{.Text}}</strong>{{else}}{{.Text}}{{end}}{{with .Note}} <span class="note">({{.}})</span>{{end}}</dd>
{{- end}}
</dl>
{{- end}}
</div>
{{- end}}`
