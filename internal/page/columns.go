package page

// Columns shows blocks side by side on a wide HTML page, and below each other
// elsewhere.
type Columns []Column

// A Column is a list of blocks below a title.
type Column struct {
	Title  string
	Blocks []Block
}

func (c Columns) text(w *textWriter) {
	for i, x := range c {
		if i > 0 {
			w.print("\n")
		}
		w.lines("", x.Title, bold)
		w.nested(gutter, func(w *textWriter) { w.blocks(x.Blocks) })
	}
}

func (c Columns) spoken(w *textWriter) { c.text(w) }

func (c Columns) markdown(w *markdownWriter) {
	for i, x := range c {
		if i > 0 {
			w.line()
		}
		w.blocks(append([]Block{Subheading(x.Title)}, x.Blocks...))
	}
}

func (c Columns) html(w *htmlWriter) {
	w.raw("\n<div class=\"columns\">")
	for _, x := range c {
		w.raw("\n<div>")
		Subheading(x.Title).html(w)
		w.blocks(x.Blocks)
		w.raw("\n</div>")
	}
	w.raw("\n</div>")
}
