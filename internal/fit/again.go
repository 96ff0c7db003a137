package fit

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Continuation says what an interview about a finished result asks.
type Continuation string

// The continuations.
const (
	Edit   Continuation = "edit"   // what the person goes back to, beginning with the last question
	Settle Continuation = "settle" // the questions left out by finishing early, or an extra round
	Rerate Continuation = "skills" // the skills again
)

// ErrSettled means that no more questions can settle a verdict: the quiz is
// complete, and it isn't close or none are left.
var ErrSettled = errors.New("more questions can't settle it")

// Continue restores the answers behind a result, ready for what the continuation
// asks first. See AnswersFrom.
func (q *Quiz) Continue(r *Result, how Continuation) (*Answers, error) {
	a, err := AnswersFrom(q, r)
	switch {
	case err != nil:
		return nil, err
	case how == Rerate:
		a.RateAgain()
	case how == Settle && !q.CanSettle(a):
		return nil, ErrSettled
	case how == Settle:
		a.askMore()
	default:
		q.BackToLast(a)
	}
	return a, nil
}

// Continued returns the result of answers that Continue has restored. It replaces
// the earlier result. The answers aren't changed.
func (q *Quiz) Continued(before *Result, a *Answers) *Result {
	if !a.SkillsOnly {
		return Edited(q, before, a)
	}
	rated := *a
	rated.Skills = slices.Clone(a.Skills)
	return Rerated(q, before, &rated)
}

// AnswersFrom restores the answers behind a result, so that they can be changed
// or added to. Seed and seconds are unknown, since a result doesn't hold them.
// Levels are restored as answers too; see RateAgain. It fails when the pack no
// longer asks one of the questions.
func AnswersFrom(q *Quiz, r *Result) (*Answers, error) {
	a := &Answers{Pack: r.Pack.ID, Roles: q.Chosen(), Finished: r.Provisional, ExtraRounds: r.ExtraRounds}
	for _, old := range r.Answers {
		shown := strings.Join(old.Shown, " ")
		question := q.Answered(old.Question, shown)
		if question == nil {
			return nil, fmt.Errorf("question %q is not asked any more", old.Question)
		}
		answer := Answer{Question: question.ID, Skip: old.Skip, Seconds: -1}
		if q.Question(old.Question) == nil {
			answer.Shown = shown
		}
		if old.Skip == "" {
			answer.Best, answer.Worst = question.key(old.Best), question.key(old.Worst)
		}
		if err := question.Check(answer); err != nil || a.Answer(question.ID) != nil {
			return nil, fmt.Errorf("question %q has other options now", old.Question)
		}
		a.All = append(a.All, answer)
	}
	a.restoreRest(q, r)
	return a, nil
}

// restoreRest restores the answers that aren't to questions, as far as the pack
// still asks for them.
func (a *Answers) restoreRest(q *Quiz, r *Result) {
	for _, role := range q.Roles {
		if rated := r.Role(role.ID); rated != nil && rated.Card != "" {
			a.Cards = append(a.Cards, Card{role.ID, rated.Card})
		}
	}
	if q.KnowsStart(r.Start) {
		a.Start = StartAnswer{ID: r.Start}
	} else if len(a.Cards) > 0 && len(q.Pack.Starts) > 0 {
		a.Start = StartAnswer{Skip: Unsure}
	}
	for _, c := range r.Conditions {
		if q.Pack.Condition(c.Condition) != nil {
			a.Conditions = append(a.Conditions, ConditionAnswer{c.Condition, c.Answer})
		}
	}
	for i := range q.Pack.Skills {
		rated, found := r.Skills[q.Pack.Skills[i].ID]
		if !found {
			continue
		}
		rating := Rating{Skill: q.Pack.Skills[i].ID, Skip: rated.Skip}
		if rated.Level != nil {
			rating.Level = *rated.Level
		}
		a.Skills = append(a.Skills, rating)
	}
	if len(a.Conditions)+len(a.Skills) > 0 {
		a.Offers = []OfferAnswer{{OfferPart2, true}}
	}
}

// RateAgain leaves only the skills to ask about. The levels so far are
// suggested; skips are asked about again.
func (a *Answers) RateAgain() {
	a.SkillsOnly, a.Previous = true, nil
	for _, r := range a.Skills {
		if r.Skip == "" {
			a.Previous = append(a.Previous, r)
		}
	}
	a.Skills = nil
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

// CanSettle reports whether more questions may settle the verdict: those left
// out by finishing early or, if it is close, an extra round; see
// Answers.ExtraRounds.
func (q *Quiz) CanSettle(a *Answers) bool {
	in := q.interview(a)
	return (in.ready >= 0 || a.Finished) && in.canExtend()
}

// BackToLast goes back to the last question that was answered.
func (q *Quiz) BackToLast(a *Answers) {
	if asked := q.walk(a).Asked(); len(asked) > 0 {
		a.BackTo = step{kind: AskQuestion, id: asked[len(asked)-1].ID}.ref()
	}
}

// Edited returns the result of answers made by AnswersFrom and changed since. It
// replaces the earlier result, whose flags of how questions were answered stay:
// times and places aren't known any more.
func Edited(q *Quiz, before *Result, a *Answers) *Result {
	r := Score(q, a)
	r.Replaces = before.ID
	for _, f := range before.Flags {
		if f == Fast || f == SamePlace {
			r.Flags = append(r.Flags, f)
		}
	}
	return r
}

// Rerated returns the result of the same answers as an earlier one, made by
// AnswersFrom and RateAgain, with other skill levels. Skills not rated again keep
// their level. What only the interview could tell stays as well: the order of the
// answers, the flags, and whether the result is provisional. The result replaces
// the earlier one.
func Rerated(q *Quiz, before *Result, a *Answers) *Result {
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
	r.Replaces = before.ID
	return r
}
