package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"github.com/rolefit/rolefit/internal/wrap"
)

// A window is the part of a tall page that is visible: lines first to last-1 of
// all, and this many choices.
type window struct{ first, last, all, choices int }

// bodyScreens is the number of screens that what follows from a verdict should
// fit in.
const bodyScreens = 2

// scrolled lays out a page that is too tall for the screen. It shows the part
// around the cursor or the scroll position, and a line that describes how much
// is hidden.
func (m *model) scrolled() []string {
	field := m.field(scrolling)
	if m.page.body != nil {
		text, _ := m.page.body(m.width(), bodyScreens*m.h)
		field = append(field, text...)
	}
	if notes := m.page.notes; m.page.body != nil && len(m.flow.notes()) == 0 && m.flow.ending.Note == "" {
		for _, note := range notes { // at the end, because they would take space on every screen
			field = append(append(field, ""), rendered(m.styles.note, wrap.Lines(note, m.width()))...)
		}
		m.page.notes = nil
		defer func() { m.page.notes = notes }()
	}
	top, bottom := m.header(scrolling), m.footer(scrolling)
	if len(m.page.notes) == 0 {
		bottom = bottom[1:] // the line that describes what is hidden takes its place
	}
	if len(top)+len(bottom) > m.h/2 {
		top, bottom = nil, []string{m.styles.soft.Render("? help")}
	}
	view := m.h - len(top) - len(bottom) - 1 // one line describes what is hidden
	if view < 1 {
		return append(field[:min(len(field), max(0, m.h-len(bottom)))], bottom...)
	}
	hidden := m.showLines(field, view)
	if m.sel != nil {
		hidden = m.styles.soft.Render(m.showChoices(len(field), view))
	}
	w := m.window
	gap := make([]string, view-(w.last-w.first))
	return slices.Concat(top, field[w.first:w.last], gap, []string{hidden}, bottom)
}

// showLines sets the window for the scroll position, and describes it. It
// separates no first line of a block, such as the name of a role, from the next
// one.
func (m *model) showLines(lines []string, view int) string {
	most := max(0, len(lines)-view)
	if splits(lines, most) {
		most++
	}
	m.scroll = min(max(m.scroll, 0), most)
	m.window = window{first: m.scroll, last: min(len(lines), m.scroll+view), all: len(lines)}
	if splits(lines, m.window.last) {
		m.window.last--
	}
	if most == 0 {
		return ""
	}
	return m.linesShown()
}

// splits reports whether a page break before line i separates the first line of
// a block from the next one.
func splits(lines []string, i int) bool {
	return i > 1 && i < len(lines) && strings.HasPrefix(lines[i], " ") && !strings.HasPrefix(lines[i-1], " ")
}

// showChoices sets the window around the choice under the cursor, and describes
// it. It shows whole choices, unless one alone is too tall.
func (m *model) showChoices(all, view int) string {
	begin := make([]int, len(m.page.choices)+1) // first line of each choice, then the end
	begin[len(m.page.choices)] = all
	for i := len(m.page.choices) - 1; i >= 0; i-- {
		begin[i] = begin[i+1] - len(m.choiceLines(i))
	}
	selected := max(0, m.selected)
	first := min(max(0, all-view), m.scroll, begin[selected])
	if selected == 0 {
		first = 0
	}
	first = min(max(first, begin[selected+1]-view), begin[selected])
	from, to := 0, selected+1
	for from < selected && begin[from] < first {
		from++
	}
	if first > begin[0] {
		first = begin[from]
	}
	m.scroll = first
	for to < len(m.page.choices) && begin[to+1] <= first+view {
		to++
	}
	m.window = window{first, min(begin[to], first+view), all, to - from}
	text := fmt.Sprintf("Choices %d to %d of %d", from+1, to, len(m.page.choices))
	switch {
	case to < len(m.page.choices):
		return text + ": Space for more"
	case first > 0:
		return text + ": Up for more"
	}
	return ""
}

// far is a scroll position beyond the end of any page. It puts the choice under
// the cursor at the top.
const far = 1 << 20

// move moves the cursor, which appears with the first move. If the page has no
// choices, it scrolls instead.
func (m *model) move(name string, msg tea.KeyMsg) {
	if m.sel == nil {
		m.scrollBy(name)
		if m.page.read != nil {
			m.flow.notice = ""
			m.page.notes = m.flow.notes()
		}
		return
	}
	last, some := len(m.page.choices)-1, cmp.Or(m.window.choices, len(m.page.choices))
	switch name {
	case " ", "pgdown":
		m.selected, m.scroll = min(m.selected+some, last), far
	case "pgup":
		m.selected, m.scroll = max(m.selected-some, 0), far
	default:
		if m.selected >= 0 {
			m.sel.Update(msg)
		}
		if i, ok := m.sel.Hovered(); ok {
			m.selected = i
		}
	}
	m.moved = true
	m.build()
}

// scrollBy scrolls a page without choices.
func (m *model) scrollBy(name string) {
	page := m.window.last - m.window.first
	bottom := max(m.scroll, m.window.all-page)
	down := func(n int) int { return min(m.scroll+n, bottom) }
	switch name {
	case "up", "k":
		m.scroll--
	case "down", "j":
		m.scroll = down(1)
	case " ", "pgdown":
		m.scroll = down(page)
	case "pgup":
		m.scroll -= page
	case "home":
		m.scroll = 0
	case "end":
		m.scroll = bottom
	}
}
