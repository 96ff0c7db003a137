// Package render draws what the program has found out as text, Markdown, JSON
// or HTML: a result, a role, a plan, a group and the like, each of them one
// object of package fit; an advert's reading and an audit's report, for which
// it imports internal/advert and internal/audit. It draws from that one object
// alone and decides nothing: no verdict, no score, no exit status.
//
// A page is made in two steps. The words are put into a document, once for
// all formats (result.go and the other files named after an object): sections
// of paragraphs, lists, tables and charts. Then a format draws the document
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
	"github.com/rolefit/rolefit/internal/insight"
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

// ParseFormat finds one of the allowed formats by its name, in any case; the
// error lists them.
func ParseFormat(s string, allowed ...Format) (Format, error) {
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
	return pageOf(r, resultDoc, f, s)
}

// Explanation draws what a role is.
func Explanation(e *insight.Explanation, f Format, s Style) ([]byte, error) {
	return pageOf(e, explanationDoc, f, s)
}

// Comparison draws roles side by side.
func Comparison(c *insight.Comparison, f Format, s Style) ([]byte, error) {
	return pageOf(c, comparisonDoc, f, s)
}

// Roles draws the roles of a pack, a line each.
func Roles(l *insight.RoleList, f Format, s Style) ([]byte, error) {
	return pageOf(l, rolesDoc, f, s)
}

// pageOf draws an object: the document that its words are put into, or, as JSON,
// the object itself.
func pageOf[T any](v *T, words func(*T) *doc, f Format, s Style) ([]byte, error) {
	if f == JSON {
		return Object(v)
	}
	return draw(words(plain(v)), f, s)
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
	return nil, fmt.Errorf("format is %q, which is none that a page is drawn in", f)
}
