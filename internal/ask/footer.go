package ask

import (
	"cmp"
	"fmt"
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
	if d <= roomy && (m.page.tag == "" || m.h > maxHeight) {
		lines = append([]string{""}, append(lines, "")...)
	}
	return append(lines, m.keyLines(m.footerKeys(), d)...)
}

// keyLines returns the lines that list the available keys. On a low screen, the
// last keys lose their names if they would need more lines; help has them. All
// questions have one line, because the longest one has no room for more.
func (m *model) keyLines(keys []command, d density) []string {
	most := 1
	switch {
	case m.page.tag != "":
		most = 3
	case m.page.mode == noMode && d != tight:
		most = 2
	}
	lines := m.joined(keys)
	for i := len(keys) - 1; i >= 0 && m.h < maxHeight && len(lines) > most; i-- {
		keys[i].name = ""
		lines = m.joined(keys)
	}
	return lines
}

// linesShown describes which lines of a page are visible, and how to see more.
func (m *model) linesShown() string {
	w, s := m.window, m.styles
	text := s.soft.Render(fmt.Sprintf("Lines %d-%d of %d", w.first+1, w.last, w.all))
	if w.last < w.all {
		text += s.soft.Render(s.glyphs.between) + s.key.Render("Space") + s.soft.Render(" next page")
	}
	return text
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
func (m *model) footerKeys() []command {
	var keys []command
	if len(m.page.choices) > 0 {
		keys = append(keys, command{key: m.page.pickKeys(), name: "pick"})
	}
	if m.page.read != nil {
		keys = append(keys, command{key: "n/N", name: "section"}, command{key: "g/G", name: "start/end"})
	}
	for _, c := range m.page.commands {
		switch {
		case c.key == "enter" && m.page.read != nil:
			c.key = "q"
		case c.key == "enter":
			c.key = "Enter"
		}
		if m.narrow() {
			c.name = cmp.Or(m.page.shortNames[c.key], c.name)
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
