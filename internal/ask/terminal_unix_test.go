//go:build unix

package ask

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/steptext"
)

// Keys as a terminal sends them.
const (
	enter = "\r"
	down  = "\x1b[B"
	up    = "\x1b[A"
	left  = "\x1b[D"
	ctrlC = "\x03"
	ctrlD = "\x04"
)

// begin starts a session and leaves the welcome screen.
func begin(t *testing.T, c childOptions, cols, rows int) *child {
	t.Helper()
	x := startChild(t, c, cols, rows)
	x.WaitFor("Enter start")
	x.Send(enter)
	x.WaitFor("question 1,")
	return x
}

// next returns the step after these answers, with the child's seed.
func (c *child) next(events ...fit.Event) fit.Step {
	c.t.Helper()
	a := fit.Answers{Seed: c.seed, Seeded: true}
	for _, r := range events {
		require.NoError(c.t, c.quiz.Record(&a, r))
	}
	return c.quiz.Next(&a)
}

// picked is the reply that picks these places of a step.
func picked(s fit.Step, best, worst int) fit.Event {
	return fit.Event{Kind: s.Kind, ID: s.ID, Best: s.Options[best-1].Key, Worst: s.Options[worst-1].Key}
}

func requireAnswers(t *testing.T, want []fit.Event, got fit.Answers) {
	t.Helper()
	require.Len(t, got.All, len(want))
	for i, r := range want {
		answer := got.All[i]
		require.Equal(t, r, fit.Event{Kind: fit.AskQuestion, ID: answer.Question, Best: answer.Best, Worst: answer.Worst, Skip: answer.Skip})
	}
}

// A whole session, typed key by key with a wait for each page, results in the
// expected answers.
func TestTerminalSession(t *testing.T) {
	x := startChild(t, childOptions{Seed: 3, Ending: true}, 80, 24)
	x.WaitFor("Nothing leaves your machine")
	x.Send(enter)
	want := fit.Answers{Seed: 3, Seeded: true}
	offers, others := 0, 0
	for n := 1; ; n++ {
		s := x.quiz.Next(&want)
		r := fit.Event{Kind: s.Kind, ID: s.ID}
		switch s.Kind {
		case fit.AskQuestion:
			x.WaitFor(fmt.Sprintf("question %d, at most %d", n, s.Answered+s.AtMost))
			x.Until(s.Prompt, func(screen string) bool { return whole(screen, s) })
			r.Best, r.Worst = s.Options[n%4].Key, s.Options[(n+1+n%3)%4].Key
			x.Send(fmt.Sprint(n%4 + 1))
			x.WaitFor("NOW THE WORST")
			x.Send(fmt.Sprint((n+1+n%3)%4 + 1))
		case fit.AskCard:
			x.WaitFor(fmt.Sprintf("job %d of 4", s.Index))
			r.Pick = s.Options[n%3].Key
			x.Send(fmt.Sprint(n%3 + 1))
		case fit.AskStart, fit.AskCondition: // if the pack has them
			x.WaitFor(s.Options[0].Text)
			if s.Index > 0 {
				x.WaitFor(fmt.Sprintf("condition %d of", s.Index))
			}
			r.Pick = s.Options[0].Key
			others++
			x.Send("1")
		case fit.AskSkill:
			x.WaitFor(fmt.Sprintf("skill %d of %d", s.Index, s.Total))
			level := n % 5
			r.Level = &level
			x.Send(fmt.Sprint(level))
		case fit.AskOffer:
			offers++
			r.Pick = fit.Yes
			switch s.ID {
			case fit.OfferQuestions:
				x.WaitFor("s more questions")
				x.Send("s")
			case fit.OfferPart2:
				x.WaitFor("2 conditions and skills")
				x.Send("2")
			default:
				x.WaitFor(s.Prompt[:20])
				x.Send("1")
			}
		case fit.Done:
			x.WaitFor("Your result")
			x.Send("q")
			got := x.result()
			require.Equal(t, Finished, got.Outcome)
			for _, answer := range got.Answers.All {
				require.GreaterOrEqual(t, answer.Seconds, 0.0)
			}
			require.Equal(t, want, untimed(got.Answers))
			require.Len(t, got.Kept, len(got.Answers.All)+4+len(got.Answers.Skills)+offers+others)
			return
		}
		require.NoError(t, x.quiz.Record(&want, r))
	}
}

