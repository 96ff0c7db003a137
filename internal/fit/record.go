package fit

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// Record applies an event to the answers. If the event doesn't fit the next
// step, the answers stay unchanged and the error says what was expected.
func (q *Quiz) Record(a *Answers, e Event) error {
	if !e.Answers() {
		return q.move(a, e)
	}
	in := q.interview(a)
	shown := in.steps[in.at()]
	err := e.checkSeconds()
	switch {
	case shown.kind == Done:
		return errors.New("the interview is over, expected no further answer")
	case e.From != "":
		return errors.New("from goes with back, expected an answer without it")
	case e.ID != shown.id:
		return fmt.Errorf("answer is for %q, expected one for %q, which is next", e.ID, shown.id)
	case e.Kind != "" && e.Kind != shown.kind:
		return fmt.Errorf("kind is %q, expected %q, which is next", e.Kind, shown.kind)
	case err != nil:
		return err
	}
	e.Kind = shown.kind
	if err := q.record(a, e); err != nil {
		return err
	}
	a.BackTo = ""
	return nil
}

// Carry adds an answer even if it isn't for the next step, so that the answers
// of a session survive a change to the pack. It returns an error if the answer
// is invalid or if the event is Back or Finish, which aren't answers; see
// Record.
func (q *Quiz) Carry(a *Answers, e Event) error {
	if !e.Answers() {
		return errors.New("expected an answer")
	}
	if err := e.checkSeconds(); err != nil {
		return err
	}
	return q.record(a, e)
}

// record adds an answer to the step that the event names.
func (q *Quiz) record(a *Answers, e Event) error {
	if err := e.checkFields(); err != nil {
		return err
	}
	switch e.Kind {
	case AskQuestion:
		if q.Question(e.ID) != nil {
			e.Shown = ""
		}
		return a.recordAnswer(q.Answered(e.ID, e.Shown), e)
	case AskCard:
		return a.recordCard(q, e)
	case AskStart:
		return a.recordStart(q, e)
	case AskCondition:
		return a.recordCondition(q, e)
	case AskSkill:
		return a.recordSkill(q, e)
	case AskOffer:
		return a.recordOffer(e)
	}
	return fmt.Errorf("kind is %q, expected that of a step", e.Kind)
}

// checkFields returns an error if the event sets a field that its kind doesn't
// use.
func (e Event) checkFields() error {
	pair, pick := e.Best != "" || e.Worst != "", e.Pick != ""
	switch e.Kind {
	case AskQuestion:
		if pick || e.Level != nil {
			return fmt.Errorf("pick or level is given for question %q, expected best and worst", e.ID)
		}
	case AskSkill:
		if pick || pair {
			return fmt.Errorf("pick, best or worst is given for skill %q, expected a level", e.ID)
		}
	default:
		if pair || e.Level != nil {
			return fmt.Errorf("best, worst or level is given for %s %q, expected a pick", e.Kind, e.ID)
		}
	}
	return nil
}

// checkSeconds returns an error if the number of seconds is impossible.
func (e Event) checkSeconds() error {
	if e.Seconds == nil || *e.Seconds >= 0 && *e.Seconds <= MaxSeconds {
		return nil
	}
	return fmt.Errorf("seconds of %q is %s, expected 0 to %d", e.ID, strconv.FormatFloat(*e.Seconds, 'f', -1, 64), MaxSeconds)
}

// move applies Back or Finish.
func (q *Quiz) move(a *Answers, e Event) error {
	if e != (Event{Back: true, From: e.From}) && e != (Event{Finish: true}) {
		return errors.New("expected an answer, back, or finish")
	}
	in := q.interview(a)
	at := in.at()
	switch {
	case e.Back && e.From != "" && e.From != in.steps[at].id:
		return fmt.Errorf("from is %q, expected %q, which is next", e.From, in.steps[at].id)
	case e.Back && at == 0:
		return errors.New("there is nothing to go back to")
	case e.Back:
		a.BackTo = in.steps[at-1].ref()
	case in.steps[len(in.steps)-1].kind == Done:
		return errors.New("the interview is over already")
	case in.steps[len(in.steps)-1].kind == AskQuestion:
		a.Finished, a.BackTo = true, ""
	default:
		a.Stopped, a.BackTo = true, ""
		last := in.steps[len(in.steps)-1]
		if gone := at < len(in.steps)-1; last.kind == AskOffer && !(gone && last.id == OfferPart2) { // a person who went back doesn't see the offer of part 2
			return a.recordOffer(Event{ID: last.id, Pick: No})
		}
	}
	return nil
}

func (a *Answers) recordAnswer(question *Question, e Event) error {
	if question == nil {
		return fmt.Errorf("%q isn't a question", e.ID)
	}
	answer := Answer{Question: question.ID, Best: e.Best, Worst: e.Worst, Skip: e.Skip, Shown: e.Shown, Seconds: -1}
	if len(question.Options) == 2 && answer.Skip == "" && answer.Worst == "" {
		if i := question.option(answer.Best); i >= 0 {
			answer.Worst = question.Options[1-i].Key
		}
	}
	if err := question.Check(answer); err != nil {
		return fmt.Errorf("question %q: %w", question.ID, err)
	}
	if e.Seconds != nil {
		answer.Seconds = *e.Seconds
	}
	put(&a.All, answer, func(x Answer) bool { return x.Question == question.ID })
	return nil
}

