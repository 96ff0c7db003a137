// Package audit finds out what a pack does to people: it looks at its
// structure, simulates people who answer it through the interview plan of
// package fit, and looks at the answers of real people if there are some. The
// simulated people are those of scenario, in model.go; what a pack must keep
// stands in limits.go. Nobody has measured real people with it: the figures
// say what the method does to people of a known kind, not what people are.
package audit

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/rolefit/rolefit/internal/fit"
)

// DefaultPeople is how many people a row of the table simulates by default,
// and MaxPeople how many it can.
const (
	DefaultPeople = 100_000
	MaxPeople     = 100_000_000
)

// Options are what an audit can be told. The zero value is useful.
type Options struct {
	People   int                    // simulated for each row; 0 means DefaultPeople
	Seed     uint64                 // the same seed gives the same report
	Workers  int                    // processors to use; 0 means all
	Progress func(done, total int)  // called now and then, by one goroutine at a time
	Answers  iter.Seq[*fit.Answers] // of real people; nil for none
}

// rhos are the shares of stable preference that the table has rows for:
// published interest scales imply .30 to .46, and sibling roles are nearer to
// each other than those.
var rhos = []float64{0, .15, .20, .30, .40}

// referenceRho is the row of the table that the checks and the shares of nicer
// roles are about.
const referenceRho = .20

// hybridRhos are those for which people with two favourites are simulated.
var hybridRhos = []float64{.20, .30, .40}

// niceness is how much nicer the options of one role are made.
var niceness = []float64{.1, .2, .3}

// Run audits a pack. It fails for a pack that nobody can be asked about, and
// when the context ends.
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
	plan := m.schedule(o.People)
	all, err := m.run(ctx)
	if err != nil {
		return nil, err
	}
	r := &Report{
		Schema: Schema, Pack: p.Ref(),
		People: o.People, Seed: o.Seed, Interviews: m.interviews(),
		Findings: []Finding{},
	}
	for i := range p.Roles {
		r.Roles = append(r.Roles, Role{p.Roles[i].ID, p.Roles[i].Title})
	}
	if r.Order, err = m.order(o.Seed); err != nil {
		return nil, err
	}
	for i, rho := range rhos {
		r.Table = append(r.Table, row(rho, r.Roles, all[i], m.size()))
	}
	for _, i := range plan.nicer {
		r.Nicer = append(r.Nicer, nicer(r.Roles, m.scenarios[i], all[i], m.size()))
	}
	for _, i := range plan.hybrids {
		r.Hybrids = append(r.Hybrids, hybrid(m.scenarios[i], all[i]))
	}
	r.Structure = m.structure(p, all[plan.reference])
	if o.Answers != nil {
		r.Sessions = sessions(p, o.Answers)
	}
	r.judge()
	return r, nil
}

// A schedule says which scenario of a simulation is for what.
type schedule struct {
	reference      int // the row whose questions are counted
	nicer, hybrids []int
}

// schedule fills in the scenarios: the rows of the table first, in their
// order. The people who find one role nicer are shared between the roles.
func (m *simulation) schedule(people int) schedule {
	var plan schedule
	add := func(s scenario) int {
		if s.seats == nil {
			s.seats = m.everySeat()
		}
		m.scenarios = append(m.scenarios, &s)
		return len(m.scenarios) - 1
	}
	for _, rho := range rhos {
		i := add(scenario{rho: rho, people: people, takes: 2, nicer: -1, shown: rho == referenceRho})
		if rho == referenceRho {
			plan.reference = i
		}
	}
	for _, rho := range hybridRhos {
		plan.hybrids = append(plan.hybrids, add(scenario{rho: rho, people: people, takes: 1, nicer: -1, hybrid: true}))
	}
	for role := range m.roles {
		for _, by := range niceness {
			plan.nicer = append(plan.nicer, add(scenario{
				rho: referenceRho, people: max(1, people/m.roles), takes: 1, nicer: role, by: by, seats: m.seatsOf(role),
			}))
		}
	}
	return plan
}

// errNothing is for a pack without a question to ask.
var errNothing = errors.New("no question can be made of this pack, expected facets for two roles or more in a dimension")
