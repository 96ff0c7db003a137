package ask

import (
	"io"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// pressing returns a model on the first card, and functions that press a key and
// let time pass.
func pressing(t *testing.T, a *fit.Answers) (m *model, press func(string), pass func(time.Duration)) {
	t.Helper()
	now := time.Unix(1000, 0)
	f := newFlow(&Session{Quiz: builtinQuiz(t), Answers: a, Resumed: true}, Options{Now: func() time.Time { return now }, Out: io.Discard})
	m = newModel(f, &display{})
	m.resize(80, 24)
	return m, func(key string) {
			if key == "enter" {
				m.keys(tea.KeyMsg{Type: tea.KeyEnter})
				return
			}
			m.keys(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(key)})
		}, func(d time.Duration) {
			now = now.Add(d)
			if m.pending != nil && (d < 0 || now.Sub(m.guard.at) >= repeatGap) {
				m.Update(settleMsg{m.pending})
			}
		}
}

// A key that is held down answers one card, whenever it begins to repeat, and
// says that it counts once. Other keys, and the same one pressed again, count.
func TestHeldKey(t *testing.T) {
	for _, delay := range []time.Duration{200, 300, 500, 660, 2000} {
		a := &fit.Answers{Finished: true}
		m, press, pass := pressing(t, a)
		press("1")
		pass(delay * time.Millisecond)
		for range 200 {
			press("1")
			pass(30 * time.Millisecond)
		}
		require.Len(t, a.Cards, 1)
		require.Equal(t, []string{"Holding 1 counts once."}, m.page.notes)
		pass(repeatGap)
		press("1")
		require.Nil(t, m.pending, "a slow repeat")
		pass(releaseGap)
		press("1")
		pass(repeatGap)
		require.Len(t, a.Cards, 2, "it was released")
		press("2")
		require.Len(t, a.Cards, 3, "another key")
	}
}

// The key of the worst option, held down, doesn't pick the best option of the next
// question.
func TestHeldWorst(t *testing.T) {
	for _, delay := range []time.Duration{200, 300, 500, 660, 2000} {
		a := &fit.Answers{}
		m, press, pass := pressing(t, a)
		press("12")
		pass(delay * time.Millisecond)
		for range 200 {
			press("2")
			pass(30 * time.Millisecond)
		}
		require.Len(t, a.All, 1)
		require.Equal(t, bestMode, m.page.mode)
		require.Equal(t, []string{"Holding 2 counts once."}, m.page.notes)
	}
}

// The same rating for one thing after another counts each time, and shows at
// once what it chooses. A key after it doesn't wait.
func TestSameKeyAgain(t *testing.T) {
	a := &fit.Answers{Finished: true}
	m, press, pass := pressing(t, a)
	press("2")
	for n := range 2 {
		pass(200 * time.Millisecond)
		press("2")
		require.Len(t, a.Cards, n+1)
		require.Equal(t, 1, m.selected)
		pass(repeatGap)
		require.Len(t, a.Cards, n+2)
	}
	pass(200 * time.Millisecond)
	press("21")
	require.Len(t, a.Cards, 4)
	require.Equal(t, a.Start.ID, m.flow.Quiz.Pack.Starts[0].ID)
	press("b")
	pass(-time.Hour)
	press("b")
	pass(repeatGap)
	require.Equal(t, "card:card-4", a.BackTo, "a clock that is set back stops nobody")
}

// With two options, one choice is the answer, so a held key doesn't give more
// than one.
func TestHeldKeyOfTwo(t *testing.T) {
	q, err := fit.NewQuiz(builtinQuiz(t).Pack, []string{"sre", "cloud"})
	require.NoError(t, err)
	a := &fit.Answers{}
	m := drawnModel(t, &Session{Quiz: q, Answers: a, Resumed: true}, 80, 24)
	for range 20 {
		m.key("1", tea.KeyMsg{})
	}
	require.Len(t, a.All, 1)
}

// Enter that is held down, or pressed again and again, answers no question.
func TestEnterAnswersNothing(t *testing.T) {
	for _, gap := range []time.Duration{time.Millisecond, releaseGap} {
		a := &fit.Answers{}
		m, press, pass := pressing(t, a)
		for range 50 {
			press("enter")
			pass(gap)
		}
		require.Empty(t, a.All)
		require.Equal(t, []string{"1 is your best. Now pick the worst."}, m.page.notes)
		require.Equal(t, 0, m.selected)
		press("2")
		require.Len(t, a.All, 1)
	}
}
