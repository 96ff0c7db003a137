package ask

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/wording"
)

// An overlay is a page shown on top of the current step.
type overlay int

const (
	noOverlay overlay = iota
	promptOverlay
	notesOverlay
	welcomeOverlay
	skipOverlay // this and the following overlays are about a step
	quitOverlay
	finishOverlay
	part2Overlay
	helpOverlay
	readOverlay
)

// A flow is an interview in progress: the current step and the state of the
// page. Terminal and Plain show its page and call the page's actions.
type flow struct {
	Session // zero while the prompt is shown
	options Options
	plain   bool // whether output is plain lines

	step           fit.Step
	best           string // key of the best option, while the flow asks for the worst
	takenBack      string // key of the best option before going back from the worst, or ""
	backs          int    // number of steps that the person has gone back
	overlay        overlay
	behind         overlay // overlay to return to
	explained      overlay // overlay that help is about
	shownAt        time.Time
	ending         Ending
	changed        bool                      // whether an answer was recorded since the last call of Session.Ending
	text           func(width int) []Section // text of the readOverlay
	notice         string                    // a sentence about the last key, or ""
	saveError      string                    // reason that the last event wasn't saved, or ""
	repeated       bool                      // whether plain mode prints the page again
	saveErrorShown bool                      // whether all of saveError was shown

	done    bool
	outcome Outcome
	err     error // reason that no session could be opened
}

// newFlow returns a flow that starts with a session or, if that is nil, with
// the prompt.
func newFlow(s *Session, o Options) *flow {
	f := &flow{options: o, changed: true, overlay: promptOverlay}
	if f.options.Now == nil {
		f.options.Now = time.Now
	}
	if s != nil {
		f.begin(s)
	}
	return f
}

// open opens the session of a prompt's choice.
func (f *flow) open(choice PromptChoice) {
	if choice.Open == nil {
		f.end(Quit)
		return
	}
	s, err := choice.Open()
	if err != nil {
		f.err = err
		f.end(Quit)
		return
	}
	f.begin(s)
}

func (f *flow) begin(s *Session) {
	f.Session = *s
	f.next()
	if f.done {
		return
	}
	f.restoreHalf()
	f.leaveNotes()
	f.notice = safetext.Sanitize(s.Notice)
	if len(s.Notes) > 0 {
		f.overlay = notesOverlay
	}
}

// restoreHalf restores the best option of an interrupted question. How long the
// question took is unknown.
func (f *flow) restoreHalf() {
	h := f.Half
	if h.Kind == f.step.Kind && h.ID == f.step.ID && slices.ContainsFunc(f.step.Options, func(o fit.ShownOption) bool { return o.Key == h.Best }) {
		f.best, f.shownAt = h.Best, time.Time{}
	}
}

// next moves to the step that follows from the answers.
func (f *flow) next() {
	f.step = f.Quiz.Next(f.Answers)
	f.best, f.takenBack, f.overlay, f.notice, f.shownAt = "", "", noOverlay, "", f.options.Now()
	switch {
	case f.Ending == nil && f.step.Kind == fit.Done:
		f.end(Finished)
	case f.Ending != nil && f.atEnd() && f.changed:
		f.ending, f.changed = f.Ending(), false
		f.notice = safetext.Sanitize(f.ending.Notice)
	}
}

// atEnd reports whether the result is shown, which it is after part 1 and at
// the end.
func (f *flow) atEnd() bool {
	return f.step.Kind == fit.Done || f.step.Kind == fit.AskOffer && f.step.ID != fit.OfferSkills
}

func (f *flow) end(o Outcome) { f.done, f.outcome = true, o }

// answer records an answer. In plain mode, it says what was answered, because
// people who can't see the page would miss a slip.
func (f *flow) answer(r fit.Event, said string) {
	if f.record(r) && f.plain {
		f.notice = strings.TrimSpace(said + " " + f.notice)
	}
}

// record adds an event to the answers, saves it, and moves to the next step. It
// reports whether the event was valid.
func (f *flow) record(r fit.Event) bool {
	if err := f.Quiz.Record(f.Answers, r); err != nil {
		f.overlay, f.notice = noOverlay, wording.Capitalize(safetext.Sanitize(err.Error()))+"."
		return false
	}
	f.changed = f.changed || r.Answers() && r.Kind != fit.AskOffer
	f.save(f.Save, r)
	f.next()
	switch {
	case r.Back:
		f.backs++
	case f.backs > 1 || f.backs == 1 && f.atEnd():
		f.notice, f.backs = f.returned(), 0
	default:
		f.backs = 0
	}
	return true
}

// save saves an event, unless nothing is saved.
func (f *flow) save(save func(fit.Event) error, r fit.Event) {
	if save == nil {
		return
	}
	failed := ""
	if err := save(r); err != nil {
		failed = safetext.Sanitize(err.Error())
	}
	f.saveErrorShown = failed == f.saveError
	f.saveError = failed
}

