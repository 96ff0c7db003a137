package ask

import (
	"strings"

	"github.com/rolefit/rolefit/internal/wrap"
)

// lists reports whether the page is a list of choices.
func (m *model) lists() bool { return len(m.page.choices) > 0 }

// moveCursor moves the cursor to another choice. If there was no cursor, it
// appears on the first choice. Past an end, it continues at the other one.
func (m *model) moveCursor(key string) {
	choices := len(m.page.choices)
	switch {
	case m.selected < 0, key == "home":
		m.selected = 0
	case key == "end":
		m.selected = choices - 1
	case key == "up", key == "k":
		m.selected = (m.selected + choices - 1) % choices
	case key == "down", key == "j":
		m.selected = (m.selected + 1) % choices
	}
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
