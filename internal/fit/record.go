package fit

import (
	"errors"
	"fmt"
)

// Record takes a reply to the next step into the answers: whole, or not at
// all with an error that says what was expected.
func (q *Quiz) Record(a *Answers, r Event) error {
	if r.Back || r.Finish || r.More {
		return q.move(a, r)
	}
	v := q.interview(a)
	shown := v.steps[v.at()]
	err := r.checkSeconds()
	switch {
	case shown.kind == Done:
		return errors.New("the interview is over, expected no further answer")
	case r.ID != shown.id:
		return fmt.Errorf("answer is for %q, expected one for %q, which is next", r.ID, shown.id)
	case err != nil:
		return err
	case shown.kind == AskQuestion:
		err = a.recordAnswer(shown.question, r)
	case shown.kind == AskCards:
		err = a.recordCards(q, r)
	default:
		err = a.recordSkill(r)
	}
	if err == nil {
		a.BackTo = ""
	}
	return err
}

// Carry takes a reply into the answers whether or not it is for what comes
// next: whole, or not at all. It is how the answers of a session survive a
// change of the pack. Back, finish and more are no answers; see Record.
func (q *Quiz) Carry(a *Answers, r Event) error {
	if r.Back || r.Finish || r.More {
		return errors.New("expected an answer")
	}
	if err := r.checkSeconds(); err != nil {
		return err
	}
	switch x := q.Question(r.ID); {
	case r.ID == CardsID:
		return a.recordCards(q, r)
	case x != nil:
		return a.recordAnswer(x, r)
	case q.Pack.Skill(r.ID) != nil:
		return a.recordSkill(r)
	}
	return fmt.Errorf("%q is neither a question nor a skill", r.ID)
}

// checkSeconds is an error for a time that nobody takes.
func (r Event) checkSeconds() error {
	if r.Seconds == nil || *r.Seconds >= 0 && *r.Seconds < MaxSeconds {
		return nil
	}
	return fmt.Errorf("seconds of %q is %v, expected 0 or more", r.ID, *r.Seconds)
}

func (q *Quiz) move(a *Answers, r Event) error {
	if r != (Event{Back: r.Back}) && r != (Event{Finish: r.Finish}) && r != (Event{More: r.More}) {
		return errors.New("expected one of an answer, back, finish and more, and nothing beside it")
	}
	v := q.interview(a)
	at := v.at()
	switch {
	case r.Back && at == 0:
		return errors.New("this is the first question, there is none before it")
	case r.Back:
		a.BackTo = v.steps[at-1].id
	case r.Finish && v.steps[len(v.steps)-1].kind != AskQuestion:
		return errors.New("the questions are over already")
	case r.Finish:
		a.Finished, a.BackTo = true, ""
	case v.steps[at].kind != Done:
		return errors.New("more skills are offered when the interview is over, and it is not")
	default:
		a.AllSkills = true
	}
	return nil
}

func (a *Answers) recordAnswer(x *Question, r Event) error {
	given := Answer{Question: x.ID, Best: r.Best, Worst: r.Worst, Skip: r.Skip, Seconds: -1}
	if r.Level != nil {
		return fmt.Errorf("level is given for question %q, expected best and worst", x.ID)
	}
	if len(x.Options) == 2 && given.Skip == "" && given.Worst == "" {
		if i := x.option(given.Best); i >= 0 {
			given.Worst = x.Options[1-i].Key
		}
	}
	if err := x.Check(given); err != nil {
		return fmt.Errorf("question %q: %w", x.ID, err)
	}
	if r.Seconds != nil {
		given.Seconds = *r.Seconds
	}
	if before := a.Answer(x.ID); before != nil {
		*before = given
	} else {
		a.All = append(a.All, given)
	}
	return nil
}

func (a *Answers) recordCards(q *Quiz, r Event) error {
	if r.Level != nil {
		return errors.New("level is given for the cards, expected best and worst")
	}
	if r.Skip != "" {
		if r.Skip != Unsure || r.Best != "" || r.Worst != "" {
			return fmt.Errorf("cards: skip is %q, expected %q and no best or worst beside it", r.Skip, Unsure)
		}
		a.Cards = Cards{Skip: Unsure}
		return nil
	}
	roles := q.cardRoles(a)
	if len(roles) == 2 && r.Worst == "" && (r.Best == "a" || r.Best == "b") {
		r.Worst = map[string]string{"a": "b", "b": "a"}[r.Best]
	}
	cards := Cards{}
	for i, role := range roles {
		switch CardKey(i) {
		case r.Best:
			cards.Best = q.Roles[role].ID
		case r.Worst:
			cards.Worst = q.Roles[role].ID
		}
	}
	if cards.Best == "" || cards.Worst == "" {
		return fmt.Errorf("cards: best is %q and worst is %q, expected two different letters from a to %s", r.Best, r.Worst, CardKey(len(roles)-1))
	}
	a.Cards = cards
	return nil
}

func (a *Answers) recordSkill(r Event) error {
	rating := Rating{Skill: r.ID, Skip: r.Skip}
	switch {
	case r.Best != "" || r.Worst != "":
		return fmt.Errorf("best or worst is given for skill %q, expected a level", r.ID)
	case (r.Skip != "") == (r.Level != nil):
		return fmt.Errorf("skill %q: expected a level from 0 to %d, or a skip", r.ID, MaxLevel)
	case r.Skip != "" && r.Skip != Unsure:
		return fmt.Errorf("skill %q: skip is %q, expected %q", r.ID, r.Skip, Unsure)
	case r.Level != nil && (*r.Level < 0 || *r.Level > MaxLevel):
		return fmt.Errorf("skill %q: level is %d, expected 0 to %d", r.ID, *r.Level, MaxLevel)
	case r.Level != nil:
		rating.Level = *r.Level
	}
	if before := a.Rating(r.ID); before != nil {
		*before = rating
	} else {
		a.Skills = append(a.Skills, rating)
	}
	return nil
}
