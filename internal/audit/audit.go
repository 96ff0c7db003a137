// Package audit determines how well a pack performs. It inspects the pack's
// structure, simulates people who take its interview (model.go defines the
// model of a person), and evaluates the answers of real people if there are
// any. The limits that a pack must keep are defined in limits.go. The judge
// files compare the results with these limits and describe what to fix.
//
// Simulations show how the method performs on people who match the model. Real
// people may differ, and the method hasn't been validated on them.
package audit

import (
	"context"
	"fmt"

	"github.com/rolefit/rolefit/internal/fit"
)

// Default numbers of simulated people.
const (
	DefaultPeople = 100_000
	MaxPeople     = 100_000_000
)

// Options configures an audit. The zero value is useful.
type Options struct {
	People   int                   // number of people simulated for each row; 0 means DefaultPeople
	Seed     uint64                // seed of the simulation; the same seed gives the same report
	Workers  int                   // number of goroutines; 0 means one per processor
	Progress func(done, total int) // called from time to time, never concurrently
	// Answers calls add with the answers of each real person and the quiz that
	// they took, which must be one of the audited pack. It may be nil.
	Answers func(add func(*fit.Quiz, *fit.Answers)) error
}

// Run audits a pack. It returns an error if the pack has no questions, if
// Options.Answers fails, or if the context ends.
func Run(ctx context.Context, p *fit.Pack, o Options) (*Report, error) {
	if o.People == 0 {
		o.People = DefaultPeople
	}
	if o.People < 0 || o.People > MaxPeople {
		return nil, fmt.Errorf("people is %d, expected 1 to %d", o.People, MaxPeople)
	}
	m, err := newSimulation(p, o)
	if err != nil {
		return nil, err
	}
	m.plan(o.People)
	if err := m.run(ctx); err != nil {
		return nil, err
	}
	r := &Report{
		Schema: Schema, Pack: p.Ref(),
		People: o.People, Seed: o.Seed, Interviews: m.interviews(), Findings: []Finding{},
	}
	for i := range p.Roles {
		r.Roles = append(r.Roles, Role{p.Roles[i].ID, p.Roles[i].Title})
	}
	if r.Order, err = m.order(o.Seed); err != nil {
		return nil, err
	}
	if r.Renamed, err = m.renamed(ctx, p, o); err != nil {
		return nil, err
	}
	for _, s := range m.scenarios {
		switch {
		case s.wish != nil:
			r.Wishes = append(r.Wishes, wish(s))
		case s.hybrid:
			r.Hybrids = append(r.Hybrids, hybrid(s))
		case s.nicer >= 0:
			r.Nicer = append(r.Nicer, nicer(r.Roles, s, m.size()))
		default:
			r.Table = append(r.Table, row(r.Roles, s, m.size()))
		}
		if s.asked != nil {
			r.Structure = m.structure(p, s.counts)
		}
	}
	if o.Answers != nil {
		if r.Observed, err = observe(p, o.Answers); err != nil {
			return nil, err
		}
	}
	r.judge()
	return r, nil
}
