package ask

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/steptext"
)

// drawnModel returns the model of an interview on a screen of this size.
func drawnModel(t *testing.T, s *Session, w, h int) *model {
	t.Helper()
	m := newModel(newFlow(s, Options{Out: io.Discard}), &display{})
	m.resize(w, h)
	return m
}

// atStep returns the model of the built-in quiz at a step, with the longest
// possible header.
func atStep(t *testing.T, s fit.Step, best string, w, h int) *model {
	t.Helper()
	answers := &fit.Answers{}
	m := drawnModel(t, &Session{Quiz: builtinQuiz(t), Answers: answers, Resumed: true}, w, h)
	for i := range 12 {
		answers.All = append(answers.All, fit.Answer{Question: fmt.Sprint(i), Best: "a", Worst: "b", Seconds: 9})
	}
	s.Part, s.Answered, s.AtLeast, s.AtMost, s.CanBack = 1, 12, 6, 12, true
	m.flow.step, m.flow.best = s, best
	m.showPage()
	return m
}

// screen returns the screen for a step.
func screen(t *testing.T, s fit.Step, best string, w, h int) string {
	t.Helper()
	lines := atStep(t, s, best, w, h).frame()
	require.LessOrEqual(t, len(lines), h)
	for _, line := range lines {
		require.LessOrEqual(t, lipgloss.Width(line), w, line)
	}
	return strings.Join(lines, "\n")
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
	require.True(t, whole(screen, s), "%s", screen)
}

// whole reports whether a screen shows the prompt and all options of a step.
func whole(screen string, s fit.Step) bool {
	screen = flat(withoutMarks.Replace(screen))
	texts := []string{s.Prompt}
	for _, c := range s.Options {
		texts = append(texts, c.Text)
	}
	return !slices.ContainsFunc(texts, func(text string) bool { return !strings.Contains(screen, flat(text)) })
}

// withoutMarks removes what stands between the words of an option, when they are
// on several lines.
var withoutMarks = strings.NewReplacer("┃", "", " best\n", "\n", " was best\n", "\n", " was worst\n", "\n")

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestQuestionsFitSmallScreen(t *testing.T) {
	for _, x := range builtinQuiz(t).Questions {
		s := questionStep(x)
		for _, best := range append([]string{""}, x.Keys()...) {
			requireWhole(t, screen(t, s, best, 40, 20), s)
			requireWhole(t, screen(t, s, best, 80, 24), s)
		}
		s.NewRound = true
		requireWhole(t, screen(t, s, "", 40, 20), s)
		s.NewRound, s.Previous = false, &fit.Event{ID: x.ID, Skip: fit.None}
		requireWhole(t, screen(t, s, "", 40, 20), s)
		s.Previous = &fit.Event{ID: x.ID, Best: "a", Worst: "b"}
		requireWhole(t, screen(t, s, "d", 40, 20), s)
	}
}

func TestSkillsFitSmallScreen(t *testing.T) {
	p := builtinQuiz(t).Pack
	for i := range p.Skills {
		s := fit.Step{Kind: fit.AskSkill, ID: p.Skills[i].ID, Skill: &p.Skills[i], Index: 12, Total: 18}
		for level, l := range p.Levels {
			s.Options = append(s.Options, fit.ShownOption{Key: fmt.Sprint(level), Text: l.Anchor})
		}
		requireWhole(t, screen(t, s, "", 40, 20), s)
		s.Previous = &fit.Event{ID: s.ID, Skip: fit.Unsure}
		requireWhole(t, screen(t, s, "", 40, 20), s)
	}
}

func TestEveryCardFitsASmallScreen(t *testing.T) {
	q := builtinQuiz(t)
	a := &fit.Answers{Finished: true}
	for s := q.Next(a); s.Kind == fit.AskCard; s = q.Next(a) {
		got := screen(t, s, "", 40, 20)
		requireWhole(t, got, s)
		require.Contains(t, flat(withoutMarks.Replace(got)), flat(s.Text))
		require.NoError(t, q.Record(a, fit.Event{ID: s.ID, Pick: "maybe"}))
	}
}

// The longest list of starts fits the usual screen, with a key for each.
func TestStartsFitTheUsualScreen(t *testing.T) {
	s := fit.Step{Kind: fit.AskStart, ID: fit.StartID, Prompt: "What's your background?"}
	for i := range 13 {
		s.Options = append(s.Options, fit.ShownOption{Key: fmt.Sprint("start-", i), Text: fmt.Sprint("Start ", i)})
	}
	got := screen(t, s, "", 80, 24)
	requireWhole(t, got, s)
	require.Contains(t, got, "❯ 1  Start 0")
	require.Contains(t, got, "  9  Start 8")
	require.Contains(t, got, "  t  Start 9")
	require.Contains(t, got, "1-9, t-w pick")
}

