package audit

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// The verdict must not depend on the order in which an author lists things. To
// check this, orderPeople simulated people give the same answers to the pack
// and to orderTries random permutations of each kind.
const (
	orderPeople = 250
	orderTries  = 4
)

// A reordering selects the parts of a pack to reorder.
type reordering struct{ roles, questions, options bool }

// order compares the verdicts for the same answers before and after reordering.
// It first freezes the questions, because a pack without written questions
// would assemble different ones.
//
// It compares entire interviews only for reordered roles and options, and only
// if every question shows all roles. Otherwise the interviews would ask
// different questions: which ones depends on the order of questions and, with
// more roles than a question shows, on which roles lead. All other comparisons
// are with every question answered.
func (m *simulation) order(seed uint64) ([]Permutation, error) {
	frozen, err := freeze(m.quizzes[0])
	if err != nil {
		return nil, err
	}
	kinds := []struct {
		what string
		reordering
		interview bool
	}{
		{"the roles, by other ids", reordering{roles: true}, true},
		{"the options of each question", reordering{options: true}, true},
		{"the roles, by other ids", reordering{roles: true}, false},
		{"the options of each question", reordering{options: true}, false},
		{"the questions", reordering{questions: true}, false},
		{"roles, questions and options at once", reordering{true, true, true}, false},
	}
	var out []Permutation
	for i, kind := range kinds {
		if kind.interview && len(frozen.Roles) > fit.MaxShown {
			continue
		}
		p := Permutation{What: kind.what, Through: "all questions answered"}
		if kind.interview {
			p.Through = "the interview"
		}
		rng := rand.New(rand.NewPCG(seed, orderStream+uint64(i)))
		for range orderTries {
			reordered, names := permute(frozen.Pack, kind.reordering, rng)
			other, err := fit.NewQuiz(&reordered, nil)
			if err != nil {
				return nil, err
			}
			p.Compared += orderPeople
			p.Changed += changedVerdicts(frozen, other, names, kind.interview, rng)
		}
		out = append(out, p)
	}
	return out, nil
}

// orderStream keeps the random streams that shuffle separate from the
// scenarios' streams, whose upper halves are small numbers.
const orderStream = 1 << 63

// renamings is the number of times that the roles get other ids.
const renamings = 3

// renamed simulates interviews with random answers after giving the roles other
// ids, so that their files sort differently.
func (m *simulation) renamed(ctx context.Context, p *fit.Pack, o Options) ([]RoleRow, error) {
	var out []RoleRow
	rng := rand.New(rand.NewPCG(o.Seed, orderStream-1))
	for i := range renamings {
		other, names := permute(p, reordering{roles: true}, rng)
		o.Progress, o.Seed = nil, o.Seed+uint64(i)
		renamed, err := newSimulation(&other, o)
		if err != nil {
			return nil, err
		}
		renamed.add(scenario{people: o.People, nicer: -1, quizzes: upTo(len(renamed.quizzes))})
		if err := renamed.run(ctx); err != nil {
			return nil, err
		}
		roles := make([]Role, len(other.Roles))
		for r := range other.Roles {
			for old, id := range names {
				if id == other.Roles[r].ID {
					roles[r].ID = old
				}
			}
		}
		out = append(out, row(roles, renamed.scenarios[0], renamed.size()).Roles...)
	}
	return out, nil
}

// freeze returns a quiz whose pack has the questions of q as written questions,
// and only the roles that they show.
func freeze(q *fit.Quiz) (*fit.Quiz, error) {
	p := *q.Pack
	p.Roles, p.Written = nil, nil
	for i, r := range q.Roles {
		shown := func(question *fit.Question) bool {
			return slices.ContainsFunc(question.Options, func(o fit.Option) bool { return o.Role == q.Roles[i].ID })
		}
		if slices.ContainsFunc(q.Questions, shown) {
			p.Roles = append(p.Roles, *r)
		}
	}
	for _, question := range q.Questions {
		p.Written = append(p.Written, *question)
	}
	return fit.NewQuiz(&p, nil)
}

