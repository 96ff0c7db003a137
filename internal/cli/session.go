package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/rolefit/rolefit/internal/ask"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/state"
	"github.com/rolefit/rolefit/internal/wording"
)

// A session is one interview and the place where its answers are saved. Without
// a store, nothing is saved. Without a log, the answers aren't saved, because
// saving failed.
type session struct {
	pack     *fit.Pack
	quiz     *fit.Quiz // nil until the person has chosen a session
	answers  *fit.Answers
	store    *state.Store
	log      *state.Session
	resumed  bool
	notes    []string         // messages to show before the first question
	replaces []string         // unfinished sessions to discard once this one has a result
	waiting  state.Unfinished // unfinished session that the person is asked about

	before *fit.Result // result that the session continues, or nil
	how    fit.Continuation

	left    bool        // whether the person quit during part 2, which can be resumed
	changes int         // number of answers and halves of answers recorded
	result  *fit.Result // result at the end of part 1 or later; before that, the result that is continued
	saved   string      // id of the last saved result, or ""
	err     error       // reason that result isn't saved

	page   string      // file of the web page that the person saved, or ""
	pageOf *fit.Result // result on that page

	doneErr error // reason that the plan doesn't show completed steps
}

// note adds a message to show before the first question.
func (s *session) note(format string, args ...any) {
	s.notes = append(s.notes, fmt.Sprintf(format, args...))
}

// startSession resumes an unfinished session or starts a new one. If the person
// has to choose, it instead returns a prompt whose choices do this.
func (a *app) startSession(s *session, o quizOptions) (*ask.Prompt, error) {
	var err error
	if !o.noSave {
		if s.store, err = a.store(); err != nil {
			if o.resume {
				return nil, err
			}
			s.note("Your answers will not be saved: %v.", err)
		}
	}
	unfinished := a.unfinishedSessions(s)
	restart := o.restart || len(o.roles) > 0 || o.seed != ""
	switch {
	case len(unfinished) == 0 && o.resume:
		return nil, a.nothingToResume(s)
	case len(unfinished) == 0:
		return nil, a.newSession(s, o)
	case restart:
		s.discardLater(unfinished)
		return nil, a.newSession(s, o)
	case unfinished[0].InUse:
		return nil, a.inUse(s.pack)
	case o.resume:
		return nil, a.resumeSession(s, unfinished[0])
	}
	return a.resumePrompt(s, o, unfinished), nil
}

// nothingToResume returns the error that there is no unfinished quiz.
func (a *app) nothingToResume(s *session) error {
	r, problems, err := s.store.Latest(s.pack.ID)
	a.warn(problems)
	if err != nil && !errors.Is(err, state.ErrNotFound) {
		return err
	}
	none := failedf("there is no unfinished quiz for pack %q", s.pack.ID)
	if err == nil && r.Provisional {
		return none.hint("to answer the questions that you left out: %s", a.command("quiz --settle"))
	}
	return none.hint("start one: %s", a.command("quiz"))
}

// unfinishedSessions returns the sessions that can be resumed, except those
// that continue a result.
func (a *app) unfinishedSessions(s *session) []state.Unfinished {
	if s.store == nil {
		return nil
	}
	unfinished, err := a.sessionsToResume(s)
	if err != nil {
		a.say("could not look for unfinished quizzes: %v", err)
	}
	return slices.DeleteFunc(unfinished, func(u state.Unfinished) bool { return u.Head.Continues != nil })
}

// sessionsToResume removes the sessions that are finished, and returns those
// that aren't.
func (a *app) sessionsToResume(s *session) ([]state.Unfinished, error) {
	swept := s.store.Sweep()
	unfinished, problems, err := s.store.Unfinished(s.pack.ID)
	a.warn(problems)
	if err == nil && swept != nil {
		a.say("could not delete a finished quiz: %v", swept)
	}
	return unfinished, err
}

// discardLater marks unfinished sessions to be discarded once this one has a
// result.
func (s *session) discardLater(unfinished []state.Unfinished) {
	for _, u := range unfinished {
		if !u.InUse {
			s.replaces = append(s.replaces, u.ID)
		}
	}
}

