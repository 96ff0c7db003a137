package insight

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// Report returns the report on the team. It returns an error if there are fewer
// than MinTeam people.
func (t *Team) Report() (*TeamReport, error) {
	if t.people < MinTeam {
		who := map[bool]string{true: "person", false: "people"}[t.people == 1]
		return nil, fmt.Errorf("%d %s, expected at least %d, because the figures of fewer could be traced back to individuals", t.people, who, MinTeam)
	}
	r := &TeamReport{
		Schema: TeamSchema, Pack: t.pack.Ref(), People: t.people, Grade: t.pack.MiddleGrade(),
		OnlyScores: cell(t.onlyScores, t.people), Unfinished: cell(t.unfinished, t.people),
		Fast: cell(t.fast, t.people), Carded: cell(t.carded, t.people), Named: []string{},
		Roles: []TeamRole{}, Conditions: []TeamCondition{}, Starts: []TeamStart{}, Skills: []TeamSkill{}, TooFew: []string{},
	}
	for i := range t.pack.Roles {
		if id := t.pack.Roles[i].ID; t.named[id] >= MinCell {
			r.Named = append(r.Named, id)
		}
	}
	random := t.random()
	t.reportVerdicts(r, random)
	t.reportRoles(r, random)
	for i := range t.pack.Conditions {
		t.reportCondition(r, &t.pack.Conditions[i])
	}
	t.reportStarts(r)
	t.reportSkills(r)
	return r, nil
}

func (t *Team) reportVerdicts(r *TeamReport, random *outcome) {
	counts := make([]int, len(fit.Verdicts))
	for i, v := range fit.Verdicts {
		counts[i] = t.verdicts[v]
	}
	for i, c := range cells(counts...) {
		v := VerdictCount{Verdict: fit.Verdicts[i], Cell: c}
		if random != nil && v.Verdict != fit.NoRole { // NoRole depends on role cards, which the simulation lacks
			p := random.verdicts[v.Verdict]
			v.Random = new(expected(t.people, p))
			v.Beyond = t.beyond(c, p, len(fit.Verdicts))
		}
		r.Verdicts = append(r.Verdicts, v)
	}
}

// beyond reports whether a count is higher than random answers explain, where p
// is its share under random answers and the count is one of several. It returns
// nil if the count is hidden.
func (t *Team) beyond(c Cell, p float64, several int) *bool {
	if c.People == nil {
		return nil
	}
	return new(atLeast(t.people, *c.People, p) <= tail/float64(several))
}

func (t *Team) reportRoles(r *TeamReport, random *outcome) {
	leads := make([]int, len(t.pack.Roles))
	for i := range t.pack.Roles {
		leads[i] = t.roles[t.pack.Roles[i].ID].lead
	}
	for i, c := range cells(leads...) {
		role := t.reportRole(&t.pack.Roles[i])
		role.Lead = c
		if random != nil {
			role.Random = new(expected(t.people, random.leads[i]))
			role.Beyond = t.beyond(c, random.leads[i], len(leads))
		}
		r.Roles = append(r.Roles, role)
	}
	slices.SortStableFunc(r.Roles, func(a, b TeamRole) int { return b.Lead.number() - a.Lead.number() })
}

func (t *Team) reportRole(role *fit.Role) TeamRole {
	c := t.roles[role.ID]
	r := TeamRole{ID: role.ID, Title: role.Title, Dimensions: map[string]*Spread{}}
	r.Fit = spread(c.fits[0])
	for _, d := range fit.Dimensions {
		r.Dimensions[d.String()] = spread(c.fits[1+d])
	}
	return r
}

func (t *Team) reportCondition(r *TeamReport, c *fit.Condition) {
	answers := t.conditions[c.ID]
	out := TeamCondition{Condition: c.ID, Name: c.Name, Question: c.Question, Roles: []string{}}
	counts := make([]int, len(fit.Tolerances))
	for i, tolerance := range fit.Tolerances {
		counts[i] = answers[tolerance]
		out.Answered += counts[i]
	}
	if out.Answered < MinTeam {
		return
	}
	parts, nearly := private(counts...)
	if nearly >= 0 {
		out.NearlyAll = fit.Tolerances[nearly]
	}
	out.Fine, out.RatherNot, out.Refuse = parts[0], parts[1], parts[2]
	for i := range t.pack.Roles {
		for _, usual := range t.pack.Roles[i].Conditions {
			if usual.Condition == c.ID && usual.Level >= fit.Often {
				out.Roles = append(out.Roles, t.pack.Roles[i].ID)
			}
		}
	}
	r.Conditions = append(r.Conditions, out)
}

