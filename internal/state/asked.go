package state

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"

	"github.com/rolefit/rolefit/internal/fit"
)

// askedHash returns a hash of the text that an event answers: a question's
// prompt and options, a role's card, the starts, a condition, or a skill and
// the levels. It returns "" for Back, for Finish, and for anything that the
// pack doesn't have.
func askedHash(q *fit.Quiz, a *fit.Answers, e fit.Event) string {
	h := sha256.New()
	if !e.Answers() || !hashAsked(h, q, a, e) {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil)[:4])
}

// hashAsked adds the text that an event answers to h. It returns false if the
// pack has no such step.
func hashAsked(h hash.Hash, q *fit.Quiz, a *fit.Answers, e fit.Event) bool {
	hashTexts(h, string(e.Kind), e.ID)
	switch e.Kind {
	case fit.AskQuestion:
		return hashQuestion(h, q.Answered(e.ID, e.Shown))
	case fit.AskCard:
		role := q.Pack.Role(q.CardRole(a, e.ID))
		if role == nil {
			return false
		}
		hashTexts(h, role.ID, role.Parts[fit.Focus].Summary)
	case fit.AskStart:
		for _, s := range q.Pack.Starts {
			if s.ID == e.Pick {
				hashTexts(h, s.ID, s.Name)
			}
		}
	case fit.AskCondition:
		c := q.Pack.Condition(e.ID)
		if c == nil {
			return false
		}
		hashTexts(h, c.Name, c.Question)
	case fit.AskSkill:
		return hashSkill(h, q.Pack, e.ID)
	}
	return true
}

func hashQuestion(h hash.Hash, x *fit.Question) bool {
	if x == nil {
		return false
	}
	hashTexts(h, x.Prompt)
	for _, o := range x.Options {
		hashTexts(h, o.Key, o.Ref(), o.Text)
	}
	return true
}

func hashSkill(h hash.Hash, p *fit.Pack, id string) bool {
	skill := p.Skill(id)
	if skill == nil {
		return false
	}
	hashTexts(h, skill.Name, skill.Covers)
	for _, l := range p.Levels {
		hashTexts(h, l.Name, l.Anchor)
	}
	return true
}

// hashTexts adds each text preceded by its length, so that different sequences
// can't have the same hash input.
func hashTexts(h hash.Hash, texts ...string) {
	for _, t := range texts {
		fmt.Fprintf(h, "%d:%s", len(t), t)
	}
}