// choose chooses an option of the question: first the best, then the worst.
// With two options, one choice determines both.
func (f *flow) choose(key string) {
	switch {
	case len(f.step.Options) == 2:
		f.answer(fit.Event{Kind: f.step.Kind, ID: f.step.ID, Best: key, Seconds: f.seconds()}, f.chosen("Picked", key))
	case f.best == "":
		f.best, f.notice = key, ""
		f.saveHalf()
		if f.plain {
			f.notice = f.chosen("Best is", key) + " Now the worst."
		}
	default:
		f.answer(fit.Event{Kind: f.step.Kind, ID: f.step.ID, Best: f.best, Worst: key, Seconds: f.seconds()}, f.chosen("Worst is", key))
	}
}

// saveHalf saves the best option, or that it was taken back.
func (f *flow) saveHalf() {
	f.save(f.SaveHalf, fit.Event{Kind: f.step.Kind, ID: f.step.ID, Best: f.best})
}

// chosen describes which option was chosen, after these words.
func (f *flow) chosen(as, key string) string {
	i := slices.IndexFunc(f.step.Options, func(c fit.ShownOption) bool { return c.Key == key })
	number := f.key(i)
	if f.step.Kind == fit.AskSkill {
		number = key
	}
	return fmt.Sprintf("%s %s: %s", as, number, ended(safetext.Sanitize(f.step.Options[i].Text)))
}

func (f *flow) rate(level int) {
	f.answer(fit.Event{Kind: f.step.Kind, ID: f.step.ID, Level: &level}, f.chosen("Level", f.step.Options[level].Key))
}

// pick chooses an option of a card, start, condition or offer.
func (f *flow) pick(key string) {
	said := ""
	if f.step.Kind != fit.AskOffer {
		said = f.chosen("Picked", key)
	}
	f.answer(fit.Event{Kind: f.step.Kind, ID: f.step.ID, Pick: key}, said)
}

// skip skips the step, and sets a notice if that adds a question.
func (f *flow) skip(s fit.Skip) {
	most := f.step.Answered + f.step.AtMost
	f.answer(fit.Event{Kind: f.step.Kind, ID: f.step.ID, Skip: s, Seconds: f.seconds()}, "Skipped.")
	if now := f.step.Answered + f.step.AtMost; f.step.Kind == fit.AskQuestion && now > most {
		f.notice = fmt.Sprintf("Skipped and replaced: at most %d now.", now)
	}
}

// seconds returns the time spent on a question, or nil for another step.
func (f *flow) seconds() *float64 {
	if f.step.Kind != fit.AskQuestion {
		return nil
	}
	return f.Answers.TimeFor(f.step.ID, f.options.Now().Sub(f.shownAt).Seconds())
}

// back clears the best option if one is chosen, and otherwise goes to the
// previous step.
func (f *flow) back() {
	switch {
	case f.best != "":
		f.best, f.takenBack, f.notice = "", f.best, ""
		f.saveHalf()
		if f.plain {
			f.notice = f.chosen(textBestCleared, f.takenBack)
		}
	case !f.step.CanBack:
		f.notice = textFirst
	default:
		f.record(fit.Event{Back: true})
	}
}

// jump goes back to the question with this number.
func (f *flow) jump(number string) {
	n, err := strconv.Atoi(number)
	last := f.lastToJumpTo()
	if last == 0 {
		f.notice = textFirst
		return
	}
	if err != nil || n < 1 || n > last {
		f.notice = fmt.Sprintf("g goes back to a question. Type g and a number from 1 to %d.", last)
		return
	}
	for f.record(fit.Event{Back: true}) && (f.step.Kind != fit.AskQuestion || f.number() > n) && f.step.CanBack {
	}
}

// lastToJumpTo returns the number of the last question before the current step.
func (f *flow) lastToJumpTo() int {
	if f.step.Kind == fit.AskQuestion {
		return f.number() - 1
	}
	return len(f.Answers.All)
}

// finish ends the current part: the remaining questions and cards, or the rest
// of part 2.
func (f *flow) finish() {
	f.record(fit.Event{Finish: true})
	if !f.done && !f.step.VerdictReady {
		f.record(fit.Event{Finish: true})
	}
}

// A pageID identifies a page of an interview.
type pageID struct {
	overlay overlay
	kind    fit.Kind
	id      string
}

func (f *flow) pageID() pageID { return pageID{f.overlay, f.step.Kind, f.step.ID} }

// canFinish reports whether there are enough answers to finish.
func (f *flow) canFinish() bool { return f.step.Answered > 0 && f.step.Kind != fit.Done }

// show opens an overlay.
func (f *flow) show(m overlay) {
	if f.overlay == noOverlay || f.overlay == welcomeOverlay || f.overlay == notesOverlay {
		f.behind = f.overlay
	}
	if m == helpOverlay {
		f.explained = f.overlay
	}
	f.overlay, f.notice = m, ""
}

func (f *flow) close() {
	if f.notice = ""; f.overlay == helpOverlay {
		f.overlay = f.explained
		return
	}
	f.overlay = f.behind
}

// start leaves the welcome screen. Time spent on it doesn't count toward the
// first question.
func (f *flow) start() {
	if f.overlay, f.notice = noOverlay, ""; f.best == "" {
		f.shownAt = f.options.Now()
	}
}

// leaveNotes shows the first screen or, if the session was resumed, the current
// step.
func (f *flow) leaveNotes() {
	f.start()
	if !f.Resumed {
		f.overlay = welcomeOverlay
	}
}
