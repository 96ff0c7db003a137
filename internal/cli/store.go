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
		return nil, a.noResult(s, p.ID)
	}
	return r, err
}

// noResult returns the error that there is no saved result for a pack. If there
// is one for another pack, the person probably forgot to select that pack.
func (a *app) noResult(s *state.Store, pack string) error {
	err := failedf("you have no saved result")
	if pack != fit.BuiltinPack {
		err = failedf("you have no saved result for pack %q", pack)
	}
	unfinished, problems, unread := s.Unfinished(pack)
	a.warn(problems)
	if unread != nil {
		return unread
	}
	if len(unfinished) > 0 {
		return err.hint("you have an unfinished quiz; to resume: %s", a.command("quiz --resume"))
	}
	if other, _, _ := s.Latest(""); other != nil && other.Pack.ID != pack {
		return failedf("you have no saved result for pack %q; your latest result is for pack %q", pack, other.Pack.ID).
			hint("use --pack to name the folder of pack %q, or take the quiz of %q: %s", other.Pack.ID, pack, a.command("quiz"))
	}
	return err.hint("take the quiz: %s", a.command("quiz"))
}

// me returns the latest result if --me is set, and nil otherwise.
func (a *app) me(p *fit.Pack, wanted bool) (*fit.Result, error) {
	if !wanted {
		return nil, nil
	}
	return a.latest(p)
}
