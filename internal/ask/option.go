package ask

import (
	"strings"

	"github.com/charmbracelet/huh"

	"github.com/rolefit/rolefit/internal/wrap"
)

// build creates a new widget, because the library's widgets never unset a
// height.
func (m *model) build() {
	if m.sel = nil; len(m.page.choices) == 0 {
		return
	}
	options := make([]huh.Option[int], len(m.page.choices))
	for i := range m.page.choices {
		options[i] = huh.NewOption(strings.Join(m.choiceLines(i), "\n"), i)
	}
	at := m.selected
	m.sel = huh.NewSelect[int]().Options(options...).Value(&at)
	m.sel.WithTheme(m.styles.theme).WithKeyMap(m.styles.keys).WithWidth(m.fieldWidth() + 1)
	m.sel.Focus()
	m.sel.Update(nil)
}

// choiceLines returns the lines of a choice: the cursor, a mark, the key, the
// text, and at its end what the mark means. There is always room for that, so
// that marking a choice moves nothing.
func (m *model) choiceLines(i int) []string {
	c := m.page.choices[i]
	before, width := m.gutter(i), m.fieldWidth()
	indent := strings.Repeat(" ", wrap.Width(m.plainGutter(c.key)))
	text := withRoom(c.text, width-len(indent), m.markRoom(c))
	last := len(text) - 1
	word, style := m.word(i)
	for n := range text {
		line := text[n]
		if i == m.selected {
			line = m.styles.title.Render(line)
		}
		if n == last && word != "" {
			line += strings.Repeat(" ", max(1, width-wrap.Width(indent+text[n])-wrap.Width(word))) + m.styles.mark[style].Render(word)
		}
		text[n] = before + line
		before = indent
	}
	return text
}

// withRoom wraps text so that its last line leaves this many columns free.
func withRoom(text string, width, room int) []string {
	lines := wrap.Lines(text, max(1, width))
	if wrap.Width(lines[len(lines)-1])+room > width {
		shorter := wrap.Lines(text, max(1, width-room))
		if len(shorter) > len(lines)+1 {
			return append(lines, "")
		}
		lines = shorter
	}
	return evenly(text, lines, width-room)
}

// evenly wraps text into the same number of lines again, so that the last line
// isn't a single short word. The last line has at most most columns.
func evenly(text string, lines []string, most int) []string {
	for n, width := len(lines), wrap.Width(lines[0]); n > 1 && wrap.Width(lines[n-1]) < wrap.Width(lines[0])/3; width-- {
		narrower := wrap.Lines(text, max(1, width))
		if len(narrower) > n || wrap.Width(narrower[n-1]) > most {
			break
		}
		lines = narrower
	}
	return lines
}

// plainGutter returns the text before a choice, without marks.
func (m *model) plainGutter(key string) string {
	switch {
	case m.narrow():
		return "  " + key + " "
	case m.page.mode == noMode:
		return "  " + key + "  "
	}
	return "    " + key + "  "
}

// gutter returns the text before a choice. On a narrow screen it has room for
// either the cursor or a mark; on the best option, it shows the mark.
func (m *model) gutter(i int) string {
	c, s := m.page.choices[i], m.styles
	cursor, sign := " ", " "
	if i == m.selected {
		cursor = s.mark[m.page.mode].Render(s.glyphs.cursor)
	}
	if _, mode := m.word(i); mode != noMode {
		sign = s.mark[mode].Render(s.glyphs.of(mode))
	}
	if m.narrow() {
		if i != m.selected || c.mark == markBest {
			cursor = sign
		}
		return cursor + " " + c.key + " "
	}
	if m.page.mode == noMode {
		return cursor + " " + c.key + "  "
	}
	return cursor + " " + sign + " " + c.key + "  "
}

// word returns the word for the mark of a choice, and whether it is about best
// or worst. The choice under a moving cursor shows what it would become.
func (m *model) word(i int) (string, mode) {
	c := m.page.choices[i]
	switch {
	case c.mark != noMark:
		return c.mark.word(), c.mark.mode()
	case m.moved && i == m.selected && m.page.mode == bestMode:
		return "best?", bestMode
	case m.moved && i == m.selected && m.page.mode == worstMode:
		return "worst?", worstMode
	}
	return "", noMode
}

// markRoom returns the number of columns that the word of a choice's mark needs,
// including a space before it.
func (m *model) markRoom(c choice) int {
	room := wrap.Width(c.mark.word())
	if m.page.mode != noMode {
		room = max(room, wrap.Width("worst?"))
	}
	if room == 0 {
		return 0
	}
	return 1 + room
}
