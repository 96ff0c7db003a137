package render

import (
	"fmt"
	"strconv"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
)

// Team draws a group at a glance.
func Team(r *insight.TeamReport, f Format, s Style) ([]byte, error) {
	return pageOf(r, teamDoc, f, s)
}

func teamDoc(r *insight.TeamReport) *doc {
	d := &doc{Title: "A group at a glance", Subtitle: r.Pack.Title}
	d.add("", teamSummary(r)...)
	d.add("How sure the verdicts are", teamVerdicts(r))
	d.add("Which roles lead", teamRoles(r)...)
	d.add("How the fits spread", teamSpread(r)...)
	d.add("Skills against what the roles need", teamSkills(r)...)
	d.add("What this page leaves out", para{body, "Names, and anything of any one person. Nobody is ranked: a question asks what somebody likes better than something else, so a fit compares the roles within one person. A fit of 70 means one thing in somebody who likes little, and another in somebody who likes it all; two people cannot be put in order by it."})
	return d
}

func teamSummary(r *insight.TeamReport) []block {
	lead := "No role leads with anybody."
	most, names := r.Roles[0].Lead, []string{}
	for _, role := range r.Roles {
		if role.Lead == most {
			names = append(names, role.Title)
		}
	}
	switch {
	case most > 0 && len(names) == 1:
		lead = fmt.Sprintf("Most often %s leads: with %d of %d people.", names[0], most, r.People)
	case most > 0:
		lead = fmt.Sprintf("Most often %s lead: with %d of %d people each.", and(names), most, r.People)
	}
	blocks := []block{para{verdict, lead}}
	if r.Provisional > 0 {
		blocks = append(blocks, para{note, fmt.Sprintf("The results of %d of %d people are provisional: their quiz would have asked more.", r.Provisional, r.People)})
	}
	return blocks
}

// verdictMeanings say what the verdicts are, in a few words.
var verdictMeanings = map[fit.Verdict]string{
	fit.Clear: "one role, well ahead", fit.Leaning: "one role, ahead by more than luck alone",
	fit.TossUp: "between two roles", fit.Undecided: "three roles or more are near, or too few answers",
}

func teamVerdicts(r *insight.TeamReport) countChart {
	c := countChart{}
	for _, v := range r.Verdicts {
		c.Rows = append(c.Rows, countRow{upper(string(v.Verdict)), v.People, r.People, verdictMeanings[v.Verdict]})
	}
	return c
}

func teamRoles(r *insight.TeamReport) []block {
	c := countChart{}
	var nobody []string
	for _, role := range r.Roles {
		c.Rows = append(c.Rows, countRow{role.Title, role.Lead, r.People, fmt.Sprintf("named alone %d, in a toss-up %d", role.Named, role.TossUp)})
		if role.Lead == 0 {
			nobody = append(nobody, role.Title)
		}
	}
	text := "Every role leads with somebody."
	if len(nobody) > 0 {
		text = "Nobody leads with " + and(nobody) + "."
	}
	return []block{
		para{note, "A role leads with the people for whom its fit is the highest, alone or with others. Their verdict names it only when the lead is more than luck alone typically gives."},
		c, para{body, text},
	}
}

func teamSpread(r *insight.TeamReport) []block {
	c := spreadChart{}
	t := table{Head: []string{"Role"}, Numbers: 1}
	for _, d := range fit.Dimensions {
		t.Head = append(t.Head, d.String())
	}
	for _, role := range r.Roles {
		c.Rows = append(c.Rows, spreadRow{role.Title, role.Fit})
		row := []string{role.Title}
		for _, d := range fit.Dimensions {
			row = append(row, middle(role.Dimensions[d.String()]))
		}
		t.Rows = append(t.Rows, row)
	}
	return []block{
		para{note, "Where the middle half of the people is (the bar), and the one in the middle (the mark). 50 (the thin line) is what no preference gives."},
		c, subheading{"By dimension"},
		para{note, "The fit of the middle person, with as many below it as above."}, t,
	}
}

// quartiles is "58 (50–67)".
func quartiles(s *insight.Spread) string {
	if s == nil {
		return whole(nil)
	}
	return fmt.Sprintf("%s (%s–%s)", whole(&s.Middle), whole(&s.Low), whole(&s.High))
}

func middle(s *insight.Spread) string {
	if s == nil {
		return whole(nil)
	}
	return whole(&s.Middle)
}

func teamSkills(r *insight.TeamReport) []block {
	short, rated := 0, len(r.Skills)
	for _, s := range r.Skills {
		if s.Short {
			short++
		}
	}
	var blocks []block
	switch {
	case rated == 0:
		blocks = append(blocks, para{body, fmt.Sprintf("No skill was rated by %d people or more.", insight.MinTeam)})
	case short == 0:
		blocks = append(blocks, para{body, fmt.Sprintf("The group is short of none: at least half of those who rated a skill reach the highest level that a role needs, in each of %d skills.", rated)})
	default:
		blocks = append(blocks, para{body, fmt.Sprintf("The group is short of %d of %s: fewer than half of those who rated it reach the highest level that a role needs. The shortest first.", short, count(rated, "skill"))}, skillChart(r))
	}
	if n := len(r.TooFew); n > 0 && rated > 0 {
		blocks = append(blocks, para{note, fmt.Sprintf("%s more %s rated by fewer than %d people, and nothing is told of them.", strconv.Itoa(n), were(n), insight.MinTeam)})
	}
	return blocks
}

// skillChart shows the skills that the group is short of.
func skillChart(r *insight.TeamReport) countChart {
	titles := map[string]string{}
	for _, role := range r.Roles {
		titles[role.ID] = role.Title
	}
	var c countChart
	for _, s := range r.Skills {
		if !s.Short {
			continue
		}
		var roles []string
		for _, id := range s.Roles {
			roles = append(roles, titles[id])
		}
		need := "needs"
		if len(roles) > 1 {
			need = "need"
		}
		c.Rows = append(c.Rows, countRow{s.Name, s.Reach, s.Rated, fmt.Sprintf("of %d reach level %d, which %s %s", s.Rated, s.Needed, and(roles), need)})
	}
	return c
}

func were(n int) string {
	if n == 1 {
		return "was"
	}
	return "were"
}
