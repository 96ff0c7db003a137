package page

import (
	"strings"

	"github.com/rolefit/rolefit/internal/wrap"
)

// A List is a bulleted list of items.
type List []Item

// An Item is text with optional parts: a mark instead of the bullet, a label
// before the text, a note in parentheses after it, and links below it.
type Item struct {
	Mark  string
	Label string
	Text  string
	Note  string
	Links Links
}

func (l List) margins() (above, below int) { return 0, 1 }
func (l List) spoken(w *textWriter)        { l.text(w) }

func (l List) text(w *textWriter) {
	for _, i := range l {
		i.text(w, i.bullet())
	}
}

func (l List) markdown(w *markdownWriter) {
	for _, i := range l {
		i.markdown(w, "- ", i.Mark)
	}
}

func (l List) html(w *htmlWriter) {
	w.raw("\n<ul>")
	for _, i := range l {
		w.raw(i.openTag())
		i.html(w)
		w.raw("</li>")
	}
	w.raw("\n</ul>")
}

// openTag returns the start of a list item. A mark replaces the bullet.
func (i Item) openTag() string {
	if i.Mark == "" {
		return "\n<li>"
	}
	return "\n<li class=\"marked\">"
}

func (i Item) bullet() string {
	if i.Mark == "" {
		return bullet
	}
	return i.Mark
}

// labeled joins the label and the text.
func (i Item) labeled() string {
	if i.Label == "" || i.Text == "" {
		return i.Label + i.Text
	}
	return i.Label + ": " + i.Text
}

// widestMark is the maximum width of a mark that is drawn to the left of an
// item.
const widestMark = 8

// text writes an item with a hanging mark and a bold label.
func (i Item) text(w *textWriter, mark string) {
	if wrap.Width(mark) > widestMark {
		mark, i.Text = bullet, mark+" "+i.Text
	}
	under := strings.Repeat(" ", len("  ")+wrap.Width(mark)+len(" "))
	if mark = "  " + mark + " "; w.style.Spoken {
		mark = strings.TrimSuffix(mark, bullet+" ") // which would be read aloud
	}
	labeled := len(i.Label)
	for n, line := range w.wrap(i.labeled()+bracketed(i.Note), len(under)) {
		if n > 0 {
			mark = under
		}
		head := min(labeled, len(line))
		labeled = max(0, labeled-head-1)
		w.print(mark, w.paint(line[:head], bold), line[head:], "\n")
	}
	w.nested(under, i.Links.text)
}

// markdown writes an item after its list marker.
func (i Item) markdown(w *markdownWriter, marker, mark string) {
	parts := []string{strong(escape(mark)), "", escape(i.Text), ""}
	if i.Label != "" {
		parts[1] = strong(escape(i.Label) + colon(i.Text))
	}
	if i.Note != "" {
		parts[3] = "*(" + escape(i.Note) + ")*"
	}
	w.line(marker, joined(parts))
	under := strings.Repeat(" ", strings.Index(marker, " ")+1) // the text of a task starts at its checkbox
	for _, l := range i.Links {
		w.line(under, "- ", l.inMarkdown())
	}
}

// colon returns the separator between a label and the text after it, or "" if
// there is no text.
func colon(text string) string {
	if text == "" {
		return ""
	}
	return ":"
}

// joined joins the nonempty parts with spaces.
func joined(parts []string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, " ")
}

func (i Item) html(w *htmlWriter) {
	w.draw(itemHTML, i)
	if len(i.Links) > 0 {
		i.Links.html(w)
	}
}

const itemHTML = `
{{- with .Mark}}<strong>{{.}}</strong> {{end}}
{{- with .Label}}<strong>{{.}}{{with $.Text}}:{{end}}</strong> {{end}}{{.Text}}
{{- with .Note}} <span class="note">({{.}})</span>{{end}}`
