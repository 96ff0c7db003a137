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
// when a signal ends it. The model draws its pages itself; see display.
package ask

import (
	"io"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/quietterm"
)

// Importing the terminal library initializes it, so its init has run by now.
func init() { quietterm.Restore() }

// Options says where and how an interview takes place.
type Options struct {
	In     io.Reader // a terminal for Terminal; any reader for Plain
	Out    io.Writer // where prompts go, a terminal for Terminal; never results
	Now    func() time.Time
	Color  bool
	ASCII  bool    // draw without characters that need UTF-8
	Width  int     // for Plain: columns of the terminal; 0 if unknown
	Prompt *Prompt // asked first, to find out which session it is about; or nil
}

// A Prompt is asked before the interview. It has a choice for each session that
// the interview can be about.
type Prompt struct {
	Title   string
	Text    []string
	Choices []PromptChoice
	Usual   int // index of the choice that Enter takes
}

// A PromptChoice is one answer to a prompt.
type PromptChoice struct {
	Text string
	Open func() (*Session, error) // starts the session; nil to quit
}

// A Session is what an interview is about, and what happens to the answers.
type Session struct {
	Quiz    *fit.Quiz
	Answers *fit.Answers
	Resumed bool     // no first screen
	Notes   []string // what to know before continuing

	// Save is called with each recorded event before the next page shows; nil
	// when nothing is saved. When it fails, the interview says so and continues.
	Save func(fit.Event) error
	// ResumeHint tells the person what happens to the answers after quitting
	// early, as in "your answers are saved; 'rolefit quiz' resumes here". It is
	// empty when nothing is saved. It appears wherever quitting is offered; the
	// caller prints the final line after quitting.
	ResumeHint string
	// Ending is called when part 1 is complete, and again when answers have
	// changed since. If it is nil, the interview ends without a last screen.
	Ending func() Ending
}

// An Ending is the result as the last screen shows it.
type Ending struct {
	Title string // the verdict
	Tag   string // how certain it is, in a word
	Text  string
	Note  string // what to know about it; "" when there is nothing
	Odds  string // how likely more questions are to settle it
	// Body draws what follows from the verdict, in about as many lines as given.
	Body    func(width, lines int) []string
	Actions []Action
}

// An Action is something to do with a result.
type Action struct {
	Key  string // a single character
	Name string
	// Exactly one of these is set. Read draws a text to read. Do does something
	// and says what was done.
	Read func(width int) string
	Do   func() string
}

// An Outcome says how an interview ended.
type Outcome int

// Possible outcomes.
const (
	Quit     Outcome = iota // ended early, by a key, a signal or end of input
	Finished                // all questions answered, or the person asked for the result
)
