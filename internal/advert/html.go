package advert

import (
	entities "html"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func looksLikeHTML(text string) bool {
	return patterns().tag.MatchString(text[:min(len(text), sample)])
}

// htmlLines is the text of a page, in lines: what is no part of the advert
// (scripts, navigation, forms) is left out.
func htmlLines(page string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	skip := atom.Atom(0) // the element that is left out
	depth := 0
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if skip == 0 {
				// Not z.Text: its table of entities would be built at the start of every command.
				b.WriteString(patterns().spaces.ReplaceAllString(entities.UnescapeString(string(z.Raw())), " "))
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			raw, _ := z.TagName()
			name := atom.Lookup(raw)
			switch {
			case skip != 0 && name == skip && kind == html.StartTagToken:
				depth++
			case skip != 0 && name == skip && kind == html.EndTagToken:
				if depth--; depth == 0 {
					skip = 0
				}
			case skip == 0 && kind == html.StartTagToken && leftOut[name]:
				skip, depth = name, 1
			case skip == 0:
				b.WriteString(mark(name, kind))
			}
		}
	}
}

// leftOut are the elements whose text is not the advert's.
var leftOut = map[atom.Atom]bool{
	atom.Head: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true,
	atom.Nav: true, atom.Footer: true, atom.Form: true, atom.Button: true, atom.Select: true, atom.Iframe: true,
}

// mark is what stands in the text for a tag: a new line before and after a
// block, and the sign of a heading or an item.
func mark(name atom.Atom, kind html.TokenType) string {
	opens := kind != html.EndTagToken
	switch name {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		if opens {
			return "\n# "
		}
		return "\n"
	case atom.Li:
		if opens {
			return "\n- "
		}
		return "\n"
	case atom.Td, atom.Th:
		return " "
	case atom.P, atom.Div, atom.Br, atom.Hr, atom.Ul, atom.Ol, atom.Tr, atom.Table, atom.Section, atom.Article,
		atom.Header, atom.Main, atom.Aside, atom.Dl, atom.Dt, atom.Dd, atom.Blockquote, atom.Pre, atom.Body, atom.Html:
		return "\n"
	}
	return ""
}
