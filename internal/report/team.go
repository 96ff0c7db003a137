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

// Team returns the page about a group. It shows nothing about any one person.
func Team(r *insight.TeamReport) *page.Page {
	p := &page.Page{Title: "Your group at a glance", Subtitle: fmt.Sprintf("%s · %d people", r.Pack.Title, r.People)}
	p.Add("", teamSummary(r)...)
	p.Add("Which roles lead", teamRoles(r)...)
	p.Add("How clear the verdicts are", teamVerdicts(r)...)
	p.Add("How the fits spread", teamSpread(r)...)
	p.Add("What people can live with", teamConditions(r)...)
	p.Add("Where people come from", teamStarts(r)...)
	p.Add("Skills the roles need", teamSkills(r)...)
	p.Add("What to do next", teamNext(r)...)
	p.Add("What this page leaves out", page.Paragraph(fmt.Sprintf("It leaves out names, individual answers, and counts of fewer than %d people, except zero. The page ranks nobody: a fit compares roles for one person, so two people with a fit of 70 don't like a role equally.", insight.MinCell)))
	return p
}

func teamSummary(r *insight.TeamReport) []page.Block {
	beyond := teamBeyond(r)
	some, allRoles := hidden(r)
	why := fmt.Sprintf("Counts of fewer than %d people are hidden, and so are others from which they could be computed.", insight.MinCell)
	var out []page.Block
	switch {
	case len(beyond) > 0:
		out = append(out, page.Headline(beyond[0]))
		for _, text := range beyond[1:] {
			out = append(out, page.Paragraph(text))
		}
		if !slices.ContainsFunc(r.Roles, func(role insight.TeamRole) bool { return role.Beyond == nil || *role.Beyond }) {
			out = append(out, page.Paragraph("No role leads more often than it would with random answers."))
		}
	case r.Roles[0].Random == nil:
		out = append(out, page.Headline("The counts below have no reference."),
			page.Paragraph("Some people were asked about only some of the roles, so it isn't known what random answers would give."))
	case allRoles:
		out = append(out, page.Headline("There are too few people to show which role the group leans to."), page.Paragraph(why))
	case some:
		out = append(out, page.Headline("No count shown here goes beyond what random answers would give."), page.Paragraph(why))
	default:
		out = append(out, page.Headline("Nothing here goes beyond what random answers would give."),
			page.Paragraph("That doesn't mean that the answers are random. It means that this group is too small, or too mixed, to say which role it leans to."))
	}
	if who := someOf(r.Unfinished, r.People); who != "" {
		out = append(out, page.Note(wording.Capitalize(who)+" stopped before the last question. Their other answers count."))
	}
	return append(out, teamCautions(r)...)
}

// teamCautions returns notes about answers that may mean less than others.
func teamCautions(r *insight.TeamReport) (out []page.Block) {
	if who := someOf(r.Fast, r.People); who != "" {
		out = append(out, page.Note(wording.Capitalize(who)+" answered faster than most can read. Their answers may mean little, so ask whether they had enough time."))
	}
	if c := r.Carded.People; c != nil && *c == 0 && someOf(r.OnlyScores, r.People) == "" {
		out = append(out, page.Note("Nobody rated the job descriptions, so nobody could say that they don't want the job that leads. More verdicts are clear than with these ratings."))
	}
	if who := someOf(r.OnlyScores, r.People); who != "" {
		out = append(out, page.Note(fmt.Sprintf("Only the scores of %s are known, so their conditions, backgrounds and skills aren't on this page. To include them, run rolefit team on the files with the answers, without rolefit score.", who)))
	}
	return out
}

// hidden reports whether a count that is compared with random answers is hidden,
// and whether the counts of all roles are.
func hidden(r *insight.TeamReport) (some, allRoles bool) {
	allRoles = true
	for _, role := range r.Roles {
		some = some || role.Lead.People == nil
		allRoles = allRoles && role.Lead.People == nil
	}
	for _, v := range r.Verdicts {
		some = some || v.Random != nil && v.People == nil
	}
	return some, allRoles
}

// someOf describes a number of people, which may be hidden. It returns "" for
// none.
func someOf(c insight.Cell, of int) string {
	switch n := c.People; {
	case n == nil:
		return "some people"
	case *n > 0:
		return fmt.Sprintf("%d of %d people", *n, of)
	}
	return ""
}

// teamBeyond returns a sentence for each count that random answers don't
// explain.
func teamBeyond(r *insight.TeamReport) (out []string) {
	for _, role := range r.Roles {
		if role.Beyond != nil && *role.Beyond {
			out = append(out, fmt.Sprintf("%s leads for %d of %d people. Random answers would give %s.", role.Title, *role.Lead.People, r.People, usual(role.Random)))
		}
	}
	for _, v := range r.Verdicts {
		if v.Beyond != nil && *v.Beyond && (v.Verdict == fit.Clear || v.Verdict == fit.Leaning) {
			out = append(out, fmt.Sprintf("%d of %d verdicts are %s. Random answers would give %s.", *v.People, r.People, v.Verdict, usual(v.Random)))
		}
	}
	return out
}

// usual describes the usual range of a count under random answers.
func usual(e *insight.Expected) string {
	switch {
	case e.High == 0:
		return "none"
	case e.Low == e.High:
		return fmt.Sprintf("about %d", e.Low)
	case e.Mean < 0.5:
		return fmt.Sprintf("none, or up to %d", e.High)
	}
	return fmt.Sprintf("about %d, usually %d to %d", int(math.Round(e.Mean)), e.Low, e.High)
}

