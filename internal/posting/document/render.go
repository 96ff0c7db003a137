package document

import (
	"strings"

	"golang.org/x/net/html/atom"
)

func render(nodes []*node) string {
	var w writer
	for _, n := range nodes {
		w.node(n, false)
	}
	return w.String()
}

// A writer writes the text of a page as a browser would show it, with the same
// spaces and line breaks. Blank rows separate blocks.
type writer struct {
	strings.Builder
	gap  string // gap before the next word: "", " ", "\n" or blockGap
	mark string // mark that precedes the next word
}

// blockGap separates blocks. It is larger than the gaps between the rows of
// double-spaced text.
const blockGap = "\n\n\n"

// separate ensures a minimum gap before the next word.
func (w *writer) separate(gap string) {
	if len(gap) > len(w.gap) || gap == "\n" && w.gap == " " {
		w.gap = gap
	}
}

// lineBreak starts a new row for the next word. A second break adds a blank
// row.
func (w *writer) lineBreak() {
	if strings.HasPrefix(w.gap, "\n") {
		w.gap = blockGap
		return
	}
	w.gap = "\n"
}

func (w *writer) word(s string) {
	if w.Len() > 0 {
		w.WriteString(w.gap)
	}
	w.WriteString(w.mark)
	w.WriteString(s)
	w.gap, w.mark = "", ""
}

func (w *writer) node(n *node, breaks bool) {
	if n.tag == 0 && n.text != "" {
		w.text(n.text, breaks)
		return
	}
	breaks = breaks || n.breaks || n.tag == atom.Pre
	switch n.tag {
	case atom.Br:
		w.lineBreak()
		return
	case atom.B, atom.Strong:
		w.bold(n, breaks)
		return
	case atom.Td, atom.Th, atom.Dd:
		w.cell(n, breaks)
		return
	}
	if !block[n.tag] {
		w.inside(n, breaks)
		return
	}
	w.separate(blockGap)
	switch n.tag {
	case atom.Li:
		w.mark = "- "
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.mark = "# "
	}
	w.inside(n, breaks)
	w.mark = ""
	if n.tag == atom.Dt || n.tag == atom.Tr {
		w.separate("\n")
		return
	}
	w.separate(blockGap)
}

func (w *writer) inside(n *node, breaks bool) {
	for _, c := range n.children {
		w.node(c, breaks)
	}
}

func (w *writer) text(s string, breaks bool) {
	lines := []string{s}
	if breaks {
		lines = strings.Split(strings.ReplaceAll(s, "\r", ""), "\n")
	}
	for i, line := range lines {
		if i > 0 {
			w.lineBreak()
		}
		words := strings.Fields(line)
		if len(words) == 0 {
			if line != "" {
				w.separate(" ")
			}
			continue
		}
		if strings.TrimLeft(line[:1], " \t\n\r") == "" {
			w.separate(" ")
		}
		w.word(strings.Join(words, " "))
		if strings.TrimRight(line[len(line)-1:], " \t\n\r") == "" {
			w.separate(" ")
		}
	}
}

// bold writes an element, with Markdown marks if it may be a heading.
func (w *writer) bold(n *node, breaks bool) {
	if n.size == 0 || n.size > headingBytes || n.find(func(n *node) bool { return n.tag == atom.Br || block[n.tag] }) != nil {
		w.inside(n, breaks)
		return
	}
	inner := strings.TrimSpace(render(n.children))
	w.word("**" + inner + "**")
	if last := n.children[len(n.children)-1]; strings.HasSuffix(last.text, " ") {
		w.separate(" ")
	}
}

// cell writes a table cell or a definition, preceded by its heading.
func (w *writer) cell(n *node, breaks bool) {
	if n.size == 0 {
		return
	}
	if w.gap != blockGap && w.Len() > 0 {
		if w.gap = ": "; strings.HasSuffix(w.String(), ":") {
			w.gap = " "
		}
	}
	w.inside(n, breaks)
	w.gap = " "
	if n.tag == atom.Dd {
		w.gap = blockGap
	}
}
