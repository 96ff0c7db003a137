// Package ask conducts the interview with a person, either full-screen on a
// terminal or in plain lines that a screen reader can follow.
//
// The interview itself is in fit.Quiz, which decides what is asked next and
// what an answer does. A flow turns each step into a page: a question, its
// options, and the keys that do something else. Terminal draws pages and Plain
// prints them line by line, and neither knows what a page is about. Pages pass
// all text from a pack through safetext.Sanitize.
//
// On the terminal, a custom bubbletea model hosts one huh.Select per page and
// size. A huh.Form isn't used because it would lose or misplace keys that
// arrive together, hide options that wrap, and record answers that no one gave
// when a signal ends it.
package ask

import (
	"io"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/quietterm"
)

// Importing the terminal library initializes it, so its init has run by now.
func init() { quietterm.Restore() }

// Options configures an interview.
type Options struct {
	In  io.Reader // a terminal for Terminal; any reader for Plain
	Out io.Writer // where prompts go; never results

	// Save is called with each recorded event before the next page shows; nil
	// when nothing is saved. When it fails, the interview says so and continues.
	Save func(fit.Event) error
	// ResumeHint tells the person what happens to the answers after quitting
	// early, as in "your answers are saved; 'rolefit quiz' resumes here". It is
	// empty when nothing is saved. It appears wherever quitting is offered; the
	// caller prints the final line after quitting.
	ResumeHint string

	// Verdict is called when part 1 is complete, and again when its answers have
	// changed since, before more is offered. It returns the verdict in a line or
	// two; nil when there is nothing to say.
	Verdict func() []string

	Now     func() time.Time
	Color   bool
	Resumed bool // no first screen
}

// An Outcome says how an interview ended.
type Outcome int

// Possible outcomes.
const (
	Quit     Outcome = iota // ended early, by a key, a signal or end of input
	Finished                // all questions answered, or the person asked for the result
)
