package fit

import (
	"errors"
	"fmt"
)

// Carry takes a reply into the answers whether or not it is for what comes
// next: whole, or not at all. It is how the answers of a session survive a
// change of the pack. Back, finish and more are no answers; see Record.
func (q *Quiz) Carry(a *Answers, r Reply) error {
	switch x := q.Question(r.ID); {
	case r.Back || r.Finish || r.More:
		return errors.New("expected an answer")
	case r.Seconds != nil && !(*r.Seconds >= 0 && *r.Seconds < MaxSeconds):
		return fmt.Errorf("seconds of %q is %v, expected 0 or more", r.ID, *r.Seconds)
	case r.ID == CardsID:
		return a.recordCards(q, r)
	case x != nil:
		return a.recordAnswer(x, r)
	case q.Pack.Skill(r.ID) != nil:
		return a.recordSkill(r)
	}
	return fmt.Errorf("%q is neither a question nor a skill", r.ID)
}
