package cli

import (
	"context"
	"errors"

	"github.com/rolefit/rolefit/internal/ask"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/state"
)

// continueResult asks more about the answers of a saved result: the skills
// again, more questions, or what the person goes back to. That result stays: a
// new one is saved, which replaces it.
func (a *app) continueResult(ctx context.Context, p *fit.Pack, o quizOptions, interview *interviewer) error {
	before, err := a.resultToContinue(p, o.which)
	if err != nil {
		return err
	}
	q, answers, err := a.answersOf(p, before)
	if err != nil {
		return err
	}
	if err := a.openAgain(q, answers, before, o); err != nil {
		return err
	}
	interview.options.Resumed = true
	outcome, err := interview.ask(ctx, q, answers, interview.options)
	if err != nil {
		return err
	}
	rated := len(answers.Skills)
	r := continued(q, before, answers)
	switch {
	case o.skills && (outcome == ask.Quit || rated == 0):
		return interruptedf("no skills were rated; result %s is still the latest", before.ID).hint("to try again: %s", a.command("quiz --skills"))
	case outcome == ask.Quit:
		return interruptedf("nothing was changed; result %s stays as it is", before.ID)
	case saysTheSame(before, r):
		a.say("nothing has changed; result %s stays as it is", before.ID)
		return a.printResult(ctx, nil, before, o.format)
	}
	return a.addResult(ctx, r, o.format)
}

// resultToContinue is the latest result of the pack, or the one with this id.
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
		return nil, failedf("result %s is of pack %q, not of %q", r.ID, r.Pack.ID, p.ID).hint("name the folder of pack %q with --pack", r.Pack.ID)
	}
	return r, err
}

// answersOf restores the answers behind a result.
func (a *app) answersOf(p *fit.Pack, before *fit.Result) (*fit.Quiz, *fit.Answers, error) {
	ids := make([]string, len(before.Roles))
	for i, r := range before.Roles {
		ids[i] = r.ID
	}
	q, err := fit.NewQuiz(p, ids)
	var answers *fit.Answers
	if err == nil {
		answers, err = fit.AnswersFrom(q, before)
	}
	if err != nil {
		return nil, nil, failedf("result %s no longer fits pack %q: %v", before.ID, p.ID, err).hint("take the quiz again: %s", a.command("quiz"))
	}
	return q, answers, nil
}

// openAgain makes the step that is asked first the next one.
func (a *app) openAgain(q *fit.Quiz, answers *fit.Answers, before *fit.Result, o quizOptions) error {
	switch {
	case o.skills:
		answers.RateAgain()
	case o.settle:
		if !q.CanSettle(answers) {
			return failedf("more questions can't settle result %s: it isn't close, or none are left", before.ID).hint("what it says: rolefit result %s", before.ID)
		}
		answers.ExtraRounds++
	default:
		q.BackToLast(answers)
	}
	return nil
}

func continued(q *fit.Quiz, before *fit.Result, answers *fit.Answers) *fit.Result {
	if answers.SkillsOnly {
		return fit.Rerate(q, before, answers)
	}
	return fit.Edited(q, before, answers)
}

// addResult saves a result that replaces another, and prints it.
func (a *app) addResult(ctx context.Context, r *fit.Result, f format) error {
	now := a.env.Now().UTC()
	r.Taken = now.Format(timeFormat)
	s, err := a.store()
	if err == nil {
		err = s.Add(r, now)
	}
	if err != nil {
		r.ID = ""
		a.say("could not save the result: %v", err)
	} else {
		a.say("saved as result %s, which replaces %s", r.ID, r.Replaces)
	}
	return a.printResult(ctx, s, r, f)
}