func (a *Answers) recordCard(q *Quiz, e Event) error {
	role, rating := q.CardRole(a, e.ID), CardRating(e.Pick)
	switch {
	case role == "":
		return fmt.Errorf("%q isn't a card", e.ID)
	case !slices.Contains(CardRatings, rating):
		return fmt.Errorf("card %q: pick is %q, expected one of %s", e.ID, e.Pick, CardRatings)
	case e.Skip != "":
		return fmt.Errorf("card %q: skip is %q, expected a pick alone", e.ID, e.Skip)
	}
	card := Card{role, rating}
	put(&a.Cards, card, func(c Card) bool { return c.Role == role })
	return nil
}

func (a *Answers) recordStart(q *Quiz, e Event) error {
	switch {
	case e.ID != StartID:
		return fmt.Errorf("id is %q, expected %q", e.ID, StartID)
	case (e.Pick == "") == (e.Skip == ""):
		return errors.New("start: expected a pick or a skip")
	case e.Skip != "" && e.Skip != Unsure:
		return fmt.Errorf("start: skip is %q, expected %q", e.Skip, Unsure)
	case e.Pick != "" && !q.KnowsStart(e.Pick):
		return fmt.Errorf("start: pick is %q, expected a start of the pack, or %sROLE", e.Pick, CurrentPrefix)
	}
	a.Start = StartAnswer{e.Pick, e.Skip}
	return nil
}

func (a *Answers) recordCondition(q *Quiz, e Event) error {
	tolerance := Tolerance(e.Pick)
	switch {
	case q.Pack.Condition(e.ID) == nil:
		return fmt.Errorf("%q isn't a condition", e.ID)
	case !slices.Contains(Tolerances, tolerance) || e.Skip != "":
		return fmt.Errorf("condition %q: pick is %q, expected one of %s", e.ID, e.Pick, Tolerances)
	}
	put(&a.Conditions, ConditionAnswer{e.ID, tolerance}, func(c ConditionAnswer) bool { return c.Condition == e.ID })
	return nil
}

// recordOffer records the answer to an offer. If the person accepts more
// questions, these come next, and the offer may be made again afterward.
func (a *Answers) recordOffer(e Event) error {
	switch {
	case !slices.Contains(Offers, e.ID):
		return fmt.Errorf("%q isn't an offer", e.ID)
	case e.Pick != Yes && e.Pick != No || e.Skip != "":
		return fmt.Errorf("offer %q: pick is %q, expected %s or %s", e.ID, e.Pick, Yes, No)
	case e.ID == OfferQuestions && e.Pick == Yes:
		a.askMore()
		a.Offers = slices.DeleteFunc(a.Offers, func(o OfferAnswer) bool { return o.Offer == e.ID })
		return nil
	case e.ID == OfferPart2 && e.Pick == Yes:
		a.Stopped = false // Stopped ended part 1 and doesn't apply to part 2
	}
	put(&a.Offers, OfferAnswer{e.ID, e.Pick == Yes}, func(o OfferAnswer) bool { return o.Offer == e.ID })
	return nil
}

// askMore resumes the questions after finishing early, or adds an extra round.
func (a *Answers) askMore() {
	if !a.Finished {
		a.ExtraRounds = min(a.ExtraRounds+1, MaxExtraRounds)
	}
	a.Finished, a.Stopped = false, false
}

func (a *Answers) recordSkill(q *Quiz, e Event) error {
	rating := Rating{Skill: e.ID, Skip: e.Skip}
	switch {
	case q.Pack.Skill(e.ID) == nil:
		return fmt.Errorf("%q isn't a skill", e.ID)
	case (e.Skip != "") == (e.Level != nil):
		return fmt.Errorf("skill %q: expected a level from 0 to %d, or a skip", e.ID, MaxLevel)
	case e.Skip != "" && e.Skip != Unsure:
		return fmt.Errorf("skill %q: skip is %q, expected %q", e.ID, e.Skip, Unsure)
	case e.Level != nil && (*e.Level < 0 || *e.Level > MaxLevel):
		return fmt.Errorf("skill %q: level is %d, expected 0 to %d", e.ID, *e.Level, MaxLevel)
	case e.Level != nil:
		rating.Level = *e.Level
	}
	put(&a.Skills, rating, func(r Rating) bool { return r.Skill == e.ID })
	return nil
}

// put replaces the first item for which same returns true, or appends the item.
func put[T any](items *[]T, item T, same func(T) bool) {
	if i := slices.IndexFunc(*items, same); i >= 0 {
		(*items)[i] = item
	} else {
		*items = append(*items, item)
	}
}
