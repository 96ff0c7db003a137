package state

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"

	"github.com/rolefit/rolefit/internal/fit"
)

// askedHash hashes what an event answers: a question's prompt and options, a
// skill's description and the levels, or the role cards. It returns "" for
// back, finish and more.
func askedHash(q *fit.Quiz, a *fit.Answers, r fit.Event) string {
	h := sha256.New()
	switch x, skill := q.Question(r.ID), q.Pack.Skill(r.ID); {
	case r.ID == fit.CardsID:
		hashCards(h, q, a)
	case x != nil:
		hashTexts(h, "question", x.Prompt)
		for _, o := range x.Options {
			hashTexts(h, o.Key, o.Ref(), o.Text)
		}
	case skill != nil:
		hashTexts(h, "skill", skill.Name, skill.Covers)
		for _, l := range q.Pack.Levels {
			hashTexts(h, l.Name, l.Anchor)
		}
	default:
		return ""
	}
	return hex.EncodeToString(h.Sum(nil)[:4])
}

// hashCards adds the cards shown for these answers, in the order shown, because
// an event refers to them by position.
func hashCards(h hash.Hash, q *fit.Quiz, a *fit.Answers) {
	hashTexts(h, "cards")
	for place := 0; ; place++ {
		role := q.Pack.Role(q.CardRole(a, fit.CardKey(place)))
		if role == nil {
			return
		}
		hashTexts(h, role.ID, role.Parts[fit.Focus].Summary)
	}
}

// hashTexts adds texts with their lengths, so that adjacent texts can't be
// confused.
func hashTexts(h hash.Hash, texts ...string) {
	for _, t := range texts {
		fmt.Fprintf(h, "%d:%s", len(t), t)
	}
}
