package ask

import (
	"os"

	tea "github.com/charmbracelet/bubbletea"
)

// What the help says about keys of this system.
const (
	quitKeys        = "Ctrl-C quits at once."
	quitKeysInLines = "Ctrl-C, or Ctrl-Z and Enter, quits at once."
)

// A job does nothing, because this system has no job control.
type job struct{ nothing }

func newJob(func(tea.Msg)) *job { return &job{} }

func (j *job) end() {}

// hasTerminal reports true, because programs share a console here.
func hasTerminal(*os.File) bool { return true }
