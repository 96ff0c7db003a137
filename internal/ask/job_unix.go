//go:build unix

package ask

import (
	"os"
	"os/signal"
	"syscall"

	tea "github.com/charmbracelet/bubbletea"
	"golang.org/x/sys/unix"
)

// Texts of the help about keys on this system.
const (
	quitKeys        = "Ctrl-C quits at once, and Ctrl-Z pauses."
	quitKeysInLines = "Ctrl-C or Ctrl-D quits at once."
)

// A job represents the process under a shell's job control.
type job struct {
	nothing
	signals chan os.Signal
}

// newJob sends a suspendMsg or a continueMsg when a job-control signal arrives.
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

// Run stops the process and its group until the shell continues them. It does
// nothing if no shell would do that, because the process is in the group that
// leads the session or its parent is in another session.
func (j *job) Run() error {
	session, err := unix.Getsid(0)
	if err != nil || session == unix.Getpgrp() {
		return nil
	}
	if parent, err := unix.Getsid(unix.Getppid()); err != nil || parent != session {
		return nil
	}
	continued := make(chan os.Signal, 1)
	signal.Notify(continued, syscall.SIGCONT)
	defer signal.Stop(continued)
	if err := unix.Kill(0, unix.SIGSTOP); err != nil { // a SIGTSTP would only be delivered to the handler
		return err
	}
	<-continued // this thread may continue for a moment
	return nil
}

// hasTerminal reports whether keys typed on a terminal reach this process. They
// don't while another command is in the foreground.
func hasTerminal(f *os.File) bool {
	group, err := unix.IoctlGetInt(int(f.Fd()), unix.TIOCGPGRP)
	return err != nil || group == unix.Getpgrp()
}
