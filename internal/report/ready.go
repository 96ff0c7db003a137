package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// readiness describes how much of what the leading roles need the person has.
// It never affects a fit.
func (w result) readiness() []page.Block {
	var columns page.Columns
	for _, r := range w.Roles {
		if r.Needed == 0 || !slices.Contains(w.About, r.ID) {
			continue
		}
		if r.Readiness == nil {
			continue
		}
		levels := page.Levels{Head: []string{"Skill", "You and the role"}}
		for _, n := range r.Needs {
			levels.Rows = append(levels.Rows, page.Level{Label: n.Name, Have: n.Level, Need: max(0, min(fit.MaxLevel, n.Needed)), Text: haveNeed(n)})
		}
		columns = append(columns, page.Column{Title: r.Title, Blocks: []page.Block{page.Paragraph(readyText(r)), levels}})
	}
	if len(columns) == 0 {
		return nil
	}
	return []page.Block{page.Note(fmt.Sprintf("Based on your own ratings, from 0 to 4%s. Readiness doesn't affect how well a role fits.", needsOf(w.needsGrade()))), columns}
}

// needsOf says which grade the levels are for, or returns "" if that isn't known.
func needsOf(grade string) string {
	if grade == "" {
		return ""
	}
	return ", and on what a role needs" + forGrade(grade)
}

// readyText describes how ready a person is for a role: for which grade, if
// enough skills are rated, and how much of the levels they have.
func readyText(r fit.RoleResult) string {
	share, grade := wording.Capitalize(ready(r, "it"))+".", gradeSentence(r.Grade, r.Needed)
	if gradeKnown(r) {
		return strings.TrimSpace(grade) + " " + share
	}
	return share + grade
}

// gradeKnown reports whether enough skills are rated to say which grade a person
// is ready for.
func gradeKnown(r fit.RoleResult) bool { return r.Grade != nil && 2*r.Grade.Unrated <= r.Needed }

// gradeSentence describes the grade of a role that the person is ready for,
// preceded by a space. If fewer than half of the needed skills are rated, it asks
// for more ratings. It returns "" if there is no grade.
func gradeSentence(g *fit.GradeResult, needed int) string {
	if g == nil {
		return ""
	}
	if 2*g.Unrated > needed {
		return fmt.Sprintf(" Rate the other %d to know which grade you're ready for.", g.Unrated)
	}
	var lacks []string
	for _, n := range g.Lacks {
		lacks = append(lacks, fmt.Sprintf("%s (%d of %d)", n.Name, *n.Level, n.Needed))
	}
	by := " By your ratings"
	if g.Unrated > 0 {
		by = " By the skills you rated"
	}
	switch {
	case g.Next == "":
		return fmt.Sprintf("%s, you're ready for %s level.", by, g.Ready)
	case g.Ready == "":
		return fmt.Sprintf("%s, what's missing for %s level is %s.", by, g.Next, wording.And(lacks))
	}
	return fmt.Sprintf("%s, you're ready for %s level. For %s level, you still need %s.", by, g.Ready, g.Next, wording.And(lacks))
}

func haveNeed(n fit.NeedResult) string {
	switch {
	case n.Level == nil:
		return fmt.Sprintf("not rated, needs %d", n.Needed)
	case *n.Level >= n.Needed:
		return fmt.Sprintf("you have %d, enough", *n.Level)
	}
	return fmt.Sprintf("you have %d, needs %d", *n.Level, n.Needed)
}

// ready describes the readiness for one role, with the skills that it is based
// on.
func ready(r fit.RoleResult, name string) string {
	return readiness(*r.Readiness, name, r.Rated, r.Needed)
}

func readiness(share float64, name string, rated, needed int) string {
	if rated < needed {
		return fmt.Sprintf("you have %s of what %s needs in the %d of its %d skills you've rated", percent(share), name, rated, needed)
	}
	return fmt.Sprintf("you have %s of what %s needs in its %s", percent(share), name, count(needed, "skill"))
}

