package audit

import (
	"fmt"

	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// manyHeld is the number of people at which intervals become narrow enough to
// be useful.
const manyHeld = 30

// page formats the comparison with people's current roles. roles is the number
// of roles in the pack.
func (h *Held) page(roles int) []page.Block {
	if h == nil {
		return []page.Block{page.Paragraph("No answers say which role a person has and likes, so nothing here says how often the quiz is right about your people. To find out, ask about thirty people who like their job to take the quiz, and add the role to their answers, as in holds: sre.")}
	}
	n := h.All.First.Of
	out := []page.Block{page.Paragraph(fmt.Sprintf("%s said which role they have and like. The quiz put it first for %s, and among the first two for %s. Random answers would give %s and %s.",
		wording.Plural(n, "person", "people"), h.All.First.words(), h.All.WithinTwo.words(), percent(within(1, 0, roles)), percent(within(2, 0, roles))))}
	if n < manyHeld {
		out = append(out, page.Note(fmt.Sprintf("With fewer than %d people, the intervals are too wide to say much.", manyHeld)))
	}
	byRole := page.Table{Head: []string{"Role", "First", "Among two", "Cards: first", "Cards: among two"}, TextColumns: 1}
	for _, r := range append(append([]HeldRole{}, h.Roles...), h.All) {
		name := r.Role
		if name == "" {
			name = "all"
		}
		byRole.Rows = append(byRole.Rows, []string{name, r.First.cell(), r.WithinTwo.cell(), r.CardsFirst.cell(), r.CardsWithinTwo.cell()})
	}
	byVerdict := page.Table{Head: []string{"Verdict", "Names the role"}, TextColumns: 1}
	for _, v := range h.Verdicts {
		byVerdict.Rows = append(byVerdict.Rows, []string{wording.Capitalize(string(v.Verdict)), v.Named.cell()})
	}
	questions := page.Table{Head: []string{"Question", "Points to", "Best", "Worst", "People", "Mean"}, TextColumns: 2}
	meanings := map[Says]string{SaysRole: "their role", SaysNothing: "nothing", SaysOther: "another role"}
	for _, q := range h.Questions {
		questions.Rows = append(questions.Rows, []string{q.Question, meanings[q.Says], fmt.Sprint(q.Best), fmt.Sprint(q.Worst), fmt.Sprint(q.People), twoDecimals(q.Mean) + " ± " + twoDecimals(q.StdErr)})
	}
	return append(out,
		byRole, page.Note("In brackets: the interval of 95 percent (Wilson). Cards: what the ratings of the role cards alone say, for people who rated all of them. If they do as well as the quiz, the questions add nothing for these people. A tie counts as the share that a random choice would get."),
		byVerdict,
		page.Subheading("Which questions separate these people"), questions,
		page.Note(fmt.Sprintf("The mean is 1 if the option of their own role is always the best and -1 if it is always the worst. A question points to nothing if its mean is within two standard errors of 0, or if fewer than %d people answered it.", minHeld)),
	)
}

// words formats a portion for a sentence.
func (p Portion) words() string {
	return fmt.Sprintf("%s of them (%s to %s)", percent(p.Count/float64(p.Of)), percent(p.Low), percent(p.High))
}

// cell formats a portion for a table cell.
func (p Portion) cell() string {
	if p.Of == 0 {
		return "none rated"
	}
	return fmt.Sprintf("%s of %d (%s to %s)", percent(p.Count/float64(p.Of)), p.Of, percent(p.Low), percent(p.High))
}
