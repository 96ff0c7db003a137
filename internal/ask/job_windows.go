package ask

import tea "github.com/charmbracelet/bubbletea"

// A job does nothing, because this system has no job control.
type job struct{ nothing }

func newJob(func(tea.Msg)) *job { return &job{} }

func (j *job) end() {}
