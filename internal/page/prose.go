package page

import "strings"

// A Headline is the main sentence of a page.
type Headline string

func (h Headline) margins() (above, below int) { return 0, 0 }
func (h Headline) text(w *textWriter)          { w.lines("", string(h), bold) }
func (h Headline) spoken(w *textWriter)        { h.text(w) }
func (h Headline) markdown(w *markdownWriter)  { w.line(strong(escape(string(h)))) }
func (h Headline) html(w *htmlWriter) {
	if w.headline {
		w.draw("\n<h1 class=\"headline\">{{.}}</h1>", h)
		return
	}
	w.draw("\n<p class=\"headline\">{{.}}</p>", h)
}

// A Paragraph is a paragraph of text. Consecutive paragraphs are set close
// together.
type Paragraph string

func (p Paragraph) margins() (above, below int) { return 0, 0 }
func (p Paragraph) text(w *textWriter)          { w.lines("", string(p), plain) }
func (p Paragraph) spoken(w *textWriter)        { p.text(w) }
func (p Paragraph) markdown(w *markdownWriter)  { w.line(escape(string(p))) }
func (p Paragraph) html(w *htmlWriter)          { w.draw("\n<p>{{.}}</p>", p) }

// A Note explains how to read the block next to it.
type Note string

func (n Note) margins() (above, below int) { return 1, 0 }
func (n Note) text(w *textWriter)          { w.lines("", string(n), plain) }
func (n Note) spoken(w *textWriter) {
	w.lines("", strings.ReplaceAll(string(n), missing+" means", "none means"), plain)
}
func (n Note) markdown(w *markdownWriter) { w.line("*", escape(string(n)), "*") }
func (n Note) html(w *htmlWriter)         { w.draw("\n<p class=\"note\">{{.}}</p>", n) }

// A Subheading is a heading within a section.
type Subheading string

func (s Subheading) margins() (above, below int) { return 1, -1 }
func (s Subheading) text(w *textWriter)          { w.lines("", string(s), bold) }
func (s Subheading) spoken(w *textWriter)        { s.text(w) }
func (s Subheading) markdown(w *markdownWriter)  { w.line("### ", escape(string(s))) }

func (s Subheading) html(w *htmlWriter) {
	if w.section == "" { // heading levels must not be skipped
		w.draw("\n<h2>{{.}}</h2>", s)
		return
	}
	w.draw("\n<h3>{{.}}</h3>", s)
}
