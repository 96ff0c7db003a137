package report

import (
	"fmt"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// kitchen is a synthetic pack with every feature that a pack can have. Its
// texts are as long as real ones, so that layouts are realistic, but no golden
// file depends on the built-in pack.
func kitchen() *fit.Pack {
	p := &fit.Pack{
		ID: "kitchen", Version: 3, Title: "Which kind of kitchen work suits you best?", Rounds: []int{12, 6, 6},
		Prompts: [3]string{"Whole weeks are yours to spend. Which of these would you like?", "You may learn from the best. Which of these would it be?", "A year from now, what would make you the proudest?"},
	}
	for i, name := range []string{"new", "guided", "alone", "under pressure", "teaching"} {
		p.Levels = append(p.Levels, fit.Level{Name: name, Anchor: fmt.Sprintf("I have done it %d times", 10*i)})
	}
	for _, name := range []string{"Knife work", "Doughs and batters", "Heat control", "Plating", "Sourcing", "Food safety", "Cost planning", "Teaching others"} {
		id := strings.ReplaceAll(strings.ToLower(name), " ", "-")
		p.Skills = append(p.Skills, fit.Skill{ID: id, Name: name, Covers: "All that " + name + " takes, from the first tools to the last guest", Steps: [3]fit.SkillStep{{Text: "Follow a course on it, and cook one dish for friends who then say honestly how it was"}, {Text: "Cook the same dish on ten evenings, write down what went wrong, and show by the notes what changed since"}, {Text: "Run it for a whole week in a real kitchen, with a plan of your own and someone who can stop you"}}})
	}
	for i, r := range []struct{ id, title, verb, noun string }{
		{"baker", "Sourdough Bread Specialist", "bake", "loaf"},
		{"chef", "Restaurant Chef", "cook", "dinner"},
		{"roaster", "Coffee Roaster", "roast", "coffee"},
		{"waiter", "Head Waiter", "serve", "table"},
	} {
		p.Roles = append(p.Roles, kitchenRole(i, r.id, r.title, r.verb, r.noun))
	}
	p.Roles[0].Paths = []fit.Path{{To: "chef", Why: "Those who bake for one restaurant often end up planning its menus."}}
	p.Roles[1].Paths = []fit.Path{{To: "baker", Why: "Some miss working with one material, early and in peace."}, {To: "waiter", Why: "Talking to guests can be the better half of the evening."}}
	return p
}

func kitchenRole(i int, id, title, verb, noun string) fit.Role {
	r := fit.Role{
		ID: id, Title: title, Aliases: []string{noun + "-person"},
		Tagline:   fmt.Sprintf("Someone who can %s better than most, for guests who notice and come back for it", verb),
		Impact:    fmt.Sprintf("On every %s that leaves the house.", noun),
		Picture:   fmt.Sprintf("The part that keeps each %s coming.", noun),
		Lifecycle: fmt.Sprintf("Says what a new house needs before the first %s, and trains those who come.", noun),
	}
	skills := []string{"knife-work", "doughs-and-batters", "heat-control", "plating", "sourcing", "food-safety", "cost-planning", "teaching-others"}
	for n := range 5 {
		r.Needs = append(r.Needs, fit.Need{Skill: skills[(2*i+n)%len(skills)], Level: 1 + (i+n)%3})
	}
	options := [...]string{
		"%s the %s %s that guests will order on a busy day",
		"Learn to %s the %s %s well enough to teach others",
		"See people %s the %s %s just as you showed them",
	}
	for _, d := range fit.Dimensions {
		r.Parts[d].Summary = fmt.Sprintf("You %s the %s for people who depend on it, and you learn what they like.", verb, noun)
		for n, ordinal := range []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"} {
			option := capitalize(fmt.Sprintf(options[d], verb, ordinal, noun))
			r.Parts[d].Facets = append(r.Parts[d].Facets, fit.Facet{ID: fmt.Sprintf("%s-%s-%d", d, noun, n+1), Option: option, Text: option + ", with all that this takes."})
		}
	}
	return r
}

// bare is a minimal pack.
func bare() *fit.Pack {
	p := &fit.Pack{ID: "bare", Version: 1, Rounds: []int{12, 6, 6}, Prompts: [3]string{"Do?", "Learn?", "Have done?"}}
	for _, id := range []string{"left", "middle", "right"} {
		r := fit.Role{ID: id, Title: capitalize(id)}
		for _, d := range fit.Dimensions {
			for n := range 6 {
				r.Parts[d].Facets = append(r.Parts[d].Facets, fit.Facet{ID: fmt.Sprintf("%s-%d", d, n), Option: fmt.Sprintf("Turn %s %d", id, n)})
			}
		}
		p.Roles = append(p.Roles, r)
	}
	return p
}
