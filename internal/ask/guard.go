package ask

import (
	"fmt"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// A guard detects keys that a person holds down, so that none of them answers
// more than one prompt.
//
// A terminal repeats a held key after a delay that depends on the system, from a
// fifth of a second to two seconds, and then at short intervals. So the first
// repeat looks like another press, and only what follows shows the difference. A
// key that is the same as the one that opened the page therefore takes effect
// after repeatGap, unless it arrives again before that.
type guard struct {
	now  func() time.Time
	key  string    // last key
	at   time.Time // time of the last key
	from string    // key that opened the page; "" if the page accepts it again at once
	held bool      // whether the last key was a repeat
}

const (
	repeatGap  = 150 * time.Millisecond // longer than the interval at which a terminal repeats a key
	releaseGap = 250 * time.Millisecond // silence after repeats that means that the key was released
)

// A press is what a key means.
type press int

const (
	newPress  press = iota // the person pressed it
	maybeHeld              // the person pressed it again, or it is the first repeat
	repeat                 // the person is holding it down
)

// press returns what a key that arrives now means.
func (g *guard) press(key string) press {
	now, gap := g.now(), repeatGap
	if g.held {
		gap = releaseGap
	}
	again, elapsed := key == g.key && key == g.from, now.Sub(g.at)
	g.key, g.at, g.held = key, now, again && elapsed >= 0 && elapsed < gap
	switch {
	case !again:
		return newPress
	case g.held:
		return repeat
	}
	return maybeHeld
}

// A pendingKey is a key that takes effect unless it repeats.
type pendingKey struct {
	name string
	do   func()
}

// settleMsg reports that a key hasn't repeated for repeatGap.
type settleMsg struct{ key *pendingKey }

// hold shows what a key would choose, and waits for repeats.
func (m *model) hold(name string, do func()) tea.Cmd {
	key := &pendingKey{name, do}
	m.pending = key
	if i := m.page.choice(name); i >= 0 {
		m.selected = i
		m.build()
	}
	return tea.Tick(repeatGap, func(time.Time) tea.Msg { return settleMsg{key} })
}

// settle performs the pending key, if there is one.
func (m *model) settle() {
	if key := m.pending; key != nil {
		m.pending = nil
		m.act(key.name, key.do)
	}
}

// ignore drops a repeated key, and the pending key that it repeats.
func (m *model) ignore(name string) {
	m.flow.notice = fmt.Sprintf(textHeld, strings.Replace(name, "enter", "Enter", 1))
	m.page = m.flow.page()
	if m.pending != nil {
		m.pending, m.selected = nil, m.page.cursor
		m.build()
	}
}
