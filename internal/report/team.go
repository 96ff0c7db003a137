package report

import (
	"fmt"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// Team returns the page about a group. It shows nothing about any one person.
func Team(r *insight.TeamReport) *page.Page {
	p := &page.Page{Title: "Your group at a glance", Subtitle: r.Pack.Title}
	p.Add("", teamSummary(r)...)
	p.Add("How clear the verdicts are", teamVerdicts(r))
	p.Add("Which roles lead", teamRoles(r)...)
	p.Add("How the fits spread", teamSpread(r)...)
	p.Add("Skills the roles need", teamSkills(r)...)
	p.Add("What this page leaves out", page.Paragraph("Names, and anything about any one person. Nobody is ranked: a fit compares roles within one person, so a fit of 70 means one thing for someone who likes little and another for someone who likes everything."))
	return p
}

func teamSummary(r *insight.TeamReport) []page.Block {
	most, titles := r.Roles[0].Lead, []string{}
	for _, role := range r.Roles {
		if role.Lead == most {
			titles = append(titles, role.Title)
		}
	}
	headline := "No role leads for anyone."
	switch {
	case most > 0 && len(titles) == 1:
		headline = fmt.Sprintf("%s leads most often, for %d of %d people.", titles[0], most, r.People)
	case most > 0:
		headline = fmt.Sprintf("%s lead most often, for %d of %d people each.", wording.And(titles), most, r.People)
	}
	out := []page.Block{page.Headline(headline)}
	if r.Provisional > 0 {
		out = append(out, page.Note(fmt.Sprintf("%d of %d results are provisional: the quiz wasn't over.", r.Provisional, r.People)))
	}
	return out
}

// verdictMeanings has short explanations of the verdicts.
var verdictMeanings = map[fit.Verdict]string{
	fit.Clear:     "one role, well ahead",
	fit.Leaning:   "one role, ahead",
	fit.TossUp:    "between two roles",
	fit.Undecided: "three or more close roles, or too few answers",
}

// peopleBar draws a number of people as a share of all.
func peopleBar(label string, n, of int, note string) page.Bar {
	share := 0.0
	if of > 0 {
		share = 100 * float64(n) / float64(of)
	}
	return page.Bar{Label: label, Figure: page.Figure{Value: &share, Text: fmt.Sprintf("%d of %d", n, of)}, Note: note}
}

func teamVerdicts(r *insight.TeamReport) page.Block {
	var bars page.Bars
	for _, v := range r.Verdicts {
		bars.Rows = append(bars.Rows, peopleBar(capitalize(string(v.Verdict)), v.People, r.People, verdictMeanings[v.Verdict]))
	}
	return bars
}

func teamRoles(r *insight.TeamReport) []page.Block {
	var bars page.Bars
	var nobody []string
	for _, role := range r.Roles {
		bars.Rows = append(bars.Rows, peopleBar(role.Title, role.Lead, r.People, fmt.Sprintf("named alone for %d, in a toss-up for %d", role.Named, role.TossUp)))
		if role.Lead == 0 {
			nobody = append(nobody, role.Title)
		}
	}
	text := "Every role leads for someone."
	if len(nobody) > 0 {
		text = wording.And(nobody) + verb(len(nobody), " leads for nobody.", " lead for nobody.")
	}
	return []page.Block{
		page.Note("A role leads for the people for whom its fit is the highest, alone or shared. Their verdict names it only when it leads by enough."),
		bars, page.Paragraph(text),
	}
}

func teamSpread(r *insight.TeamReport) []page.Block {
	bars := page.Bars{Mark: 50, Missing: "too few people"}
	t := page.Table{Head: []string{"Role"}, TextColumns: 1}
	for _, d := range fit.Dimensions {
		t.Head = append(t.Head, capitalize(d.String()))
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
		Spoken: fmt.Sprintf("median %s, middle half from %s to %s", whole(&s.Middle), whole(&s.Low), whole(&s.High)),
	}
}

func median(s *insight.Spread) string {
	if s == nil {
		return whole(nil)
	}
	return whole(&s.Middle)
}

func teamSkills(r *insight.TeamReport) []page.Block {
	short, rated := 0, len(r.Skills)
	for _, s := range r.Skills {
		if s.Short {
			short++
		}
	}
	var out []page.Block
	switch {
	case rated == 0:
		out = append(out, page.Paragraph(fmt.Sprintf("No skill was rated by %d or more people.", insight.MinTeam)))
	case short == 0:
		out = append(out, page.Paragraph(fmt.Sprintf("In each of %s, at least half of those who rated it reach the highest level that a role needs.", count(rated, "skill"))))
	default:
		out = append(out, page.Paragraph(fmt.Sprintf("In %d of %s, fewer than half of those who rated it reach the highest level that a role needs. The largest shortage comes first.", short, count(rated, "skill"))), shortSkills(r))
	}
	if n := len(r.TooFew); n > 0 && rated > 0 {
		out = append(out, page.Note(fmt.Sprintf("%d more %s rated by fewer than %d people and aren't shown.", n, verb(n, "was", "were"), insight.MinTeam)))
	}
	return out
}

// shortSkills shows the skills that the group lacks.
func shortSkills(r *insight.TeamReport) page.Block {
	titles := map[string]string{}
	for _, role := range r.Roles {
		titles[role.ID] = role.Title
	}
	var bars page.Bars
	for _, s := range r.Skills {
		if !s.Short {
			continue
		}
		var roles []string
		for _, id := range s.Roles {
			roles = append(roles, titles[id])
		}
		bars.Rows = append(bars.Rows, peopleBar(s.Name, s.Reach, s.Rated, fmt.Sprintf("reach level %d, which %s %s", s.Needed, wording.And(roles), verb(len(roles), "needs", "need"))))
	}
	return bars
}
