package pack

import (
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/document"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

// This file reads the answers to steps other than questions.

// card reads the rating of a role card. The card is identified by the role's id
// or, in forms, which must not name roles, by its own id.
func (x *answersReader) card(f *card) {
	known := wording.Names(x.quiz.Roles, func(r *fit.Role) string { return r.ID })
	role := f.Card
	if !slices.Contains(known, role) {
		role = x.quiz.CardRole(x.answers, role)
	}
	switch rating := CardRating(f.Rating); {
	case x.grown() && !slices.Contains(known, f.Card):
		if rating != "" {
			x.answers.Uncounted++ // its position belongs to another role now
		}
	case role == "":
		x.FailAt(&f.Card, "card %s is not in this quiz, expected one of card-1 to card-%d, or of %s%s",
			document.Quote(f.Card), min(len(known), fit.MaxCards), strings.Join(known, ", "), document.DidYouMean(f.Card, known))
	case rating == "": // empty or invalid
	case x.answers.Card(role) != "":
		x.FailAt(&f.Card, "the card of %s is rated twice, expected once", document.Quote(f.Card))
	default:
		x.answers.Cards = append(x.answers.Cards, fit.Card{Role: role, Rating: rating})
	}
}

// grown reports whether the pack has changed since the person answered: a
// question showed a role or facet that no longer exists, or no question showed
// one of the quiz's roles. Only answers to assembled questions contain this
// information.
func (x *answersReader) grown() bool {
	return x.gone || len(x.shown) > 0 && slices.ContainsFunc(x.quiz.Roles, func(r *fit.Role) bool { return !x.shown[r.ID] })
}

// CardRating returns the rating that a word in a form refers to, or "" if there
// is none. Yes and true mean Want, and no and false mean Pass.
func CardRating(word string) fit.CardRating {
	switch word {
	case "yes", "true":
		return fit.Want
	case "no", "false":
		return fit.Pass
	}
	if rating := fit.CardRating(word); slices.Contains(fit.CardRatings, rating) {
		return rating
	}
	return ""
}

func (x *answersReader) start(f *start) {
	switch {
	case f.ID != "" && f.Skip != "":
		x.FailAt(f, "start is both skipped and answered, expected one of the two")
	case f.ID != "" && !x.quiz.KnowsStart(f.ID):
		known := wording.Names(x.pack.Starts, func(s fit.Start) string { return s.ID })
		x.FailAt(&f.ID, "start is %s, expected one of %s%s", document.Quote(f.ID), strings.Join(append(known, "current:ROLE"), ", "), document.DidYouMean(f.ID, known))
	default:
		x.answers.Start = fit.StartAnswer{ID: f.ID, Skip: f.Skip}
	}
}

// holds reads the person's current role. It doesn't have to be a role of the
// quiz.
func (x *answersReader) holds(role *string) {
	known := wording.Names(x.pack.Roles, func(r fit.Role) string { return r.ID })
	if *role != "" && !slices.Contains(known, *role) {
		x.FailAt(role, "holds is %s, expected one of %s%s", document.Quote(*role), strings.Join(known, ", "), document.DidYouMean(*role, known))
		return
	}
	x.answers.Holds = *role
}

func (x *answersReader) condition(f *conditionAnswer) {
	known := wording.Names(x.pack.Conditions, func(c fit.Condition) string { return c.ID })
	switch {
	case !slices.Contains(known, f.Condition):
		x.FailAt(&f.Condition, "condition %s is not in pack %q, expected one of its %d%s", document.Quote(f.Condition), x.pack.ID, len(known), document.DidYouMean(f.Condition, known))
	case f.Tolerance != "":
		x.answers.Conditions = append(x.answers.Conditions, fit.ConditionAnswer{Condition: f.Condition, Tolerance: f.Tolerance})
	}
}

func (x *answersReader) offer(f *offerAnswer) {
	switch {
	case !slices.Contains(fit.Offers, f.Offer):
		x.FailAt(&f.Offer, "offer is %s, expected one of %s%s", document.Quote(f.Offer), strings.Join(fit.Offers, ", "), document.DidYouMean(f.Offer, fit.Offers))
	case f.Pick != "":
		x.answers.Offers = append(x.answers.Offers, fit.OfferAnswer{Offer: f.Offer, Yes: f.Pick == fit.Yes || f.Pick == "true"})
	}
}
