package matchpage

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/wording"
)

// addYou adds the section about how the posting fits the person.
func (x view) addYou(p *page.Page) {
	if x.Foreign {
		return
	}
	p.Add("You and this job", append(x.pageConflicts(), x.pageStanding()...)...)
	p.Add("What you'd probably like", pageFacets(x.Me.Likes, "+")...)
	p.Add("What you'd probably not like", pageFacets(x.Me.Dislikes, "-")...)
	p.Add("Skills you'd have to build", x.pageLacks()...)
}

func (x view) pageStanding() []page.Block {
	var out []page.Block
	for _, r := range x.Me.Roles {
		name := r.Title
		if x.Verdict == posting.None {
			name = "If it's " + name
		}
		out = append(out, page.Paragraph(name+": "+standing(&r.Me)+"."))
	}
	if len(x.Me.Roles) > 1 && x.Me.Fit != nil {
		out = append(out, page.Paragraph(fmt.Sprintf("Weighted by how much the posting describes each role, your fit is %s (50 means no preference).", whole(x.Me.Fit))))
	}
	if len(out) == 0 {
		return []page.Block{page.Paragraph("Your result is about the pack's roles, and this posting doesn't describe any of them.")}
	}
	if len(x.Me.Likes)+len(x.Me.Dislikes) == 0 {
		out = append(out, page.Note(x.pickSentence()))
	}
	return out
}

// pickSentence says how often the person picked the work that the posting
// describes, if none of its sentences matches an option.
func (x view) pickSentence() string {
	for _, r := range x.Me.Roles {
		if n := x.Role(r.ID).Lines; n > 0 && r.Best+r.Worst > 0 {
			return fmt.Sprintf("%s about %s work. You picked such work %s as best and %s as worst.",
				wording.Plural(n, "line is", "lines are"), x.shortTitle(r.ID), wording.Count(r.Best, "time"), wording.Count(r.Worst, "time"))
		}
	}
	return "None of its sentences clearly match anything you picked in the quiz."
}

// pageConflicts lists what the posting states that doesn't work for the person.
func (x view) pageConflicts() []page.Block {
	var items page.List
	for _, c := range x.Me.Conflicts {
		answer := "You'd rather not have this"
		if c.Answer == fit.Refuse {
			answer = "You'd refuse this"
		}
		items = append(items, page.Item{Label: "Conflict", Text: fmt.Sprintf("%s. %s, and the posting says “%s”.", c.Name, answer, shortened(c.Quote))})
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{items}
}

// shortened cuts a long sentence after a word.
func shortened(sentence string) string {
	const longest = 160
	sentence = strings.TrimRight(sentence, ".")
	if len(sentence) <= longest {
		return sentence
	}
	if i := strings.LastIndexByte(sentence[:longest], ' '); i > 0 {
		return sentence[:i] + " …"
	}
	return sentence
}

// standing describes the person's result for a role in a few words.
func standing(m *insight.Me) string {
	s := "your result doesn't cover this role"
	if m.Fit != nil {
		s = fmt.Sprintf("your fit is %s (50 means no preference), ranked %d of %d", whole(m.Fit), m.Place, m.Of)
	}
	if m.Readiness != nil {
		s += fmt.Sprintf("; you have %d%% of what the role needs (%d of %d skills rated)", int(math.Round(100**m.Readiness)), m.Rated, m.Needed)
	}
	return s
}

// whole formats a number rounded to an integer.
func whole(x *float64) string { return strconv.Itoa(int(math.Round(*x))) }

// pageFacets quotes the sentences about facets that the person chose.
func pageFacets(facets []posting.MeFacet, mark string) []page.Block {
	var quotes page.Quotes
	for _, f := range facets {
		label, n := "best", f.Answers.Best
		if mark == "-" {
			label, n = "worst", f.Answers.Worst
		}
		note := ""
		if n > 1 {
			note = wording.Count(n, "time")
		}
		quotes = append(quotes, page.Quote{Mark: mark, Text: quoteItem(&f.Quote).Text, Lines: []page.QuoteLine{{Label: label, Text: f.Option, Note: note}}})
	}
	if len(quotes) == 0 {
		return nil
	}
	return []page.Block{page.Note("Below each sentence is the most similar option, and how you picked it."), quotes}
}

func (x view) pageLacks() []page.Block {
	var out []page.Block
	var items page.List
	for _, s := range x.Me.Lacks {
		item := page.Item{Label: s.Name, Text: s.Next, Note: fmt.Sprintf("you have %d, and it takes about %d", *s.Level, s.Needed)}
		if *s.Level >= fit.MaxLevel-1 {
			item.Text = "you're there when you can say “" + s.Next + "”"
		}
		if s.Nice {
			item.Note += "; nice to have"
		}
		items = append(items, item)
	}
	if len(items) > 0 {
		out = append(out, page.Note("Postings don't state levels. These are the levels the role needs, or enough to work on your own."), items)
	} else if len(x.Me.Has) > 0 {
		out = append(out, page.Paragraph("None of the skills you've rated."))
	}
	if names := skillNames(x.Me.Has); len(names) > 0 {
		out = append(out, page.Paragraph("You have what it takes in "+wording.And(names)+"."))
	}
	if names := skillNames(x.Me.Unrated); len(names) > 0 {
		line := page.InPack("rolefit quiz --skills", x.Pack.ID == fit.BuiltinPack)
		out = append(out, page.Paragraph("Not rated yet: "+wording.And(names)+"."), page.Commands{{Text: "Rate your skills", Line: line}})
	}
	return out
}

func skillNames(skills []posting.MeSkill) []string {
	var names []string
	for _, s := range skills {
		names = append(names, s.Name)
	}
	return names
}
