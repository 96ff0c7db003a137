package page

// Details contains blocks that only some readers want. HTML hides them until
// the reader opens them. Text replaces them with the command that prints them,
// if there is one. Printed pages and Markdown show them.
type Details struct {
	Summary string
	Command Command
	Blocks  []Block
}

func (d Details) text(w *textWriter) {
	if d.Command.Line != "" && !w.style.All {
		w.lines("", sentence(d.Summary), plain)
		Commands{d.Command}.text(w)
		return
	}
	w.lines("", d.Summary, bold)
	w.nested(gutter, func(w *textWriter) { w.blocks(d.Blocks) })
}

func (d Details) spoken(w *textWriter) { d.text(w) }

func (d Details) markdown(w *markdownWriter) {
	w.blocks(append([]Block{Subheading(d.Summary)}, d.Blocks...))
}

func (d Details) html(w *htmlWriter) {
	w.draw("\n<details>\n<summary>{{.}}</summary>", d.Summary)
	w.blocks(d.Blocks)
	w.raw("\n</details>")
}
