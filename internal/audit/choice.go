package audit

import (
	"fmt"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// choiceRounds is how often, at least, each role of a pack with more roles
// than an interview takes is chosen.
const choiceRounds = 2

// newSimulation makes the quizzes that a pack is audited with: one of all its
// roles, or several choices of as many as an interview takes.
func newSimulation(p *fit.Pack, o Options) (*simulation, error) {
	m := &simulation{roles: len(p.Roles), seed: o.Seed, workers: o.Workers, progress: o.Progress}
	for _, members := range choices(len(p.Roles)) {
		ids := make([]string, len(members))
		for i, r := range members {
			ids[i] = p.Roles[r].ID
		}
		q, err := fit.NewQuiz(p, ids)
		if err != nil {
			return nil, err
		}
		if len(q.Questions) == 0 {
			return nil, errNothing
		}
		m.quizzes = append(m.quizzes, q)
		m.members = append(m.members, members)
	}
	return m, nil
}

// choices are the roles, ascending, of each quiz. When an interview does not
// take all of them, each choice takes those that were chosen least so far,
// equals in a shuffled order, until all were chosen choiceRounds times. The
// same number of roles gives the same choices.
func choices(roles int) [][]int {
	if roles <= fit.MaxInterview {
		all := make([]int, roles)
		for i := range all {
			all[i] = i
		}
		return [][]int{all}
	}
	var out [][]int
	used := make([]int, roles)
	for slices.Min(used) < choiceRounds {
		order := fit.Shuffle(0, fmt.Sprint("choice ", len(out)), roles)
		slices.SortStableFunc(order, func(a, b int) int { return used[a] - used[b] })
		choice := slices.Sorted(slices.Values(order[:fit.MaxInterview]))
		for _, r := range choice {
			used[r]++
		}
		out = append(out, choice)
	}
	return out
}

// size is how many roles an interview is about.
func (m *simulation) size() int { return len(m.members[0]) }

func (m *simulation) everySeat() []int {
	all := make([]int, len(m.quizzes))
	for i := range all {
		all[i] = i
	}
	return all
}

// seatsOf are the choices in which a role takes part.
func (m *simulation) seatsOf(role int) []int {
	var seats []int
	for i, members := range m.members {
		if slices.Contains(members, role) {
			seats = append(seats, i)
		}
	}
	return seats
}

func (m *simulation) interviews() Interviews {
	first := m.quizzes[0]
	in := Interviews{Roles: m.size(), Assembled: first.Assembled, Sets: first.Rounds}
	ids := map[string]bool{}
	for _, q := range m.quizzes {
		for _, x := range q.Questions {
			ids[x.ID] = true
		}
		if len(m.quizzes) > 1 {
			var choice []string
			for _, r := range q.Roles {
				choice = append(choice, r.ID)
			}
			in.Choices = append(in.Choices, choice)
		}
	}
	in.Questions = len(ids)
	return in
}