// readySentences describes the readiness for these roles, or returns "" if none
// is known or there is no room.
func (w result) readySentences(d detail, roles ...string) string {
	var all []string
	for _, id := range roles {
		switch r := w.role(id); {
		case r.Readiness == nil || !d.ready:
		case len(roles) == 1 && gradeKnown(r):
			all = append(all, strings.TrimSpace(gradeSentence(r.Grade, r.Needed)))
		default:
			all = append(all, wording.Capitalize(ready(r, r.Title))+".")
		}
	}
	return strings.Join(all, " ")
}

// gapsShown is the maximum number of gaps shown with their next step.
const gapsShown = 3

func (w result) gaps() []page.Block {
	if len(w.Gaps) == 0 {
		return w.noGaps()
	}
	var items page.List
	gaps := w.gapsInOrder()
	for _, g := range gaps[:min(gapsShown, len(gaps))] {
		note := fmt.Sprintf("you have %d; %s %s %d%s", g.Level, wording.And(w.titles(g.Roles)), verb(len(g.Roles), "needs", "need up to"), g.Needed, forGrade(w.needsGrade()))
		if g.Hours > 0 {
			note = hours(g.Hours) + "; " + note
		}
		items = append(items, page.Item{Label: g.Name, Text: nextStep(g.Level, g.Next), Note: note, Links: resources(g.Resources, g.Hours)})
	}
	out := []page.Block{items}
	var rest []string
	for _, g := range gaps[len(items):] {
		rest = append(rest, fmt.Sprintf("%s (%d of %d)", g.Name, g.Level, g.Needed))
	}
	if len(rest) > 0 {
		out = append(out, page.Paragraph("After that: "+wording.And(rest)+"."))
	}
	if w.ID == "" {
		return out
	}
	var plans page.Commands
	for _, id := range w.planned() {
		if isSlug(id) {
			plans = append(plans, page.Command{Text: "All steps toward " + w.title(id), Line: command("rolefit plan "+id, w.Pack)})
		}
	}
	return append(out, plans)
}

// needsGrade returns the grade that the needed levels are for, or "" if it isn't
// known.
func (w result) needsGrade() string {
	for _, r := range w.Roles {
		if r.Grade != nil && r.Grade.Levels != "" {
			return r.Grade.Levels
		}
	}
	return ""
}

// planned returns the roles that the verdict is about, at most maxArgued. The one
// that 'rolefit plan' is for comes first.
func (w result) planned() []string {
	ids := slices.Clone(w.About)
	role, _ := insight.PlanRole(w.Result)
	if i := slices.Index(ids, role); i > 0 {
		ids = slices.Insert(slices.Delete(ids, i, i+1), 0, role)
	}
	return ids[:min(maxArgued, len(ids))]
}

// gapsInOrder returns the gaps in the order of the plan for the first planned
// role: what its next grade needs comes first, and then the largest gap. Gaps
// that only other roles have come last.
func (w result) gapsInOrder() []fit.Gap {
	role := w.role(w.planned()[0])
	next := map[string]int{}
	if role.Grade != nil {
		for _, n := range role.Grade.Lacks {
			next[n.Skill] = n.Needed
		}
	}
	order := func(g fit.Gap) []int {
		i := slices.IndexFunc(role.Needs, func(n fit.NeedResult) bool { return n.Skill == g.Skill })
		if i < 0 || role.Needs[i].Needed <= g.Level {
			return []int{math.MaxInt}
		}
		needed := role.Needs[i].Needed
		if soon := min(next[g.Skill], needed) - g.Level; soon > 0 {
			return []int{-soon, g.Level, g.Level - needed, -needed, i}
		}
		return []int{0, g.Level - needed, g.Level, -needed, i}
	}
	gaps := slices.Clone(w.Gaps)
	slices.SortStableFunc(gaps, func(a, b fit.Gap) int { return slices.Compare(order(a), order(b)) })
	return gaps
}

// nextStep returns the step from a level to the next. A pack doesn't have a
// step to the highest level, only a description of that level.
func nextStep(level int, next string) string {
	if level >= fit.MaxLevel-1 {
		return "you're there when you can say " + quoted(sentence(next))
	}
	return sentence(next)
}

// rateSkills is the command for rating skills without retaking the quiz.
const rateSkills = "rolefit quiz --skills"

