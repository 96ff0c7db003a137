//go:build unix

package ask

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

const ctrlZ = "\x1a"

// Under a shell's job control, the interview leaves the screen to the shell and
// comes back to the page as it was: after its key, the signal, and a stop that it
// can't see coming.
func TestJobControl(t *testing.T) {
	program, err := os.Executable()
	require.NoError(t, err)
	pidFile := filepath.Join(t.TempDir(), "pid")
	x := childOptions{Resumed: true}.start(t, exec.Command("sh", "-i"), 80, 24)
	x.WaitFor("ready>")
	x.Send("sh -c 'echo $$ >" + pidFile + "; exec " + program + "'\r")
	x.WaitFor("question 1,")
	x.Send("1")
	x.WaitFor("NOW THE WORST")
	text, err := os.ReadFile(pidFile)
	require.NoError(t, err)
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	require.NoError(t, err)
	for _, c := range []struct {
		stop func()
		said int // how often, at least, the shell has said on this screen that it stopped
	}{
		{func() { x.Send(ctrlZ) }, 1},
		{func() { require.NoError(t, syscall.Kill(pid, syscall.SIGTSTP)) }, 2},
		{func() { require.NoError(t, syscall.Kill(pid, syscall.SIGSTOP)) }, 1}, // on the screen of the interview
	} {
		c.stop()
		x.Until("the shell", func(screen string) bool {
			return strings.Count(screen, "Stopped") >= c.said && prompted(screen)
		})
		x.Send("fg\n") // the shell may be left with a terminal that sends nothing else as the end of a line
		x.WaitGone("Stopped")
		x.WaitFor("NOW THE WORST")
		x.WaitFor("? help · q quit")
	}
	x.Send("2" + ctrlC)
	x.Until("the shell", prompted)
	x.Send("exit\n")
	require.Len(t, x.result().Answers.All, 1)
}

// prompted reports whether a screen ends with the shell's prompt. On a terminal
// in raw mode it may continue on the next line.
func prompted(screen string) bool {
	return strings.HasSuffix(strings.Join(strings.Fields(screen), ""), "ready>")
}

// Without a shell that could continue it, the interview isn't stopped.
func TestNoJobControl(t *testing.T) {
	program, err := os.Executable()
	require.NoError(t, err)
	for _, cmd := range []*exec.Cmd{exec.Command(program), exec.Command("sh", "-c", program+"; true")} {
		x := childOptions{Resumed: true}.start(t, cmd, 80, 24)
		x.WaitFor("question 1,")
		x.Send(ctrlZ + "1")
		x.WaitFor("NOW THE WORST")
		x.Send("2" + ctrlC)
		require.Len(t, x.result().Answers.All, 1)
	}
}
