package ask

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// drawn returns the screen for a step of the built-in quiz, with the tallest
// possible header.
func drawn(t *testing.T, s fit.Step, best string, w, h int) string {
	t.Helper()
	answers := &fit.Answers{}
	for i := range 12 {
		answers.All = append(answers.All, fit.Answer{Question: fmt.Sprint(i), Best: "a", Worst: "b", Seconds: 9})
	}
	s.Answered, s.AtLeast, s.AtMost, s.CanBack = 12, 6, 12, true
	f := &flow{quiz: builtinQuiz(t), answers: answers, verdict: []string{"Verdict, in a line.", "And another one."}, step: s, best: best}
	m := &model{flow: f, styles: newStyles(Options{Out: io.Discard}), w: w, h: h}
	m.showPage()
	screen := m.View()
	require.LessOrEqual(t, lipgloss.Height(screen), h)
	require.LessOrEqual(t, lipgloss.Width(screen), w)
	return screen
}

func questionStep(x *fit.Question) fit.Step {
	s := fit.Step{Kind: fit.AskQuestion, ID: x.ID, Dimension: x.Dimension, Prompt: x.Prompt}
	for _, o := range x.Options {
		s.Options = append(s.Options, fit.ShownOption{Key: o.Key, Text: o.Text})
	}
	return s
}

func requireWhole(t *testing.T, screen string, s fit.Step) {
	t.Helper()
	require.NotContains(t, screen, "above")
	require.Contains(t, flat(screen), flat(s.Prompt))
	for _, c := range s.Options {
		require.Contains(t, flat(screen), flat(c.Text))
	}
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestQuestionsFitSmallScreen(t *testing.T) {
	for _, x := range builtinQuiz(t).Questions {
		s := questionStep(x)
		for _, best := range append([]string{""}, x.Keys()...) {
			requireWhole(t, drawn(t, s, best, 40, 20), s)
			requireWhole(t, drawn(t, s, best, 80, 24), s)
		}
		s.NewRound = true
		requireWhole(t, drawn(t, s, "", 40, 20), s)
		s.NewRound, s.Previous = false, &fit.Event{ID: x.ID, Skip: fit.None}
		requireWhole(t, drawn(t, s, "", 40, 20), s)
		s.Previous = &fit.Event{ID: x.ID, Best: "a", Worst: "b"}
		requireWhole(t, drawn(t, s, "d", 40, 20), s)
	}
}

func TestSkillsFitSmallScreen(t *testing.T) {
	p := builtinQuiz(t).Pack
	for i := range p.Skills {
		s := fit.Step{Kind: fit.AskSkill, ID: p.Skills[i].ID, Skill: &p.Skills[i], Index: 12, Total: 18}
		for level, l := range p.Levels {
			s.Options = append(s.Options, fit.ShownOption{Key: fmt.Sprint(level), Text: l.Anchor})
		}
		requireWhole(t, drawn(t, s, "", 40, 20), s)
		s.Previous = &fit.Event{ID: s.ID, Skip: fit.Unsure}
		requireWhole(t, drawn(t, s, "", 40, 20), s)
	}
}

func TestEveryCardFitsASmallScreen(t *testing.T) {
	q := builtinQuiz(t)
	a := &fit.Answers{Finished: true}
	for s := q.Next(a); s.Kind == fit.AskCard; s = q.Next(a) {
		screen := drawn(t, s, "", 40, 20)
		requireWhole(t, screen, s)
		require.Contains(t, flat(screen), flat(s.Text))
		require.NoError(t, q.Record(a, fit.Event{ID: s.ID, Pick: "maybe"}))
	}
}

// The longest list of starts fits the usual screen, with a key for each.
func TestStartsFitTheUsualScreen(t *testing.T) {
	s := fit.Step{Kind: fit.AskStart, ID: fit.StartID, Prompt: "Where do you come from?"}
	for i := range 13 {
		s.Options = append(s.Options, fit.ShownOption{Key: fmt.Sprint("start-", i), Text: fmt.Sprint("Start ", i)})
	}
	screen := drawn(t, s, "", 80, 24)
	requireWhole(t, screen, s)
	require.Contains(t, screen, "> 1 Start 0")
	require.Contains(t, screen, "  9 Start 8")
	require.Contains(t, screen, "  a Start 9")
}

func TestTightScreen(t *testing.T) {
	s := questionStep(builtinQuiz(t).Questions[0])
	screen := drawn(t, s, "", 60, 10)
	requireWhole(t, screen, s)
	require.NotContains(t, screen, "░")
	require.NotContains(t, screen, "minutes left")
	require.Contains(t, screen, "b back, s skip, q leave, ? help")
	require.Contains(t, drawn(t, s, "", 40, 9), "above")
}

func TestNoSizePanics(t *testing.T) {
	q := builtinQuiz(t)
	s := questionStep(q.Questions[0])
	for w := range 45 {
		for h := range 12 {
			for _, x := range []overlay{noOverlay, welcomeOverlay, quitOverlay, helpOverlay} {
				f := newFlow(q, &fit.Answers{}, Options{})
				f.step, f.overlay = s, x
				m := &model{flow: f, styles: newStyles(Options{Out: io.Discard}), w: w, h: h}
				m.showPage()
				m.View()
			}
		}
	}
}

func TestColorWhenSupported(t *testing.T) {
	for _, color := range []bool{false, true} {
		m := &model{flow: newFlow(builtinQuiz(t), &fit.Answers{}, Options{}), styles: newStyles(Options{Out: io.Discard, Color: color}), w: 80, h: 24}
		m.showPage()
		require.Equal(t, color, strings.Contains(m.View(), "\x1b"))
	}
}

func TestBarCountsQuestions(t *testing.T) {
	require.Equal(t, "███░░·····", bar{3, 2, 5}.render(40))
	require.Equal(t, "████░·····", bar{160, 40, 200}.render(10), "scaled down")
	require.Equal(t, "██", bar{2, 0, 0}.render(40))
}
