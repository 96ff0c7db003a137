package document

import (
	entities "html"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A node is an element of a page, or text between elements.
type node struct {
	tag      atom.Atom // 0 for text and unknown elements
	text     string
	marks    string // values of class, id and role, in lower case
	prop     string // value of itemprop
	hidden   bool
	shadow   bool // whether it is a template that browsers show in place
	breaks   bool // whether line breaks in its text are significant
	size     int  // number of bytes of text in the element, not counting spaces
	titled   bool // whether the element contains an h1
	children []*node
}

// A page is the content of an HTML file.
type page struct {
	body  *node
	title string   // text of the title element
	data  []string // contents of the JSON-LD blocks
}

// Limits on a page. Real postings have a few thousand elements.
const (
	maxNodes = 200_000
	maxDepth = 256
)

// parsePage parses any HTML into a tree. It handles fewer cases than a browser
// does, so that time and memory are proportional to the size of the page.
func parsePage(text string) *page {
	p := &parser{page: page{body: &node{}}, tokens: html.NewTokenizer(strings.NewReader(text))}
	p.open = []*node{p.body}
	for n := 0; n < maxNodes; n++ {
		kind := p.tokens.Next()
		switch kind {
		case html.ErrorToken:
			p.finish()
			return &p.page
		case html.TextToken:
			p.addText()
		case html.StartTagToken, html.SelfClosingTagToken:
			p.start(kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := p.tokens.TagName()
			p.end(atom.Lookup(name))
		}
	}
	p.finish()
	return &p.page
}

type parser struct {
	page
	tokens *html.Tokenizer
	open   []*node
	raw    atom.Atom // the open script, style or title element
	json   bool      // whether the open script contains JSON-LD
}

func (p *parser) top() *node { return p.open[len(p.open)-1] }

func (p *parser) addText() {
	// Calling p.tokens.Text would make the package build a table of entities.
	raw := string(p.tokens.Raw())
	switch {
	case p.raw == atom.Title && p.title == "":
		p.title = strings.Join(strings.Fields(entities.UnescapeString(raw)), " ")
	case p.json:
		p.data = append(p.data, raw)
	case p.raw == 0:
		p.top().children = append(p.top().children, &node{text: entities.UnescapeString(raw)})
	}
}

func (p *parser) start(closed bool) {
	raw, more := p.tokens.TagName()
	n := &node{tag: atom.Lookup(raw)}
	json := p.attributes(n, more)
	switch n.tag {
	case atom.Script, atom.Style, atom.Title:
		if !closed {
			p.raw, p.json = n.tag, json && n.tag == atom.Script
		}
		return
	case atom.Body, atom.Html, atom.Head:
		return
	}
	if implied := closes[n.tag]; implied != nil {
		p.imply(implied)
	}
	p.top().children = append(p.top().children, n)
	if !closed && !void[n.tag] && len(p.open) < maxDepth {
		p.open = append(p.open, n)
	}
}

// attributes reads the attributes of an element that matter here, and reports
// whether its type is JSON-LD.
func (p *parser) attributes(n *node, more bool) (json bool) {
	var key, value []byte
	for more {
		key, value, more = p.tokens.TagAttr()
		v := strings.ToLower(string(value))
		switch string(key) {
		case "class", "id", "role", "data-testid", "data-automation-id":
			n.marks += " " + v
		case "itemprop":
			n.prop = v
		case "type":
			json = strings.HasPrefix(v, "application/ld+json")
		case "hidden":
			n.hidden = true
		case "shadowrootmode":
			n.shadow = true
		case "style":
			v = strings.ReplaceAll(v, " ", "")
			n.hidden = n.hidden || strings.Contains(v, "display:none") || strings.Contains(v, "visibility:hidden")
			n.breaks = strings.Contains(v, "white-space:pre")
		}
	}
	return json
}

// end closes the innermost open element with this tag, and all elements inside
// it.
func (p *parser) end(tag atom.Atom) {
	if p.raw == tag && tag != 0 {
		p.raw, p.json = 0, false
		return
	}
	for i := len(p.open) - 1; i > 0; i-- {
		if p.open[i].tag == tag {
			p.open = p.open[:i]
			return
		}
		if p.open[i].tag == atom.Table && tag != atom.Table && !block[tag] {
			return
		}
	}
}

// imply closes the innermost open element with one of these tags, whose end tag
// is optional, unless another block is open inside it.
func (p *parser) imply(tags []atom.Atom) {
	for i := len(p.open) - 1; i > 0; i-- {
		for _, t := range tags {
			if p.open[i].tag == t {
				p.open = p.open[:i]
				return
			}
		}
		if block[p.open[i].tag] {
			return
		}
	}
}

// finish computes the sizes of all elements.
func (p *parser) finish() { p.body.measure() }

func (n *node) measure() {
	n.size = 0
	for i := range len(n.text) {
		if n.text[i] > ' ' {
			n.size++
		}
	}
	n.titled = n.tag == atom.H1
	for _, c := range n.children {
		c.measure()
		n.size += c.size
		n.titled = n.titled || c.titled
	}
}

func atoms(tags ...atom.Atom) map[atom.Atom]bool {
	m := map[atom.Atom]bool{}
	for _, t := range tags {
		m[t] = true
	}
	return m
}

var (
	void  = atoms(atom.Br, atom.Hr, atom.Img, atom.Input, atom.Meta, atom.Link, atom.Area, atom.Base, atom.Col, atom.Embed, atom.Source, atom.Track, atom.Wbr)
	block = atoms(atom.P, atom.Div, atom.Hr, atom.Ul, atom.Ol, atom.Li, atom.Tr, atom.Table, atom.Section, atom.Article, atom.Header, atom.Footer,
		atom.Main, atom.Aside, atom.Nav, atom.Dl, atom.Dt, atom.Dd, atom.Blockquote, atom.Pre, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Form, atom.Fieldset, atom.Figure, atom.Details, atom.Summary, atom.Address, atom.Tbody, atom.Thead, atom.Td, atom.Th, atom.Button, atom.Option)

	// closes lists, for each start tag, the elements that it closes implicitly.
	closes = map[atom.Atom][]atom.Atom{
		atom.Li: {atom.Li}, atom.Dt: {atom.Dt, atom.Dd}, atom.Dd: {atom.Dt, atom.Dd}, atom.Tr: {atom.Tr}, atom.Td: {atom.Td, atom.Th},
		atom.Th: {atom.Td, atom.Th}, atom.Option: {atom.Option}, atom.P: {atom.P}, atom.Div: {atom.P}, atom.Ul: {atom.P}, atom.Ol: {atom.P},
		atom.H1: {atom.P}, atom.H2: {atom.P}, atom.H3: {atom.P}, atom.H4: {atom.P}, atom.Table: {atom.P}, atom.Section: {atom.P},
	}
)
