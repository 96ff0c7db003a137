package ask

import (
	"strings"

	"github.com/rolefit/rolefit/internal/wrap"
)

// footer returns the notes and the keys. There is always a line for notes, so
// that nothing moves.
func (m *model) footer(d density) []string {
	var lines []string
	for _, note := range m.page.notes {
		lines = append(lines, rendered(m.styles.note, wrap.Lines(note, m.width()))...)
	}
	if len(lines) == 0 {
		lines = []string{""}
	}
	if d == roomy && (m.page.tag == "" || m.h > maxHeight) {
		lines = append([]string{""}, append(lines, "")...)
	}
	return append(lines, m.keyLines(m.footerKeys(d))...)
}

// footerHere returns the footer for what the window shows, which at the end
// has no key for the next page. It has as many lines as the footer elsewhere.
func (m *model) footerHere(d density) []string {
	most := len(m.footer(d))
	m.atEnd = m.window.last == m.window.all
	lines := m.footer(d)
	m.atEnd = false
	return append(lines, make([]string, most-len(lines))...)
}

// keyLines returns the lines that list the available keys. On a low screen, the
// last keys lose their names if they would need more lines; help has them.
func (m *model) keyLines(keys []command) []string {
	most := 1
	if m.page.tag != "" {
		most = 3
	}
	lines := m.joined(keys)
	for i := len(keys) - 1; i >= 0 && m.h < maxHeight && len(lines) > most; i-- {
		keys[i].name = ""
		lines = m.joined(keys)
	}
	return lines
}

// joined returns the keys and their names in as many lines as they need.
func (m *model) joined(keys []command) []string {
	s, lines, used := m.styles, []string{""}, 0
	for _, c := range keys {
		item, width := s.key.Render(c.key), wrap.Width(c.key)
		if c.name != "" {
			item, width = item+" "+s.soft.Render(c.name), width+1+wrap.Width(c.name)
		}
		last, between := len(lines)-1, s.glyphs.between
		switch {
		case used == 0:
			lines[last] = item
		case used+wrap.Width(between)+width <= m.width():
			lines[last] += s.soft.Render(between) + item
			used += wrap.Width(between)
		default:
			lines, used = append(lines, item), 0
		}
		used += width
	}
	return lines
}

// footerKeys returns the keys to list, the most important ones first.
func (m *model) footerKeys(d density) []command {
	var keys []command
	if len(m.page.choices) > 0 {
		keys = append(keys, command{key: m.page.pickKeys(), name: "pick"})
	}
	switch {
	case m.page.read != nil:
		if !m.atEnd {
			keys = append(keys, command{key: "Space", name: "next page"})
		}
		keys = append(keys, command{key: "n/N", name: "section"}, command{key: "g/G", name: "start/end"})
	case d == scrolling && m.page.body != nil && !m.atEnd:
		keys = append(keys, command{key: "Space", name: "next page"})
	}
	for _, c := range m.page.commands {
		switch {
		case c.key == "enter" && m.page.read != nil:
			c.key = "q"
		case c.key == "enter":
			c.key = "Enter"
		}
		keys = append(keys, c)
	}
	return keys
}

// pickKeys describes the keys of the choices, as in "1-9, a, c-e".
func (p *page) pickKeys() string {
	var runs [][2]string
	for _, c := range p.choices {
		if n := len(runs) - 1; n >= 0 && c.key != "" && c.key[0] == runs[n][1][0]+1 {
			runs[n][1] = c.key
		} else if c.key != "" {
			runs = append(runs, [2]string{c.key, c.key})
		}
	}
	var names []string
	for _, r := range runs {
		if r[0] != r[1] {
			r[0] += "-" + r[1]
		}
		names = append(names, r[0])
	}
	return strings.Join(names, ", ")
}