// permute returns a copy of the pack with the selected parts reordered, and a
// map from old to new role ids.
func permute(p *fit.Pack, what reordering, rng *rand.Rand) (fit.Pack, map[string]string) {
	other, names := *p, map[string]string{}
	other.Roles = slices.Clone(p.Roles)
	order := rng.Perm(len(p.Roles))
	for i := range other.Roles {
		r := &other.Roles[i]
		names[r.ID] = r.ID
		if what.roles {
			names[r.ID] = fmt.Sprintf("r%02d", order[i])
		}
		r.ID = names[r.ID]
	}
	slices.SortFunc(other.Roles, func(a, b fit.Role) int { return strings.Compare(a.ID, b.ID) })
	other.Written = slices.Clone(p.Written)
	if what.questions {
		rng.Shuffle(len(other.Written), func(i, j int) {
			other.Written[i], other.Written[j] = other.Written[j], other.Written[i]
		})
	}
	for i := range other.Written {
		options := slices.Clone(other.Written[i].Options)
		for j := range options {
			options[j].Role = names[options[j].Role]
		}
		if what.options {
			rng.Shuffle(len(options), func(a, b int) { options[a], options[b] = options[b], options[a] })
		}
		other.Written[i].Options = options
	}
	return other, names
}

// changedVerdicts simulates people who give the same answers in both quizzes.
// It returns the number of people for whom the verdict, the named roles or the
// number of questions differs.
func changedVerdicts(a, b *fit.Quiz, names map[string]string, byInterview bool, rng *rand.Rand) (changed int) {
	for range orderPeople {
		answers := map[string]bestWorst{}
		for _, question := range a.Questions {
			order := rng.Perm(len(question.Options))
			answers[question.ID] = bestWorst{question.Options[order[0]].Key, question.Options[order[1]].Key}
		}
		if x, y := outcomeOf(a, answers, byInterview), outcomeOf(b, answers, byInterview); !x.same(y, names) {
			changed++
		}
	}
	return changed
}

// bestWorst contains the keys of the best and the worst option.
type bestWorst struct{ best, worst string }

// An outcome is a verdict and the number of questions it took.
type outcome struct {
	verdict fit.Verdict
	named   []string
	asked   int
}

func (o outcome) same(other outcome, names map[string]string) bool {
	var named []string
	for _, id := range o.named {
		named = append(named, names[id])
	}
	slices.Sort(named)
	return o.verdict == other.verdict && o.asked == other.asked && slices.Equal(named, other.named)
}

// outcomeOf returns the outcome of a person's answers, either in an interview
// or, if byInterview is false, with every question answered.
func outcomeOf(q *fit.Quiz, answers map[string]bestWorst, byInterview bool) outcome {
	var t *fit.Tally
	if byInterview {
		schedule := fit.NewSchedule(q, 0)
		for question := schedule.Next(); question != nil; question = schedule.Next() {
			schedule.Answer(chosen(question, answers))
		}
		t = schedule.Tally()
	} else {
		t = fit.NewTally(q)
		for _, question := range q.Questions {
			best, worst := chosen(question, answers)
			t.Add(question, best, worst)
		}
	}
	s := t.Standing()
	o := outcome{verdict: s.Verdict, asked: t.Answered()}
	for _, r := range s.Named {
		o.named = append(o.named, q.Roles[r].ID)
	}
	slices.Sort(o.named)
	return o
}

func chosen(question *fit.Question, answers map[string]bestWorst) (best, worst int) {
	c := answers[question.ID]
	return index(question, c.best), index(question, c.worst)
}

func index(question *fit.Question, key string) int {
	return slices.IndexFunc(question.Options, func(o fit.Option) bool { return o.Key == key })
}
