package ask

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"github.com/rolefit/rolefit/internal/fit"
)

// Terminal runs the interview full-screen. The caller must check that In and
// Out are terminals. A canceled context ends it as if the person had quit.
func Terminal(ctx context.Context, q *fit.Quiz, a *fit.Answers, o Options) (Outcome, error) {
	f := newFlow(q, a, o)
	if f.done || ctx.Err() != nil {
		return f.outcome, nil
	}
	m := &model{flow: f, styles: newStyles(o)}
	m.showPage()
	// Signals arrive through the context. The library's own handling of signals
	// and contexts deadlocks, or returns while it is still reading keys; a
	// message ends the program in an orderly way.
	p := tea.NewProgram(m, tea.WithoutSignalHandler(), tea.WithInput(o.In), tea.WithOutput(o.Out), tea.WithAltScreen())
	stop := context.AfterFunc(ctx, func() { p.Send(quitMsg{}) })
	defer stop()
	if _, err := p.Run(); err != nil && !f.done && ctx.Err() == nil {
		return Quit, err
	}
	return f.outcome, nil // Quit unless something else ends the interview
}

// quitMsg reports that the context has ended.
type quitMsg struct{}

// A model draws the flow's page and handles keys. Each key takes effect at
// once: forwarding Enter to the library would record the answer only after any
// keys that follow it.
type model struct {
	flow     *flow
	styles   *styles
	page     page
	sel      *huh.Select[int] // nil if the page has no choices
	selected int              // index of the choice under the cursor
	scroll   int              // number of lines scrolled, if the page has no choices
	w, h     int
}

func (m *model) Init() tea.Cmd { return nil }

func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
		m.build()
	case tea.KeyMsg:
		m.keys(msg)
	case quitMsg:
		if !m.flow.done {
			m.flow.end(Quit)
		}
	}
	if m.flow.done {
		return m, tea.Quit
	}
	return m, nil
}

// keys handles the keys of one read. The library merges characters that were
// typed quickly into one message.
func (m *model) keys(msg tea.KeyMsg) {
	if msg.Paste {
		return
	}
	if msg.Type != tea.KeyRunes || msg.Alt {
		m.key(msg.String(), msg)
		return
	}
	for _, r := range msg.Runes {
		m.key(string(r), tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
	}
}

func (m *model) key(name string, msg tea.KeyMsg) {
	if m.flow.done {
		return // Ignore keys that arrive after the last answer.
	}
	if m.flow.pausing() && name != "ctrl+c" && name != "ctrl+d" {
		return
	}
	switch name {
	case "ctrl+c", "ctrl+d":
		m.flow.end(Quit)
		return
	case "left", "shift+tab", "esc":
		name = "b"
	case "up", "k", "down", "j", "home", "end":
		m.move(name, msg)
		return
	}
	if do := m.page.command(strings.ToLower(name)); do != nil {
		m.act(do)
	} else if i := m.page.choice(name); i >= 0 {
		m.act(m.page.choices[i].choose)
	} else if name == "enter" && m.sel != nil {
		if i, ok := m.sel.Hovered(); ok {
			m.act(m.page.choices[i].choose)
		}
	} else if m.page.continues && name == "b" {
		m.act(m.page.command("enter"))
	}
}

// act runs an action of the flow and shows the resulting page.
func (m *model) act(act func()) {
	act()
	if !m.flow.done {
		m.showPage()
	}
}

func (m *model) showPage() {
	m.page = m.flow.page()
	m.selected, m.scroll = m.page.cursor, 0
	m.build()
}

// move moves the cursor past disabled choices. If the page has no choices, it
// scrolls instead.
func (m *model) move(name string, msg tea.KeyMsg) {
	if m.sel == nil {
		m.scroll += map[string]int{"up": -1, "k": -1, "down": 1, "j": 1}[name]
		return
	}
	m.sel.Update(msg)
	if i, ok := m.sel.Hovered(); ok && m.page.choices[i].disabled {
		on := map[string]tea.KeyType{"home": tea.KeyDown, "end": tea.KeyUp, "up": tea.KeyUp, "k": tea.KeyUp}[name]
		if on == 0 {
			on = tea.KeyDown
		}
		m.sel.Update(tea.KeyMsg{Type: on})
	}
	if i, ok := m.sel.Hovered(); ok {
		m.selected = i
	}
}
