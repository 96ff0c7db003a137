// Package render draws a result, an explanation, a comparison or a list of
// roles as text, Markdown, JSON or HTML. It draws from that one object alone
// and decides nothing: no verdict, no score, no exit status.
//
// A page is made in two steps. The words are put into a document, once for
// all formats (result.go, explanation.go, comparison.go): sections of
// paragraphs, lists, tables and charts. Then a format draws the document
// (text.go, markdown.go, html.go) and knows nothing of what it says. JSON is
// the object itself.
//
// Texts of packs and people are foreign. They are made harmless at one place,
// plain.go, before a document is made of them; each format then escapes what
// it must. Numbers are rounded here and nowhere else, see words.go.
package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// A Format is a way to draw.
type Format string

// The formats.
const (
	Text     Format = "text"
	Markdown Format = "markdown"
	JSON     Format = "json"
	HTML     Format = "html"
)

// Formats lists the formats, the default first.
func Formats() []Format { return []Format{Text, Markdown, JSON, HTML} }

// ParseFormat finds a format by its name, in any case. Without allowed ones
// all are; the error lists them.
func ParseFormat(s string, allowed ...Format) (Format, error) {
	if len(allowed) == 0 {
		allowed = Formats()
	}
	if f := Format(strings.ToLower(strings.TrimSpace(s))); slices.Contains(allowed, f) {
		return f, nil
	}
	names := make([]string, len(allowed))
	for i, f := range allowed {
		names[i] = string(f)
	}
	return "", fmt.Errorf("format is %q, expected one of %s", s, strings.Join(names, ", "))
}

// A Style is how text is drawn; the other formats take no notice of it.
type Style struct {
	Width  int  // columns of the screen; 0 stands for 80
	Color  bool // bold and the terminal's own colours
	Spoken bool // to be heard line by line: no pictures, no columns
}

// Result draws a result.
func Result(r *fit.Result, f Format, s Style) ([]byte, error) {
	if f == JSON {
		return record(r)
	}
	return draw(resultDoc(plain(r)), f, s)
}

// Explanation draws what a role is.
func Explanation(e *fit.Explanation, f Format, s Style) ([]byte, error) {
	if f == JSON {
		return record(e)
	}
	return draw(explanationDoc(plain(e)), f, s)
}

// Comparison draws roles side by side.
func Comparison(c *fit.Comparison, f Format, s Style) ([]byte, error) {
	if f == JSON {
		return record(c)
	}
	return draw(comparisonDoc(plain(c)), f, s)
}

// Roles draws the roles of a pack, a line each.
func Roles(l *fit.RoleList, f Format, s Style) ([]byte, error) {
	if f == JSON {
		return record(l)
	}
	return draw(rolesDoc(plain(l)), f, s)
}

func draw(d *doc, f Format, s Style) ([]byte, error) {
	switch f {
	case Text:
		return drawText(d, s), nil
	case Markdown:
		return drawMarkdown(d), nil
	case HTML:
		return drawHTML(d)
	}
	return nil, fmt.Errorf("format is %q, expected one of %s", f, Formats())
}
