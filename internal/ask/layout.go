package ask

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"github.com/rolefit/rolefit/internal/wrap"
)

const (
	maxWidth   = 80 // maximum columns of a page, including margins
	maxHeight  = 24 // maximum lines of a page, unless it needs more
	maxResult  = 30 // maximum lines of a result
	minWidth   = 12 // minimum columns; on narrower screens, lines are cut instead of wrapped
	narrowFrom = 60 // columns below which gutters and margins are small
	barCells   = 40
	timeRoom   = 27 // columns beside the bar, so that its length doesn't depend on the text there
	minBar     = 8
)

// A density is the amount of vertical space between the parts of a screen.
type density int

const (
	roomy     density = iota // margins, and blank lines between all parts
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
	d := airy
	if m.h >= maxHeight {
		d = roomy
		lines = m.compose(roomy, min(m.h, m.pageHeight()))
	}
	for ; d <= tight && lines == nil; d++ {
		lines = m.compose(d, m.h)
	}
	if lines == nil || m.page.reading {
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

func (m *model) pageHeight() int {
	if m.page.tag != "" {
		return maxResult
	}
	return maxHeight
}

// compose lays out the page in this many lines, or returns nil if it needs
// more. The header and the keys stay in place, whatever is between them.
func (m *model) compose(d density, height int) []string {
	top, bottom := append(m.header(d), m.field(d)...), m.footer(d)
	if d == roomy {
		top = append([]string{""}, top...)
	}
	if d == roomy && m.page.tag == "" { // a result needs this line
		bottom = append(bottom, "")
	}
	if m.page.body != nil {
		top = append(top, m.page.body(m.width(), height-len(top)-len(bottom))...)
	}
	gap := height - len(top) - len(bottom)
	if gap < 0 {
		return nil
	}
	return append(append(top, make([]string, gap)...), bottom...)
}

// scrolled lays out a page that is too tall for the screen. It shows the part
// around the cursor or the scroll position, and a line that describes how much
// is hidden.
func (m *model) scrolled() []string {
	top, field, bottom := m.header(scrolling), m.field(scrolling), m.footer(scrolling)
	if m.page.body != nil {
		field = append(field, m.page.body(m.width(), 2*m.h)...)
	}
	if len(m.page.notes) == 0 {
		bottom = bottom[1:] // the line that describes what is hidden takes its place
	}
	if len(top)+len(bottom) > m.h/2 {
		top, bottom = nil, []string{m.styles.soft.Render("? help")}
	}
	m.view = m.h - len(top) - len(bottom) - 1 // one line describes what is hidden
	if m.view < 1 {
		return append(field[:min(len(field), max(0, m.h-len(bottom)))], bottom...)
	}
	first, most := m.firstLine(field), max(0, len(field)-m.view)
	if !m.lists() && splits(field, most) {
		most++
	}
	first = min(max(first, 0), most)
	if !m.lists() {
		m.scroll = first
	}
	last := min(len(field), first+m.view)
	if !m.lists() && splits(field, last) {
		last--
	}
	hidden := ""
	if most > 0 {
		hidden = fmt.Sprintf("Lines %d to %d of %d", first+1, last, len(field))
		if m.lists() {
			hidden += ": Up/Down for more"
		}
	}
	gap := make([]string, m.view-(last-first))
	m.view = last - first
	return slices.Concat(top, field[first:last], gap, []string{m.styles.soft.Render(hidden)}, bottom)
}

// splits reports whether a page break before line i separates the first line of
// a block, such as the name of a role, from the next one.
func splits(lines []string, i int) bool {
	return i > 1 && i < len(lines) && strings.HasPrefix(lines[i], " ") && !strings.HasPrefix(lines[i-1], " ")
}

// firstLine returns the line of the field to show first.
func (m *model) firstLine(field []string) int {
	if !m.lists() {
		return m.scroll
	}
	selected, after := max(0, m.selected), 0
	for i := selected + 1; i < len(m.page.choices); i++ {
		after += len(m.choiceLines(i))
	}
	last := len(field) - after
	first := last - len(m.choiceLines(selected))
	return min(max(last-m.view, 0), first)
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
	if d <= airy {
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
	if m.page.reading {
		return nil
	}
	if m.page.tag != "" {
		return m.box(d)
	}
	lines := m.asks(d)
	if m.lists() {
		if d <= airy {
			lines = append(lines, "")
		}
		for i := range m.page.choices {
			lines = append(lines, m.choiceLines(i)...)
		}
	}
	border := m.styles.mark[m.page.mode].Render(m.styles.glyphs.border)
	for i := range lines {
		lines[i] = strings.TrimRight(border+" "+lines[i], " ")
	}
	return lines
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
	part(rendered(m.styles.title, wrap.Lines(p.title, w))...)
	for _, text := range p.text {
		part(wrap.Lines(text, w)...)
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
