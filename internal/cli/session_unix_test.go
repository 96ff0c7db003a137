//go:build unix

package cli

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/ptytest"
)

func TestResumeInTerminal(t *testing.T) {
	home := t.TempDir()
	start := func() *ptytest.Terminal {
		cmd := exec.Command("rolefit", "quiz")
		cmd.Env = append(os.Environ(), "ROLEFIT_HOME="+home)
		return ptytest.Start(t, cmd, 80, 40)
	}
	status, _ := quizInLines(home, twoAnswers)
	require.Equal(t, 130, status)
	x := start()
	x.WaitFor("Choose (1 to 3, Enter is 1):")
	x.Send("\x03")
	require.Equal(t, 130, x.Wait())
	require.Contains(t, x.Screen(), "to resume: rolefit quiz --resume")

	x = start()
	x.WaitFor("Choose (1 to 3, Enter is 1):")
	x.Send("\r")
	x.WaitFor("Question 3 of 12")
	x.Send("12")
	x.WaitFor("Question 4 of 12")
	x.Signal(syscall.SIGHUP)
	require.Equal(t, 130, x.Wait())
	require.Contains(t, x.Screen(), "3 answers are saved")
}

// kills is the number of programs killed in a terminal. A session with more
// than mostBefore answers is not resumed, so that none reaches its end.
const (
	kills      = 30
	mostBefore = 4
)

var questionShown = regexp.MustCompile(`Question (\d+) of`)

// TestKilledInTerminal kills the program in a real terminal at random points.
// It checks that every answer was on disk before the next question appeared,
// that no answer ever changes, and that the program resumes at the right
// question.
func TestKilledInTerminal(t *testing.T) {
	home, q := t.TempDir(), builtinQuiz(t)
	var kept []fit.Answer
	how, all := "--new", 0
	for range times(kills) {
		cmd := exec.Command("rolefit", "quiz", how)
		cmd.Env = append(os.Environ(), "ROLEFIT_HOME="+home)
		x := ptytest.Start(t, cmd, 80, 40)
		if how == "--new" {
			x.WaitFor("Nothing leaves this machine")
			x.Send("\r")
		}
		x.WaitFor("Question")
		for range rand.IntN(12) {
			x.Send(strconv.Itoa(1 + rand.IntN(4)))
		}
		if rand.IntN(2) == 0 { // otherwise kill it while keys are still on their way
			was := x.Screen()
			x.Send("1")
			x.Send("2")
			x.Until("another screen", func(screen string) bool { return screen != was })
		}
		x.Signal(syscall.SIGKILL)
		x.Wait()

		s := openStore(t, home)
		list, problems, err := s.Unfinished("ops-roles")
		require.NoError(t, err)
		require.Empty(t, problems)
		require.Len(t, list, 1)
		y, err := s.Resume(list[0].ID, q)
		require.NoError(t, err)
		require.Empty(t, y.Damaged)
		saved := y.Answers.All
		require.NoError(t, y.Close())
		require.GreaterOrEqual(t, len(saved), len(kept))
		require.True(t, slices.Equal(kept, saved[:len(kept)]), "%v\n%v", kept, saved)
		if shown := questionShown.FindStringSubmatch(x.Screen()); shown != nil {
			n, err := strconv.Atoi(shown[1])
			require.NoError(t, err)
			require.GreaterOrEqual(t, len(saved), n-1, x.Screen())
		}
		all += len(saved) - len(kept)
		kept, how = saved, "--resume"
		if len(saved) > mostBefore {
			require.NoError(t, s.Discard(list[0].ID))
			kept, how = nil, "--new"
		}
	}
	t.Logf("%d kills, %d answers", times(kills), all)
}
