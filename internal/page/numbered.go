package page

import "strconv"

// Numbered is a list of items that are numbered from 1. The items' marks aren't
// drawn.
type Numbered []Item

func (l Numbered) margins() (above, below int) { return 0, 1 }
func (l Numbered) spoken(w *textWriter)        { l.text(w) }

func (l Numbered) text(w *textWriter) {
	width := len(strconv.Itoa(len(l)))
	for n, i := range l {
		i.text(w, right(strconv.Itoa(n+1), width)+".")
	}
}

func (l Numbered) markdown(w *markdownWriter) {
	for n, i := range l {
		i.markdown(w, strconv.Itoa(n+1)+". ", "")
	}
}

func (l Numbered) html(w *htmlWriter) {
	w.raw("\n<ol>")
	for _, i := range l {
		i.Mark = ""
		w.raw("\n<li>")
		i.html(w)
		w.raw("</li>")
	}
	w.raw("\n</ol>")
}
