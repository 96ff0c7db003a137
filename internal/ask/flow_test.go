package ask

import (
	"io"
	"strings"
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
	f := newFlow(&Session{Quiz: builtinQuiz(t), Answers: a}, Options{Now: func() time.Time { return now }})
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
	f := newFlow(&Session{Quiz: builtinQuiz(t), Answers: a, Resumed: true}, Options{Now: func() time.Time { return now }, Out: io.Discard})
	m := newModel(f, &display{})
	m.resize(80, 24)
	press := func(key string) { m.keys(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(key)}) }
	press("1")
	require.Len(t, a.Cards, 1)
	now = now.Add(keyPause - 1)
	press("2")
	press("q")
	require.Len(t, a.Cards, 1)
	require.Equal(t, noOverlay, f.overlay)
	now = now.Add(keyPause)
	press("22")
	require.Len(t, a.Cards, 2, "the second one meets a new card")
	now = now.Add(-time.Hour)
	press("3")
	require.Len(t, a.Cards, 3, "a clock that is set back stops nobody")
}

// A key that is held down answers one card, although a keyboard repeats it only
// after half a second.
func TestHeldKey(t *testing.T) {
	now := time.Unix(1000, 0)
	a := &fit.Answers{Finished: true}
	f := newFlow(&Session{Quiz: builtinQuiz(t), Answers: a, Resumed: true}, Options{Now: func() time.Time { return now }, Out: io.Discard})
	m := newModel(f, &display{})
	m.resize(80, 24)
	press := func() { m.keys(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("1")}) }
	press()
	for now = now.Add(repeatDelay / 2); now.Before(time.Unix(1010, 0)); now = now.Add(time.Second / 30) {
		press()
	}
	require.Len(t, a.Cards, 1)
	now = now.Add(repeatDelay)
	press()
	require.Len(t, a.Cards, 2)
}

// A skip that adds a question says so, because the number of questions grows.
func TestSkipSaysWhatItAdds(t *testing.T) {
	f := newFlow(&Session{Quiz: builtinQuiz(t), Answers: &fit.Answers{}, Resumed: true}, Options{})
	require.Contains(t, f.page().progress, "at most 24")
	f.skip(fit.Unsure)
	require.Contains(t, f.page().progress, "at most 25")
	require.Equal(t, []string{"Skipped. Another question replaces it, so it's at most 25 now."}, f.page().notes)
	f.skip(fit.None)
	require.Contains(t, f.page().progress, "at most 25")
	require.Empty(t, f.page().notes)
}

// testEnding is a last screen with a text to read and something to do.
func testEnding() Ending {
	return Ending{
		Title: "Site Reliability Engineer", Tag: "leaning", Text: "You keep systems running.", Odds: "One in seven.",
		Body: func(int, int) []string { return []string{"The body."} },
		Actions: []Action{
			{Key: "m", Name: "more", Read: func(int) string { return strings.Repeat("A line.\n", 50) + "The end.\n" }},
			{Key: "h", Name: "web page", Do: func() string { return "Saved here as a.html." }},
		},
	}
}

// More questions can be asked for after they were declined, and part 2 without
// answering that offer first.
func TestEndingKeys(t *testing.T) {
	a := &fit.Answers{}
	f := newFlow(&Session{Quiz: wholeQuiz(), Answers: a, Resumed: true, Ending: testEnding}, Options{})
	for n := 0; !f.atEnd(); n++ {
		switch f.step.Kind {
		case fit.AskQuestion:
			f.record(fit.Event{ID: f.step.ID, Best: f.step.Options[n%2].Key, Worst: f.step.Options[2].Key})
		default:
			f.pick(f.step.Options[0].Key)
		}
	}
	require.Equal(t, fit.OfferQuestions, f.step.ID)
	require.Equal(t, []string{"One in seven."}, f.page().notes)
	page := f.page()
	page.command("2")()
	require.Equal(t, fit.AskCondition, f.step.Kind)
	for f.step.CanBack && !f.atEnd() {
		f.back()
	}
	require.Equal(t, fit.OfferPart2, f.step.ID)
	f.settle()
	require.Equal(t, fit.AskQuestion, f.step.Kind)
	require.Equal(t, 1, a.ExtraRounds)

	a.ExtraRounds, a.BackTo = 0, ""
	a.RateAgain()
	f.next()
	f.finish()
	require.True(t, f.Quiz.CanSettle(a))
	require.False(t, f.canSettle(), "skills alone are asked about")
}
