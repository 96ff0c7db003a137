//go:build unix

package ask

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// Finishing ends the part at once, cards included, and says first what it costs.
func TestFinishEarly(t *testing.T) {
	for name, keys := range map[string]string{"y": "fffy", "down, enter": down + enter} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := begin(t, childOptions{Ending: true}, 80, 24)
			x.Send("f")
			x.WaitFor(textNothingYet)
			x.Send("12f")
			x.WaitFor("You've answered one question. That's too few")
			x.Send("b")
			x.WaitFor("question 2,")
			x.Send("q3")
			x.WaitFor("Finish now?")
			x.Send(keys)
			x.WaitFor("s answer the rest")
			x.Send("s")
			x.WaitFor("question 2, at most 24")
			x.Send("f")
			x.WaitFor("Finish now?")
			x.Send("n")
			x.WaitGone("Finish now?")
			x.Send("f")
			x.WaitFor("Finish now?")
			x.Send("y")
			x.WaitFor("s answer the rest")
			x.Send("q")
			got := x.result()
			require.Equal(t, Finished, got.Outcome)
			require.True(t, got.Answers.Finished)
			require.True(t, got.Answers.Stopped)
			require.Empty(t, got.Answers.Cards)
		})
	}
}

// The last screen shows texts, and does things, and going back still works.
func TestEnding(t *testing.T) {
	x := begin(t, childOptions{Ending: true}, 80, 24)
	x.Send("12f")
	x.WaitFor("Finish now?")
	x.Send("y")
	x.WaitFor("│ Site Reliability Engineer")
	x.WaitFor("leaning │")
	x.WaitFor("The body.")
	x.Send("h")
	x.WaitFor("Saved here as a.html.")
	x.Send("m")
	x.WaitFor("Lines 1-")
	x.Send(" \x1b[F")
	x.WaitFor("The end.")
	x.Send("q")
	x.WaitFor("The body.")
	x.Send("?")
	x.WaitFor("Read it all.")
	x.WaitFor("The mark at 50")
	x.Send("q")
	x.WaitFor("The body.")
	x.Send("b")
	x.WaitFor("Part 1 of 2, question 1")
	x.Send(ctrlC)
	require.Equal(t, Quit, x.result().Outcome)
}

// Which session the interview is about is asked on a screen like the others.
func TestPrompt(t *testing.T) {
	x := startChild(t, childOptions{Prompt: true, Resumed: true}, 80, 24)
	x.WaitFor("1 Resume it")
	x.Send("4x1")
	x.WaitFor("question 1,")
	x.Send("12" + ctrlC)
	require.Len(t, x.result().Answers.All, 1)

	x = startChild(t, childOptions{Prompt: true, Notes: []string{"The pack has changed."}}, 80, 24)
	x.WaitFor("❯ 1 Resume it")
	x.Send(enter)
	x.WaitFor("The pack has changed.")
	x.Send("q1")
	x.WaitFor("The pack has changed.")
	x.Send(enter)
	x.WaitFor("Enter start")
	x.Send(ctrlC)
	require.Empty(t, x.result().Answers.All)

	for keys, status := range map[string]int{"2": 1, "3": 0, "q": 0} {
		x = startChild(t, childOptions{Prompt: true}, 80, 24)
		x.WaitFor("Resume?")
		x.Send(keys)
		require.Equal(t, status, x.Wait())
		require.Equal(t, keys == "2", strings.Contains(x.Screen(), "it is locked"))
	}
}

// A key that is held down, on terminals with any delay before it repeats,
// answers one page. Repeats are sent in pairs, so that a slow machine doesn't
// separate them all.
func TestHeldKeyInTerminal(t *testing.T) {
	for _, delay := range []time.Duration{200, 300, 500, 660} {
		t.Run(fmt.Sprint(int(delay)), func(t *testing.T) {
			t.Parallel()
			x := startChild(t, childOptions{Answers: &fit.Answers{Finished: true}, Resumed: true, Clock: true}, 80, 24)
			x.WaitFor("job 1 of 4")
			x.Send("2")
			x.WaitFor("job 2 of 4")
			<-time.After(delay * time.Millisecond)
			for range 10 {
				x.Send("22")
				<-time.After(30 * time.Millisecond)
			}
			x.WaitFor("Holding 2 counts once.")
			x.Send("1")
			x.WaitFor("job 3 of 4")
			x.Send(ctrlC)
			require.Len(t, x.result().Answers.Cards, 2)
		})
	}
}
