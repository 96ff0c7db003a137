package state

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"

	"github.com/rolefit/rolefit/internal/fit"
)

// asked is a hash of what a reply is to: a question's prompt and options, what
// a skill covers and the levels say, or the texts of the role cards. It is ""
// for a reply to nothing: back, finish and more.
func asked(q *fit.Quiz, a *fit.Answers, r fit.Event) string {
	h := sha256.New()
	switch x, skill := q.Question(r.ID), q.Pack.Skill(r.ID); {
	case r.ID == fit.CardsID:
		hashCards(h, q, a)
	case x != nil:
		add(h, "question", x.Prompt)
		for _, o := range x.Options {
			add(h, o.Key, o.Ref(), o.Text)
		}
	case skill != nil:
		add(h, "skill", skill.Name, skill.Covers)
		for _, l := range q.Pack.Levels {
			add(h, l.Name, l.Anchor)
		}
	default:
		return ""
	}
	return hex.EncodeToString(h.Sum(nil)[:4])
}

// hashCards adds the cards that are shown for these answers, in shown order:
// a reply names them by their place.
func hashCards(h hash.Hash, q *fit.Quiz, a *fit.Answers) {
	add(h, "cards")
	for place := 0; ; place++ {
		role := q.Pack.Role(q.CardRole(a, fit.CardKey(place)))
		if role == nil {
			return
		}
		add(h, role.ID, role.Parts[fit.Focus].Summary)
	}
}

// add hashes texts so that none runs into the next.
func add(h hash.Hash, texts ...string) {
	for _, t := range texts {
		fmt.Fprintf(h, "%d:%s", len(t), t)
	}
}