// newSession starts a session. If answers can't be saved, the interview takes
// place anyway, after a note.
func (a *app) newSession(s *session, o quizOptions) (err error) {
	if s.quiz, err = newInterview(s.pack, o.roles); err != nil {
		return err
	}
	seed, err := a.seed(o.seed)
	if err != nil {
		return err
	}
	s.answers = a.newAnswers(s.quiz, seed)
	if s.store != nil {
		if s.log, err = s.store.Begin(s.quiz, s.answers); err != nil {
			s.note("Your answers will not be saved: %v.", err)
		}
	}
	return nil
}

// resumePrompt returns a prompt that asks whether to resume a session or start
// over.
func (a *app) resumePrompt(s *session, o quizOptions, unfinished []state.Unfinished) *ask.Prompt {
	u := unfinished[0]
	s.waiting = u
	open := func(start func() error) func() (*ask.Session, error) {
		return func() (*ask.Session, error) {
			if err := start(); err != nil {
				return nil, err
			}
			return a.askSession(s), nil
		}
	}
	p := &ask.Prompt{
		Title: "Resume your quiz?",
		Text:  []string{fmt.Sprintf("You have an unfinished quiz with %s, the last one %s.", answersAndSkips(u.Answered, u.Skipped), ago(u.Age))},
		Choices: []ask.PromptChoice{
			{Text: "Resume it", Open: open(func() error { return a.resumeSession(s, u) })},
			{Text: "Start over. The old quiz is deleted when you finish the new one", Open: open(func() error {
				s.discardLater(unfinished)
				return a.newSession(s, o)
			})},
			{Text: "Quit"},
		},
	}
	if u.Answered+u.Skipped == 0 {
		p.Text[0] = fmt.Sprintf("You have an unfinished quiz. You were last there %s.", ago(u.Age))
	}
	if u.Result != "" {
		p.Title = "Resume part 2?"
		p.Text[0] = fmt.Sprintf("Your result is saved, but you haven't finished part 2. You were last there %s.", ago(u.Age))
		p.Choices[1].Text = "Start a new quiz. Your result stays saved"
	}
	if u.Age >= state.StaleAfter {
		p.Usual = 1
		p.Text = append(p.Text, fmt.Sprintf("The quiz is more than %d days old, so you may have changed your mind.", state.StaleAfter/(24*time.Hour)))
	}
	return p
}

func (a *app) inUse(p *fit.Pack) error {
	return failedf("a quiz for pack %q is open in another terminal", p.ID).hint("continue there, or start another one here: %s", a.command("quiz --new"))
}

// resumeSession opens an unfinished session.
func (a *app) resumeSession(s *session, u state.Unfinished) error {
	q, err := newQuiz(s.pack, u.Head.Roles)
	if err != nil {
		return failedf("could not resume the unfinished quiz: %v", err).hint("start over: %s", a.command("quiz --new"))
	}
	return a.reopen(s, q, u)
}

// reopen restores the answers of an unfinished session, and notes which answers
// are lost.
func (a *app) reopen(s *session, q *fit.Quiz, u state.Unfinished) (err error) {
	s.log, err = s.store.Resume(u.ID, q)
	switch {
	case errors.Is(err, state.ErrInUse):
		return a.inUse(s.pack)
	case err != nil:
		return failedf("%v", err).hint("start over: %s", a.command("quiz --new"))
	}
	s.quiz, s.answers, s.resumed, s.changes = q, s.log.Answers, true, u.Answered+u.Skipped
	if s.log.Half.Best != "" {
		s.changes++
	}
	if id := s.log.Result; id != "" && s.before == nil {
		s.result, _, _ = s.store.Find(id) // without it, an equal result is saved again
	}
	if n := len(s.log.Damaged); n > 0 {
		s.note("%s of the unfinished quiz could not be read. You'll be asked these questions again.", wording.Count(n, "line"))
	}
	if dropped := s.log.Dropped; len(dropped) > 0 {
		s.note("The pack has changed since you answered these questions, so you'll be asked again:")
		for _, step := range dropped {
			s.note("%s", stepText(q, step))
		}
	}
	if n := retired(q, s.answers); n > 0 {
		s.note("The pack has changed: %s that you answered are no longer in the quiz. Your answers still count.", wording.Count(n, "question"))
	}
	return nil
}

