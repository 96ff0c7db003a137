package fit

import (
	"errors"
	"fmt"
)

// Record applies an event to the answers. If the event doesn't fit the next
// step, the answers stay unchanged and the error says what was expected.
func (q *Quiz) Record(a *Answers, e Event) error {
	if e.Back || e.Finish || e.More {
		return q.move(a, e)
	}
	in := q.interview(a)
	shown := in.steps[in.at()]
	err := e.checkSeconds()
	switch {
	case shown.kind == Done:
		return errors.New("the interview is over, expected no further answer")
	case e.ID != shown.id:
		return fmt.Errorf("answer is for %q, expected one for %q, which is next", e.ID, shown.id)
	case err != nil:
		return err
	case shown.kind == AskQuestion:
		err = a.recordAnswer(shown.question, e)
	case shown.kind == AskCards:
		err = a.recordCards(q, e)
	default:
		err = a.recordSkill(e)
	}
	if err == nil {
		a.BackTo = ""
	}
	return err
}

// Carry adds an answer whether or not it belongs to the next step, so that the
// answers of a session survive a change of the pack. If the answer is invalid,
// nothing changes. Back, Finish and More aren't answers; see Record.
func (q *Quiz) Carry(a *Answers, e Event) error {
	if e.Back || e.Finish || e.More {
		return errors.New("expected an answer")
	}
	if err := e.checkSeconds(); err != nil {
		return err
	}
	switch question := q.Question(e.ID); {
	case e.ID == CardsID:
		return a.recordCards(q, e)
	case question != nil:
		return a.recordAnswer(question, e)
	case q.Pack.Skill(e.ID) != nil:
		return a.recordSkill(e)
	}
	return fmt.Errorf("%q is neither a question nor a skill", e.ID)
}

// checkSeconds returns an error for an impossible time.
func (e Event) checkSeconds() error {
	if e.Seconds == nil || *e.Seconds >= 0 && *e.Seconds < MaxSeconds {
		return nil
	}
	return fmt.Errorf("seconds of %q is %v, expected 0 or more", e.ID, *e.Seconds)
}

// move applies Back, Finish or More.
func (q *Quiz) move(a *Answers, e Event) error {
	if e != (Event{Back: e.Back}) && e != (Event{Finish: e.Finish}) && e != (Event{More: e.More}) {
		return errors.New("expected exactly one of an answer, back, finish and more")
	}
	in := q.interview(a)
	at := in.at()
	switch {
	case e.Back && at == 0:
		return errors.New("this is the first question, there is none before it")
	case e.Back:
		a.BackTo = in.steps[at-1].id
	case e.Finish && in.steps[len(in.steps)-1].kind != AskQuestion:
		return errors.New("the questions are over already")
	case e.Finish:
		a.Finished, a.BackTo = true, ""
	case in.steps[at].kind != Done:
		return errors.New("more skills are offered when the interview is over, and it is not")
	default:
		a.AllSkills = true
	}
	return nil
}

func (a *Answers) recordAnswer(question *Question, e Event) error {
	answer := Answer{Question: question.ID, Best: e.Best, Worst: e.Worst, Skip: e.Skip, Seconds: -1}
	if e.Level != nil {
		return fmt.Errorf("level is given for question %q, expected best and worst", question.ID)
	}
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
	if earlier := a.Answer(question.ID); earlier != nil {
		*earlier = answer
	} else {
		a.All = append(a.All, answer)
	}
	return nil
}

func (a *Answers) recordCards(q *Quiz, e Event) error {
	if e.Level != nil {
		return errors.New("level is given for the cards, expected best and worst")
	}
	if e.Skip != "" {
		if e.Skip != Unsure || e.Best != "" || e.Worst != "" {
			return fmt.Errorf("cards: skip is %q, expected %q and no best or worst beside it", e.Skip, Unsure)
		}
		a.Cards = Cards{Skip: Unsure}
		return nil
	}
	roles := q.cardRoles(a)
	if len(roles) == 2 && e.Worst == "" && (e.Best == "a" || e.Best == "b") {
		e.Worst = map[string]string{"a": "b", "b": "a"}[e.Best]
	}
	cards := Cards{}
	for i, role := range roles {
		switch CardKey(i) {
		case e.Best:
			cards.Best = q.Roles[role].ID
		case e.Worst:
			cards.Worst = q.Roles[role].ID
		}
	}
	if cards.Best == "" || cards.Worst == "" {
		return fmt.Errorf("cards: best is %q and worst is %q, expected two different letters from a to %s", e.Best, e.Worst, CardKey(len(roles)-1))
	}
	a.Cards = cards
	return nil
}

func (a *Answers) recordSkill(e Event) error {
	rating := Rating{Skill: e.ID, Skip: e.Skip}
	switch {
	case e.Best != "" || e.Worst != "":
		return fmt.Errorf("best or worst is given for skill %q, expected a level", e.ID)
	case (e.Skip != "") == (e.Level != nil):
		return fmt.Errorf("skill %q: expected a level from 0 to %d, or a skip", e.ID, MaxLevel)
	case e.Skip != "" && e.Skip != Unsure:
		return fmt.Errorf("skill %q: skip is %q, expected %q", e.ID, e.Skip, Unsure)
	case e.Level != nil && (*e.Level < 0 || *e.Level > MaxLevel):
		return fmt.Errorf("skill %q: level is %d, expected 0 to %d", e.ID, *e.Level, MaxLevel)
	case e.Level != nil:
		rating.Level = *e.Level
	}
	if earlier := a.Rating(e.ID); earlier != nil {
		*earlier = rating
	} else {
		a.Skills = append(a.Skills, rating)
	}
	return nil
}