func TestTightScreen(t *testing.T) {
	s := questionStep(builtinQuiz(t).Questions[0])
	got := screen(t, s, "", 80, 12)
	requireWhole(t, got, s)
	require.NotContains(t, got, "╌")
	require.NotContains(t, got, "minutes left")
	require.Contains(t, got, "1-4 pick · b back · s skip · f finish · ? help · q quit")
	require.Contains(t, screen(t, s, "", 40, 9), "Choices 1 to 1 of 4: Space for more")
}

// What is picked, and what is said about it, moves nothing on the screen.
func TestNothingJumps(t *testing.T) {
	for _, x := range builtinQuiz(t).Questions {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 20}} {
			s := questionStep(x)
			before := strings.Split(screen(t, s, "", size[0], size[1]), "\n")
			m := atStep(t, s, "b", size[0], size[1])
			m.flow.notice = "3 is your best."
			m.showPage()
			m.move("down", tea.KeyMsg{Type: tea.KeyDown})
			after := m.frame()
			for i, line := range before {
				require.Equal(t, letters(line), letters(after[i]), "line %d at %v", i, size)
			}
		}
	}
}

// On a small screen, every question has its progress and all keys on the same
// lines, whatever is said about the last key.
func TestSameLinesOnSmallScreen(t *testing.T) {
	for _, x := range builtinQuiz(t).Questions {
		for _, notice := range []string{"", fmt.Sprintf(textHeld, "Enter"), fmt.Sprintf(textIsBest, "3"), textNothingYet, steptext.NewRound} {
			m := atStep(t, questionStep(x), "", 40, 20)
			m.flow.notice = notice
			m.showPage()
			lines := m.frame()
			require.Equal(t, " Part 1 of 2, question 13, at most 24", lines[0])
			require.Contains(t, lines[1], " ━━━━━━╌╌╌╌╌ ", x.ID)
			require.Equal(t, " 1-4 pick · b back · s skip · f · ? · q", lines[19])
			for _, over := range []overlay{skipOverlay, quitOverlay, finishOverlay} {
				m.flow.overlay = over
				m.showPage()
				above := m.frame()
				require.Equal(t, lines[:2], above[:2])
				require.Contains(t, above[19], "b back")
			}
		}
	}
}

// A mark on an earlier answer leaves every option on a small screen.
func TestMarkedSkillFits(t *testing.T) {
	p := builtinQuiz(t).Pack
	s := fit.Step{Kind: fit.AskSkill, ID: p.Skills[0].ID, Skill: &p.Skills[0], Index: 12, Total: 18}
	for level, l := range p.Levels {
		s.Options = append(s.Options, fit.ShownOption{Key: fmt.Sprint(level), Text: l.Anchor})
	}
	for level := range p.Levels {
		s.Previous = &fit.Event{ID: s.ID, Level: &level}
		lines := atStep(t, s, "", 40, 20).frame()
		for i := range p.Levels {
			require.Contains(t, strings.Join(lines, "\n"), fmt.Sprintf(" %d ", i), "level %d", level)
		}
		require.NotContains(t, strings.Join(lines, "\n"), "Choices 1")
	}
}

// A page of a result ends before a role, never between it and its bar, and the
// pages together have every line.
func TestPagesKeepBars(t *testing.T) {
	ending := testEnding()
	ending.Body = func(int, int) (lines []string, complete bool) {
		for i := range 20 {
			lines = append(lines, fmt.Sprintf("Role %d", i), fmt.Sprintf("  ━━━ %d", i))
		}
		return lines, true
	}
	for h := 12; h < 20; h++ {
		f := newFlow(&Session{Quiz: wholeQuiz(), Answers: &fit.Answers{}, Resumed: true, Ending: func() Ending { return ending }}, Options{Out: io.Discard})
		m := newModel(f, &display{})
		f.record(fit.Event{ID: f.step.ID, Best: f.step.Options[0].Key, Worst: f.step.Options[1].Key})
		f.finish()
		m.showPage()
		m.resize(40, h)
		seen := ""
		for range 20 {
			screen := strings.Join(m.frame(), "\n")
			require.Equal(t, strings.Count(screen, "Role "), strings.Count(screen, "━━━"), screen)
			seen += screen
			m.move(" ", tea.KeyMsg{})
		}
		for i := range 20 {
			require.Contains(t, seen, fmt.Sprintf("Role %d\n   ━━━ %d\n", i, i))
		}
	}
}

