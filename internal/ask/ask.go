// Package ask runs the interview with a person: full-screen on a terminal, or
// in plain lines that a screen reader can follow.
//
// fit.Quiz decides what is asked next and what an answer does. A flow turns
// that into pages: a question, its options, and the keys that do something
// else. Terminal draws pages, Plain prints them line by line, and neither
// knows what a page is about. Text from a pack goes through safetext.Sanitize
// where a page is made.
//
// On the terminal, our own bubbletea model hosts one huh.Select per page and
// size. A huh.Form would lose or misplace keys that arrive together, hide
// options that wrap, and record answers nobody gave when a signal ends it.
package ask

import (
	"io"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/quietterm"
)

// Importing the terminal library above has initialized it by now.
func init() { quietterm.Restore() }

// Options are what an interview needs from outside.
type Options struct {
	In  io.Reader // a terminal for Terminal; any reader for Plain
	Out io.Writer // where prompts go; never results

	// Save is called with each recorded event before the next page shows; nil
	// when nothing is saved. When it fails, the interview says so and continues.
	Save func(fit.Event) error
	// ResumeHint says what happens to the answers when the person quits early,
	// as in "your answers are saved; 'rolefit quiz' resumes here"; empty when
	// nothing is saved. It is shown where quitting is offered; the last line
	// after quitting is the caller's.
	ResumeHint string

	// Verdict is called when part 1 is complete, and again when its answers have
	// changed since, before more is offered. It returns the verdict in a line or
	// two; nil when there is nothing to say.
	Verdict func() []string

	Now     func() time.Time
	Color   bool
	Resumed bool // no first screen
}

// An Outcome is how an interview ended.
type Outcome int

// The outcomes.
const (
	Quit     Outcome = iota // before the end: by a key, a signal or end of input
	Finished                // the answers are complete, or the person wants the result now
)