func (t *Team) reportStarts(r *TeamReport) {
	var order []string
	names := map[string]string{}
	for _, s := range t.pack.Starts {
		order = append(order, s.ID)
		names[s.ID] = s.Name
	}
	for i := range t.pack.Roles {
		id := fit.CurrentPrefix + t.pack.Roles[i].ID
		order = append(order, id)
		names[id] = t.pack.Roles[i].Title + " already"
	}
	known := 0
	counts := make([]int, len(order))
	for i, id := range order {
		counts[i] = t.starts[id]
		known += counts[i]
	}
	if known < MinTeam {
		return
	}
	shown := map[string]Cell{}
	parts, nearly := private(counts...)
	for i, c := range parts {
		shown[order[i]] = c
	}
	if nearly >= 0 {
		r.Starts = append(r.Starts, TeamStart{order[nearly], names[order[nearly]], known, Cell{}, true})
	}
	for _, id := range sortedCounts(order, t.starts) {
		if shown[id].number() > 0 {
			r.Starts = append(r.Starts, TeamStart{id, names[id], known, shown[id], false})
		}
	}
}

// spread returns the quartiles of people by fit, or nil for fewer than MinSpread
// people.
func spread(people map[float64]int) *Spread {
	fits := make([]float64, 0, len(people))
	n := 0
	for f, count := range people {
		fits = append(fits, f)
		n += count
	}
	if n < MinSpread {
		return nil
	}
	slices.Sort(fits)
	quartile := func(k int) float64 {
		below := 0
		for _, f := range fits {
			if below += people[f]; 4*below >= k*n {
				return f
			}
		}
		return fits[len(fits)-1]
	}
	return &Spread{quartile(1), quartile(2), quartile(3)}
}

// reportSkills adds the skills that a role needs, beginning with the smallest
// share of people at the needed level.
func (t *Team) reportSkills(r *TeamReport) {
	reach := map[string]int{} // only what the report shows, so that the order reveals nothing else
	for i := range t.pack.Skills {
		skill := &t.pack.Skills[i]
		s := t.neededSkill(skill)
		if s.Needed == 0 {
			continue
		}
		n := 0
		for level, people := range t.skills[skill.ID] {
			s.Rated += people
			if level >= s.Needed {
				n += people
			}
		}
		if s.Rated < MinTeam {
			r.TooFew = append(r.TooFew, s.Skill)
			continue
		}
		s.Reach, s.Short = cell(n, s.Rated), 2*n < s.Rated
		if n == s.Rated {
			s.Reach = Cell{} // everybody's level would be known
		}
		if reach[s.Skill] = s.Reach.number(); s.Reach.People == nil && !s.Short {
			reach[s.Skill] = s.Rated
		}
		r.Skills = append(r.Skills, s)
	}
	slices.SortStableFunc(r.Skills, func(a, b TeamSkill) int {
		return cmp.Or(cmp.Compare(reach[a.Skill]*b.Rated, reach[b.Skill]*a.Rated), cmp.Compare(b.Needed, a.Needed))
	})
}

// neededSkill returns a skill with the highest level that a role needs.
func (t *Team) neededSkill(skill *fit.Skill) TeamSkill {
	s := TeamSkill{Skill: skill.ID, Name: skill.Name}
	for i := range t.pack.Roles {
		switch need := t.pack.Roles[i].Need(skill.ID); {
		case need > s.Needed:
			s.Needed, s.Roles = need, []string{t.pack.Roles[i].ID}
		case need == s.Needed && need > 0:
			s.Roles = append(s.Roles, t.pack.Roles[i].ID)
		}
	}
	if s.Needed < len(t.pack.Levels) {
		s.Level = t.pack.Levels[s.Needed].Name
	}
	return s
}
