// Package page draws a page as text for a terminal, as text for screen readers,
// as Markdown and as HTML. It knows how a page looks, but not what it says.
//
// # Building a page
//
// A Page has a title and sections; a section has a heading and blocks. Blocks
// are plain values, built with literals and conversions:
//
//	p := &page.Page{Title: "Your result", Subtitle: "24 answers"}
//	p.Add("",
//		page.Headline("Your answers lean toward Site Reliability Engineer."),
//		page.Paragraph("SRE leads by 16 points; 24 would make it clear."))
//	p.Add("How the roles fit", page.Bars{Rows: []page.Bar{{Label: "SRE", Figure: page.Figure{Value: &fit, Text: "83"}}}})
//	p.Add("Next", page.List{{Label: "Linux", Text: "Read a process from /proc.", Note: "2 hours"}})
//
// Add ignores a section without blocks, so that callers needn't check.
//
// # The blocks
//
//	Headline, Paragraph, Note, Subheading   prose; each is a string
//	List, Numbered, Checklist, Terms        items
//	Commands, Links                         commands to type, links to follow
//	Callout, Quotes                         highlights, answers
//	Table, Grid                             cells, texts in columns
//	Bars, Gauge, Levels                     numbers as pictures
//	Columns, Details                        other blocks, side by side or hidden until opened
//
// # Drawing
//
// Text, Markdown, HTML and HTMLFragment draw a page. All strings in a page are
// untrusted plain text: drawing first sanitizes the whole page (clean.go), and
// each format then escapes its own markup. Numbers are printed exactly as they
// are in the page; only the sizes of pictures are computed here.
//
// # Adding a block
//
// A block is a type in its own file with the methods of Block. If a method is
// missing, the package doesn't compile. If the block isn't among the samples in
// sample_test.go, a test fails.
package page

import "math"

// A Page is a document to draw. The zero value is an empty page.
type Page struct {
	Title    string
	Subtitle string
	Context  string // what a file is about, for someone who gets only the file; in HTML
	Sections []Section
}

// A Section is a list of blocks below a heading, which may be empty.
type Section struct {
	Heading string
	Blocks  []Block
}

// Add appends a section, unless there are no blocks.
func (p *Page) Add(heading string, blocks ...Block) {
	if len(blocks) > 0 {
		p.Sections = append(p.Sections, Section{heading, blocks})
	}
}

// A Block is a part of a page that can draw itself in every format. Only types
// in this package can implement it.
type Block interface {
	// text writes lines for a terminal.
	text(w *textWriter)
	// spoken writes lines for a screen reader, without pictures or columns and
	// with each number beside its name.
	spoken(w *textWriter)
	// markdown writes GitHub Flavored Markdown.
	markdown(w *markdownWriter)
	// html writes elements that HTML allows in a section.
	html(w *htmlWriter)
}

// A Figure is a number to draw and to print.
type Figure struct {
	Value *float64 // number to draw; nil if there is none
	Text  string   // number as printed; "" means a dash
}

// printed returns the text of a figure, or a dash.
func (f Figure) printed() string {
	if f.Text == "" {
		return missing
	}
	return f.Text
}

// missing is printed in place of a missing number.
const missing = "–"

// within limits x to the range from low to high. NaN becomes low.
func within(x, low, high float64) float64 {
	if math.IsNaN(x) {
		return low
	}
	return max(low, min(high, x))
}

// scaleEnd returns the end of a scale: limit, or 100 if limit isn't valid.
func scaleEnd(limit float64) float64 {
	if limit > 0 && limit <= math.MaxFloat64 {
		return limit
	}
	return 100
}

// share returns the position of x on a scale from 0 to limit, as a share from 0
// to 1.
func share(x, limit float64) float64 { return within(x/scaleEnd(limit), 0, 1) }
