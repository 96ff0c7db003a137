package ask

import (
	"strings"

	"github.com/charmbracelet/lipgloss"

	"github.com/rolefit/rolefit/internal/wrap"
)

const (
	maxWidth   = 80 // maximum columns of a page, including margins
	maxHeight  = 24 // maximum lines of a page, unless it needs more
	minWidth   = 12 // minimum columns; on narrower screens, lines are cut instead of wrapped
	narrowFrom = 60 // columns below which gutters and margins are small
	barCells   = 40
	timeRoom   = 27 // columns beside the bar, so that its length doesn't depend on the text there
	minBar     = 8
)

// A density is the amount of vertical space between the parts of a screen.
type density int

const (
	spacious  density = iota // as roomy, and blank lines between choices of several lines
	roomy                    // margins, and blank lines between all parts
	airy                     // blank lines, but no margins
	snug                     // no blank lines
	tight                    // in addition, no progress bar
	scrolling                // too little for the page, even so
)

func (m *model) narrow() bool { return m.w < narrowFrom }

func (m *model) margin() int {
	switch {
	case m.w < 2*minWidth:
		return 0
	case m.narrow():
		return 1
	}
	return 2
}

// width returns the width of the page without its margins.
func (m *model) width() int { return max(min(m.w, maxWidth)-2*m.margin(), minWidth) }

// fieldWidth returns the width of the field, which has a border on its left.
func (m *model) fieldWidth() int { return m.width() - 2 }

// frame returns the lines of the screen, with as much spacing as fits. A low
// screen has no margins, so that all its pages begin on the same line. If even
// the tightest layout is too tall, it scrolls.
func (m *model) frame() []string {
	var lines []string
	if m.h >= maxHeight && m.manyLines() {
		lines = m.compose(spacious, maxHeight)
	}
	for height := maxHeight; lines == nil && height <= m.h; height++ {
		lines = m.compose(roomy, height)
	}
	for d := airy; d <= tight && lines == nil; d++ {
		lines = m.compose(d, m.h)
	}
	switch {
	case m.page.read != nil:
		lines = m.reading()
	case lines == nil:
		lines = m.scrolled()
	}
	indent := strings.Repeat(" ", m.margin())
	for i := range lines {
		if lines[i] != "" {
			lines[i] = indent + lines[i]
		}
	}
	return append(lines, make([]string, max(0, m.h-len(lines)))...)
}

// compose lays out the page in this many lines, or returns nil if it needs
// more. The header and the keys stay in place, whatever is between them. A result
// takes as many lines as it needs, up to the height of the screen.
func (m *model) compose(d density, height int) []string {
	top, bottom := append(m.header(d), m.field(d)...), m.footer(d)
	if d <= roomy {
		top = append([]string{""}, top...)
	}
	if d <= roomy && m.page.tag == "" { // a result needs this line
		bottom = append(bottom, "")
	}
	if m.page.body != nil {
		text, complete := m.page.body(m.width(), m.h-len(top)-len(bottom))
		if !complete && m.page.textOptional && len(m.page.text) > 0 {
			shorter := *m
			shorter.page.text = nil
			return shorter.compose(d, height)
		}
		if !complete && m.w < maxWidth { // scrolling loses nothing
			return nil
		}
		top = append(top, text...)
		height = min(m.h, max(height, len(top)+len(bottom)))
	}
	gap := height - len(top) - len(bottom)
	if gap < 0 {
		return nil
	}
	return append(append(top, make([]string, gap)...), bottom...)
}

// header returns the name of the program, the step and the progress.
func (m *model) header(d density) []string {
	p, w := &m.page, m.width()
	name := m.styles.name.Render("rolefit")
	if lipgloss.Width(name)+2+wrap.Width(p.progress) > w {
		name = m.styles.title.Render(wrap.Lines(p.progress, w)[0])
	} else {
		name += strings.Repeat(" ", w-lipgloss.Width(name)-wrap.Width(p.progress)) + p.progress
	}
	if d >= tight {
		return []string{name}
	}
	lines := []string{name}
	if p.tag == "" {
		lines = append(lines, m.progressLine())
	}
	if d <= airy && (p.tag == "" || m.h > maxHeight) { // a box has its own margin
		lines = append(lines, "")
	}
	return lines
}

// progressLine draws the progress bar and, to its right, the time left.
func (m *model) progressLine() string {
	p, w := &m.page, m.width()
	cells := min(barCells, w-max(timeRoom, wrap.Width(p.timeLeft)+2))
	if p.bar == (bar{}) || cells < minBar {
		return m.styles.soft.Render(p.timeLeft)
	}
	gap := strings.Repeat(" ", w-cells-wrap.Width(p.timeLeft))
	return m.styles.bar(p.bar, cells) + gap + m.styles.soft.Render(p.timeLeft)
}