// retired returns the number of answers to questions that the quiz no longer
// asks.
func retired(q *fit.Quiz, a *fit.Answers) (n int) {
	for _, answer := range a.All {
		if q.Question(answer.Question) == nil {
			n++
		}
	}
	return n
}

// stepText returns the text that a step asks, or "" if the pack no longer has
// the step.
func stepText(q *fit.Quiz, step state.StepKey) string {
	x, skill, condition := q.Question(step.ID), q.Pack.Skill(step.ID), q.Pack.Condition(step.ID)
	switch {
	case step.Kind == fit.AskCard:
		return "a job without its title"
	case step.Kind == fit.AskQuestion && x != nil:
		return x.Prompt
	case step.Kind == fit.AskCondition && condition != nil:
		return condition.Question
	case step.Kind == fit.AskSkill && skill != nil:
		return skill.Name
	}
	return step.ID
}

// askSession converts a session to the form that package ask needs.
func (a *app) askSession(s *session) *ask.Session {
	x := &ask.Session{Quiz: s.quiz, Answers: s.answers, Resumed: s.resumed, Notes: s.notes}
	if s.log != nil {
		x.Save = func(e fit.Event) error {
			if e.Answers() {
				s.changes++
			}
			return s.log.Append(e)
		}
		x.Half = s.log.Half
		x.SaveHalf = func(e fit.Event) error {
			if e.Best != "" {
				s.changes++
			}
			return s.log.AppendHalf(e)
		}
		x.ResumeHint = "your answers are saved; resume with '" + a.command(s.resumeCommand()) + "'"
	}
	if s.how == fit.Edit {
		x.Notice = "You're changing your result. b goes to earlier questions."
		if a.inLines() {
			x.Notice = "You're changing your result. To go to a question, type g and its number, as in g 2."
		}
	}
	x.Ending = func() ask.Ending { return a.ending(s) }
	return x
}

func (s *session) resumeCommand() string {
	if s.before != nil {
		return "quiz --" + string(s.how)
	}
	return "quiz --resume"
}

// runSession runs the interview. The result is saved before it is shown: after
// part 1, and again if part 2 or more questions change it. If the person quits
// before there is a verdict, the error describes what was saved.
func (a *app) runSession(ctx context.Context, s *session, interview *interviewer) error {
	var start *ask.Session
	if s.quiz != nil {
		start = a.askSession(s)
	}
	outcome, err := interview.ask(ctx, start, interview.options)
	switch {
	case err != nil && s.quiz == nil: // the session couldn't be opened
		return err
	case err != nil:
		quit := a.quit(s)
		return failedf("%v; %s", err, quit.message).hint("%s", quit.help)
	case s.quiz == nil:
		return a.unfinished(s.waiting.Answered, s.waiting.Skipped)
	case !s.ended(outcome):
		return a.quit(s)
	}
	s.left = outcome == ask.Quit && s.inPart2() && s.before == nil && s.log != nil
	a.saveVerdict(s)
	switch {
	case s.err != nil:
	case s.left:
		return s.log.Close()
	default:
		a.endSession(s)
	}
	return nil
}

// inPart2 reports whether part 2 has begun and isn't complete.
func (s *session) inPart2() bool {
	next := s.latestStep()
	return next.Part == 2 && next.Kind != fit.Done && (next.Kind != fit.AskOffer || next.ID == fit.OfferSkills)
}

// ago returns a rough description of how long ago a time was.
func ago(d time.Duration) string {
	const day = 24 * time.Hour
	switch {
	case d < time.Minute:
		return "just now"
	case d < time.Hour:
		return wording.Count(int(d/time.Minute), "minute") + " ago"
	case d < day:
		return wording.Count(int(d/time.Hour), "hour") + " ago"
	}
	return wording.Count(int(d/day), "day") + " ago"
}
