package survey

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/wording"
)

// This file reads cells that don't answer a question: cards, conditions, skills
// and the person's background.

// skill reads a level, given by number or name, or a skip.
func (r *row) skill(a *fit.Answers, id, value string) {
	rating := fit.Rating{Skill: id}
	level, ok := wholeNumber(value, fit.MaxLevel)
	if !ok {
		level, ok = r.levelName(value)
	}
	switch {
	case skipOf(value) == fit.Unsure:
		rating.Skip = fit.Unsure
	case ok:
		rating.Level = int(level)
	default:
		r.unexpected(Unreadable, fmt.Sprintf("the level of %q", id), value, fmt.Sprintf("a whole number from 0 to %d", fit.MaxLevel))
		return
	}
	a.Skills = append(a.Skills, rating)
}

// levelName returns the level with this name, which a number may precede.
func (r *row) levelName(value string) (uint64, bool) {
	for n, level := range r.quiz.Pack.Levels {
		s, name := squash(value), squash(level.Name)
		for _, known := range []string{name, name + squash(level.Anchor), squash(level.Anchor)} {
			if name != "" && (s == known || s == strconv.Itoa(n)+known) {
				return uint64(n), true
			}
		}
	}
	return 0, false
}

// card reads the rating of a role card, which is identified by its role or its
// position.
func (r *row) card(a *fit.Answers, id, value string) {
	role := id
	if !slices.ContainsFunc(r.quiz.Roles, func(r *fit.Role) bool { return r.ID == role }) {
		role = r.quiz.CardRole(a, role)
	}
	rating := pack.CardRating(strings.ToLower(value))
	if rating == "" {
		rating = map[string]fit.CardRating{"iwantit": fit.Want, "idpass": fit.Pass, "iwouldpass": fit.Pass}[squash(value)]
	}
	if number, ok := numberedFrom1(value, fit.CardRatings); ok {
		rating = number
	}
	switch {
	case rating == "":
		r.unexpected(Unreadable, fmt.Sprintf("card %q", id), value, "want, maybe or pass")
	case a.Card(role) != "":
		r.skip(Unreadable, "the card of %q is rated twice, expected it once", id)
	default:
		a.Cards = append(a.Cards, fit.Card{Role: role, Rating: rating})
	}
}

// condition reads the answer to a condition.
func (r *row) condition(a *fit.Answers, id, value string) {
	if t, ok := numberedFrom1(value, fit.Tolerances); ok {
		a.Conditions = append(a.Conditions, fit.ConditionAnswer{Condition: id, Tolerance: t})
		return
	}
	for _, t := range fit.Tolerances {
		if strings.TrimPrefix(squash(value), "id") == squash(string(t)) { // "I'd refuse", as on screen
			a.Conditions = append(a.Conditions, fit.ConditionAnswer{Condition: id, Tolerance: t})
			return
		}
	}
	r.unexpected(Unreadable, fmt.Sprintf("condition %q", id), value, "fine, rather-not or refuse")
}

// start reads the person's background, given by id or name, or a skip.
func (r *row) start(a *fit.Answers) {
	value := r.answer(r.column(isStart))
	switch {
	case value == "":
	case skipOf(value) == fit.Unsure:
		a.Start.Skip = fit.Unsure
	case r.quiz.KnowsStart(value):
		a.Start.ID = value
	default:
		if s, ok := numberedFrom1(value, r.quiz.Pack.Starts); ok {
			a.Start.ID = s.ID
			return
		}
		known := wording.Names(r.quiz.Pack.Starts, func(s fit.Start) string { return s.ID })
		for _, s := range r.quiz.Pack.Starts {
			if squash(s.Name) == squash(value) || squash(s.ID) == squash(value) {
				a.Start.ID = s.ID
				return
			}
		}
		r.unexpected(Unreadable, "start", value, "one of "+strings.Join(append(known, "current:ROLE"), ", "))
	}
}

// role returns the id of the role that a cell refers to by id, alias or title,
// or "".
func (r *row) role(cell string) string {
	s := squash(cell)
	for i := range r.quiz.Pack.Roles {
		role := &r.quiz.Pack.Roles[i]
		if s != "" && (squash(role.ID) == s || squash(role.Title) == s || slices.ContainsFunc(role.Aliases, func(a string) bool { return squash(a) == s })) {
			return role.ID
		}
	}
	return ""
}

// wholeNumber parses a whole number from 0 to most, without a sign or a leading
// zero.
func wholeNumber(s string, most uint64) (uint64, bool) {
	n, err := strconv.ParseUint(s, 10, 64)
	return n, err == nil && n <= most && strconv.FormatUint(n, 10) == s
}
