package ask

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"

	"github.com/rolefit/rolefit/internal/wrap"
)

const (
	maxWidth = 78 // columns; longer lines are hard to read
	cursor   = "> "
	minWidth = 12 // columns; on narrower screens lines are cut instead of wrapped
	barCells = 40
)

// These are the color profiles of lipgloss. They are plain numbers because
// importing the package that names them would query the terminal.
const (
	sixteenColors = 2
	noColors      = 3
)

// styles holds the styles of the screen. They use the terminal's own sixteen
// colors, which work on light and dark backgrounds. Color is never the only
// sign of anything.
type styles struct {
	title, soft, note lipgloss.Style
	theme             *huh.Theme
	keys              *huh.KeyMap
}

func newStyles(o Options) *styles {
	r := lipgloss.NewRenderer(o.Out)
	r.SetColorProfile(noColors)
	if o.Color {
		r.SetColorProfile(sixteenColors)
	}
	p := &styles{
		title: r.NewStyle().Bold(true),
		soft:  r.NewStyle().Faint(true),
		note:  r.NewStyle().Foreground(lipgloss.Color("5")),
		theme: huh.ThemeBase(),
		keys:  huh.NewDefaultKeyMap(),
	}
	p.theme.Focused.Base = r.NewStyle()
	p.theme.Focused.SelectSelector = r.NewStyle().Foreground(lipgloss.Color("6")).Bold(true).SetString(cursor)
	p.theme.Focused.SelectedOption = r.NewStyle().Foreground(lipgloss.Color("6")).Bold(true)
	p.theme.Focused.UnselectedOption = r.NewStyle()
	p.keys.Select.Filter = key.NewBinding() // A binding without keys; a merely disabled one would be enabled again.
	return p
}

// build makes a new widget, because the library never unsets a height.
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
	m.sel.WithTheme(m.styles.theme).WithKeyMap(m.styles.keys).WithWidth(m.width() + 1)
	m.sel.Focus()
	m.sel.Update(nil)
}

func (m *model) width() int { return max(min(m.w-1, maxWidth), minWidth) }

// choiceLines returns the lines of a choice, to be shown after the cursor.
func (m *model) choiceLines(i int) []string {
	c := m.page.choices[i]
	return wrap.Hanging(c.key+" ", c.label(), m.width()-len(cursor))
}

// A density says how much vertical space separates the parts of a screen.
type density int

const (
	roomy density = iota // blank lines between all parts
	airy                 // blank lines only around the choices
	snug                 // no blank lines
	tight                // no blank lines, bar, time left or secondary keys
)

// View draws the page with as much spacing as fits, or scrolled if even the
// tightest layout is too tall.
func (m *model) View() string {
	if m.flow.done || m.w == 0 || m.h == 0 {
		return ""
	}
	for d := roomy; ; d++ {
		head, body, foot := m.head(d), m.body(), m.foot(d)
		if d <= airy {
			head = append(head, "")
			if len(body) > 0 {
				body = append(body, "")
			}
		}
		lines := append(head, body...)
		if len(lines)+len(foot) <= m.h {
			return strings.Join(append(lines, foot...), "\n")
		}
		if d == tight {
			if len(foot) > 1 {
				foot = []string{"? help"}
			}
			return strings.Join(append(m.crop(lines, len(head), m.h-len(foot)), foot...), "\n")
		}
	}
}

// head returns everything above the choices.
func (m *model) head(d density) []string {
	p, w := &m.page, m.width()
	var lines []string
	part := func(style lipgloss.Style, texts ...string) {
		if d == roomy && len(lines) > 0 && len(texts) > 0 {
			lines = append(lines, "")
		}
		for _, text := range texts {
			for _, line := range wrap.Lines(text, w) {
				lines = append(lines, style.Render(line))
			}
		}
	}
	for _, line := range m.progressLines(d) {
		lines = append(lines, m.styles.soft.Render(line))
	}
	if len(p.notes) > 0 {
		part(m.styles.note, p.notes...)
	}
	part(m.styles.title, p.title)
	for _, text := range p.text {
		part(lipgloss.NewStyle(), text)
	}
	if p.instruction != "" {
		part(m.styles.soft, p.instruction)
	}
	return lines
}

// progressLines returns the progress, with the time left on the right if there
// is room, and the bar.
func (m *model) progressLines(d density) []string {
	p, w := &m.page, m.width()
	if p.progress == "" {
		return nil
	}
	lines := wrap.Lines(p.progress, w)
	if d == tight {
		return lines
	}
	if gap := w - lipgloss.Width(p.progress) - lipgloss.Width(p.timeLeft); p.timeLeft != "" && gap >= 2 {
		lines[0] += strings.Repeat(" ", gap) + p.timeLeft
	} else if p.timeLeft != "" {
		lines = append(lines, wrap.Lines(p.timeLeft, w)...)
	}
	if p.bar != (bar{}) {
		lines = append(lines, p.bar.render(min(w, barCells)))
	}
	return lines
}

// render draws the questions answered, certain to come, and possible.
func (b bar) render(cells int) string {
	all := b.done + b.certain + b.possible
	width := min(all, cells)
	scale := func(n int) int { return (n*width + all/2) / all }
	done, sure := scale(b.done), scale(b.done+b.certain)
	return strings.Repeat("█", done) + strings.Repeat("░", sure-done) + strings.Repeat("·", width-sure)
}

func (m *model) body() []string {
	if m.sel == nil {
		return nil
	}
	lines := strings.Split(m.sel.View(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines
}

// foot returns the line of available keys.
func (m *model) foot(d density) []string {
	var names []string
	if len(m.page.choices) > 0 && d != tight {
		first, last := m.page.choices[0].key, m.page.choices[len(m.page.choices)-1].key
		names = append(names, first+"-"+last+" pick")
	}
	for _, c := range m.page.commands {
		name := c.key
		if c.key == "enter" {
			name = "Enter"
		}
		if d == tight && c.key == "f" {
			continue // The q key offers this too.
		}
		names = append(names, name+" "+c.name)
	}
	gap := " · "
	if d != roomy {
		gap = ", "
	}
	lines := []string{""}
	for i, name := range names {
		last := &lines[len(lines)-1]
		switch {
		case i == 0:
			*last = name
		case lipgloss.Width(*last+gap+name) <= m.width():
			*last += gap + name
		default:
			lines = append(lines, name)
		}
	}
	for i := range lines {
		lines[i] = m.styles.soft.Render(lines[i])
	}
	return lines
}

// crop cuts lines to the given height, around the choice under the cursor or
// from the scroll position, and adds a note with the number of hidden lines.
func (m *model) crop(lines []string, head, height int) []string {
	room := height - 1 // one line is for the note
	if room < 1 {
		return lines[:min(len(lines), max(height, 0))]
	}
	top := min(max(m.scroll, 0), len(lines)-room)
	if m.sel != nil {
		first := head
		for i := range m.selected {
			first += len(m.choiceLines(i))
		}
		last := first + len(m.choiceLines(m.selected))
		top = min(max(last-room, 0), first)
	} else {
		m.scroll = top
	}
	below := len(lines) - top - room
	note := m.styles.soft.Render(hiddenLines(top, below, m.w))
	return append(lines[top:top+room:top+room], note)
}
