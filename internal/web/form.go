package web

import (
	"fmt"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/safetext"
)

// A form is the quiz on paper, for browsers that don't run scripts. Its letters
// and cards are the same as in the form that rolefit prints with the same seed,
// so that the organizer can copy the answers.
type form struct {
	Command    string // command that prints the form to copy the answers to
	Questions  []formQuestion
	Cards      []formItem
	Starts     []formItem
	Conditions []formItem
	Levels     []formItem
	Skills     []formItem
}

type formQuestion struct {
	ID, Number, Prompt string
	Options            []formItem
	One                bool // whether only the best option is asked for
}

// A formItem is a line on which to make a mark.
type formItem struct{ Key, Text string }

// formSeed determines the order of cards on paper.
const formSeed = 1

// maxFormCards is the maximum number of roles for which a form has cards.
const maxFormCards = 6

func newForm(q *fit.Quiz) form {
	f := form{Command: fmt.Sprintf("rolefit form --seed %d", formSeed)}
	if roles := q.Chosen(); roles != nil {
		f.Command += " --roles " + strings.Join(roles, ",")
	}
	f.Command = string(page.InPack(f.Command, q.Pack.ID == fit.BuiltinPack))
	questions := q.Planned()
	for i, x := range questions {
		fq := formQuestion{ID: x.ID, Number: fmt.Sprintf("%d of %d", i+1, len(questions)), Prompt: safetext.Sanitize(x.Prompt), One: len(x.Options) == 2}
		for _, o := range x.Options {
			fq.Options = append(fq.Options, item(o.Key, o.Text))
		}
		f.Questions = append(f.Questions, fq)
	}
	if len(q.Roles) <= maxFormCards {
		for place := range q.Roles {
			id := fit.CardID(place)
			f.Cards = append(f.Cards, item(id, q.Pack.Role(q.CardRole(&fit.Answers{Seed: formSeed, Seeded: true}, id)).Parts[fit.Focus].Summary))
		}
	}
	for _, s := range q.Pack.Starts {
		f.Starts = append(f.Starts, item(s.ID, s.Name))
	}
	for _, c := range q.Pack.Conditions {
		f.Conditions = append(f.Conditions, item(c.ID, c.Question))
	}
	f.skills(q)
	return f
}

// skills adds the skills that at least one of the quiz's roles needs.
func (f *form) skills(q *fit.Quiz) {
	needed := map[string]bool{}
	for _, r := range q.Roles {
		for _, n := range r.Needs {
			needed[n.Skill] = true
		}
	}
	for _, s := range q.Pack.Skills {
		if needed[s.ID] {
			f.Skills = append(f.Skills, item(s.ID, s.Name+": "+s.Covers))
		}
	}
	if len(f.Skills) == 0 {
		return
	}
	for level, l := range q.Pack.Levels {
		f.Levels = append(f.Levels, item(fmt.Sprint(level), l.Name+": "+l.Anchor))
	}
}

func item(key, text string) formItem {
	return formItem{safetext.Sanitize(key), safetext.Sanitize(text)}
}
