package page

import (
	"strings"

	"github.com/rolefit/rolefit/internal/wrap"
)

// A Callout highlights the most important part of a page with a border. It has
// a title, a short tag at the end of the title's line, and text.
type Callout struct {
	Title string
	Tag   string
	Text  string
}

func (c Callout) text(w *textWriter) {
	w.nested(border+" ", func(w *textWriter) {
		gap := w.proseWidth() - wrap.Width(c.Title+c.Tag)
		if c.Tag != "" && gap >= len(gutter) {
			w.print(w.paint(c.Title, bold), strings.Repeat(" ", gap), w.paint(c.Tag, green), "\n")
		} else {
			w.lines("", c.heading(), bold)
		}
		w.lines("", c.Text, plain)
	})
}

func (c Callout) spoken(w *textWriter) {
	w.lines("", sentence(c.heading()), bold)
	w.lines("", c.Text, plain)
}

// heading returns the title and the tag.
func (c Callout) heading() string {
	if c.Tag == "" {
		return c.Title
	}
	return c.Title + ": " + c.Tag
}

func (c Callout) markdown(w *markdownWriter) {
	w.line("> ", strong(escape(c.Title)), tagged(escape(c.Tag)))
	if c.Text != "" {
		w.line(">\n> ", escape(c.Text))
	}
}

// tagged returns a tag preceded by a separator, or "" if there is no tag.
func tagged(tag string) string {
	if tag == "" {
		return ""
	}
	return " · " + tag
}

func (c Callout) html(w *htmlWriter) {
	w.draw(calloutHTML, map[string]any{"Title": c.Title, "Tag": c.Tag, "Text": c.Text, "Heading": w.headline})
}

const calloutHTML = `
<div class="callout">
{{if .Heading}}<h1 class="title">{{else}}<p class="title">{{end}}<strong>{{.Title}}</strong>{{with .Tag}}<span class="hidden">: </span><span class="tag">{{.}}</span>{{end}}{{if .Heading}}</h1>{{else}}</p>{{end}}
{{- with .Text}}
<p>{{.}}</p>
{{- end}}
</div>`
