package ask

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"github.com/rolefit/rolefit/internal/fit"
)

// Terminal holds the interview full-screen. The options' In and Out must be
// terminals; that is for the caller to check. A cancelled context ends it as
// leaving does.
func Terminal(ctx context.Context, q *fit.Quiz, a *fit.Answers, o Options) (Outcome, error) {
	f := newFlow(q, a, o)
	if f.over || ctx.Err() != nil {
		return f.outcome, nil
	}
	m := &model{flow: f, paint: newPaint(o)}
	m.turn()
	// Signals come through the context. The library's own handling of either
	// deadlocks or returns while it still reads keys; a message ends it in order.
	p := tea.NewProgram(m, tea.WithoutSignalHandler(), tea.WithInput(o.In), tea.WithOutput(o.Out), tea.WithAltScreen())
	stop := context.AfterFunc(ctx, func() { p.Send(quitMsg{}) })
	defer stop()
	if _, err := p.Run(); err != nil && !f.over && ctx.Err() == nil {
		return Left, err
	}
	return f.outcome, nil // Left until something ends it
}

// leave is the message that the context has ended.
type quitMsg struct{}

// A model draws the flow's page and feeds it keys. Every key acts at once:
// handing Enter on to the library would answer after the keys behind it.
type model struct {
	flow   *flow
	paint  *paint
	page   page
	sel    *huh.Select[int] // nil on a page without choices
	at     int              // the choice under the cursor
	scroll int              // lines scrolled, on a page without choices
	w, h   int
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
		if !m.flow.over {
			m.flow.end(Left)
		}
	}
	if m.flow.over {
		return m, tea.Quit
	}
	return m, nil
}

// keys takes what came in one read: the library merges characters that were
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
	if m.flow.over {
		return // keys behind the last one answer nothing
	}
	switch name {
	case "ctrl+c", "ctrl+d":
		m.flow.end(Left)
		return
	case "left", "shift+tab", "esc":
		name = "b"
	case "up", "k", "down", "j", "home", "end":
		m.move(name, msg)
		return
	}
	if do := m.page.command(strings.ToLower(name)); do != nil {
		m.do(do)
	} else if i := m.page.choice(name); i >= 0 {
		m.do(m.page.choices[i].do)
	} else if name == "enter" && m.sel != nil {
		if i, ok := m.sel.Hovered(); ok {
			m.do(m.page.choices[i].do)
		}
	} else if m.page.passing && name == "b" {
		m.do(m.page.command("enter"))
	}
}

// do acts on the flow and turns to the page that follows.
func (m *model) do(act func()) {
	act()
	if !m.flow.over {
		m.turn()
	}
}

func (m *model) turn() {
	m.page = m.flow.page()
	m.at, m.scroll = m.page.start, 0
	m.build()
}

// move moves the cursor, past what cannot be picked; on a page without
// choices it scrolls.
func (m *model) move(name string, msg tea.KeyMsg) {
	if m.sel == nil {
		m.scroll += map[string]int{"up": -1, "k": -1, "down": 1, "j": 1}[name]
		return
	}
	m.sel.Update(msg)
	if i, ok := m.sel.Hovered(); ok && m.page.choices[i].off {
		on := map[string]tea.KeyType{"home": tea.KeyDown, "end": tea.KeyUp, "up": tea.KeyUp, "k": tea.KeyUp}[name]
		if on == 0 {
			on = tea.KeyDown
		}
		m.sel.Update(tea.KeyMsg{Type: on})
	}
	if i, ok := m.sel.Hovered(); ok {
		m.at = i
	}
}
