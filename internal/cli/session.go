package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/rolefit/rolefit/internal/ask"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/report"
	"github.com/rolefit/rolefit/internal/state"
	"github.com/rolefit/rolefit/internal/wording"
)

// A session is one interview: its quiz, and where the answers are saved.
// Without a store nothing is saved. Without a log the answers aren't saved,
// because saving failed.
type session struct {
	quiz     *fit.Quiz
	answers  *fit.Answers
	store    *state.Store
	log      *state.Session
	resumed  bool
	replaces []string // unfinished sessions to discard when this one has a result

	result *fit.Result // of the answers when part 1 was complete, or later
	saved  string      // id of the last result saved; "" when there is none
	err    error       // why result isn't saved
}

// startSession resumes an unfinished session or starts a new one. If answers
// can't be saved, it says so and the interview takes place anyway.
func (a *app) startSession(ctx context.Context, in *bufio.Reader, p *fit.Pack, o quizOptions) (*session, error) {
	s := &session{}
	var err error
	if !o.noSave {
		if s.store, err = a.store(); err != nil {
			a.say("your answers will not be saved: %v", err)
		}
	}
	if s.store != nil {
		if err := a.resumeSession(ctx, in, s, p, o); err != nil || s.resumed {
			return s, err
		}
	}
	if o.resume {
		return nil, failedf("there is no unfinished quiz of pack %q", p.ID).hint("start one: %s", a.command("quiz"))
	}
	if s.quiz, err = newInterview(p, o.roles); err != nil {
		return nil, err
	}
	seed, err := a.seed(o.seed)
	if err != nil {
		return nil, err
	}
	s.answers = a.newAnswers(s.quiz, seed)
	if s.store != nil {
		if s.log, err = s.store.Begin(s.quiz, s.answers); err != nil {
			a.say("your answers will not be saved: %v", err)
		}
	}
	return s, nil
}

// resumeSession looks for an unfinished session and resumes it if the person
// wants to.
func (a *app) resumeSession(ctx context.Context, in *bufio.Reader, s *session, p *fit.Pack, o quizOptions) error {
	unfinished, problems, err := s.store.Unfinished(p.ID)
	a.warn(problems)
	if err != nil {
		a.say("could not look for unfinished quizzes: %v", err)
	}
	if len(unfinished) == 0 {
		return nil
	}
	u := unfinished[0]
	restart := o.restart || len(o.roles) > 0 || o.seed != ""
	switch {
	case restart:
	case u.InUse:
		return a.inUse(p)
	case !o.resume:
		if restart, err = a.askResume(ctx, in, u); err != nil {
			return err
		}
	}
	if !restart {
		return a.reopen(s, p, u)
	}
	for _, u := range unfinished {
		if !u.InUse {
			s.replaces = append(s.replaces, u.ID)
		}
	}
	return nil
}

func (a *app) inUse(p *fit.Pack) error {
	return failedf("a quiz of pack %q is open in another terminal", p.ID).hint("continue there, or start another one here: %s", a.command("quiz --new"))
}

// Answers to askResume.
const (
	chooseResume  = "1"
	chooseRestart = "2"
	chooseQuit    = "3"
)

// askResume asks whether to resume a session or to start over.
func (a *app) askResume(ctx context.Context, in *bufio.Reader, u state.Unfinished) (restart bool, err error) {
	usual := chooseResume
	a.say("There is an unfinished quiz with %s, the last one %s.", wording.Count(u.Answered, "answer"), ago(u.Age))
	if u.Age >= state.StaleAfter {
		usual = chooseRestart
		a.say("It is more than %d days old, so you may have changed your mind.", state.StaleAfter/(24*time.Hour))
	}
	a.say("%s. Resume it", chooseResume)
	a.say("%s. Start over; the old one is deleted when the new one is finished", chooseRestart)
	a.say("%s. Quit", chooseQuit)
	for {
		fmt.Fprintf(a.env.Err, "Choose (%s to %s, Enter is %s): ", chooseResume, chooseQuit, usual)
		text, err := await(ctx, func() (string, error) { return in.ReadString('\n') }) // an incomplete line wasn't submitted
		if err != nil {
			fmt.Fprintln(a.env.Err)
			return false, a.unfinished(u.Answered)
		}
		choice := strings.TrimSpace(text)
		if choice == "" {
			choice = usual
		}
		switch choice {
		case chooseResume, chooseRestart:
			return choice == chooseRestart, nil
		case chooseQuit, "q":
			return false, a.unfinished(u.Answered)
		}
	}
}

