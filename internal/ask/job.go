package ask

import (
	"io"

	tea "github.com/charmbracelet/bubbletea"
)

// continueMsg reports that the process was stopped and continued.
type continueMsg struct{}

// nothing is a command that only has the terminal set up again.
type nothing struct{}

func (nothing) Run() error          { return nil }
func (nothing) SetStdin(io.Reader)  {}
func (nothing) SetStdout(io.Writer) {}
func (nothing) SetStderr(io.Writer) {}

var _ tea.ExecCommand = (*job)(nil)
