package fit

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Continuation selects what to ask when a finished interview is reopened.
type Continuation string

const (
	Edit   Continuation = "edit"   // returns to the last question, to change answers
	Settle Continuation = "settle" // asks the questions left out by finishing early, or an extra round
	Part2  Continuation = "part2"  // asks for the conditions and skills that weren't answered
	Rerate Continuation = "skills" // asks for the skill levels again
)

// ErrComplete is returned by Continue if everything in part 2 is answered.
var ErrComplete = errors.New("part 2 is complete")

// ErrSettled is returned by Continue if more questions can't settle the
// verdict, because it isn't close or no questions are left.
var ErrSettled = errors.New("more questions can't settle it")

// Continue restores the answers behind a result and prepares them for the
// continuation. It returns an error if the pack no longer asks one of the
// questions, ErrSettled if Settle can't help, and ErrComplete if Part2 can't.
func (q *Quiz) Continue(r *Result, how Continuation) (*Answers, error) {
	a, err := q.answersFrom(r)
	switch {
	case err != nil:
		return nil, err
	case how == Rerate:
		a.rateAgain()
	case how == Settle && !q.CanSettle(a):
		return nil, ErrSettled
	case how == Settle:
		return a, a.recordOffer(Event{ID: OfferQuestions, Pick: Yes})
	case how == Part2:
		return a, q.startPart2(a)
	default:
		q.backToLast(a)
	}
	return a, nil
}

// Continued returns the result for answers restored by Continue. The new result
// replaces the earlier one. The answers aren't modified.
func (q *Quiz) Continued(before *Result, a *Answers) *Result {
	if !a.SkillsOnly {
		return q.edited(before, a)
	}
	rated := *a
	rated.Skills = slices.Clone(a.Skills)
	return q.rerated(before, &rated)
}

// answersFrom restores the answers behind a result, so that they can be changed
// or added to. The times are unknown, because a result doesn't contain them, and
// so is the seed of an older result. Skill levels are restored as answers too;
// see rateAgain. It returns an error if the pack no longer asks one of the
// questions.
func (q *Quiz) answersFrom(r *Result) (*Answers, error) {
	a := &Answers{Pack: r.Pack.ID, Roles: q.Chosen(), Finished: r.Provisional, ExtraRounds: r.ExtraRounds}
	if r.Seed != nil {
		a.Seed, a.Seeded = *r.Seed, true
	}
	for _, old := range r.Answers {
		shown := strings.Join(old.Shown, " ")
		question := q.Answered(old.Question, shown)
		if question == nil {
			return nil, fmt.Errorf("question %q is no longer asked", old.Question)
		}
		answer := Answer{Question: question.ID, Skip: old.Skip, Seconds: -1}
		if q.Question(old.Question) == nil {
			answer.Shown = shown
		}
		if old.Skip == "" {
			answer.Best, answer.Worst = question.key(old.Best), question.key(old.Worst)
		}
		if err := question.Check(answer); err != nil || a.Answer(question.ID) != nil {
			return nil, fmt.Errorf("the options of question %q have changed", old.Question)
		}
		a.All = append(a.All, answer)
	}
	a.restoreRest(q, r)
	return a, nil
}

// restoreRest restores the answers to steps other than questions, if the pack
// still has those steps.
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
		if a.Finished { // part 2 requires having declined these
			a.Offers = []OfferAnswer{{OfferQuestions, false}}
		}
		a.Offers = append(a.Offers, OfferAnswer{OfferPart2, true})
	}
}

// rateAgain leaves only the skills to ask about. Earlier levels become
// suggestions, and skipped skills are asked about again.
func (a *Answers) rateAgain() {
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

// CanSettle reports whether more questions may settle the verdict. They are the
// questions left out by finishing early or, if the verdict is close, an extra
// round; see Answers.ExtraRounds.
func (q *Quiz) CanSettle(a *Answers) bool {
	in := q.interview(a)
	return (in.ready >= 0 || a.Finished) && in.canExtend()
}

// startPart2 accepts part 2, and declines more questions.
func (q *Quiz) startPart2(a *Answers) error {
	a.Offers = []OfferAnswer{{OfferQuestions, false}, {OfferPart2, true}}
	if s := q.Next(a); s.Kind == Done || s.ID == OfferSkills && s.Offered == 0 {
		return ErrComplete
	}
	return nil
}

// backToLast goes back to the most recently answered question.
func (q *Quiz) backToLast(a *Answers) {
	if asked := q.walk(a).Asked(); len(asked) > 0 {
		a.BackTo = step{kind: AskQuestion, id: asked[len(asked)-1].ID}.ref()
	}
}

// edited returns the result for answers that answersFrom restored and the
// person then changed. The new result replaces the earlier one and keeps its
// flags about how questions were answered, because the times are no longer
// known.
func (q *Quiz) edited(before *Result, a *Answers) *Result {
	r := Score(q, a)
	r.Replaces = before.ID
	flags := []Flag{}
	for _, f := range []Flag{Fast, SamePlace, CardDisagrees} {
		if slices.Contains(r.Flags, f) || f != CardDisagrees && slices.Contains(before.Flags, f) {
			flags = append(flags, f)
		}
	}
	r.Flags = flags
	return r
}

// rerated returns an earlier result with new skill levels, taken from answers
// that answersFrom restored and rateAgain reset. Skills that weren't rated
// again keep their level. What only the interview could determine is copied:
// the order of the answers, the flags, and whether the result is provisional.
// The new result replaces the earlier one.
func (q *Quiz) rerated(before *Result, a *Answers) *Result {
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
