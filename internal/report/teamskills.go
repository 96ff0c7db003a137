package report

import (
	"fmt"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// This file writes the sections about a group that aren't about fit.

func teamConditions(r *insight.TeamReport) []page.Block {
	if len(r.Conditions) == 0 {
		return nil
	}
	t := page.Table{Head: []string{"Condition", "Fine", "Rather not", "Refuse"}, TextColumns: 1}
	var shown []insight.Cell
	for _, c := range r.Conditions {
		row := []string{c.Name}
		for i, cell := range []insight.Cell{c.Fine, c.RatherNot, c.Refuse} {
			switch c.NearlyAll {
			case "":
				shown = append(shown, cell)
				row = append(row, teamPeople(cell, c.Answered))
			case fit.Tolerances[i]:
				row = append(row, nearlyAll(c.Answered))
			default:
				row = append(row, "few or none")
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return slices.Concat([]page.Block{t}, notShown(shown...), mostRefused(r))
}

// nearlyAll describes an answer that all people gave, or all but a few.
func nearlyAll(of int) string { return fmt.Sprintf("(nearly) all of %d", of) }

// maxRefused is the maximum number of conditions described in a sentence.
const maxRefused = 3

// mostRefused describes the conditions that most people refuse, and the roles
// that they come with.
func mostRefused(r *insight.TeamReport) (out []page.Block) {
	number := func(c insight.TeamCondition) int {
		switch {
		case c.NearlyAll == fit.Refuse:
			return c.Answered
		case c.Refuse.People == nil:
			return 0
		}
		return *c.Refuse.People
	}
	refused := slices.DeleteFunc(slices.Clone(r.Conditions), func(c insight.TeamCondition) bool { return number(c) == 0 || len(c.Roles) == 0 })
	slices.SortStableFunc(refused, func(a, b insight.TeamCondition) int { return number(b) - number(a) })
	for _, c := range refused[:min(maxRefused, len(refused))] {
		roles := wording.And(roleTitles(r, c.Roles))
		if len(c.Roles) == len(r.Roles) {
			roles = "every role here"
		}
		who := nearlyAll(c.Answered)
		if c.NearlyAll == "" {
			who = teamPeople(c.Refuse, c.Answered)
		}
		out = append(out, page.Paragraph(fmt.Sprintf("%s: %s refuse it, and it often comes with the job of %s.", c.Name, who, roles)))
	}
	return out
}

func teamStarts(r *insight.TeamReport) []page.Block {
	if len(r.Starts) == 0 {
		return nil
	}
	var bars page.Bars
	for _, s := range r.Starts {
		if s.NearlyAll {
			return []page.Block{page.Paragraph(fmt.Sprintf("%s: %s.", s.Name, nearlyAll(s.Answered)))}
		}
		bars.Rows = append(bars.Rows, peopleBar(s.Name, s.Cell, s.Answered, ""))
	}
	note := fmt.Sprintf("Backgrounds of fewer than %d people aren't listed.", insight.MinCell)
	if answered := r.Starts[0].Answered; answered < r.People {
		note = fmt.Sprintf("%d of %d people gave a background. ", answered, r.People) + note
	}
	return []page.Block{bars, page.Note(note)}
}

func teamSkills(r *insight.TeamReport) []page.Block {
	short, rated := 0, len(r.Skills)
	for _, s := range r.Skills {
		if s.Short {
			short++
		}
	}
	var out []page.Block
	switch onlyScores := r.OnlyScores.People; {
	case rated == 0 && onlyScores != nil && *onlyScores == r.People:
		return nil // the summary says why
	case rated == 0:
		out = append(out, page.Paragraph(fmt.Sprintf("No skill was rated by %d or more people.", insight.MinTeam)))
	case short == 0:
		out = append(out, page.Paragraph(fmt.Sprintf("In each of %s, at least half of those who rated it reach the highest level that a role needs%s.", count(rated, "skill"), forGrade(r.Grade))))
	default:
		out = append(out, page.Paragraph(fmt.Sprintf("In %d of %s, fewer than half of those who rated it reach the highest level that a role needs%s. The largest shortage comes first.", short, count(rated, "skill"), forGrade(r.Grade))))
		out = append(out, shortSkills(r)...)
	}
	if n := len(r.TooFew); n > 0 && rated > 0 {
		out = append(out, page.Note(fmt.Sprintf("%d more %s rated by fewer than %d people and aren't shown.", n, verb(n, "was", "were"), insight.MinTeam)))
	}
	return out
}

// maxEmpty is the maximum number of empty bars. More skills that almost nobody
// has are listed in a sentence.
const maxEmpty = 3

// shortSkills lists the skills that the group lacks.
func shortSkills(r *insight.TeamReport) (out []page.Block) {
	var short, lacking []insight.TeamSkill
	for _, s := range r.Skills {
		switch {
		case s.Short && (s.Reach.People == nil || *s.Reach.People == 0):
			lacking = append(lacking, s)
		case s.Short:
			short = append(short, s)
		}
	}
	if len(lacking) <= maxEmpty {
		short, lacking = append(lacking, short...), nil
	}
	if len(lacking) > 0 {
		var names []string
		for _, s := range lacking {
			names = append(names, fmt.Sprintf("%s (%d)", s.Name, s.Needed))
		}
		out = append(out, page.Paragraph(fmt.Sprintf("In these skills, fewer than %d people reach the level in parentheses, which a role needs: %s.", insight.MinCell, wording.And(names))))
	}
	var bars page.Bars
	var shown []insight.Cell
	for _, s := range short {
		shown = append(shown, s.Reach)
		bars.Rows = append(bars.Rows, peopleBar(s.Name, s.Reach, s.Rated, fmt.Sprintf("reach %s, which %s %s",
			levelNamed(s), wording.And(roleTitles(r, s.Roles)), verb(len(s.Roles), "needs", "need"))))
	}
	if len(short) > 0 {
		out = append(append(out, bars), notShown(shown...)...)
	}
	return append(out, page.Note(fmt.Sprintf("People rated themselves from level 0 to %d.", fit.MaxLevel)))
}

// levelNamed names the needed level of a skill, as in level 2 ("on my own").
func levelNamed(s insight.TeamSkill) string {
	if s.Level == "" {
		return fmt.Sprintf("level %d", s.Needed)
	}
	return fmt.Sprintf("level %d (%q)", s.Needed, s.Level)
}