// Keys typed before the screen catches up mean what they would have meant on
// it.
func TestMergedKeys(t *testing.T) {
	for name, c := range map[string]struct {
		keys string
		want [][2]int
	}{
		"digits":                 {"1234", [][2]int{{1, 2}, {3, 4}}},
		"enter down enter":       {enter + down + enter, [][2]int{{1, 2}}},
		"down enter up enter":    {down + enter + up + enter, [][2]int{{2, 1}}},
		"to the ends":            {"\x1b[F" + enter + "\x1b[H" + enter, [][2]int{{4, 1}}},
		"past the best, around":  {enter + up + up + up + enter, [][2]int{{1, 2}}},
		"best again, then worst": {"1" + "1" + "1" + "4", [][2]int{{1, 4}}},
		"unknown keys":           {"xz\x1bOP1\t9!2", [][2]int{{1, 2}}},
		"back to the best":       {"1" + left + "2" + "3", [][2]int{{2, 3}}},
		"back and keep":          {"12" + "b" + enter + enter + "43", [][2]int{{1, 2}, {4, 3}}},
		"back and change":        {"12" + "b" + "3" + "4" + "21", [][2]int{{3, 4}, {2, 1}}},
		"back twice":             {"12" + "34" + left + left + "43", [][2]int{{4, 3}, {3, 4}}},
		"help and menus between": {"?" + enter + "1" + "q" + "1" + "s" + "b" + "2", [][2]int{{1, 2}}},
		"capitals":               {"12B" + enter + enter, [][2]int{{1, 2}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := begin(t, childOptions{Seed: 5}, 80, 24)
			x.Send(c.keys + ctrlC)
			got := x.result()
			require.Equal(t, Quit, got.Outcome)
			var want []fit.Event
			for _, p := range c.want {
				want = append(want, picked(x.next(want...), p[0], p[1]))
			}
			requireAnswers(t, want, got.Answers)
		})
	}
}

func TestPasteIsIgnored(t *testing.T) {
	x := begin(t, childOptions{}, 80, 24)
	x.Send("\x1b[200~1234\x1b[201~" + ctrlD)
	got := x.result()
	require.Equal(t, Quit, got.Outcome)
	require.Empty(t, got.Answers.All)
}

// Another program may have left the terminal's reports of the mouse on.
func TestMouseIsIgnored(t *testing.T) {
	x := begin(t, childOptions{}, 80, 24)
	x.Send("\x1b[<0;12;12M\x1b[<0;12;12m\x1b[<65;3;3M\x1b[M !!" + ctrlC)
	got := x.result()
	require.Equal(t, Quit, got.Outcome)
	require.Empty(t, got.Answers.All)
}

func TestWorstCannotBeBest(t *testing.T) {
	x := begin(t, childOptions{}, 80, 24)
	s := x.next()
	beginning := strings.Join(strings.Fields(s.Options[0].Text)[:3], " ") // the rest may be on another line
	x.Send("1")
	x.WaitFor("❯ ▲ 1 " + beginning)
	x.WaitFor("best")
	x.Send("1")
	x.WaitFor("1 is your best. Now pick the worst.")
	x.Send(up)
	x.WaitFor("❯ ▼ 4 ")
	x.Send(down)
	x.WaitFor("❯ ▲ 1 ")
	x.Send(enter + down)
	x.WaitFor("❯ ▼ 2 ")
	x.Send(enter + ctrlC)
	requireAnswers(t, []fit.Event{picked(s, 1, 2)}, x.result().Answers)
}

func TestBackShowsMarkedAnswer(t *testing.T) {
	x := begin(t, childOptions{}, 80, 24)
	s := x.next()
	x.Send("32")
	x.WaitFor("question 2,")
	x.Send("b")
	x.WaitFor("question 1,")
	x.WaitFor("❯ ▲ 3 ")
	x.WaitFor("was best")
	x.WaitFor("▼ 2 ")
	x.WaitFor("was worst")
	x.Send(enter)
	x.WaitFor("❯ ▼ 2 ")
	x.Send(enter)
	x.WaitFor("question 2,")
	x.Send(ctrlC)
	got := x.result()
	requireAnswers(t, []fit.Event{picked(s, 3, 2)}, got.Answers)
	require.Len(t, got.Kept, 3, "the answer, going back, the answer again")
}

