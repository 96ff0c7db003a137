package cli

import (
	"errors"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/state"
)

// continueResult prepares a session that asks more about a saved result: part
// 2, the skills again, more questions, or what the person goes back to. If there is
// such an unfinished session, it is resumed. The saved result stays, and the
// new result replaces it in reports.
func (a *app) continueResult(s *session, how fit.Continuation, id string) (err error) {
	if s.store, err = a.store(); err != nil {
		return err
	}
	if s.before, err = a.resultToContinue(s.pack, id); err != nil {
		return err
	}
	s.how, s.resumed, s.result, s.saved = how, true, s.before, s.before.ID
	if s.quiz, err = quizOf(s.pack, s.before); err == nil {
		s.answers, err = s.quiz.Continue(s.before, how)
	}
	switch {
	case errors.Is(err, fit.ErrSettled):
		return failedf("more questions can't settle result %s: the verdict isn't close, or no questions are left", s.before.ID).hint("to see the result: rolefit result %s", s.before.ID)
	case errors.Is(err, fit.ErrComplete):
		return failedf("part 2 of result %s is complete", s.before.ID).hint("to change your answers: %s", a.command("quiz --edit"))
	case err != nil:
		return failedf("result %s no longer fits pack %q: %v", s.before.ID, s.pack.ID, err).hint("take the quiz again: %s", a.command("quiz"))
	}
	return a.logContinued(s)
}

// quizOf returns the quiz for a result's roles.
func quizOf(p *fit.Pack, r *fit.Result) (*fit.Quiz, error) {
	return fit.NewQuiz(p, r.RoleIDs())
}

// logContinued resumes the session that continues the same result in the same
// way, or begins one.
func (a *app) logContinued(s *session) error {
	source := state.Source{Result: s.before.ID, How: s.how}
	unfinished, err := a.sessionsToResume(s)
	for _, u := range unfinished {
		switch {
		case u.Head.Continues == nil || *u.Head.Continues != source:
			continue
		case u.InUse:
			return failedf("result %s is being changed in another terminal", s.before.ID).hint("continue there")
		}
		return a.reopen(s, s.quiz, u)
	}
	if err == nil {
		s.log, err = s.store.BeginFrom(s.quiz, s.answers, source)
	}
	if err != nil {
		s.note("Your answers will not be saved: %v.", err)
	}
	return nil
}

// resultToContinue returns the result with this id, or the latest result of the
// pack if the id is empty.
func (a *app) resultToContinue(p *fit.Pack, id string) (*fit.Result, error) {
	if id == "" {
		return a.latest(p)
	}
	s, err := a.store()
	if err != nil {
		return nil, err
	}
	r, near, err := s.Find(id)
	switch {
	case errors.Is(err, state.ErrNotFound):
		return nil, noSuchResult(id, near)
	case err == nil && r.Pack.ID != p.ID:
		return nil, failedf("result %s is for pack %q, not for pack %q", r.ID, r.Pack.ID, p.ID).hint("use --pack to name the folder of pack %q", r.Pack.ID)
	}
	return r, err
}

// quitContinued ends a session that continues a result and has no new result
// yet.
func (a *app) quitContinued(s *session) *exitError {
	again := a.command("quiz --" + string(s.how))
	if s.changes > 0 && s.log != nil {
		if err := s.log.Close(); err != nil {
			a.say("could not save all answers: %v", err)
		}
		return interruptedf("you haven't finished the changes; the ones so far are saved").hint("to resume: %s", again)
	}
	a.discardLog(s)
	if s.how == fit.Rerate {
		return interruptedf("nothing was rated, so there is nothing to save; result %s is still the latest", s.before.ID).hint("to try again: %s", again)
	}
	return interruptedf("nothing was changed; result %s stays as it is", s.before.ID)
}

// discardLog removes the file of a session that has no answers.
func (a *app) discardLog(s *session) {
	if s.log == nil {
		return
	}
	if err := s.log.End(); err != nil {
		a.say("%v", err)
	}
}
