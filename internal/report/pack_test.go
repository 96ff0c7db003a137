package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/wording"
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
		p.Skills = append(p.Skills, fit.Skill{ID: id, Name: name, Covers: "All that " + name + " takes, from the first tools to the last guest", Steps: kitchenSteps})
	}
	for i, r := range []struct{ id, title, verb, noun string }{
		{"baker", "Sourdough Bread Specialist", "bake", "loaf"},
		{"chef", "Restaurant Chef", "cook", "dinner"},
		{"roaster", "Coffee Roaster", "roast", "coffee"},
		{"waiter", "Head Waiter", "serve", "table"},
	} {
		p.Roles = append(p.Roles, kitchenRole(i, r.id, r.title, r.verb, r.noun))
	}
	p.Conditions = []fit.Condition{{ID: "nights", Name: "Work at night"}, {ID: "heat", Name: "Heat"}, {ID: "calls", Name: "Calls on days off"}}
	p.Starts = []fit.Start{{ID: "office", Name: "Office work"}, {ID: "school", Name: "School"}}
	chef := &p.Roles[1]
	chef.Conditions = []fit.RoleCondition{{Condition: "calls", Level: 1, Source: fit.Guess}, {Condition: "nights", Level: 3, Source: fit.FromPostings}, {Condition: "heat", Level: 2, Source: fit.FromResearch}}
	chef.Starts = []fit.RoleStart{
		{Start: "office", Brings: "You plan ahead.", Missing: "Standing all day.", First: "Work one Saturday in a kitchen.", Pitfall: "The pay.", Source: "a survey of 2020 (brings, missing, first); guess (first, pitfall)"},
		{Start: "school", Brings: "You have time.", Missing: "Everything else.", First: "Find a master.", Pitfall: "The pay.", Source: "guess"},
	}
	p.Roles[0].Paths = []fit.Path{{To: "chef", Why: "Those who bake for one restaurant often end up planning its menus."}}
	p.Roles[1].Paths = []fit.Path{{To: "baker", Why: "Some miss working with one material, early and in peace."}, {To: "waiter", Why: "Talking to guests can be the better half of the evening."}}
	return p
}

var kitchenSteps = [3]fit.SkillStep{
	{Text: "Follow a course on it, and cook one dish for friends who then say honestly how it was", Hours: 4, Resources: []fit.Resource{{Title: "The first course, by a cook", Kind: fit.Course, Address: "https://example.org/first", Hours: 6, Free: true}}},
	{Text: "Cook the same dish on ten evenings, write down what went wrong, and show by the notes what changed since", Hours: 16, Resources: []fit.Resource{{Title: "The second book (partly free)", Kind: fit.Book, Address: "https://example.org/second"}}},
	{Text: "Run it for a whole week in a real kitchen, with a plan of your own and someone who can stop you", Hours: 24},
}

func kitchenRole(i int, id, title, verb, noun string) fit.Role {
	r := fit.Role{
		ID: id, Title: title, Aliases: []string{noun + "-person"},
		Tagline:   fmt.Sprintf("Someone who can %s better than most, for guests who notice and come back for it", verb),
		Impact:    fmt.Sprintf("On every %s that leaves the house.", noun),
		Picture:   fmt.Sprintf("The part that keeps each %s coming.", noun),
		Lifecycle: fmt.Sprintf("Says what a new house needs before the first %s, and trains those who come.", noun),
	}
	r.Week = fit.Week{
		Short: fmt.Sprintf("Most mornings you %s before anyone else is up, and on Fridays the %s has to last until midnight.", verb, noun),
		Long:  fmt.Sprintf("You begin at five. Before noon each %s is done, or it won't be. In the afternoon you order, clean and plan with the others, and argue about prices. Guests praise the room more than your work. One week in four you also close the house.", noun),
	}
	r.Try = fit.Try{
		Hours:  3,
		Do:     fmt.Sprintf("On one morning, %s for six people with what the shop around the corner has, and write down each minute. Then do it again in half of the time.", verb),
		Short:  fmt.Sprintf("On one morning, %s for six people from the shop around the corner.", verb),
		Notice: "While you were waiting, were you bored, or did you watch?",
	}
	skills := []string{"knife-work", "doughs-and-batters", "heat-control", "plating", "sourcing", "food-safety", "cost-planning", "teaching-others"}
	for n := range 5 {
		r.Needs = append(r.Needs, fit.Need{Skill: skills[(2*i+n)%len(skills)], Level: 1 + (i+n)%3})
	}
	slices.SortFunc(r.Needs, func(a, b fit.Need) int {
		return cmp.Compare(slices.Index(skills, a.Skill), slices.Index(skills, b.Skill))
	})
	options := [...]string{
		"%s the %s %s that guests will order on a busy day",
		"Learn to %s the %s %s well enough to teach others",
		"See people %s the %s %s just as you showed them",
	}
	for _, d := range fit.Dimensions {
		r.Parts[d].Summary = fmt.Sprintf("You %s the %s for people who depend on it, and you learn what they like.", verb, noun)
		for n, ordinal := range []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"} {
			option := wording.Capitalize(fmt.Sprintf(options[d], verb, ordinal, noun))
			r.Parts[d].Facets = append(r.Parts[d].Facets, fit.Facet{ID: fmt.Sprintf("%s-%s-%d", d, noun, n+1), Option: option, Text: option + ", with all that this takes."})
		}
	}
	return r
}

// bare is a minimal pack.
func bare() *fit.Pack {
	p := &fit.Pack{ID: "bare", Version: 1, Rounds: []int{12, 6, 6}, Prompts: [3]string{"Do?", "Learn?", "Have done?"}}
	for _, id := range []string{"left", "middle", "right"} {
		r := fit.Role{ID: id, Title: wording.Capitalize(id)}
		for _, d := range fit.Dimensions {
			for n := range 6 {
				r.Parts[d].Facets = append(r.Parts[d].Facets, fit.Facet{ID: fmt.Sprintf("%s-%d", d, n), Option: fmt.Sprintf("Turn %s %d", id, n)})
			}
		}
		p.Roles = append(p.Roles, r)
	}
	return p
}

// kitchenMarket is what was counted in postings for the roles of the kitchen.
func kitchenMarket() *insight.Market {
	m := &insight.Market{Source: "postings of one town", Roles: map[string]insight.MarketRole{}}
	for i, id := range []string{"baker", "chef", "roaster", "waiter"} {
		m.Roles[id] = insight.MarketRole{Postings: 40 + 20*i, Years: map[int]int{2022: 3, 2024: 37 + 20*i},
			Skills:     map[string]int{"knife-work": 30, "food-safety": 38 + 20*i, "plating": 5 * i},
			Conditions: map[string]int{"nights": 20 + 10*i}}
	}
	return m
}
