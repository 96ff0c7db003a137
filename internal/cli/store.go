package cli

import (
	"errors"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/state"
)

// store opens the store of sessions and results.
func (a *app) store() (*state.Store, error) {
	dir, err := state.Dir(a.env.Getenv, a.env.System, a.env.Home)
	if err != nil {
		return nil, err
	}
	return state.Open(dir, a.env.Now)
}

// warn reports files that were ignored.
func (a *app) warn(problems []error) {
	for _, p := range problems {
		a.say("skipped: %v", p)
	}
}

// latest returns the latest saved result for a pack.
func (a *app) latest(p *fit.Pack) (*fit.Result, error) {
	s, err := a.store()
	if err != nil {
		return nil, err
	}
	r, problems, err := s.Latest(p.ID)
	a.warn(problems)
	if errors.Is(err, state.ErrNotFound) {
		err := failedf("there is no saved result of pack %q", p.ID)
		if unfinished, _, _ := s.Unfinished(p.ID); len(unfinished) > 0 {
			return nil, err.hint("you have an unfinished quiz; to resume: %s", a.command("quiz --resume"))
		}
		return nil, err.hint("take the quiz: %s", a.command("quiz"))
	}
	return r, err
}

// me returns the latest result if --me is set, and nil otherwise.
func (a *app) me(p *fit.Pack, wanted bool) (*fit.Result, error) {
	if !wanted {
		return nil, nil
	}
	return a.latest(p)
}
