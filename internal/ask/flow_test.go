package ask

import (
	"io"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// The time of a question runs from when it appears until both options are
// chosen, and includes every visit to it.
func TestQuestionSeconds(t *testing.T) {
	now := time.Unix(1000, 0)
	pass := func(d time.Duration) { now = now.Add(d) }
	a := &fit.Answers{}
	f := newFlow(builtinQuiz(t), a, Options{Now: func() time.Time { return now }})
	answer := func(best, worst time.Duration) {
		pass(best)
		f.page().choices[0].choose()
		pass(worst)
		f.page().choices[1].choose()
	}
	pass(time.Minute) // reading the welcome screen
	f.start()
	answer(4*time.Second, 2530*time.Millisecond)
	require.InDelta(t, 6.5, a.All[0].Seconds, 1e-9)
	f.back()
	answer(time.Second, time.Second)
	require.InDelta(t, 8.5, a.All[0].Seconds, 1e-9)
	answer(2*time.Hour, time.Second)
	require.Less(t, a.All[1].Seconds, 0.0, "who went away is not slow")
	f.back()
	answer(time.Second, time.Second)
	require.Less(t, a.All[1].Seconds, 0.0, "a part of the time is not the time")
	answer(-time.Hour, 0)
	require.Len(t, a.All, 3, "a clock that is set back loses no answer")
}

// Keys do nothing in the first quarter of a second of a card, so that one
// pressed too often answers nothing.
func TestCardsWait(t *testing.T) {
	now := time.Unix(1000, 0)
	a := &fit.Answers{Finished: true}
	f := newFlow(builtinQuiz(t), a, Options{Now: func() time.Time { return now }, Resumed: true})
	m := &model{flow: f, styles: newStyles(Options{Out: io.Discard}), w: 80, h: 24}
	m.showPage()
	press := func(key string) { m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(key)}) }
	now = now.Add(cardPause - 1)
	press("1")
	press("q")
	require.Empty(t, a.Cards)
	require.Equal(t, noOverlay, f.overlay)
	now = now.Add(1)
	press("11")
	require.Len(t, a.Cards, 1, "the second one meets a new card")
	now = now.Add(-time.Hour)
	press("3")
	require.Len(t, a.Cards, 2, "a clock that is set back stops nobody")
}
