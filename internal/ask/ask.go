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

// Importing the terminal library runs its init, which changes settings that
// this restores.
func init() { quietterm.Restore() }

// Options determines where and how an interview takes place.
type Options struct {
	In     io.Reader // a terminal for Terminal, any reader for Plain
	Out    io.Writer // output for prompts, but not for results; a terminal for Terminal
	Now    func() time.Time
	Color  bool
	Bold   bool    // for Terminal: whether text may be bold, faint or reversed without Color
	ASCII  bool    // whether to draw only with ASCII characters
	Width  int     // for Plain: width of the terminal in columns, or 0 if unknown
	Prompt *Prompt // asked first, to choose the session, or nil
}

// A Prompt is a question before the interview. It has one choice for each
// session that the person can open.
type Prompt struct {
	Title   string
	Text    []string
	Choices []PromptChoice
	Usual   int // index of the choice that Enter selects
}

// A PromptChoice is one choice of a prompt.
type PromptChoice struct {
	Text string
	Open func() (*Session, error) // starts the session; nil means to quit
}

// A Session is the quiz and answers of an interview, and what to do with the
// answers.
type Session struct {
	Quiz    *fit.Quiz
	Answers *fit.Answers
	Resumed bool     // whether to omit the first screen
	Notes   []string // messages to show before continuing
	Notice  string   // sentence to show on the first step of a resumed session, or ""

	// Save is called with each recorded event before the next page is shown. It
	// is nil if nothing is saved. If it fails, the interview reports this and
	// continues.
	Save func(fit.Event) error
	// Half is the best option of a question that was interrupted before the
	// worst one. SaveHalf saves such an option, or that it was taken back. It is
	// nil if nothing is saved.
	Half     fit.Event
	SaveHalf func(fit.Event) error
	// ResumeHint describes what happens to the answers after quitting early, as
	// in "your answers are saved; resume with 'rolefit quiz'". It is empty if
	// nothing is saved. It is shown wherever the person can quit. The caller
	// prints the last line after quitting.
	ResumeHint string
	// Ending is called when part 1 is complete, and again when answers have
	// changed since then. If it is nil, the interview ends without a last
	// screen.
	Ending func() Ending
}

// An Ending is the content of the last screen.
type Ending struct {
	Title string // verdict
	Tag   string // confidence of the verdict, in a word
	Text  string
	Note  string // caveat, or ""
	Odds  string // how likely more questions are to settle the verdict
	// Body draws what follows from the verdict, in about this many lines, and
	// reports whether nothing important had to be left out. If it had to, Text
	// is left out if it is Optional. For Plain, each line is a paragraph.
	Body     func(width, lines int) (text []string, complete bool)
	Optional bool
	// Notice is a sentence to show once.
	Notice  string
	Actions []Action
}

// An Action is something that the person can do with a result.
type Action struct {
	Key   string // single character
	Name  string
	Short string // name on a narrow screen; "" means Name
	Help  string // what it does, in a sentence
	// Exactly one of these is set. Read returns text to read. Do performs the
	// action and returns a message about it.
	Read func(width int) []Section
	Do   func() string
}

// A Section is a part of a text to read.
type Section struct {
	Heading string // in a few words; "" if the part continues the previous one
	Text    string // drawn lines, including the heading
}

// An Outcome is how an interview ended.
type Outcome int

const (
	Quit     Outcome = iota // the person quit early, or a signal or the end of input did
	Finished                // all questions are answered, or the person asked for the result
)
