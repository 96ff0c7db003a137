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
	}, func(d time.Duration) { now = now.Add(d) }
}

// A key that is held down answers one card, however long, and says that it is
// ignored. Other keys, and the same one pressed again, are taken.
func TestHeldKey(t *testing.T) {
	a := &fit.Answers{Finished: true}
	m, press, pass := pressing(t, a)
	press("1")
	for range 200 {
		pass(heldGap - 1)
		press("1")
	}
	require.Len(t, a.Cards, 1)
	require.Equal(t, []string{"1 repeats too fast: ignored."}, m.page.notes)
	press("2")
	require.Len(t, a.Cards, 2, "another key")
	pass(heldGap)
	press("2")
	require.Len(t, a.Cards, 3, "it was let go")
	press("b")
	require.NotEmpty(t, a.BackTo)
	pass(-time.Hour)
	press("b")
	require.Equal(t, "card:card-2", a.BackTo, "a clock that is set back stops nobody")
}

// Enter that is held down, or pressed again and again, answers no question.
func TestEnterAnswersNothing(t *testing.T) {
	for _, gap := range []time.Duration{time.Millisecond, heldGap} {
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

// Going back from the worst leaves the best marked, and Enter keeps it.
func TestBestIsKept(t *testing.T) {
	a := &fit.Answers{}
	m, press, _ := pressing(t, a)
	best := m.flow.step.Options[2].Key
	press("3b")
	require.Equal(t, 2, m.selected)
	require.Equal(t, markWasBest, m.page.choices[2].mark)
	press("enter")
	press("1")
	require.Equal(t, best, a.All[0].Best)
}

// On the result, Esc dismisses a notice and nothing else. On the first screen,
// it doesn't start the quiz.
func TestEscIsHarmless(t *testing.T) {
	a := &fit.Answers{}
	f := newFlow(&Session{Quiz: wholeQuiz(), Answers: a, Ending: testEnding}, Options{Out: io.Discard})
	m := newModel(f, &display{})
	m.resize(80, 24)
	m.keys(tea.KeyMsg{Type: tea.KeyEsc})
	require.Equal(t, welcomeOverlay, f.overlay)
	m.keys(tea.KeyMsg{Type: tea.KeyEnter})
	for n := 0; !f.atEnd(); n++ {
		if f.step.Kind == fit.AskQuestion {
			f.record(fit.Event{ID: f.step.ID, Best: f.step.Options[n%2].Key, Worst: f.step.Options[2].Key})
			continue
		}
		f.pick(f.step.Options[0].Key)
	}
	f.notice = "Saved."
	m.keys(tea.KeyMsg{Type: tea.KeyEsc})
	require.True(t, f.atEnd())
	require.Empty(t, f.notice)
	m.keys(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("b")})
	require.False(t, f.atEnd(), "b goes back")
}

// Past an end, the cursor continues at the other one.
func TestCursor(t *testing.T) {
	m := drawnModel(t, &Session{Quiz: builtinQuiz(t), Answers: &fit.Answers{}, Resumed: true}, 80, 24)
	var at []int
	for _, key := range []string{"up", "k", "down", "j", "j", "end", "home"} {
		m.key(key)
		at = append(at, m.selected)
	}
	require.Equal(t, []int{3, 2, 3, 0, 1, 3, 0}, at)
}

// With two options one choice is the answer, so there is no cursor that Enter
// would take.
func TestEnterOfTwo(t *testing.T) {
	q, err := fit.NewQuiz(builtinQuiz(t).Pack, []string{"sre", "cloud"})
	require.NoError(t, err)
	a := &fit.Answers{}
	m := drawnModel(t, &Session{Quiz: q, Answers: a, Resumed: true}, 80, 24)
	m.key("enter")
	require.Empty(t, a.All)
	require.Equal(t, []string{textMoveFirst}, m.page.notes)
	m.key("down")
	require.Equal(t, 0, m.selected)
	m.key("down")
	worst := m.flow.step.Options[0].Key
	m.key("enter")
	require.Equal(t, worst, a.All[0].Worst)
}

// Enter keeps a skip, and skipping again suggests the reason that was given.
func TestSkipIsKept(t *testing.T) {
	a := &fit.Answers{}
	m, press, _ := pressing(t, a)
	press("s2b")
	require.Equal(t, -1, m.selected)
	require.Equal(t, []string{"You skipped this: you don't understand the question. Enter keeps that."}, m.page.notes)
	press("s")
	require.Equal(t, 1, m.selected)
	press("b")
	press("enter")
	require.Equal(t, fit.Unclear, a.All[0].Skip)
	require.Contains(t, m.page.progress, "question 2")
}

// A skip that adds a question says so, because the number of questions grows.
func TestSkipSaysWhatItAdds(t *testing.T) {
	f := newFlow(&Session{Quiz: builtinQuiz(t), Answers: &fit.Answers{}, Resumed: true}, Options{})
	require.Contains(t, f.page().progress, "at most 24")
	f.skip(fit.Unsure)
	require.Contains(t, f.page().progress, "at most 25")
	require.Equal(t, []string{"Skipped and replaced: at most 25 now."}, f.page().notes)
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
			{Key: "m", Name: "more", Help: "Read it all.", Read: func(int) string { return strings.Repeat("A line.\n", 50) + "The end.\n" }},
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
	a.SkillsOnly, a.Skills = true, nil
	f.next()
	f.finish()
	require.True(t, f.Quiz.CanSettle(a))
	require.False(t, f.canSettle(), "skills alone are asked about")
}

// Each page has a help of its own keys, and leaves the cursor where it was.
func TestHelpOfEachPage(t *testing.T) {
	m, press, pass := pressing(t, &fit.Answers{})
	help := func() string {
		pass(time.Second)
		press("?")
		require.Equal(t, helpOverlay, m.flow.overlay)
		screen := flat(strings.Join(m.frame(), "\n"))
		pass(time.Second)
		press("?")
		require.NotEqual(t, helpOverlay, m.flow.overlay)
		return screen
	}
	m.keys(tea.KeyMsg{Type: tea.KeyDown})
	m.keys(tea.KeyMsg{Type: tea.KeyDown})
	require.Contains(t, help(), "1-4 Pick that option")
	require.Equal(t, 2, m.selected)
	press("s")
	require.Contains(t, help(), "1-3 Pick that option")
	require.Equal(t, skipOverlay, m.flow.overlay)
	press("q")
	require.Contains(t, help(), "b Go back and change nothing.")
	press("b12f")
	require.Contains(t, help(), "n, y Pick that option")
	press("q")
	require.Equal(t, quitOverlay, m.flow.overlay)
	pass(time.Second)
	press("q")
	require.Equal(t, []string{textQuitTwice}, m.page.notes)
	require.False(t, m.flow.done)
}

// A question with only a best option says so where one can quit.
func TestQuitOfHalfAnAnswer(t *testing.T) {
	m, press, _ := pressing(t, &fit.Answers{})
	press("1q")
	require.Equal(t, []string{textHalf}, m.page.text)
	press("1")
	require.Equal(t, worstMode, m.page.mode)
}
