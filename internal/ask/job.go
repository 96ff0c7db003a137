package ask

import (
	"io"

	tea "github.com/charmbracelet/bubbletea"
)

// continueMsg reports that the process was stopped and continued.
type continueMsg struct{}

// A nothing is a command without effect, after which the library sets up the
// terminal again.
type nothing struct{}

func (nothing) Run() error          { return nil }
func (nothing) SetStdin(io.Reader)  {}
func (nothing) SetStdout(io.Writer) {}
func (nothing) SetStderr(io.Writer) {}

var _ tea.ExecCommand = (*job)(nil)
