package ask

import (
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
)

// An overlay is a page shown on top of the current step.
type overlay int

const (
	noOverlay overlay = iota
	welcomeOverlay
	skipOverlay
	quitOverlay
	finishOverlay // the quit overlay, opened with f
	helpOverlay
)

// A flow is an interview in progress: the current step and the state of the
// page. Terminal and Plain show its page and call the page's actions.
type flow struct {
	quiz    *fit.Quiz
	answers *fit.Answers
	options Options
	plain   bool // whether output is plain lines

	step           fit.Step
	best           string // the best option, while the flow asks for the worst
	overlay        overlay
	behind         overlay // the overlay that help and quit return to
	shownAt        time.Time
	verdict        []string // shown with an offer, in a line or two
	changed        bool     // whether something was answered since Options.Verdict was called
	notice         string   // one sentence about the last key; "" when there is none
	saveError      string   // why the last event was not saved; "" when it was
	saveErrorShown bool     // whether saveError was shown in full

	done    bool
	outcome Outcome
}

func newFlow(q *fit.Quiz, a *fit.Answers, o Options) *flow {
	f := &flow{quiz: q, answers: a, options: o, changed: true}
	if f.options.Now == nil {
		f.options.Now = time.Now
	}
	f.next()
	if !o.Resumed && !f.done {
		f.overlay = welcomeOverlay
	}
	return f
}

// next moves to the step that follows from the answers.
func (f *flow) next() {
	f.step = f.quiz.Next(f.answers)
	f.best, f.overlay, f.notice, f.shownAt = "", noOverlay, "", f.options.Now()
	switch f.step.Kind {
	case fit.Done:
		f.end(Finished)
	case fit.AskOffer:
		f.showVerdict()
	}
}

// showVerdict asks for the verdict at an offer that ends part 1.
func (f *flow) showVerdict() {
	switch {
	case f.step.ID == fit.OfferSkills:
		f.verdict = nil
	case f.changed && f.options.Verdict != nil:
		f.verdict, f.changed = f.options.Verdict(), false
	}
}

func (f *flow) end(o Outcome) { f.done, f.outcome = true, o }

// record adds an event to the answers, saves it, and moves to the next step.
func (f *flow) record(r fit.Event) {
	if err := f.quiz.Record(f.answers, r); err != nil {
		f.overlay, f.notice = noOverlay, upper(safetext.Sanitize(err.Error()))+"."
		return
	}
	f.changed = f.changed || r.Answers() && r.Kind != fit.AskOffer
	f.save(r)
	f.next()
}

func (f *flow) save(r fit.Event) {
	if f.options.Save == nil {
		return
	}
	failed := ""
	if err := f.options.Save(r); err != nil {
		failed = safetext.Sanitize(err.Error())
	}
	f.saveErrorShown = failed == f.saveError
	f.saveError = failed
}

// choose takes an option of the question: the best, then the worst. With two
// options, one choice settles both.
func (f *flow) choose(key string) {
	switch {
	case len(f.step.Options) == 2:
		f.record(fit.Event{Kind: f.step.Kind, ID: f.step.ID, Best: key, Seconds: f.seconds()})
	case f.best == "":
		f.best, f.notice = key, ""
		if f.plain {
			f.notice = f.bestChosen()
		}
	default:
		f.record(fit.Event{Kind: f.step.Kind, ID: f.step.ID, Best: f.best, Worst: key, Seconds: f.seconds()})
	}
}

// bestChosen names the best option, for people who can't see its mark.
func (f *flow) bestChosen() string {
	i := slices.IndexFunc(f.step.Options, func(c fit.ShownOption) bool { return c.Key == f.best })
	return fmt.Sprintf("Best is %d: %s", i+1, safetext.Sanitize(f.step.Options[i].Text))
}

func (f *flow) rate(level int) {
	f.record(fit.Event{Kind: f.step.Kind, ID: f.step.ID, Level: &level})
}

// pick takes an option of a card, start, condition or offer.
func (f *flow) pick(key string) {
	f.record(fit.Event{Kind: f.step.Kind, ID: f.step.ID, Pick: key})
}

func (f *flow) skip(s fit.Skip) {
	f.record(fit.Event{Kind: f.step.Kind, ID: f.step.ID, Skip: s, Seconds: f.seconds()})
}

// maxThinking is longer than anyone thinks about a question.
const maxThinking = time.Hour

// seconds returns how long the question took, rounded to a tenth, or nil if
// unknown. After going back, it is the time of both visits, because the second
// one alone would only measure how fast a person presses Enter.
func (f *flow) seconds() *float64 {
	elapsed := f.options.Now().Sub(f.shownAt)
	if f.step.Kind != fit.AskQuestion || elapsed < 0 || elapsed > maxThinking {
		return nil
	}
	seconds := elapsed.Seconds()
	if before := f.answers.Answer(f.step.ID); before != nil {
		if before.Seconds < 0 {
			return nil
		}
		seconds += before.Seconds
	}
	seconds = math.Round(seconds*10) / 10
	return &seconds
}

// back clears the best option if there is one, and otherwise goes to the
// previous step.
func (f *flow) back() {
	if f.best != "" {
		f.best, f.notice = "", ""
		if f.plain {
			f.notice = textBestCleared
		}
		return
	}
	f.record(fit.Event{Back: true})
}

// finish ends the questions or, once they are over, the interview.
func (f *flow) finish() { f.record(fit.Event{Finish: true}) }

// cardPause is how long keys do nothing after a card has come up: one that was
// pressed too often must not answer a job that nobody has read.
const cardPause = time.Second / 4

// pausing reports whether keys do nothing yet.
func (f *flow) pausing() bool {
	if f.step.Kind != fit.AskCard || f.overlay != noOverlay {
		return false
	}
	elapsed := f.options.Now().Sub(f.shownAt)
	return elapsed >= 0 && elapsed < cardPause
}

// canFinish reports whether there are answers to finish with.
func (f *flow) canFinish() bool { return f.step.Answered > 0 && f.overlay != welcomeOverlay }

// open opens an overlay.
func (f *flow) open(m overlay) {
	if f.overlay == noOverlay || f.overlay == welcomeOverlay {
		f.behind = f.overlay
	}
	f.overlay, f.notice = m, ""
}

func (f *flow) close() { f.overlay, f.notice = f.behind, "" }

// start leaves the welcome screen. Time spent on it doesn't count toward the
// first question.
func (f *flow) start() { f.overlay, f.notice, f.shownAt = noOverlay, "", f.options.Now() }
