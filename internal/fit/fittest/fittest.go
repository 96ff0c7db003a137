// Package fittest provides packs, quizzes and answers for tests of package fit
// and its clients.
package fittest

import (
	"fmt"

	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/fit"
)

// Synthetic returns a pack of synthetic roles r0, r1, ... with the given number
// of facets in each dimension and no written questions.
func Synthetic(roles, facets int) *fit.Pack {
	p := &fit.Pack{ID: "synthetic", Version: 1, Rounds: []int{12, 6, 6}, Prompts: [3]string{"focus?", "skills?", "success?"}}
	for i := range fit.MaxLevel + 1 {
		p.Levels = append(p.Levels, fit.Level{Name: fmt.Sprint(i), Anchor: fmt.Sprint("anchor ", i)})
	}
	for i := range roles {
		r := fit.Role{ID: fmt.Sprintf("r%02d", i), Title: fmt.Sprint("Role ", i)}
		for _, d := range fit.Dimensions {
			r.Parts[d].Summary = fmt.Sprint("summary of ", r.ID)
			for f := range facets {
				r.Parts[d].Facets = append(r.Parts[d].Facets, fit.Facet{ID: fmt.Sprintf("%s-%d", d, f), Option: fmt.Sprintf("do %d of %d", f, i)})
			}
		}
		p.Roles = append(p.Roles, r)
	}
	return p
}

// Skilled is like Synthetic but has six skills, u to z. Each role needs two of
// them.
func Skilled(roles int) *fit.Pack {
	p := Synthetic(roles, 9)
	for i := range 6 {
		id := string(rune('u' + i))
		p.Skills = append(p.Skills, fit.Skill{ID: id, Name: "Skill " + id, Steps: [3]fit.SkillStep{{Text: "to 1"}, {Text: "to 2"}, {Text: "to 3"}}})
	}
	for i := range p.Roles {
		p.Roles[i].Needs = []fit.Need{{Skill: p.Skills[i%6].ID, Level: 2}, {Skill: p.Skills[(i+1)%6].ID, Level: 3}}
	}
	return p
}

// Whole is Skilled with two conditions and two starts: a role has the level of
// its index, at most 3, of the first condition and none of the second.
func Whole(roles int) *fit.Pack {
	p := Skilled(roles)
	p.Conditions = []fit.Condition{{ID: "on-call", Name: "On-call", Question: "You are on call."}, {ID: "v", Name: "Meetings", Question: "You meet."}}
	p.Starts = []fit.Start{{ID: "backend", Name: "Backend development"}, {ID: "student", Name: "Student"}}
	for i := range p.Roles {
		p.Roles[i].Conditions = []fit.RoleCondition{{Condition: "on-call", Level: min(i, fit.MaxOften), Source: fit.Guess}}
	}
	return p
}

// MustQuiz is the quiz of a pack, which must have one.
func MustQuiz(p *fit.Pack, roles ...string) *fit.Quiz {
	q, err := fit.NewQuiz(p, roles)
	if err != nil {
		panic(err)
	}
	return q
}

// Answer makes an answer with the given best and worst role ids.
func Answer(question *fit.Question, best, worst string) fit.Answer {
	a := fit.Answer{Question: question.ID, Seconds: -1}
	for _, o := range question.Options {
		switch o.Role {
		case best:
			a.Best = o.Key
		case worst:
			a.Worst = o.Key
		}
	}
	return a
}

// DrawAnswers draws answers to some of a quiz's questions, some of them skips.
func DrawAnswers(t *rapid.T, q *fit.Quiz) *fit.Answers {
	a := &fit.Answers{Pack: q.Pack.ID, Seed: rapid.Uint64().Draw(t, "seed"), Seeded: true}
	a.Cards = DrawCards(t, q)
	for _, question := range q.Questions {
		switch rapid.IntRange(0, 5).Draw(t, "act") {
		case 0: // not answered
		case 1:
			a.All = append(a.All, fit.Answer{Question: question.ID, Skip: rapid.SampledFrom(fit.Skips).Draw(t, "skip"), Seconds: -1})
		default:
			keys := rapid.Permutation(question.Keys()).Draw(t, "keys")
			a.All = append(a.All, fit.Answer{Question: question.ID, Best: keys[0], Worst: keys[1], Seconds: -1})
		}
	}
	return a
}

// DrawCards rates some role cards or all of them at random, or none.
func DrawCards(t *rapid.T, q *fit.Quiz) (cards []fit.Card) {
	ratings := rapid.SampledFrom([][]fit.CardRating{nil, {fit.Pass}, fit.CardRatings, append([]fit.CardRating{""}, fit.CardRatings...)}).Draw(t, "ratings")
	for _, r := range q.Roles {
		if len(ratings) == 0 {
			break
		}
		if rating := rapid.SampledFrom(ratings).Draw(t, "rating"); rating != "" {
			cards = append(cards, fit.Card{Role: r.ID, Rating: rating})
		}
	}
	return cards
}

// DrawQuiz draws a quiz of 2 to 7 synthetic roles.
func DrawQuiz(t *rapid.T) *fit.Quiz {
	return MustQuiz(Synthetic(rapid.IntRange(2, 7).Draw(t, "roles"), 4))
}

// Journey returns a pack of three roles, r00 to r02, whose paths all lead to
// r00, and four skills.
func Journey() *fit.Pack {
	p := Synthetic(3, 8)
	for i, name := range []string{"tests", "metrics", "writing", "networks"} {
		p.Skills = append(p.Skills, fit.Skill{ID: name, Name: "Skill " + name, Terms: []string{name}, Steps: [3]fit.SkillStep{{Text: "guide " + name}, {Text: "do " + name}, {Text: "design " + name}}})
		p.Roles[0].Needs = append(p.Roles[0].Needs, fit.Need{Skill: name, Level: 4 - i})
	}
	p.Roles[1].Needs = []fit.Need{{Skill: "metrics", Level: 2}, {Skill: "writing", Level: 4}}
	p.Roles[1].Paths = []fit.Path{{To: "r00", Why: "from one"}, {To: "r02", Why: "elsewhere"}}
	p.Roles[2].Paths = []fit.Path{{To: "r00", Why: "from two"}}
	p.Roles[0].Parts[fit.Skills].Facets[1].Text = "Read a metric before it reads you"
	return p
}

// Respondent returns the result of a person who answers every question with a
// best and a worst role and rates the skills.
func Respondent(p *fit.Pack, choose func(*fit.Question) (best, worst string), levels map[string]int) *fit.Result {
	q := MustQuiz(p)
	a := &fit.Answers{}
	for _, question := range q.Questions {
		best, worst := choose(question)
		a.All = append(a.All, Answer(question, best, worst))
	}
	for _, s := range p.Skills {
		if level, rated := levels[s.ID]; rated {
			a.Skills = append(a.Skills, fit.Rating{Skill: s.ID, Level: level})
		}
	}
	return fit.Score(q, a)
}

// Always returns a respondent who always chooses the same best and worst role.
func Always(best, worst string) func(*fit.Question) (string, string) {
	return func(*fit.Question) (string, string) { return best, worst }
}
