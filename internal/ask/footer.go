package ask

import (
	"strings"

	"github.com/rolefit/rolefit/internal/wrap"
)

// footer returns the notes, for which there is always a line, and the keys.
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
	return append(lines, m.keyLines(d)...)
}

// keyLines lists the keys that work.
func (m *model) keyLines(d density) []string {
	s, lines, used := m.styles, []string{""}, 0
	for _, c := range m.footerKeys(d) {
		item, width := s.key.Render(c.key)+" "+s.soft.Render(c.name), wrap.Width(c.key+" "+c.name)
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

// footerKeys returns the keys to list. A tight screen has the most important
// ones.
func (m *model) footerKeys(d density) []command {
	var keys []command
	if len(m.page.choices) > 0 && d != tight {
		keys = append(keys, command{key: m.page.pickKeys(), name: "pick"})
	}
	if m.page.reading || d == snug && m.page.body != nil {
		keys = append(keys, command{key: "Space", name: "next page"}, command{key: "Up/Down", name: "scroll"})
	}
	for _, c := range m.page.commands {
		switch {
		case m.page.reading:
			c = command{key: "q", name: "back"}
		case c.key == "enter":
			c.key = "Enter"
		case d == tight && c.key == "f": // q offers this too
			continue
		}
		keys = append(keys, c)
	}
	return keys
}

// pickKeys lists the keys of the choices, as in "1-9, a, c-e".
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
