package fast

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// A person contains the data about one person that a Writer writes and a
// fit.Scorer doesn't have.
type person struct {
	id, taken, start []byte
	seed             uint64
	seeded           bool
	extra            int  // number of extra rounds
	form             bool // fit.Answers.Form
	cards            []card
	conditions       []tolerated
	ratings          []rating
}

// A card is the rating of a role's card. The role is an index into Quiz.Roles.
type card struct {
	role   int
	rating fit.CardRating
}

// A tolerated is the answer to a condition. The condition is an index into
// Pack.Conditions.
type tolerated struct {
	condition int
	answer    fit.Tolerance
}

// A rating is the level of a skill. The skill is an index into Pack.Skills.
type rating struct {
	skill int
	level int
	skip  fit.Skip
}

func (p *person) reset() {
	*p = person{cards: p.cards[:0], conditions: p.conditions[:0], ratings: p.ratings[:0], start: p.start[:0]}
}

// take copies the data from answers that a Reader didn't read.
func (p *person) take(q *fit.Quiz, a *fit.Answers) {
	id, taken := p.id[:0], p.taken[:0]
	p.reset()
	p.id, p.taken, p.start = append(id, a.ID...), append(taken, a.Taken...), append(p.start, a.Start.ID...)
	p.seed, p.seeded, p.extra = a.Seed, a.Seeded, a.ExtraRounds
	for _, c := range a.Cards {
		if role := slices.IndexFunc(q.Roles, func(r *fit.Role) bool { return r.ID == c.Role }); role >= 0 {
			p.cards = append(p.cards, card{role, c.Rating})
		}
	}
	for _, c := range a.Conditions {
		if i := slices.IndexFunc(q.Pack.Conditions, func(x fit.Condition) bool { return x.ID == c.Condition }); i >= 0 {
			p.conditions = append(p.conditions, tolerated{i, c.Tolerance})
		}
	}
	for _, r := range a.Skills {
		if i := slices.IndexFunc(q.Pack.Skills, func(x fit.Skill) bool { return x.ID == r.Skill }); i >= 0 {
			p.ratings = append(p.ratings, rating{i, r.Level, r.Skip})
		}
	}
}

// card returns the rating of a role's card, or "" if there is none.
func (p *person) card(role int) fit.CardRating {
	for i := range p.cards {
		if p.cards[i].role == role {
			return p.cards[i].rating
		}
	}
	return ""
}

// tolerance returns the answer to a condition, or "" if there is none.
func (p *person) tolerance(condition int) fit.Tolerance {
	for i := range p.conditions {
		if p.conditions[i].condition == condition {
			return p.conditions[i].answer
		}
	}
	return ""
}

// level returns the level of a skill, and reports whether the skill is rated.
func (p *person) level(skill int) (int, bool) {
	for i := range p.ratings {
		if r := &p.ratings[i]; r.skill == skill {
			return r.level, r.skip == ""
		}
	}
	return 0, false
}
