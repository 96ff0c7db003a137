package ask

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
)

// Terminal runs the interview full-screen. If s is nil, the prompt determines
// the session. The caller must check that In and Out are terminals. A canceled
// context ends the interview as if the person had quit.
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
	// and contexts deadlocks, or returns while it is still reading keys. A
	// message ends the program in an orderly way.
	p := tea.NewProgram(m, tea.WithoutSignalHandler(), tea.WithInput(o.In), tea.WithOutput(m.out), tea.WithAltScreen(), tea.WithFPS(1))
	m.job = newJob(p.Send)
	defer m.job.end()
	stop := context.AfterFunc(ctx, func() { p.Send(quitMsg{}) })
	defer stop()
	if _, err := p.Run(); err != nil && !f.done && ctx.Err() == nil {
		return Quit, terminalError(o.In, err)
	}
	return f.outcome, f.err // Quit, unless the interview ended in another way
}

// terminalError returns the reason that the library failed, without the
// library's own wording.
func terminalError(in io.Reader, err error) error {
	if f, ok := in.(*os.File); ok && !hasTerminal(f) {
		return errors.New("could not read keys, because another command has the terminal; run the quiz by itself")
	}
	return errors.New(strings.TrimPrefix(err.Error(), tea.ErrProgramKilled.Error()+": "))
}

type (
	quitMsg    struct{} // the context ended
	suspendMsg struct{} // the person or another process asked to suspend the program
	resumeMsg  struct{} // the program has the terminal again
)

// A model draws the flow's page and handles keys. Each key takes effect at
// once. If Enter were forwarded to the library, the answer would be recorded
// only after the keys that follow it.
type model struct {
	flow   *flow
	out    *display
	job    *job
	styles *styles
	guard  guard
	page   page
	sel    *huh.Select[int] // nil if the page has no choices
	position
	pending  *pendingKey // key that takes effect unless it repeats, or nil
	below    position    // where the person was when an overlay opened
	window   window
	headings []heading // of the text being read
	w, h     int
}

// A position is where the person is on a page.
type position struct {
	id       pageID
	selected int  // index of the choice under the cursor, or -1
	moved    bool // whether the person moved the cursor, so that the choice under it shows what it would become
	scroll   int  // number of lines scrolled, if the page has no choices
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
	case settleMsg:
		if msg.key == m.pending {
			m.settle()
		}
	case quitMsg:
		if m.settle(); !m.flow.done {
			m.flow.end(Quit)
		}
	}
	if m.flow.done {
		return m, tea.Quit
	}
	if m.w > 0 {
		m.out.draw(m.frame(), m.w) // ignored, because an error would occur again at the next read
	}
	return m, cmd
}

// resize sets the size of the screen. Some terminals report 0x0, which means
// the default size.
func (m *model) resize(w, h int) {
	if w <= 0 || h <= 0 {
		w, h = 80, 24
	}
	m.w, m.h = w, h
	m.out.forget()
	m.build()
}

// release gives up the terminal while a command runs.
func (m *model) release(c tea.ExecCommand) tea.Cmd {
	return tea.Exec(c, func(error) tea.Msg { return resumeMsg{} })
}

// keys handles the keys of one read. The library merges characters that are
// typed quickly into one message.
func (m *model) keys(msg tea.KeyMsg) tea.Cmd {
	if msg.Paste {
		return nil
	}
	if msg.Type != tea.KeyRunes || msg.Alt {
		return m.key(msg.String(), msg)
	}
	var cmd tea.Cmd
	for _, r := range msg.Runes {
		cmd = tea.Batch(cmd, m.key(string(r), tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}))
	}
	return cmd
}

func (m *model) key(name string, msg tea.KeyMsg) tea.Cmd {
	if m.flow.done {
		return nil // ignore keys after the last answer
	}
	switch name {
	case "left", "shift+tab", "esc":
		if m.flow.overlay == noOverlay && m.flow.atEnd() { // only b leaves the result
			m.flow.notice = ""
			m.page = m.flow.page()
			return nil
		}
		name = "b"
	}
	press := m.guard.press(name)
	if press != repeat {
		m.settle()
	}
	if m.flow.done {
		return nil
	}
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
	if m.page.read != nil && m.scrollTo(name) {
		return nil
	}
	switch do := m.action(name); {
	case do == nil:
	case press == repeat:
		m.ignore(name)
	case press == maybeHeld:
		return m.hold(name, do)
	default:
		m.act(name, do)
	}
	return nil
}

// action returns the function for a key on the current page, or nil.
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
	case name == "q" && m.flow.overlay == quitOverlay:
		return func() { m.flow.notice = textQuitTwice }
	case m.page.continues && m.flow.overlay != welcomeOverlay && strings.Contains("bq?", name):
		return m.page.command("enter")
	}
	return nil
}

// act performs an action of the flow and shows the resulting page.
func (m *model) act(key string, act func()) {
	was := m.flow.pageID()
	act()
	if m.flow.done {
		return
	}
	m.guard.from = ""
	id, at := m.flow.pageID(), m.position
	if id != was {
		m.moved, m.guard.from = false, key
	}
	m.showPage()
	switch {
	case id == was && m.page.body != nil:
		m.scroll = at.scroll
	case was.overlay == noOverlay && id.overlay != noOverlay:
		m.below = at
	case was.overlay != noOverlay && id == m.below.id:
		m.position = m.below
		m.build()
	}
}

func (m *model) showPage() {
	m.page = m.flow.page()
	m.id, m.selected, m.scroll = m.flow.pageID(), m.page.cursor, 0
	m.build()
}
