package pack

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"gopkg.in/yaml.v3"
)

// answer reads what was said to one question.
func (d *answersDecoder) answer(q *fit.Question, p pair) {
	a := fit.Answer{Question: q.ID, Seconds: -1}
	before := len(d.problems)
	what := fmt.Sprintf("question %q", q.ID)
	of := func(read reader) reader { // in a batch the line alone does not say which question it is
		return d.given(func(n *yaml.Node, name string) { read(n, name+" of "+what) })
	}
	d.object(p.value, what,
		may("best", of(d.oneOf((*string)(&a.Best), q.Keys()))),
		may("worst", of(d.oneOf((*string)(&a.Worst), q.Keys()))),
		may("skip", of(d.skip(&a.Skip, fit.Skips))),
		may("seconds", of(d.seconds(&a.Seconds))))
	if len(d.problems) > before {
		return
	}
	if len(q.Options) == 2 && a.Skip == "" {
		a.Best, a.Worst = complete(a.Best, a.Worst, q.Keys())
	}
	if a.Best == "" && a.Worst == "" && a.Skip == "" {
		if a.Seconds >= 0 {
			d.fail(p.key, "%s has seconds and no answer, expected best and worst, or a skip", what)
		}
		return
	}
	if err := q.Check(a); err != nil {
		d.fail(p.key, "%s: %s", what, err)
		return
	}
	d.answers.All = append(d.answers.All, a)
}

// complete adds the other of two keys to a single pick.
func complete(best, worst string, keys []string) (string, string) {
	other := func(key string) string { return keys[1-slices.Index(keys, key)] }
	switch {
	case best != "" && worst == "":
		worst = other(best)
	case best == "" && worst != "":
		best = other(worst)
	}
	return best, worst
}

// oneOf reads one of a few words.
func (d *answersDecoder) oneOf(to *string, known []string) reader {
	return func(n *yaml.Node, what string) {
		var value string
		if d.text(&value)(n, what); value == "" {
			return
		}
		if !slices.Contains(known, value) {
			d.unexpected(n, what, oneOf(known)+didYouMean(value, known))
			return
		}
		*to = value
	}
}

func (d *answersDecoder) skip(to *fit.Skip, known []fit.Skip) reader {
	words := make([]string, len(known))
	for i, k := range known {
		words[i] = string(k)
	}
	return d.oneOf((*string)(to), words)
}

func (d *answersDecoder) seconds(to *float64) reader {
	return func(n *yaml.Node, what string) {
		if !d.plain(n, what) {
			return
		}
		value, ok := number(n)
		if !ok || value < 0 || value >= fit.MaxSeconds {
			d.unexpected(n, what, "a number of seconds, 0 or more")
			return
		}
		*to = value
	}
}

// ratings reads the levels in skills.
func (d *answersDecoder) ratings(n *yaml.Node, what string) {
	known := ids(d.reader.pack.Skills, func(s fit.Skill) string { return s.ID })
	for _, p := range d.pairs(n, what) {
		switch id := p.key.Value; {
		case !slices.Contains(known, id):
			d.fail(p.key, "skill %s is not in pack %q, expected one of its %d%s", quote(id), d.reader.pack.ID, len(known), didYouMean(id, known))
		case !empty(p.value):
			d.rating(p)
		}
	}
}

func (d *answersDecoder) rating(p pair) {
	r := fit.Rating{Skill: p.key.Value}
	before := len(d.problems)
	what := fmt.Sprintf("the level of %q", r.Skill)
	if p.value.Kind == yaml.MappingNode {
		d.object(p.value, fmt.Sprintf("skill %q", r.Skill), may("skip", d.given(d.skip(&r.Skip, []fit.Skip{fit.Unsure}))))
		if r.Skip == "" {
			return
		}
	} else {
		d.whole(&r.Level, 0, fit.MaxLevel)(p.value, what)
	}
	if len(d.problems) == before {
		d.answers.Skills = append(d.answers.Skills, r)
	}
}

// cards reads the choice between the role cards: roles, or, since a form must
// not name them, the letters of the cards.
func (d *answersDecoder) cards(n *yaml.Node, what string, whole bool) {
	c := &d.answers.Cards
	var best, worst string
	before := len(d.problems)
	d.object(n, what,
		may("best", d.given(d.card(&best, whole))),
		may("worst", d.given(d.card(&worst, whole))),
		may("skip", d.given(d.skip(&c.Skip, []fit.Skip{fit.Unsure}))))
	if len(d.problems) > before || !whole || d.quiz == nil {
		return
	}
	if len(d.quiz.Roles) == 2 && c.Skip == "" {
		best, worst = complete(best, worst, []string{d.quiz.Roles[0].ID, d.quiz.Roles[1].ID})
	}
	switch {
	case c.Skip != "" && best+worst != "":
		d.fail(n, "%s are both skipped and answered, expected one of the two", what)
	case (best == "") != (worst == ""):
		d.fail(n, "%s have only one of best and worst, expected both, or a skip", what)
	case best != "" && best == worst:
		d.fail(n, "%s have role %q both as best and as worst, expected two different ones", what, best)
	default:
		c.Best, c.Worst = best, worst
	}
}

// card reads a role of the quiz, by its id or by the letter of its card.
func (d *answersDecoder) card(to *string, whole bool) reader {
	return func(n *yaml.Node, what string) {
		var value string
		d.text(&value)(n, what)
		if whole && d.quiz == nil {
			d.useQuiz(n, nil)
		}
		if value == "" || !whole || d.quiz == nil {
			return
		}
		known := ids(d.quiz.Roles, func(r *fit.Role) string { return r.ID })
		if slices.Contains(known, value) {
			*to = value
		} else if role := d.quiz.CardRole(d.answers, value); role != "" && value == strings.ToLower(value) {
			*to = role
		} else {
			d.unexpected(n, what, "a card's letter or one of "+strings.Join(known, ", ")+didYouMean(value, known))
		}
	}
}

// at reads the step that was gone back to.
func (d *answersDecoder) backTo(n *yaml.Node, what string, whole bool) {
	var value string
	d.text(&value)(n, what)
	if whole && d.quiz == nil {
		d.useQuiz(n, nil)
	}
	if value == "" || !whole || d.quiz == nil {
		return
	}
	if value != fit.CardsID && d.quiz.Question(value) == nil && d.reader.pack.Skill(value) == nil {
		d.unexpected(n, what, "a question, a skill or "+fit.CardsID)
		return
	}
	d.answers.BackTo = value
}