// reopen opens an unfinished session and says which of its answers are lost.
func (a *app) reopen(s *session, p *fit.Pack, u state.Unfinished) error {
	q, err := newQuiz(p, u.Head.Roles)
	if err != nil {
		return failedf("could not resume the unfinished quiz: %v", err).hint("start over: %s", a.command("quiz --new"))
	}
	s.log, err = s.store.Resume(u.ID, q)
	switch {
	case errors.Is(err, state.ErrInUse):
		return a.inUse(p)
	case err != nil:
		return failedf("%v", err).hint("start over: %s", a.command("quiz --new"))
	}
	s.quiz, s.answers, s.resumed = q, s.log.Answers, true
	if n := len(s.log.Damaged); n > 0 {
		a.say("%s of the unfinished quiz could not be read; you will be asked again", wording.Count(n, "line"))
	}
	if aside := s.log.Dropped; len(aside) > 0 {
		a.say("the pack has changed since you answered this, so you will be asked again:")
		for _, step := range aside {
			a.say("  %s", stepText(q, step))
		}
	}
	return nil
}

// stepText is what a step asks, as far as the pack still has it.
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

// runSession asks the questions and returns the result, which is saved before
// it is shown: after part 1, and again if part 2 or more questions add to it. If
// the person quits before there is a verdict, the error says what was saved.
func (a *app) runSession(ctx context.Context, s *session, interview *interviewer) (*fit.Result, error) {
	options := interview.options
	options.Resumed = s.resumed
	if s.log != nil {
		options.Save, options.ResumeHint = s.log.Append, "your answers are saved, and '"+a.command("quiz")+"' resumes here"
	}
	options.Verdict = func() []string {
		a.saveVerdict(s)
		return report.InShort(s.result)
	}
	outcome, err := interview.ask(ctx, s.quiz, s.answers, options)
	if err != nil {
		quit := a.quit(s)
		return nil, failedf("%v; %s", err, quit.message).hint("%s", quit.help)
	}
	if outcome == ask.Quit && !s.quiz.Next(s.answers).VerdictReady {
		return nil, a.quit(s)
	}
	a.saveVerdict(s)
	if s.err != nil {
		a.say("could not save the result: %v", s.err)
		if s.log != nil {
			s.log.Close() // that something is lost is being reported
			a.say("your answers are saved; to try again: %s", a.command("quiz --resume"))
		}
		return s.result, nil
	}
	a.endSession(s)
	return s.result, nil
}

// saveVerdict scores the answers and saves the result, unless it says what the
// last one says. If that fails, the answers stay saved, and the result has no
// id, since nobody could find it by one.
func (a *app) saveVerdict(s *session) {
	now := a.env.Now().UTC()
	s.answers.Taken = now.Format(timeFormat)
	r := fit.Score(s.quiz, s.answers)
	if s.result != nil && s.err == nil && saysTheSame(s.result, r) {
		return
	}
	s.result, s.err = r, nil
	switch {
	case s.log != nil:
		s.err = s.log.Save(r, now)
	case s.store != nil:
		r.Replaces, s.saved = s.saved, ""
		s.err = s.store.Add(r, now)
	}
	if s.err != nil {
		r.ID, r.Replaces = "", ""
		return
	}
	s.saved = r.ID
}

// saysTheSame reports whether two results differ in nothing but their names and
// times.
func saysTheSame(a, b *fit.Result) bool {
	x, y := *a, *b
	x.ID, x.Taken, x.Replaces = y.ID, y.Taken, y.Replaces
	return reflect.DeepEqual(x, y)
}

// endSession removes what a saved result makes superfluous.
func (a *app) endSession(s *session) {
	if s.store == nil {
		return
	}
	if s.log != nil {
		if err := s.log.End(); err != nil {
			a.say("could not delete the finished quiz: %v", err)
		}
	}
	for _, id := range s.replaces {
		if err := s.store.Discard(id); err != nil {
			a.say("could not delete an unfinished quiz: %v", err)
		}
	}
	a.say("saved as result %s", s.result.ID)
}

// quit ends a session without a result.
func (a *app) quit(s *session) *exitError {
	answered := len(s.answers.All) + len(s.answers.Cards) + len(s.answers.Conditions) + len(s.answers.Skills)
	if s.log == nil {
		return interruptedf("the quiz ended without a result; nothing is saved").hint("to start over: %s", a.command("quiz"))
	}
	if err := s.log.Close(); err != nil {
		a.say("not all answers are saved: %v", err)
	}
	if answered == 0 && !s.resumed {
		if err := s.store.Discard(s.log.ID); err != nil {
			a.say("%v", err)
		}
		return interruptedf("the quiz ended before the first answer").hint("to start over: %s", a.command("quiz"))
	}
	return a.unfinished(answered)
}

// unfinished returns the error of a quiz that can be resumed.
func (a *app) unfinished(answers int) *exitError {
	return interruptedf("the quiz is not finished; %s saved", wording.Plural(answers, "answer is", "answers are")).
		hint("to resume: %s", a.command("quiz --resume"))
}

// ago describes roughly how long ago a time was.
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
