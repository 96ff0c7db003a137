package ask

import (
	"os"

	tea "github.com/charmbracelet/bubbletea"
)

// Texts of the help about keys on this system.
const (
	quitKeys        = "Ctrl-C quits at once."
	quitKeysInLines = "Ctrl-C, or Ctrl-Z and Enter, quits at once."
)

// A job does nothing, because Windows has no job control.
type job struct{ nothing }

func newJob(func(tea.Msg)) *job { return &job{} }

func (j *job) end() {}

// hasTerminal returns true, because on Windows programs share a console.
func hasTerminal(*os.File) bool { return true }
