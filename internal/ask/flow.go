package ask

import (
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
)

// A menu lies over the step that is shown.
type menu int

const (
	noMenu menu = iota
	welcomeMenu
	skipMenu
	leaveMenu
	finishMenu // the leave menu, asked for by f
	helpMenu
)

// A flow is an interview under way: the step that is asked, and where in it
// the person is. Terminal and Plain read its page and call what that offers.
type flow struct {
	quiz    *fit.Quiz
	given   *fit.Answers
	options Options
	lines   bool // read out in lines, not drawn

	step    fit.Step
	best    string // the first pick, while the second is asked for
	menu    menu
	under   menu // what help and leave return to
	began   time.Time
	said    string // one sentence about the last key, "" when there is none
	unsaved string // why the last reply was not kept, "" when it was
	told    bool   // whether that was shown in full

	over    bool
	outcome Outcome
}

func newFlow(q *fit.Quiz, a *fit.Answers, o Options) *flow {
	f := &flow{quiz: q, given: a, options: o}
	if f.options.Now == nil {
		f.options.Now = time.Now
	}
	f.next()
	if !o.Resumed && !f.over {
		f.menu = welcomeMenu
	}
	return f
}

// next shows the step that follows from the answers.
func (f *flow) next() {
	f.step = f.quiz.Next(f.given)
	f.best, f.menu, f.said, f.began = "", noMenu, "", f.options.Now()
	switch {
	case f.step.Kind == fit.AskSkill && f.options.NoSkills,
		f.step.Kind == fit.Done && (f.step.SkillsLeft == 0 || f.options.NoSkills):
		f.end(Finished)
	}
}

func (f *flow) end(o Outcome) { f.over, f.outcome = true, o }

// record takes a reply into the answers, has it kept, and goes on.
func (f *flow) record(r fit.Event) {
	if err := f.quiz.Record(f.given, r); err != nil {
		f.menu, f.said = noMenu, upper(safetext.Sanitize(err.Error()))+"."
		return
	}
	f.save(r)
	f.next()
}

func (f *flow) save(r fit.Event) {
	if f.options.Keep == nil {
		return
	}
	failed := ""
	if err := f.options.Keep(r); err != nil {
		failed = safetext.Sanitize(err.Error())
	}
	f.told = failed == f.unsaved
	f.unsaved = failed
}

// pick takes a pick of the question or the cards: the best, then the worst.
// Of two, one settles both.
func (f *flow) pick(key string) {
	switch {
	case len(f.step.Options) == 2:
		f.record(fit.Event{ID: f.step.ID, Best: key, Seconds: f.seconds()})
	case f.best == "":
		f.best, f.said = key, ""
		if f.lines {
			f.said = f.picked()
		}
	default:
		f.record(fit.Event{ID: f.step.ID, Best: f.best, Worst: key, Seconds: f.seconds()})
	}
}

// picked says what the best is, for those who cannot see it marked.
func (f *flow) picked() string {
	i := slices.IndexFunc(f.step.Options, func(c fit.ShownOption) bool { return c.Key == f.best })
	return fmt.Sprintf("Best is %d: %s", i+1, safetext.Sanitize(f.step.Options[i].Text))
}

func (f *flow) rate(level int) { f.record(fit.Event{ID: f.step.ID, Level: &level}) }

func (f *flow) skip(s fit.Skip) {
	f.record(fit.Event{ID: f.step.ID, Skip: s, Seconds: f.seconds()})
}

// away is how long nobody thinks about one question.
const away = time.Hour

// seconds is how long the question took, to a tenth; nil when that is not
// known. Of one gone back to it is the time of both visits, because the
// second alone would tell how fast somebody presses Enter.
func (f *flow) seconds() *float64 {
	took := f.options.Now().Sub(f.began)
	if f.step.Kind != fit.AskQuestion || took < 0 || took > away {
		return nil
	}
	seconds := took.Seconds()
	if before := f.given.Answer(f.step.ID); before != nil {
		if before.Seconds < 0 {
			return nil
		}
		seconds += before.Seconds
	}
	seconds = math.Round(seconds*10) / 10
	return &seconds
}

// back goes to the pick before, or to the step before.
func (f *flow) back() {
	if f.best != "" {
		f.best, f.said = "", ""
		if f.lines {
			f.said = sayAgain
		}
		return
	}
	f.record(fit.Event{Back: true})
}

// finish ends the questions; when they are over, the interview.
func (f *flow) finish() {
	if f.step.AtMost > 0 {
		f.record(fit.Event{Finish: true})
		return
	}
	f.end(Finished)
}

// canFinish says whether there is anything to finish with.
func (f *flow) canFinish() bool { return f.step.Answered > 0 && f.menu != welcomeMenu }

// open lays a menu over what is shown.
func (f *flow) open(m menu) {
	if f.menu == noMenu || f.menu == welcomeMenu {
		f.under = f.menu
	}
	f.menu, f.said = m, ""
}

func (f *flow) close() { f.menu, f.said = f.under, "" }

// begin leaves the first screen. The time that it took is not the question's.
func (f *flow) begin() { f.menu, f.said, f.began = noMenu, "", f.options.Now() }
