package audit

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// The verdict must not hang on the order in which an author wrote things
// down. orderPeople answer the pack as it is and in orderTries permutations of
// each kind.
const (
	orderPeople = 250
	orderTries  = 4
)

// What can be put in another order.
type permuting struct{ roles, questions, options bool }

// order compares the verdicts over the same answers. The questions are frozen
// first, as a pack with assembled ones would make others of roles in another
// order. Where all roles are in every question, roles and options are also
// compared through the plan; the order of questions decides what the plan
// asks, and which roles lead what later sets show, so the rest is compared
// over all questions answered.
func (m *simulation) order(seed uint64) ([]Permutation, error) {
	frozen, err := freeze(m.quizzes[0])
	if err != nil {
		return nil, err
	}
	kinds := []struct {
		what string
		permuting
		plan bool
	}{
		{"the roles, by other ids", permuting{roles: true}, true},
		{"the options of each question", permuting{options: true}, true},
		{"the roles, by other ids", permuting{roles: true}, false},
		{"the options of each question", permuting{options: true}, false},
		{"the questions", permuting{questions: true}, false},
		{"roles, questions and options at once", permuting{true, true, true}, false},
	}
	var out []Permutation
	for i, kind := range kinds {
		if kind.plan && len(frozen.Roles) > fit.MaxShown {
			continue
		}
		p := Permutation{What: kind.what, Through: "all questions answered"}
		if kind.plan {
			p.Through = "the interview plan"
		}
		rng := rand.New(rand.NewPCG(seed, orderStream+uint64(i)))
		for range orderTries {
			other, names, err := permute(frozen.Pack, kind.permuting, rng)
			if err != nil {
				return nil, err
			}
			p.Compared += orderPeople
			p.Changed += compare(frozen, other, names, kind.plan, rng)
		}
		out = append(out, p)
	}
	return out, nil
}

// orderStream sets the random numbers of order apart from those of the
// scenarios, which have small numbers in the upper half.
const orderStream = 1 << 63

// freeze makes a quiz whose pack has the questions of q written down, and no
// role that none of them shows.
func freeze(q *fit.Quiz) (*fit.Quiz, error) {
	p := *q.Pack
	p.Roles, p.Written = nil, nil
	for i, r := range q.Roles {
		shown := func(x *fit.Question) bool {
			return slices.ContainsFunc(x.Options, func(o fit.Option) bool { return o.Role == q.Roles[i].ID })
		}
		if slices.ContainsFunc(q.Questions, shown) {
			p.Roles = append(p.Roles, *r)
		}
	}
	for _, x := range q.Questions {
		p.Written = append(p.Written, *x)
	}
	return fit.NewQuiz(&p, nil)
}

// permute makes a quiz of the pack with things in another order, and says
// what the roles are called there.
func permute(p *fit.Pack, what permuting, rng *rand.Rand) (*fit.Quiz, map[string]string, error) {
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
	q, err := fit.NewQuiz(&other, nil)
	return q, names, err
}

// compare lets people answer both quizzes alike and counts those who get
// another verdict, other roles named, or another number of questions.
func compare(a, b *fit.Quiz, names map[string]string, plan bool, rng *rand.Rand) (changed int) {
	for range orderPeople {
		answers := map[string]choice{}
		for _, x := range a.Questions {
			order := rng.Perm(len(x.Options))
			answers[x.ID] = choice{x.Options[order[0]].Key, x.Options[order[1]].Key}
		}
		if x, y := answer(a, answers, plan), answer(b, answers, plan); !x.same(y, names) {
			changed++
		}
	}
	return changed
}

// A choice is the keys of the best and the worst option.
type choice struct{ best, worst string }

// An outcome is what a verdict says, and after how many questions.
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

// answer gives the answers to a quiz: through the plan, or all of them.
func answer(q *fit.Quiz, answers map[string]choice, through bool) outcome {
	var t *fit.Tally
	if through {
		plan := fit.NewSchedule(q, 0)
		for x := plan.Next(); x != nil; x = plan.Next() {
			plan.Answer(picked(x, answers))
		}
		t = plan.Tally()
	} else {
		t = fit.NewTally(q)
		for _, x := range q.Questions {
			best, worst := picked(x, answers)
			t.Add(x, best, worst)
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

func picked(x *fit.Question, answers map[string]choice) (best, worst int) {
	c := answers[x.ID]
	return index(x, c.best), index(x, c.worst)
}
