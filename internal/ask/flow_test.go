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

// With two options one choice is the answer, so there is no cursor that Enter
// would take.
func TestEnterOfTwo(t *testing.T) {
	q, err := fit.NewQuiz(builtinQuiz(t).Pack, []string{"sre", "cloud"})
	require.NoError(t, err)
	a := &fit.Answers{}
	m := drawnModel(t, &Session{Quiz: q, Answers: a, Resumed: true}, 80, 24)
	m.key("enter", tea.KeyMsg{})
	require.Empty(t, a.All)
	require.Equal(t, []string{textMoveFirst}, m.page.notes)
	m.key("down", tea.KeyMsg{Type: tea.KeyDown})
	require.Equal(t, 0, m.selected)
	m.key("down", tea.KeyMsg{Type: tea.KeyDown})
	worst := m.flow.step.Options[0].Key
	m.key("enter", tea.KeyMsg{})
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
		Body: func(int, int) ([]string, bool) { return []string{"The body."}, true },
		Actions: []Action{
			{Key: "m", Name: "more", Help: "Read it all.", Read: func(int) []Section { return testSections() }},
			{Key: "h", Name: "web page", Do: func() string { return "Saved here as a.html." }},
		},
	}
}

// After going back several steps, the jump to the newest step is announced.
func TestJumpIsAnnounced(t *testing.T) {
	m, press, pass := pressing(t, &fit.Answers{})
	press("12341243")
	back := func(n int) {
		for range n {
			press("b")
			pass(time.Second)
		}
	}
	back(3)
	press("31")
	require.Equal(t, []string{"Back to question 5, where you were."}, m.page.notes)
	press("12")
	require.Empty(t, m.page.notes)
	back(1)
	press("31")
	require.Empty(t, m.page.notes, "it is the next question")
}

// A provisional result with part 2 can get the questions that were left out.
func TestSettleAfterEdit(t *testing.T) {
	q := wholeQuiz()
	a := &fit.Answers{}
	f := newFlow(&Session{Quiz: q, Answers: a, Resumed: true, Ending: testEnding}, Options{})
	for range 6 {
		f.record(fit.Event{ID: f.step.ID, Best: f.step.Options[0].Key, Worst: f.step.Options[1].Key})
	}
	f.finish()
	f.part2()
	f.pick(string(fit.Fine))
	f.finish()
	before := fit.Score(q, a)
	require.True(t, before.Provisional)
	again, err := q.Continue(before, fit.Edit)
	require.NoError(t, err)
	f = newFlow(&Session{Quiz: q, Answers: again, Resumed: true, Ending: testEnding}, Options{})
	f.record(fit.Event{ID: f.step.ID, Best: f.step.Options[1].Key, Worst: f.step.Options[0].Key})
	f.finish()
	require.True(t, f.atEnd())
	p := f.page()
	require.NotNil(t, p.command("s"))
	p.command("s")()
	require.Equal(t, fit.AskQuestion, f.step.Kind)
	require.Equal(t, 6, f.step.Answered)
}

func testSections() []Section {
	return []Section{{"Your result", "Title\n"}, {"", "\n" + strings.Repeat("A line.\n", 50)}, {"Why", "\nWHY\n" + strings.Repeat("A reason.\n", 20)}, {"Last", "\nLAST\nThe end.\n"}}
}

// Reading a text, n and p go to its sections, and the header names them.
func TestSections(t *testing.T) {
	m := drawnModel(t, &Session{Quiz: wholeQuiz(), Answers: &fit.Answers{}, Resumed: true, Ending: testEnding}, 80, 24)
	m.flow.text = func(int) []Section { return testSections() }
	m.flow.show(readOverlay)
	m.showPage()
	screen := func(keys string) (top string, lines []string) {
		for _, key := range keys {
			m.keys(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{key}})
		}
		lines = m.frame()
		require.Len(t, lines, 24)
		return flat(lines[1]), lines
	}
	for _, c := range [][3]string{
		{"", "rolefit 1/3 Your result", "Title"}, {"n", "rolefit 2/3 Why", "WHY"}, {"n", "rolefit 3/3 Last", "LAST"}, {"n", "rolefit 3/3 Last", "LAST"},
		{"N", "rolefit 2/3 Why", "WHY"}, {"jN", "rolefit 2/3 Why", "WHY"}, {"g", "rolefit 1/3 Your result", "Title"}, {"NN", "rolefit 1/3 Your result", "Title"}, {"G", "rolefit 2/3 Why", "A reason."},
	} {
		top, lines := screen(c[0])
		require.Equal(t, c[1], top, c[0])
		require.Equal(t, c[2], flat(lines[3]), c[0])
	}
	require.Contains(t, strings.Join(m.frame(), "\n"), "The end.")
	require.Contains(t, flat(strings.Join(m.frame(), "\n")), "Lines 60-77 of 77 n/N section · g/G start/end · q back · ? help", "there is no next page")
	screen("N")
	require.Contains(t, flat(strings.Join(m.frame(), "\n")), "Space next page n/N section · g/G start/end · q back · ? help")
	screen("nnn")
	require.Contains(t, flat(strings.Join(m.frame(), "\n")), textLastSection)
	screen(" ")
	require.NotContains(t, flat(strings.Join(m.frame(), "\n")), textLastSection)
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
		pass(repeatGap)
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
	pass(repeatGap)
	require.Equal(t, []string{textQuitTwice}, m.page.notes)
	require.False(t, m.flow.done)
}

// The best option of a question is saved before the worst is picked. It is
// there again after an interruption, unless it was taken back.
func TestHalfAnAnswer(t *testing.T) {
	a, half := &fit.Answers{}, fit.Event{}
	m, press, _ := pressing(t, a)
	m.flow.SaveHalf = func(e fit.Event) error { half = e; return nil }
	press("123q")
	require.Equal(t, []string{textHalf}, m.page.text)
	press("1")
	require.Equal(t, worstMode, m.page.mode)
	require.Equal(t, m.flow.step.Options[2].Key, half.Best)

	again := drawnModel(t, &Session{Quiz: m.flow.Quiz, Answers: a, Resumed: true, Half: half}, 80, 24)
	require.Equal(t, markBest, again.page.choices[2].mark)
	again.key("1", tea.KeyMsg{})
	require.Equal(t, half.Best, a.All[1].Best)
	require.Less(t, a.All[1].Seconds, 0.0, "how long it took is unknown")

	again.key("1", tea.KeyMsg{})
	require.Equal(t, bestMode, drawnModel(t, &Session{Quiz: m.flow.Quiz, Answers: a, Resumed: true, Half: half}, 80, 24).page.mode, "it is about another question")
	press("b")
	require.Empty(t, half.Best)
}
