package ask

import (
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
	if n := len(m.page.choices); n > 0 && d != tight {
		keys = append(keys, command{key: keyRange(m.page.choices[0].key, m.page.choices[n-1].key), name: "pick"})
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

// keyRange names the keys from the first to the last. Letters follow 9.
func keyRange(first, last string) string {
	if last > "9" {
		return first + "-9, a-" + last
	}
	return first + "-" + last
}
