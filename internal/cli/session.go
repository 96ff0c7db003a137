package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/rolefit/rolefit/internal/ask"
	"github.com/rolefit/rolefit/internal/fit"
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
	replaces []string // unfinished sessions to discard once this one has a result
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
		a.say("the pack has changed since, and with it %s that you had answered:", wording.Count(len(aside), "question"))
		for _, id := range aside {
			a.say("  %s", questionText(q, id))
		}
	}
	return nil
}

// questionText returns the text of a question, as far as the pack still has it.
func questionText(q *fit.Quiz, id string) string {
	switch x, skill := q.Question(id), q.Pack.Skill(id); {
	case id == fit.CardsID:
		return "the untitled role cards"
	case x != nil:
		return x.Prompt
	case skill != nil:
		return skill.Name
	}
	return id
}

// runSession asks the questions and returns the result, which is saved before
// it is shown. If the person quits, the error says what was saved.
func (a *app) runSession(ctx context.Context, s *session, interview *interviewer) (*fit.Result, error) {
	options := interview.options
	options.Resumed = s.resumed
	if s.log != nil {
		options.Save, options.ResumeHint = s.log.Append, "your answers are saved, and '"+a.command("quiz")+"' resumes here"
	}
	outcome, err := interview.ask(ctx, s.quiz, s.answers, options)
	if err != nil {
		quit := a.quit(s)
		return nil, failedf("%v; %s", err, quit.message).hint("%s", quit.help)
	}
	if outcome == ask.Quit {
		return nil, a.quit(s)
	}
	now := a.env.Now().UTC()
	s.answers.Taken = now.Format(timeFormat)
	r := fit.Score(s.quiz, s.answers)
	if s.store == nil { // without an id, because the result can't be found by one
		return r, nil
	}
	if err := s.save(r, now); err != nil {
		a.say("could not save the result: %v", err)
		if s.log != nil {
			a.say("your answers are saved; to try again: %s", a.command("quiz --resume"))
		}
		r.ID = ""
		return r, nil
	}
	for _, id := range s.replaces {
		if err := s.store.Discard(id); err != nil {
			a.say("could not delete an unfinished quiz: %v", err)
		}
	}
	a.say("saved as result %s", r.ID)
	return r, nil
}

// save saves the result. If that fails, the saved answers stay.
func (s *session) save(r *fit.Result, at time.Time) error {
	if s.log == nil {
		return s.store.Add(r, at)
	}
	err := s.log.Finish(r, at)
	if err != nil {
		s.log.Close() // the loss is being reported already
	}
	return err
}

// quit ends a session without a result.
func (a *app) quit(s *session) *exitError {
	answered := len(s.answers.All) + len(s.answers.Skills)
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
