//go:build unix

package ask

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// A job is the process under a shell's job control.
type job struct {
	nothing
	signals chan os.Signal
}

// newJob sends a suspendMsg or a continueMsg for the signals of job control.
func newJob(send func(tea.Msg)) *job {
	j := &job{signals: make(chan os.Signal, 1)}
	signal.Notify(j.signals, syscall.SIGTSTP, syscall.SIGCONT)
	go func() {
		for s := range j.signals {
			if s == syscall.SIGTSTP {
				send(suspendMsg{})
			} else {
				send(continueMsg{})
			}
		}
	}()
	return j
}

func (j *job) end() {
	signal.Stop(j.signals)
	close(j.signals)
}

// Run stops the process and its group until the shell continues them.
func (j *job) Run() error {
	continued := make(chan os.Signal, 1)
	signal.Notify(continued, syscall.SIGCONT)
	defer signal.Stop(continued)
	signal.Reset(syscall.SIGTSTP)
	defer signal.Notify(j.signals, syscall.SIGTSTP)
	if err := syscall.Kill(0, syscall.SIGTSTP); err != nil {
		return nil
	}
	select {
	case <-continued:
	case <-time.After(time.Second / 2): // without a shell to continue it, the system doesn't stop a process
	}
	return nil
}
