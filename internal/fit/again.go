package fit

import (
	"fmt"
	"slices"
)

// AnswersFrom restores the answers behind a result so that skills can be rated
// again: the questions are over, and Previous holds the levels. Seed and
// seconds are unknown, because a result doesn't store them. It fails if the
// pack no longer has one of the questions.
func AnswersFrom(q *Quiz, r *Result) (*Answers, error) {
	a := &Answers{Pack: r.Pack.ID, Roles: q.Chosen(), Finished: true, QuestionsFixed: true}
	for _, old := range r.Answers {
		question := q.Question(old.Question)
		if question == nil {
			return nil, fmt.Errorf("question %q is not asked any more", old.Question)
		}
		answer := Answer{Question: question.ID, Skip: old.Skip, Seconds: -1}
		if old.Skip == "" {
			answer.Best, answer.Worst = question.key(old.Best), question.key(old.Worst)
		}
		if err := question.Check(answer); err != nil || a.Answer(question.ID) != nil {
			return nil, fmt.Errorf("question %q has other options now", old.Question)
		}
		a.All = append(a.All, answer)
	}
	if c := r.Cards; c != nil {
		a.Cards = Cards{c.Best, c.Worst, c.Skip}
	}
	for i := range q.Pack.Skills {
		id := q.Pack.Skills[i].ID
		if rated, found := r.Skills[id]; found && rated.Level != nil {
			a.Previous = append(a.Previous, Rating{Skill: id, Level: *rated.Level})
		}
	}
	return a, nil
}

// key returns the key of the option that shows a facet such as
// "sre/error-budgets", or "" if there is none.
func (q *Question) key(ref string) string {
	i := slices.IndexFunc(q.Options, func(o Option) bool { return o.Ref() == ref })
	if i < 0 {
		return ""
	}
	return q.Options[i].Key
}

// previous returns an earlier rating of a skill, or nil.
func (a *Answers) previous(skill string) *Rating {
	for i := range a.Previous {
		if a.Previous[i].Skill == skill {
			return &a.Previous[i]
		}
	}
	return nil
}

// Rerate returns a new result for the answers restored by AnswersFrom, with
// other skill levels. Skills that aren't rated again keep their level.
// Everything that only the interview knew is kept as well: the order of the
// answers, the flags, and whether the result is provisional.
func Rerate(q *Quiz, before *Result, a *Answers) *Result {
	for _, rating := range a.Previous {
		if a.Rating(rating.Skill) == nil {
			a.Skills = append(a.Skills, rating)
		}
	}
	order := make([]*Answer, len(a.All))
	for i := range a.All {
		order[i] = &a.All[i]
	}
	r := q.result(a, order, before.Provisional)
	r.Flags = append([]Flag{}, before.Flags...)
	return r
}
