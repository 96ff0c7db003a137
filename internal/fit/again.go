package fit

import (
	"fmt"
	"slices"
)

// AnswersOf are the answers that a result was made of, to rate skills on: the
// questions are over, and the levels are Former. What the result does not hold
// is not known: seed and seconds. It fails when the pack no longer asks one of
// the questions.
func AnswersFrom(q *Quiz, r *Result) (*Answers, error) {
	a := &Answers{Pack: r.Pack.ID, Roles: q.Chosen(), Finished: true, QuestionsFixed: true}
	for _, g := range r.Answers {
		x := q.Question(g.Question)
		if x == nil {
			return nil, fmt.Errorf("question %q is not asked any more", g.Question)
		}
		given := Answer{Question: x.ID, Skip: g.Skip, Seconds: -1}
		if g.Skip == "" {
			given.Best, given.Worst = x.key(g.Best), x.key(g.Worst)
		}
		if err := x.Check(given); err != nil || a.Answer(x.ID) != nil {
			return nil, fmt.Errorf("question %q has other options now", g.Question)
		}
		a.All = append(a.All, given)
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

// key is the letter of the option that shows this facet, as in
// "sre/error-budgets"; "" when none does.
func (q *Question) key(ref string) string {
	i := slices.IndexFunc(q.Options, func(o Option) bool { return o.Ref() == ref })
	if i < 0 {
		return ""
	}
	return q.Options[i].Key
}

// former finds an earlier rating of a skill; nil when there is none.
func (a *Answers) previous(skill string) *Rating {
	for i := range a.Previous {
		if a.Previous[i].Skill == skill {
			return &a.Previous[i]
		}
	}
	return nil
}

// Rerate is the result of the answers of an earlier one with levels rated
// anew. Levels that were not asked about again stay, and so does what is about
// how the questions were answered: their order, the flags, and whether there
// were more to come, which with more than four roles only the seed could tell.
func Rerate(q *Quiz, before *Result, a *Answers) *Result {
	for _, f := range a.Previous {
		if a.Rating(f.Skill) == nil {
			a.Skills = append(a.Skills, f)
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