// besideRandom returns a note about what random answers would give.
func besideRandom(e *insight.Expected) string {
	if e == nil {
		return ""
	}
	return "random answers: " + usual(e)
}

// verdictMeanings contains short explanations of the verdicts.
var verdictMeanings = map[fit.Verdict]string{
	fit.Clear:     "one role is well ahead",
	fit.Leaning:   "one role is ahead",
	fit.TossUp:    "two roles are close",
	fit.Undecided: "three or more roles are close, or there are too few answers",
	fit.NoRole:    "people who want none of these jobs",
}

// teamPeople describes a number of people as part of a group.
func teamPeople(c insight.Cell, of int) string {
	if c.People == nil {
		return "not shown"
	}
	return fmt.Sprintf("%d of %d", *c.People, of)
}

// notShown explains hidden counts. It returns nothing if none are hidden.
func notShown(shown ...insight.Cell) []page.Block {
	if !slices.ContainsFunc(shown, func(c insight.Cell) bool { return c.People == nil }) {
		return nil
	}
	return []page.Block{page.Note(fmt.Sprintf("Not shown: a count below %d, or one from which a count below %[1]d could be computed.", insight.MinCell))}
}

// peopleBar draws a number of people as a share of the group.
func peopleBar(label string, c insight.Cell, of int, note string) page.Bar {
	bar := page.Bar{Label: label, Figure: page.Figure{Text: teamPeople(c, of)}, Note: note}
	share := 0.0
	if c.People != nil && of > 0 {
		share = 100 * float64(*c.People) / float64(of)
	}
	bar.Value = &share
	return bar
}

func teamVerdicts(r *insight.TeamReport) []page.Block {
	var bars page.Bars
	var shown []insight.Cell
	for _, v := range r.Verdicts {
		shown = append(shown, v.Cell)
		bars.Rows = append(bars.Rows, peopleBar(wording.Capitalize(string(v.Verdict)), v.Cell, r.People, strings.TrimSuffix(verdictMeanings[v.Verdict]+"; "+besideRandom(v.Random), "; ")))
	}
	return slices.Concat([]page.Block{bars}, notShown(shown...), namedRoles(r))
}

// namedRoles lists the roles that verdicts name.
func namedRoles(r *insight.TeamReport) []page.Block {
	if len(r.Named) == 0 {
		return []page.Block{page.Paragraph(fmt.Sprintf("No role is named by %d or more verdicts. A verdict that is clear or leaning names one role, and a toss-up names two.", insight.MinCell))}
	}
	return []page.Block{page.Paragraph(fmt.Sprintf("%s %s named by %d or more verdicts. A verdict that is clear or leaning names one role, and a toss-up names two.",
		wording.And(roleTitles(r, r.Named)), verb(len(r.Named), "is", "are"), insight.MinCell))}
}

func teamRoles(r *insight.TeamReport) []page.Block {
	var bars page.Bars
	var shown []insight.Cell
	for _, role := range r.Roles {
		shown = append(shown, role.Lead)
		bars.Rows = append(bars.Rows, peopleBar(role.Title, role.Lead, r.People, besideRandom(role.Random)))
	}
	out := []page.Block{
		page.Note("A role leads for someone if no other role has a higher fit. Their verdict names the role only if its lead is large enough."),
		bars,
	}
	out = append(out, notShown(shown...)...)
	if r.Roles[0].Random != nil {
		out = append(out, page.Note("The random answers come from simulated groups of the same size; nine out of ten fall within the range. A count within that range could be random, too."))
	}
	return out
}

func teamSpread(r *insight.TeamReport) []page.Block {
	if r.People < insight.MinSpread {
		return []page.Block{page.Paragraph(fmt.Sprintf("With fewer than %d people, a quartile would be one person's own fit, so none is shown.", insight.MinSpread))}
	}
	bars := page.Bars{Head: []string{"Role", "Fit, from 0 to 100"}, Bare: true, Mark: 50, Missing: "too few people"}
	t := page.Table{Head: []string{"Role"}, TextColumns: 1}
	for _, d := range fit.Dimensions {
		t.Head = append(t.Head, dimensionHeading(d.String()))
	}
	for _, role := range r.Roles {
		bars.Rows = append(bars.Rows, spreadBar(role))
		row := []string{role.Title}
		for _, d := range fit.Dimensions {
			row = append(row, median(role.Dimensions[d.String()]))
		}
		t.Rows = append(t.Rows, row)
	}
	return []page.Block{
		page.Note("The bar holds the middle half of the people, the mark on it is the median, and 50 means no preference."),
		bars, page.Subheading("Median by dimension"), t,
	}
}

func spreadBar(role insight.TeamRole) page.Bar {
	s := role.Fit
	if s == nil {
		return page.Bar{Label: role.Title, Spoken: "too few people"}
	}
	return page.Bar{
		Label:  role.Title,
		Figure: page.Figure{Value: &s.Middle, Text: fmt.Sprintf("%s (%s to %s)", whole(&s.Middle), whole(&s.Low), whole(&s.High))},
		Spread: &page.Spread{Low: s.Low, Middle: s.Middle, High: s.High},
		Spoken: fmt.Sprintf("median %s; half of the people are between %s and %s", whole(&s.Middle), whole(&s.Low), whole(&s.High)),
	}
}

func median(s *insight.Spread) string {
	if s == nil {
		return whole(nil)
	}
	return whole(&s.Middle)
}

// roleTitles returns the titles of the roles with these ids.
func roleTitles(r *insight.TeamReport, ids []string) (titles []string) {
	for _, id := range ids {
		for _, role := range r.Roles {
			if role.ID == id {
				titles = append(titles, role.Title)
			}
		}
	}
	return titles
}
