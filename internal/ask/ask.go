// Package ask holds the interview with a person: on a terminal, or in plain
// lines that a screen reader can follow.
//
// What is asked next, and what an answer does, is decided by fit.Quiz; a flow
// turns that into pages: a question, what can be picked, and the keys that do
// something else. Terminal draws pages, Plain reads them out, and neither
// knows what a page is about. Every text of a pack passes safetext.Sanitize where a
// page is made.
//
// On the terminal a huh.Select is used as a widget, a fresh one for each page
// and size, inside a model of our own. A huh.Form loses or misplaces keys that
// arrive together, hides options that wrap, and invents answers when it is
// ended by a signal.
package ask

import (
	"io"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/quietterm"
)

// By now the terminal library is initialised: it is imported here.
func init() { quietterm.Restore() }

// Options are what an interview needs from outside.
type Options struct {
	In  io.Reader // Terminal: a terminal; Plain: anything, also a *bufio.Reader that the caller reads from before
	Out io.Writer // where prompts go; never results

	// Keep is called with each recorded reply before the next page shows; nil
	// when nothing is kept. When it fails, the interview says so and goes on.
	Keep func(fit.Event) error
	// Kept says what becomes of the answers when the person leaves early, as
	// in "your answers are kept, and 'rolefit quiz' goes on here"; empty when
	// nothing is kept. It is shown where leaving is offered; the last line
	// after leaving is the caller's.
	Kept string

	Now      func() time.Time
	NoSkills bool // ends before the skills
	Color    bool
	Resumed  bool // no first screen
}

// An Outcome is how an interview ended.
type Outcome int

// The outcomes.
const (
	Left     Outcome = iota // before its end: by a key, a signal or the end of input
	Finished                // the answers are complete, or the person wants the result now
)
