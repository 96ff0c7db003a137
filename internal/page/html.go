package page

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"
)

//go:embed page.css
var styleSheet string

// StyleSheet returns the style sheet of all pages. HTML includes it, and a
// program that shows an HTMLFragment must add it. No element has inline styles.
func StyleSheet() string { return styleSheet }

// HTML draws the page as a single file that has no scripts and loads nothing.
// Its content security policy allows only its own style sheet, by hash.
func (p *Page) HTML() ([]byte, error) {
	p = sanitized(p)
	w := newHTMLWriter()
	sum := sha256.Sum256([]byte(styleSheet))
	w.draw(shellHTML, map[string]any{
		"Title": p.Title, "Context": p.Context, "Style": template.CSS(styleSheet), "StyleHash": base64.StdEncoding.EncodeToString(sum[:]),
	})
	w.page(p)
	w.raw("\n</main>\n</body>\n</html>\n")
	return w.Bytes(), w.err
}

// HTMLFragment draws the page as HTML elements for use in another document.
// Every id in it begins with "s-".
func (p *Page) HTMLFragment() ([]byte, error) {
	w := newHTMLWriter()
	w.page(sanitized(p))
	return w.Bytes(), w.err
}

// An htmlWriter writes elements using html/template, which escapes according to
// context. Templates are parsed on first use.
type htmlWriter struct {
	bytes.Buffer
	templates map[string]*template.Template
	section   string // heading of the current section
	headline  bool   // whether the next block is the main heading, below the title
	explained bool   // whether the page has said where to type commands
	err       error
}

func newHTMLWriter() *htmlWriter {
	return &htmlWriter{templates: map[string]*template.Template{}}
}

// draw executes a template with data. The template must start and end between
// elements, not inside a tag.
func (w *htmlWriter) draw(source string, data any) {
	t := w.templates[source]
	if t == nil {
		parsed, err := template.New("").Parse(source)
		if err != nil {
			w.fail(err)
			return
		}
		t, w.templates[source] = parsed, parsed
	}
	w.fail(t.Execute(w, data))
}

func (w *htmlWriter) fail(err error) {
	if w.err == nil && err != nil {
		w.err = fmt.Errorf("drawing a page as HTML: %w", err)
	}
}

// raw writes trusted markup from this package.
func (w *htmlWriter) raw(markup string) { w.WriteString(markup) }

func (w *htmlWriter) blocks(blocks []Block) {
	for _, b := range blocks {
		b.html(w)
		w.headline = false
	}
}

// An entry is a line in a table of contents.
type entry struct{ ID, Heading string }

// contentsFrom is the minimum number of headings for a table of contents.
const contentsFrom = 3

func (w *htmlWriter) page(p *Page) {
	entries, headed := contents(p)
	w.headline = startsWithHeadline(p)
	w.draw(headerHTML, map[string]any{"Title": p.Title, "Subtitle": p.Subtitle, "Over": w.headline})
	shown := headed < contentsFrom
	for i, s := range p.Sections {
		if s.Heading != "" && !shown {
			w.draw(contentsHTML, entries)
			shown = true
		}
		w.section = s.Heading
		w.draw(sectionHTML, entries[i])
		w.blocks(s.Blocks)
		w.raw("\n</section>")
	}
}

// contents returns one entry per section, and the number of sections with a
// heading. IDs are unique, and empty if a section has no heading.
func contents(p *Page) (entries []entry, headed int) {
	entries = make([]entry, len(p.Sections))
	seen := map[string]int{}
	for i, s := range p.Sections {
		if s.Heading == "" {
			continue
		}
		id := anchor(s.Heading)
		seen[id]++
		if n := seen[id]; n > 1 {
			id += fmt.Sprintf("--%d", n) // unique, because anchor returns no double hyphens
		}
		entries[i] = entry{id, s.Heading}
		headed++
	}
	return entries, headed
}

// anchor converts a heading to an id.
func anchor(heading string) string {
	words := strings.FieldsFunc(strings.ToLower(heading), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	return "s-" + strings.Join(words, "-")
}

// startsWithHeadline reports whether the page starts with a headline or a
// callout, which then is the main heading, and the title above it is small.
func startsWithHeadline(p *Page) bool {
	if len(p.Sections) == 0 || p.Sections[0].Heading != "" || len(p.Sections[0].Blocks) == 0 {
		return false
	}
	switch p.Sections[0].Blocks[0].(type) {
	case Headline, Callout:
		return true
	}
	return false
}

const shellHTML = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{{.StyleHash}}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{{.Title}}{{with .Context}} · {{.}}{{end}}</title>
<style>{{.Style}}</style>
</head>
<body>
<main>
{{- with .Context}}
<p class="context">{{.}}</p>
{{- end}}`

const headerHTML = `
<header>
{{if .Over}}<p class="over">{{.Title}}</p>{{else}}<h1>{{.Title}}</h1>{{end}}
{{- with .Subtitle}}
<p class="subtitle">{{.}}</p>
{{- end}}
</header>`

const sectionHTML = `
<section{{with .ID}} aria-labelledby="{{.}}"{{end}}>
{{- if .ID}}
<h2 id="{{.ID}}">{{.Heading}}</h2>
{{- end}}`

const contentsHTML = `
<nav class="contents" aria-label="Contents">
<ul>
{{- range .}}{{if .ID}}
<li><a href="#{{.ID}}">{{.Heading}}</a></li>
{{- end}}{{end}}
</ul>
</nav>`
