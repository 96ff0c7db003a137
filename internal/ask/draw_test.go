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
	f := &flow{quiz: builtinQuiz(t), answers: answers, step: s, best: best}
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

func TestCardsFitScreen(t *testing.T) {
	q := builtinQuiz(t)
	s := fit.Step{Kind: fit.AskCards, ID: fit.CardsID}
	for i, r := range q.Roles {
		s.Options = append(s.Options, fit.ShownOption{Key: fit.CardKey(i), Text: r.Parts[fit.Focus].Summary})
	}
	requireWhole(t, drawn(t, s, "b", 80, 24), s)
	f := &flow{quiz: q, answers: &fit.Answers{}, step: s}
	m := &model{flow: f, styles: newStyles(Options{Out: io.Discard}), w: 40, h: 20}
	m.showPage()
	for i, c := range s.Options { // Every choice can be read in full when the cursor is on it.
		m.selected = i
		m.build()
		require.Contains(t, flat(m.View()), flat(fmt.Sprint("> ", i+1, " ", c.Text)))
	}
}

func TestTightScreen(t *testing.T) {
	s := questionStep(builtinQuiz(t).Questions[0])
	screen := drawn(t, s, "", 60, 13)
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
