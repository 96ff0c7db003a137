package ask

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
)

// Terminal runs the interview full-screen, about a session or, if that is nil,
// about the one that the prompt opens. The caller must check that In and Out are
// terminals. A canceled context ends it as if the person had quit.
func Terminal(ctx context.Context, s *Session, o Options) (Outcome, error) {
	f := newFlow(s, o)
	if f.done || ctx.Err() != nil {
		return f.outcome, nil
	}
	out, ok := o.Out.(*os.File)
	if !ok {
		return Quit, errors.New("the interview needs a terminal to draw on")
	}
	m := newModel(f, &display{File: out})
	// Signals arrive through the context. The library's own handling of signals
	// and contexts deadlocks, or returns while it is still reading keys; a
	// message ends the program in an orderly way.
	p := tea.NewProgram(m, tea.WithoutSignalHandler(), tea.WithInput(o.In), tea.WithOutput(m.out), tea.WithAltScreen(), tea.WithFPS(1))
	m.job = newJob(p.Send)
	defer m.job.end()
	stop := context.AfterFunc(ctx, func() { p.Send(quitMsg{}) })
	defer stop()
	if _, err := p.Run(); err != nil && !f.done && ctx.Err() == nil {
		return Quit, terminalError(o.In, err)
	}
	return f.outcome, f.err // Quit unless something else ends the interview
}

// terminalError returns why the library gave up, without its own words for
// that.
func terminalError(in io.Reader, err error) error {
	if f, ok := in.(*os.File); ok && !hasTerminal(f) {
		return errors.New("could not read keys, because another command has the terminal; run the quiz by itself")
	}
	return errors.New(strings.TrimPrefix(err.Error(), tea.ErrProgramKilled.Error()+": "))
}

type (
	quitMsg    struct{} // the context has ended
	suspendMsg struct{} // the person or another process asks for a pause
	resumeMsg  struct{} // the terminal is back after a pause
)

// A model draws the flow's page and handles keys. Each key takes effect at
// once: forwarding Enter to the library would record the answer only after any
// keys that follow it.
type model struct {
	flow     *flow
	out      *display
	job      *job
	styles   *styles
	guard    guard
	page     page
	sel      *huh.Select[int] // nil if the page has no choices
	selected int              // index of the choice under the cursor; -1 for none
	moved    bool             // whether the person moves the cursor, so that what it would choose is marked
	scroll   int              // number of lines scrolled, if the page has no choices
	view     int              // number of lines that scrolling shows at a time
	w, h     int
}

func newModel(f *flow, out *display) *model {
	m := &model{flow: f, out: out, styles: newStyles(f.options), guard: guard{now: f.options.Now}}
	m.showPage()
	return m
}

// Init implements tea.Model.
func (m *model) Init() tea.Cmd { return nil }

// View implements tea.Model; see display.
func (m *model) View() string { return libraryFrame }

// Update implements tea.Model.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.resize(msg.Width, msg.Height)
	case tea.KeyMsg:
		cmd = m.keys(msg)
	case suspendMsg:
		cmd = m.release(m.job)
	case resumeMsg:
		m.out.forget()
	case continueMsg:
		cmd = m.release(nothing{})
	case quitMsg:
		if !m.flow.done {
			m.flow.end(Quit)
		}
	}
	if m.flow.done {
		return m, tea.Quit
	}
	if m.w > 0 {
		m.out.draw(m.frame(), m.w) // an error would come again with the next read
	}
	return m, cmd
}

// resize takes a size of 0x0, which some terminals report, for the usual one.
func (m *model) resize(w, h int) {
	if w <= 0 || h <= 0 {
		w, h = 80, 24
	}
	m.w, m.h = w, h
	m.out.forget()
	m.build()
}

// release gives the terminal back while a command runs.
func (m *model) release(c tea.ExecCommand) tea.Cmd {
	return tea.Exec(c, func(error) tea.Msg { return resumeMsg{} })
}

// keys handles the keys of one read. The library merges characters that were
// typed quickly into one message.
func (m *model) keys(msg tea.KeyMsg) tea.Cmd {
	if msg.Paste {
		return nil
	}
	if msg.Type != tea.KeyRunes || msg.Alt {
		return m.key(msg.String(), msg)
	}
	for _, r := range msg.Runes {
		m.key(string(r), tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}) // a character pauses nothing
	}
	return nil
}

func (m *model) key(name string, msg tea.KeyMsg) tea.Cmd {
	if m.flow.done {
		return nil // Ignore keys that arrive after the last answer.
	}
	switch name {
	case "left", "shift+tab", "esc":
		name = "b"
	}
	held := m.guard.held(name)
	switch name {
	case "ctrl+c", "ctrl+d":
		m.flow.end(Quit)
		return nil
	case "ctrl+z":
		return m.release(m.job)
	case "up", "k", "down", "j", "home", "end", "pgup", "pgdown", " ":
		m.move(name, msg)
		return nil
	}
	switch do := m.action(name); {
	case do == nil:
	case held:
		m.flow.notice = fmt.Sprintf(textHeld, upper(name))
		m.page = m.flow.page()
	default:
		m.act(name, do)
	}
	return nil
}

// action returns what a key does on the page, or nil.
func (m *model) action(name string) func() {
	if do := m.page.command(strings.ToLower(name)); do != nil {
		return do
	}
	if i := m.page.choice(name); i >= 0 {
		return m.page.choices[i].choose
	}
	switch {
	case name == "enter" && m.page.keepPrevious != nil && !m.moved:
		return m.page.keepPrevious
	case name == "enter" && m.sel != nil && m.selected < 0:
		return func() { m.flow.notice = textMoveFirst }
	case name == "enter" && m.sel != nil:
		return m.page.choices[m.selected].choose
	case m.page.continues && (name == "b" || m.page.reading && name == "q"):
		return m.page.command("enter")
	}
	return nil
}

// act runs an action of the flow and shows the resulting page.
func (m *model) act(key string, act func()) {
	was := m.flow.pageID()
	act()
	if m.flow.done {
		return
	}
	m.guard.from = ""
	if id := m.flow.pageID(); id != was {
		m.guard.arrive(key, was, id)
		m.moved = false
	}
	m.showPage()
}

func (m *model) showPage() {
	m.page = m.flow.page()
	m.selected, m.scroll = m.page.cursor, 0
	m.build()
}

// move moves the cursor, or shows it. If the page has no choices, it scrolls
// instead.
func (m *model) move(name string, msg tea.KeyMsg) {
	if m.sel == nil {
		const far = 1 << 20
		m.scroll += map[string]int{"up": -1, "k": -1, "down": 1, "j": 1, " ": m.view, "pgdown": m.view, "pgup": -m.view, "home": -far, "end": far}[name]
		return
	}
	if m.moved = true; m.selected >= 0 {
		m.sel.Update(msg)
	}
	if i, ok := m.sel.Hovered(); ok {
		m.selected = i
	}
	m.build()
}