// bar draws the completed steps and the remaining steps.
func (s *styles) bar(b bar, cells int) string {
	all := max(1, b.done+b.left)
	done := (b.done*cells + all/2) / all
	return s.accent.Render(strings.Repeat(s.glyphs.done, done)) + s.soft.Render(strings.Repeat(s.glyphs.left, cells-done))
}

// field returns the main part of the page: the question and the choices.
func (m *model) field(d density) []string {
	if m.page.tag != "" {
		return m.box(d)
	}
	lines := m.asks(d)
	if m.sel != nil {
		if d <= airy {
			lines = append(lines, "")
		}
		lines = append(lines, m.choices(d)...)
	}
	border := m.styles.mark[m.page.mode].Render(m.styles.glyphs.border)
	for i := range lines {
		lines[i] = strings.TrimRight(border+" "+lines[i], " ")
	}
	return lines
}

// manyLines reports whether a choice has more than one line.
func (m *model) manyLines() bool {
	for i := range m.page.choices {
		if len(m.choiceLines(i)) > 1 {
			return true
		}
	}
	return false
}

// choices returns the lines of the choices.
func (m *model) choices(d density) []string {
	lines := strings.Split(m.sel.View(), "\n")
	if d > spacious {
		return lines
	}
	var spaced []string
	for i := range m.page.choices {
		n := len(m.choiceLines(i))
		spaced, lines = append(append(spaced, lines[:n]...), ""), lines[n:]
	}
	return spaced[:len(spaced)-1]
}

// asks returns the texts above the choices.
func (m *model) asks(d density) []string {
	p, w := &m.page, m.fieldWidth()
	var lines []string
	part := func(new ...string) {
		if len(lines) > 0 && len(new) > 0 && d <= airy {
			lines = append(lines, "")
		}
		lines = append(lines, new...)
	}
	part(rendered(m.styles.title, evenly(p.title, wrap.Lines(p.title, w), w))...)
	for _, text := range p.text {
		part(evenly(text, wrap.Lines(text, w), w)...)
	}
	part(m.terms(w)...)
	switch {
	case p.mode != noMode:
		part(m.modeLine())
	case p.instruction != "":
		part(rendered(m.styles.soft, wrap.Lines(p.instruction, w))...)
	}
	return lines
}

func rendered(s lipgloss.Style, lines []string) []string {
	for i := range lines {
		lines[i] = s.Render(lines[i])
	}
	return lines
}

// terms draws names and texts in two columns, if there is room.
func (m *model) terms(width int) (lines []string) {
	if m.narrow() {
		for _, t := range m.page.terms {
			text := wrap.Lines(t.name+": "+t.text, width)
			text[0] = m.styles.key.Render(t.name) + strings.TrimPrefix(text[0], t.name)
			lines = append(lines, text...)
		}
		return lines
	}
	column := 0
	for _, t := range m.page.terms {
		column = max(column, wrap.Width(t.name)+2)
	}
	for _, t := range m.page.terms {
		name := m.styles.key.Render(t.name) + strings.Repeat(" ", column-wrap.Width(t.name))
		for _, line := range wrap.Lines(t.text, max(1, width-column)) {
			lines = append(lines, name+line)
			name = strings.Repeat(" ", column)
		}
	}
	return lines
}

// modeLine describes what a choice means now. It is the most prominent line.
func (m *model) modeLine() string {
	p, s := &m.page, m.styles
	name := "PICK THE BEST"
	switch {
	case len(p.choices) == 2:
		name = "PICK THE BETTER ONE"
	case p.mode == worstMode:
		name = "NOW THE WORST"
	}
	line := s.badge[p.mode].Render(s.glyphs.of(p.mode) + " " + name)
	if lipgloss.Width(line)+2+wrap.Width(p.instruction) <= m.fieldWidth() {
		line += "  " + p.instruction
	}
	return line
}

// box draws a verdict in a box.
func (m *model) box(d density) []string {
	p, w := &m.page, m.width()-4
	title := wrap.Lines(p.title, w)
	if gap := w - wrap.Width(p.title) - wrap.Width(p.tag); gap >= 2 {
		title = []string{m.styles.title.Render(p.title) + strings.Repeat(" ", gap) + m.styles.mark[bestMode].Render(p.tag)}
	} else {
		title = append(rendered(m.styles.title, title), m.styles.mark[bestMode].Render(p.tag))
	}
	for _, text := range p.text {
		title = append(title, wrap.Lines(text, w)...)
	}
	frame := lipgloss.NewStyle().Border(m.styles.glyphs.box).Padding(0, 1).Width(w + 2)
	lines := strings.Split(frame.Render(strings.Join(title, "\n")), "\n")
	if d <= airy {
		lines = append(lines, "")
	}
	return lines
}
