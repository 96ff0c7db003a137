package ask

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"

	"github.com/rolefit/rolefit/internal/wrap"
)

const (
	widest   = 78 // cells of a line: longer ones are hard to read
	cursor   = "> "
	narrow   = 12 // below this many cells lines are cut instead of wrapped
	barCells = 40
)

// The colour profiles of lipgloss. They are numbers here because the package
// that names them must not be imported: it is what queries the terminal.
const (
	sixteenColours = 2
	noColours      = 3
)

// A paint is the styles of the screen: the terminal's own sixteen colours,
// which suit light and dark ones, and none of which means anything alone.
type paint struct {
	title, soft, note lipgloss.Style
	theme             *huh.Theme
	keys              *huh.KeyMap
}

func newPaint(o Options) *paint {
	r := lipgloss.NewRenderer(o.Out)
	r.SetColorProfile(noColours)
	if o.Color {
		r.SetColorProfile(sixteenColours)
	}
	p := &paint{
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
	p.keys.Select.Filter = key.NewBinding() // without keys; one that is disabled comes back
	return p
}

// build makes the widget anew: the library never lets go of a height.
func (m *model) build() {
	if m.sel = nil; len(m.page.choices) == 0 {
		return
	}
	options := make([]huh.Option[int], len(m.page.choices))
	for i := range m.page.choices {
		options[i] = huh.NewOption(strings.Join(m.choiceLines(i), "\n"), i)
	}
	at := m.at
	m.sel = huh.NewSelect[int]().Options(options...).Value(&at)
	m.sel.WithTheme(m.paint.theme).WithKeyMap(m.paint.keys).WithWidth(m.width() + 1)
	m.sel.Focus()
	m.sel.Update(nil)
}

func (m *model) width() int { return max(min(m.w-1, widest), narrow) }

// choiceLines is a choice as it stands behind the cursor.
func (m *model) choiceLines(i int) []string {
	c := m.page.choices[i]
	return wrap.Hanging(c.key+" ", c.label(), m.width()-len(cursor))
}

// A density is how much room a screen leaves.
type density int

const (
	roomy density = iota // blank lines between the parts
	airy                 // only around the choices
	snug                 // none
	tight                // no bar, no time left, few keys
)

// View draws the page: as roomy as fits, else scrolled.
func (m *model) View() string {
	if m.flow.over || m.w == 0 || m.h == 0 {
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

// head is everything above the choices.
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
	for _, line := range m.where(d) {
		lines = append(lines, m.paint.soft.Render(line))
	}
	if len(p.notes) > 0 {
		part(m.paint.note, p.notes...)
	}
	part(m.paint.title, p.title)
	for _, text := range p.text {
		part(lipgloss.NewStyle(), text)
	}
	if p.ask != "" {
		part(m.paint.soft, p.ask)
	}
	return lines
}

// where is the progress, the time left at its right if there is room, and the
// bar.
func (m *model) where(d density) []string {
	p, w := &m.page, m.width()
	if p.where == "" {
		return nil
	}
	lines := wrap.Lines(p.where, w)
	if d == tight {
		return lines
	}
	if gap := w - lipgloss.Width(p.where) - lipgloss.Width(p.left); p.left != "" && gap >= 2 {
		lines[0] += strings.Repeat(" ", gap) + p.left
	} else if p.left != "" {
		lines = append(lines, wrap.Lines(p.left, w)...)
	}
	if p.bar != (bar{}) {
		lines = append(lines, p.bar.draw(min(w, barCells)))
	}
	return lines
}

// draw shows what is done, what comes in any case, and what may come.
func (b bar) draw(cells int) string {
	all := b.done + b.sure + b.possible
	width := min(all, cells)
	scale := func(n int) int { return (n*width + all/2) / all }
	done, sure := scale(b.done), scale(b.done+b.sure)
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

// foot is the keys that work here.
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
			continue // q offers it too
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
		lines[i] = m.paint.soft.Render(lines[i])
	}
	return lines
}

// crop cuts lines to height around the choice under the cursor, or from where
// one has scrolled to, and says how many it leaves out.
func (m *model) crop(lines []string, head, height int) []string {
	room := height - 1 // for what says so
	if room < 1 {
		return lines[:min(len(lines), max(height, 0))]
	}
	top := min(max(m.scroll, 0), len(lines)-room)
	if m.sel != nil {
		first := head
		for i := range m.at {
			first += len(m.choiceLines(i))
		}
		last := first + len(m.choiceLines(m.at))
		top = min(max(last-room, 0), first)
	} else {
		m.scroll = top
	}
	below := len(lines) - top - room
	said := m.paint.soft.Render(elsewhere(top, below, m.w))
	return append(lines[top:top+room:top+room], said)
}
