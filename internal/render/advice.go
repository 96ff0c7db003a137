package render

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/rolefit/rolefit/internal/fit"
)

// readiness is what one has of what the first roles need, apart from fit.
func (p report) readiness() []block {
	out := []block{para{note, "What you can do today, by your own rating of 0 to 4; it is kept apart from what you want."}}
	for _, id := range p.ranked() {
		r := p.role(id)
		if r.Needed == 0 {
			continue
		}
		chart := needChart{Title: r.Title, Summary: fmt.Sprintf("none of the %d skills that it needs is rated", r.Needed)}
		if r.Readiness != nil {
			chart.Summary = ready(r, "it")
			for _, n := range r.Needs {
				chart.Rows = append(chart.Rows, needRow{Name: n.Name, Needed: max(0, min(fit.MaxLevel, n.Needed)), Level: n.Level})
			}
		}
		out = append(out, chart)
	}
	if len(out) == 1 {
		return nil
	}
	return out
}

// ranked lists the roles that the report is about and the one that comes next,
// in their order.
func (p report) ranked() []string {
	about := p.About
	var ids []string
	for _, r := range p.Roles {
		if slices.Contains(about, r.ID) || p.Lead != nil && r.ID == p.Lead.Over {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// ready is the readiness of one role, called by a name, with what it refers to.
func ready(r fit.RoleResult, name string) string {
	return fmt.Sprintf("%s of what %s needs, with %d of %d skills rated", share(*r.Readiness), name, r.Rated, r.Needed)
}

// gapsShown is how many gaps come with their next step.
const gapsShown = 3

func (p report) gaps() []block {
	if len(p.Gaps) == 0 {
		return p.noGaps()
	}
	var items []item
	for _, g := range p.Gaps[:min(gapsShown, len(p.Gaps))] {
		text := ended(g.Next)
		if g.Level >= fit.MaxLevel-1 { // the pack has no step to the last level, only what it means
			text = "You are there when you can say: “" + g.Next + "”."
		}
		note := fmt.Sprintf("you have %d, %s %s %d", g.Level, and(p.titles(g.Roles)), needs(len(g.Roles)), g.Needed)
		items = append(items, item{Label: g.Name, Text: text, Note: note})
	}
	out := []block{list{items}}
	var rest []string
	for _, g := range p.Gaps[len(items):] {
		rest = append(rest, fmt.Sprintf("%s (%d of %d)", g.Name, g.Level, g.Needed))
	}
	if len(rest) > 0 {
		out = append(out, para{body, "After that: " + and(rest) + "."})
	}
	return out
}

func needs(roles int) string {
	if roles > 1 {
		return "need up to"
	}
	return "needs"
}

// noGaps says why there is nothing to learn next.
func (p report) noGaps() []block {
	rated := 0
	for _, id := range p.About {
		rated += p.role(id).Rated
	}
	if rated == 0 {
		out := []block{para{body, "No skill that counts here is rated, so there is nothing to say yet about what to learn next."}}
		if p.ID != "" && len(p.Answers) > 0 { // rating goes on from a saved result
			out = append(out, command{"rate your skills", ofPack(rateSkills, p.Pack)})
		}
		return out
	}
	return []block{para{body, fmt.Sprintf("In the skills that you rated you have all that %s asks for.", and(p.titles(p.About)))}}
}

func (p report) cards() []block {
	c := p.Cards
	if c == nil {
		return nil
	}
	if c.Skip != "" {
		return []block{para{body, "You could not choose between the role summaries without their titles, so they say nothing here."}}
	}
	s := fmt.Sprintf("Shown the roles' summaries without their titles, you liked that of %s best and that of %s least. ", p.title(c.Best), p.title(c.Worst))
	switch {
	case c.Agrees:
		s += "That agrees with your answers."
	case slices.Contains(p.About, c.Worst):
		s += fmt.Sprintf("Your answers put %s %s all the same: read what it is before you believe either.", p.title(c.Worst), front(len(p.About)))
	default:
		s += fmt.Sprintf("Your answers do not put that one in front, so read what %s is too before you decide.", p.title(c.Best))
	}
	return []block{para{body, s + " The cards never enter the score."}}
}

// front is where the roles stand that a verdict is about.
func front(roles int) string {
	if roles > 1 {
		return "among the first"
	}
	return "in front"
}

// manySkipped: one question in so many passed over is worth a word.
const manySkipped = 4

// care is what to keep in mind when reading the result.
func (p report) care() []block {
	var items []item
	say := func(format string, args ...any) { items = append(items, item{Text: fmt.Sprintf(format, args...)}) }
	for _, f := range p.Flags { // Elsewhere stands beside the verdict
		switch f {
		case fit.Fast:
			say("Many answers came faster than their questions can be read. If you knew the questions, all is well; if you were short of time, take the quiz again some quiet evening and see whether the result stays.")
		case fit.SamePlace:
			say("Several times in a row you picked the same places on the screen. That can happen by itself; if it was the hand and not the head, those answers say little.")
		}
	}
	if p.Skipped > 0 {
		s := fmt.Sprintf("You passed over %d of %d questions%s. That counts for nothing, neither for nor against a role", p.Skipped, p.Asked, p.skips())
		if p.Skipped*manySkipped >= p.Asked {
			s += "; with so many of them, hold the rest lightly"
		}
		say("%s.", s)
	}
	for _, r := range p.Roles {
		if r.Place == 0 {
			say("%s was in no question that you answered, so it is not judged.", r.Title)
		}
	}
	say("This is no validated test: nobody has measured how often it is right about people. It compares roles by your own answers, never you with other people.")
	return []block{list{items}}
}

// skips counts the reasons for which questions were passed over.
func (p report) skips() string {
	reasons := map[fit.Skip]string{fit.Unsure: "could not choose", fit.Unclear: "question unclear", fit.None: "nothing appealed"}
	var parts []string
	for _, why := range fit.Skips {
		if n := p.skippedAs(why); n > 0 {
			parts = append(parts, reasons[why]+": "+strconv.Itoa(n))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + and(parts) + ")"
}

func (p report) skippedAs(why fit.Skip) int {
	n := 0
	for _, g := range p.Answers {
		if g.Skip == why {
			n++
		}
	}
	return n
}
