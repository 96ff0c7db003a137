package render

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"sync"
)

//go:embed page.html
var pageSource string

// pageStyle is the page's one style sheet. No attribute styles anything, so
// the page forbids everything but this text, by its hash.
//
//go:embed page.css
var pageStyle string

// pageTemplate draws a document as one file without scripts that loads
// nothing. html/template escapes by context; only the style sheet, which is
// our own, goes in as it is. Parsing it takes long enough to wait until a page
// is wanted.
var pageTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Parse(pageSource))
})

type htmlPage struct {
	Title, Subtitle string
	Over            bool // the title only stands over the verdict, which is the headline
	Style           template.CSS
	StyleHash       string
	Sections        []htmlSection
}

type htmlSection struct {
	Heading string
	Blocks  []htmlBlock
}

// An htmlBlock is a block with its kind, on which the template switches.
type htmlBlock struct {
	Kind string
	Data any
}

func drawHTML(d *doc) ([]byte, error) {
	sum := sha256.Sum256([]byte(pageStyle))
	page := htmlPage{
		Title: d.Title, Subtitle: d.Subtitle,
		Style: template.CSS(pageStyle), StyleHash: base64.StdEncoding.EncodeToString(sum[:]),
	}
	for _, s := range d.Sections {
		page.Sections = append(page.Sections, htmlSection{s.Heading, htmlBlocks(s)})
	}
	if len(page.Sections) > 0 {
		page.Over = page.Sections[0].Blocks[0].Kind == string(verdict)
	}
	var b bytes.Buffer
	if err := pageTemplate().Execute(&b, page); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// htmlBlocks gives the blocks their kinds. Neighbours that a wide page shows
// side by side come together.
func htmlBlocks(s section) []htmlBlock {
	var out []htmlBlock
	for _, b := range s.Blocks {
		switch b := b.(type) {
		case para:
			out = append(out, htmlBlock{string(b.Kind), b.Text})
		case subheading:
			out = append(out, htmlBlock{"subheading", b.Text})
		case list:
			out = append(out, htmlBlock{"list", b.Items})
		case command:
			out = together(out, "commands", b)
		case quotes:
			out = together(out, "quotes", b)
		case table:
			out = append(out, htmlBlock{"table", tableView(s.Heading, b)})
		case grid:
			out = append(out, htmlBlock{"grid", b})
		case fitChart:
			out = append(out, htmlBlock{"fits", fitView(b)})
		case leadChart:
			out = append(out, htmlBlock{"lead", leadView(b)})
		case needChart:
			out = together(out, "needs", needView(b))
		case countChart:
			out = append(out, htmlBlock{"counts", countViews(b)})
		case spreadChart:
			out = append(out, htmlBlock{"spreads", spreadViews(b)})
		}
	}
	return out
}

// together adds x to the last block when it is of the same kind.
func together[T any](blocks []htmlBlock, kind string, x T) []htmlBlock {
	if last := len(blocks) - 1; last >= 0 && blocks[last].Kind == kind {
		blocks[last].Data = append(blocks[last].Data.([]T), x)
		return blocks
	}
	return append(blocks, htmlBlock{kind, []T{x}})
}

// An htmlTable is a table whose cells know whether they hold numbers. Its
// label is for those who reach it by the keyboard, or hear it.
type htmlTable struct {
	Label string
	Head  []htmlCell
	Rows  [][]htmlCell
}

type htmlCell struct {
	Text   string
	Number bool
}

func tableView(label string, t table) htmlTable {
	cells := func(row []string) []htmlCell {
		out := make([]htmlCell, len(row))
		for i, text := range row {
			out[i] = htmlCell{text, i >= t.Numbers}
		}
		return out
	}
	view := htmlTable{Label: label, Head: cells(t.Head)}
	for _, row := range t.Rows {
		view.Rows = append(view.Rows, cells(row))
	}
	return view
}