// letters returns what isn't a mark, the mode, or about the last key.
func letters(line string) string {
	for _, varying := range []string{"▲", "▼", "❯", "┃", "PICK THE BEST", "NOW THE WORST", steptext.Best, steptext.Worst, "3 is your best."} {
		line = strings.ReplaceAll(line, varying, "")
	}
	return flat(regexp.MustCompile(` (best|worst\?)$`).ReplaceAllString(line, ""))
}

func TestNoSizePanics(t *testing.T) {
	s := questionStep(builtinQuiz(t).Questions[0])
	for w := range 45 {
		for h := range 12 {
			m := atStep(t, s, "", w, h)
			for _, x := range []overlay{noOverlay, welcomeOverlay, quitOverlay, helpOverlay} {
				m.flow.overlay = x
				m.showPage()
				require.Len(t, m.frame(), m.h)
			}
		}
	}
}

func TestColorWhenSupported(t *testing.T) {
	for _, o := range []Options{{}, {Bold: true}, {Color: true}} {
		o.Out = io.Discard
		f := newFlow(&Session{Quiz: builtinQuiz(t), Answers: &fit.Answers{}, Resumed: true}, o)
		m := newModel(f, &display{})
		m.resize(80, 24)
		frame := strings.Join(m.frame(), "\n")
		require.Equal(t, o.Color, regexp.MustCompile(`\x1b\[([0-9]+;)*[34][0-9]`).MatchString(frame))
		require.Equal(t, o.Color || o.Bold, strings.Contains(frame, "\x1b[1m"))
		require.Contains(t, frame, "PICK THE BEST")
	}
}

func TestASCIIWhenNeeded(t *testing.T) {
	f := newFlow(&Session{Quiz: builtinQuiz(t), Answers: &fit.Answers{}, Resumed: true}, Options{Out: io.Discard, ASCII: true})
	m := newModel(f, &display{})
	m.resize(80, 24)
	f.page().choices[1].choose()
	m.showPage()
	frame := strings.Join(m.frame(), "\n")
	require.Contains(t, frame, "+ 2 ")
	require.Contains(t, frame, "- NOW THE WORST")
	for _, r := range frame {
		require.Less(t, r, rune(0x80), frame)
	}
}

func TestBarCountsSteps(t *testing.T) {
	s := newStyles(Options{Out: io.Discard})
	require.Equal(t, "━━━╌╌╌╌╌╌╌", s.bar(bar{3, 7}, 10))
	require.Equal(t, "━━━━╌╌╌╌╌╌", s.bar(bar{160, 240}, 10), "scaled down")
	require.Equal(t, "━━━━", s.bar(bar{2, 0}, 4))
	require.Equal(t, "╌╌╌╌", s.bar(bar{0, 29}, 4))
}

// A long list shows whole choices, says how many there are, and Space and
// PageUp go through it.
func TestLongList(t *testing.T) {
	s := fit.Step{Kind: fit.AskStart, ID: fit.StartID, Prompt: "What's your background?"}
	for i := range 13 {
		s.Options = append(s.Options, fit.ShownOption{Key: fmt.Sprint("start-", i), Text: fmt.Sprintf("Start %d has a text of two lines on a low screen, end %d.", i, i)})
	}
	m := atStep(t, s, "", 40, 20)
	for _, c := range []struct{ key, shown string }{
		{"", "Choices 1 to 6 of 13: Space for more"}, {" ", "Choices 6 to 13 of 13: Up for more"}, {"pgdown", "Choices 6 to 13 of 13: Up for more"},
		{"pgup", "Choices 5 to 12 of 13: Space for more"}, {"home", "Choices 1 to 6 of 13: Space for more"},
	} {
		if c.key != "" {
			m.move(c.key, tea.KeyMsg{Type: map[string]tea.KeyType{"home": tea.KeyHome}[c.key]})
		}
		text := flat(strings.ReplaceAll(strings.Join(m.frame(), "\n"), "┃", ""))
		require.Contains(t, text, c.shown)
		for i := range 13 {
			require.Equal(t, strings.Contains(text, fmt.Sprintf("Start %d ", i)), strings.Contains(text, fmt.Sprintf("end %d.", i)), "%s", text)
		}
	}
}