func TestQuitAsksForConfirmation(t *testing.T) {
	x := startChild(t, childOptions{}, 80, 24)
	x.WaitFor("Enter start")
	x.Send("q")
	x.WaitFor("2 Quit")
	x.Send(enter) // continue
	x.WaitFor("Enter start")
	x.Send(enter)
	x.WaitFor("question 1,")
	x.Send("12q")
	x.WaitFor("2 Quit: your answers are saved; resume with 'rolefit quiz'")
	x.WaitFor("3 Finish now")
	x.Send("2")
	got := x.result()
	require.Equal(t, Quit, got.Outcome)
	require.Len(t, got.Answers.All, 1)
}

func TestQuitImmediatelyAndBySignal(t *testing.T) {
	for name, leave := range map[string]func(*child){
		"ctrl-c":  func(x *child) { x.Send(ctrlC) },
		"ctrl-d":  func(x *child) { x.Send(ctrlD) },
		"SIGINT":  func(x *child) { x.Signal(syscall.SIGINT) },
		"SIGTERM": func(x *child) { x.Signal(syscall.SIGTERM) },
		"SIGHUP":  func(x *child) { x.Signal(syscall.SIGHUP) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := begin(t, childOptions{}, 80, 24)
			x.Send("12")
			x.WaitFor("question 2,")
			leave(x)
			got := x.result()
			require.Equal(t, Quit, got.Outcome)
			require.Len(t, got.Answers.All, 1)
			require.NotContains(t, x.Screen(), "question 2", "the screen from before is back")
		})
	}
}

func TestKeysAfterLastAnswer(t *testing.T) {
	for _, behind := range []tea.KeyMsg{{Type: tea.KeyRunes, Runes: []rune("21")}, {Type: tea.KeyEnter}, {Type: tea.KeyCtrlC}} {
		q := builtinQuiz(t)
		a := &fit.Answers{}
		for s := q.Next(a); s.ID != fit.OfferSkills; s = q.Next(a) {
			r := fit.Event{ID: s.ID, Skip: fit.Unsure}
			switch {
			case s.Kind == fit.AskQuestion && s.Answered < 4:
				r = picked(s, 1, 2)
			case s.Kind != fit.AskQuestion && s.Kind != fit.AskSkill:
				r = fit.Event{ID: s.ID, Pick: s.Options[0].Key}
			}
			require.NoError(t, q.Record(a, r))
		}
		m := drawnModel(t, &Session{Quiz: q, Answers: a, Resumed: true}, 80, 24)
		require.Contains(t, strings.Join(m.frame(), "\n"), "2  No, that's enough")
		m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("21")})
		_, cmd := m.Update(behind)
		require.NotNil(t, cmd, "it quits")
		require.Equal(t, Finished, m.flow.outcome)
		require.Equal(t, fit.OfferAnswer{Offer: fit.OfferSkills}, a.Offers[1])
	}
}

func TestContinueEarlierSession(t *testing.T) {
	q := builtinQuiz(t)
	a := fit.Answers{Seed: 9, Seeded: true}
	for range 12 {
		s := q.Next(&a)
		require.NoError(t, q.Record(&a, picked(s, 1, 2)))
	}
	s := q.Next(&a)
	require.True(t, s.NewRound)
	x := startChild(t, childOptions{Answers: &a, Resumed: true}, 80, 24)
	x.WaitFor("question 13, at most 24")
	x.WaitFor(steptext.NewRound)
	x.Send(left)
	x.WaitFor("question 12, at most 24")
	x.WaitFor("▲ 1 ")
	x.Send("43")
	x.WaitGone("question 12,")
	x.Send(ctrlC)
	got := x.result()
	require.Equal(t, a.All[:11], got.Answers.All[:11])
	require.Equal(t, a.All[11].Question, got.Answers.All[11].Question)
	require.NotEqual(t, a.All[11].Best, got.Answers.All[11].Best)
	require.Len(t, got.Kept, 2)
}

// The terminal here answers nothing: without quietterm this says "\x1b]11;?"
// and takes five seconds.
func TestTheTerminalIsNotQueriedAtStart(t *testing.T) {
	a := fit.Answers{Stopped: true, Finished: true, Offers: []fit.OfferAnswer{{Offer: fit.OfferQuestions}, {Offer: fit.OfferPart2}}}
	x := startChild(t, childOptions{Answers: &a}, 80, 24)
	got := x.result()
	require.Equal(t, Finished, got.Outcome, "nothing is left to ask")
	require.Empty(t, x.Raw())
	require.False(t, got.CI)
	require.Equal(t, os.Getenv("PATH"), got.Path)
}