// noGaps explains why there are no gaps to close.
func (w result) noGaps() []page.Block {
	if w.few() {
		return nil
	}
	rated := 0
	for _, id := range w.About {
		rated += w.role(id).Rated
	}
	if rated > 0 {
		return []page.Block{page.Paragraph(fmt.Sprintf("In every skill you've rated, you have what %s %s.", wording.And(w.titles(w.About)), verb(len(w.About), "needs", "need")))}
	}
	out := []page.Block{page.Paragraph("Rate your skills to see what to learn next.")}
	if w.ID != "" && len(w.Answers) > 0 {
		out = append(out, page.Commands{w.part2()})
	}
	return out
}

// part2 returns the command for what isn't answered of part 2.
func (w result) part2() page.Command {
	if len(w.Result.Conditions) > 0 {
		return page.Command{Text: "Rate your skills", Line: command(rateSkills, w.Pack)}
	}
	return page.Command{Text: "Continue with part 2, conditions and skills", Line: command("rolefit quiz --part2", w.Pack)}
}

// cards describes how the person rated the role cards.
func (w result) cards() []page.Block {
	var said []string
	for _, rating := range fit.CardRatings {
		var titles []string
		for _, r := range w.Roles {
			if r.Card == rating {
				titles = append(titles, r.Title)
			}
		}
		if len(titles) > 0 {
			said = append(said, wording.Capitalize(string(rating))+": "+wording.And(titles)+".")
		}
	}
	if len(said) == 0 {
		return nil
	}
	s := "You rated the jobs without seeing their titles. " + strings.Join(said, " ") + " These ratings never change a fit."
	if slices.Contains(w.Flags, fit.CardDisagrees) {
		switch {
		case len(w.Named) == 1:
			s += " You want a different job from the one your answers point to, so read about both."
		case w.Lead != nil:
			s += fmt.Sprintf(" You rated another job higher than %s, which has the highest fit.", w.title(w.Lead.Role))
		}
	}
	return []page.Block{page.Paragraph(s)}
}

// manySkipped determines when a report mentions skipped questions: if at least
// one in this many was skipped.
const manySkipped = 4

// caveats lists what to keep in mind when reading the result. Each caveat
// appears only once.
func (w result) caveats() []page.Block {
	var items page.List
	say := func(format string, args ...any) {
		items = append(items, page.Item{Text: fmt.Sprintf(format, args...)})
	}
	if slices.Contains(w.Flags, fit.Fast) {
		say("You answered many questions faster than most people can read them. If you already knew them, that's fine. If you were in a hurry, retake the quiz and see whether the result holds up.")
	}
	if slices.Contains(w.Flags, fit.SamePlace) {
		say("You picked the same positions on the screen several times in a row. If that was out of habit, those answers say little.")
	}
	if w.Skipped > 0 {
		s := fmt.Sprintf("You skipped %d of %s%s. Skipped questions don't count", w.Skipped, count(w.Asked, "question"), w.skips())
		if w.Skipped*manySkipped >= w.Asked {
			s += ", so this result is based on few answers"
		}
		say("%s.", s)
	}
	if w.Uncounted > 0 {
		say("%s couldn't be counted: the pack no longer has what you picked.", count(w.Uncounted, "answer"))
	}
	for _, r := range w.Roles {
		if r.Place == 0 {
			say("You didn't answer any questions about %s, so it has no fit.", r.Title)
		}
	}
	say("This isn't a validated test: nobody has measured how often it's right. It compares roles by your own answers and never compares you with other people. Use it to think, not to decide.")
	return []page.Block{items}
}

// skips describes the number of skipped questions by reason.
func (w result) skips() string {
	reasons := map[fit.Skip]string{fit.Unsure: "you couldn't choose", fit.Unclear: "something was unclear", fit.None: "nothing appealed to you"}
	var parts []string
	for _, why := range fit.Skips {
		switch n := w.skippedAs(why); n {
		case 0:
		case w.Skipped:
			return " because " + reasons[why]
		default:
			parts = append(parts, fmt.Sprintf("%d because %s", n, reasons[why]))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return ": " + wording.And(parts)
}

func (w result) skippedAs(why fit.Skip) int {
	n := 0
	for _, x := range w.Answers {
		if x.Skip == why {
			n++
		}
	}
	return n
}
