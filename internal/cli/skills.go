package cli

import (
	"context"

	"github.com/rolefit/rolefit/internal/ask"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/render"
	"github.com/rolefit/rolefit/internal/state"
)

// rateSkills asks about the skills alone, on the answers of the latest result,
// which stays: this makes a new one.
func (a *app) rateSkills(ctx context.Context, p *fit.Pack, format render.Format, options ask.Options, interview interviewer) error {
	before, err := a.latest(p)
	if err != nil {
		return err
	}
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
		return failedf("result %s does not fit pack %q any more: %v", before.ID, p.ID, err).hint("take the quiz again: %s", a.command("quiz"))
	}
	options.Resumed = true
	outcome, err := interview(ctx, q, answers, options)
	if err != nil {
		return err
	}
	if outcome == ask.Quit || len(answers.Skills) == 0 {
		return interrupted("no skill was rated anew; result %s stays the latest", before.ID).hint("to begin again: %s", a.command("quiz --skills"))
	}
	now := a.env.Now().UTC()
	answers.ID, answers.Taken = state.NewID(now), now.Format(timeFormat)
	r := fit.Rerate(q, before, answers)
	s, err := a.store()
	if err == nil {
		err = s.Save(r)
	}
	if err != nil {
		a.say("the result is not saved: %v", err)
	} else {
		a.say("saved as result %s", r.ID)
	}
	return a.printResult(s, r, format)
}
