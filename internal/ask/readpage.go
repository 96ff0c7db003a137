package ask

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/safetext"
)

// readPage returns a page of text to scroll through. Plain mode prints all of
// it.
func (f *flow) readPage() page {
	return page{read: f.text, continues: true, commands: []command{{"enter", "back", f.close}, f.help()}}
}

// A heading is the line on which a section of a text begins.
type heading struct {
	line int
	name string
}

// lines returns the lines of sections and their headings.
func lines(sections []Section) (all []string, headings []heading) {
	for _, s := range sections {
		text := strings.Split(strings.TrimSuffix(s.Text, "\n"), "\n")
		if s.Heading != "" {
			blank := max(0, slices.IndexFunc(text, func(line string) bool { return line != "" }))
			headings = append(headings, heading{len(all) + blank, safetext.Sanitize(s.Heading)})
		}
		all = append(all, text...)
	}
	return all, headings
}

// reading lays out a text to read. The header names the section that the first
// visible line belongs to.
func (m *model) reading() []string {
	all, headings := lines(m.page.read(m.width()))
	bottom := m.footer(scrolling)
	top, space := []string{}, []string{}
	if m.h >= maxHeight {
		top, space = []string{""}, []string{""}
	}
	bottom = append(space, bottom...)
	view := max(1, m.h-2*len(top)-1-len(bottom))
	most := max(0, len(all)-view)
	if n := len(headings); n > 0 && most > 0 {
		most = max(most, headings[n-1].line) // so that each section can begin at the top
	}
	m.scroll = min(max(m.scroll, 0), most)
	m.window, m.headings = window{first: m.scroll, last: min(len(all), m.scroll+view), all: len(all)}, headings
	for i, h := range headings {
		if h.line <= m.scroll || i == 0 {
			m.page.progress = fmt.Sprintf("%d/%d %s", i+1, len(headings), h.name)
		}
	}
	if len(m.page.notes) == 0 {
		bottom[len(space)] = m.linesShown()
	}
	gap := make([]string, view-(m.window.last-m.window.first))
	return slices.Concat(top, m.header(tight), space, all[m.window.first:m.window.last], gap, bottom)
}

// scrollTo scrolls a text to where a letter leads: the start, the end, or the
// next or previous heading. It reports whether the letter is one of these.
func (m *model) scrollTo(letter string) bool {
	at := m.scroll
	m.flow.notice = ""
	switch letter {
	case "g", "G":
		m.scrollBy(map[string]string{"g": "home", "G": "end"}[letter])
		return true
	case "n":
		i := slices.IndexFunc(m.headings, func(h heading) bool { return h.line > m.scroll })
		if i < 0 {
			m.flow.notice = textLastSection
			break
		}
		at = m.headings[i].line
	case "N":
		at = 0
		for _, h := range m.headings {
			if h.line < m.scroll {
				at = h.line
			}
		}
	default:
		return false
	}
	m.scroll = at
	m.page.notes = m.flow.notes()
	return true
}
