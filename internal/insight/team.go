package insight

import (
	"cmp"
	"fmt"
	"github.com/rolefit/rolefit/internal/fit"
	"slices"
)

// TeamSchema names the form of a TeamReport.
const TeamSchema = "rolefit/team/2"

// MinTeam is the smallest number of people of whom anything is told: of fewer,
// figures can be traced back to persons.
const MinTeam = 5

// A TeamReport is a group at a glance. It holds nothing of any one person, and
// sets nobody above anybody: best and worst answers compare roles within a
// person, so that a fit of 70 means another thing in two people.
type TeamReport struct {
	Schema      string         `json:"schema"`
	Pack        fit.PackRef    `json:"pack"`
	People      int            `json:"people"`
	Provisional int            `json:"provisional"` // whose interview would have asked more
	Verdicts    []VerdictCount `json:"verdicts"`    // surest first
	Roles       []TeamRole     `json:"roles"`       // by how many lead with it, then by id
	Nobody      []string       `json:"nobody"`      // roles that nobody leads with
	Skills      []TeamSkill    `json:"skills"`      // that a role needs: those reached by the smallest share first
	TooFew      []string       `json:"tooFew"`      // skills that fewer than MinTeam people rated
}

// A VerdictCount is how many people have a verdict.
type VerdictCount struct {
	Verdict fit.Verdict `json:"verdict"`
	People  int         `json:"people"`
}

// A TeamRole is how a role stands in the group. To lead is to have the highest
// fit of a person's roles, alone or with others.
type TeamRole struct {
	ID         string             `json:"id"`
	Title      string             `json:"title"`
	Named      int                `json:"named"`  // people whose verdict names it alone
	TossUp     int                `json:"tossUp"` // people whose verdict names it and another
	Lead       int                `json:"lead"`   // people with whom it leads
	Judged     int                `json:"judged"` // people with a fit for it
	Fit        *Spread            `json:"fit"`    // nil when fewer than MinTeam are judged
	Dimensions map[string]*Spread `json:"dimensions"`
}

// A Spread is the three quartiles: a quarter of the people is at Low or below,
// half at Middle or below, three quarters at High or below.
type Spread struct {
	Low    float64 `json:"low"`
	Middle float64 `json:"middle"`
	High   float64 `json:"high"`
}

// A TeamSkill is a skill as the group has it, against the highest level that a
// role needs.
type TeamSkill struct {
	Skill  string   `json:"skill"`
	Name   string   `json:"name"`
	Needed int      `json:"needed"`
	Roles  []string `json:"roles"` // that need this level
	Rated  int      `json:"rated"`
	Reach  int      `json:"reach"` // of those who rated it: at the needed level or above
	Short  bool     `json:"short"` // fewer than half of them reach it
}

// A Team counts people. It keeps no person, and no more for many than for few.
type Team struct {
	pack        *fit.Pack
	people      int
	provisional int
	verdicts    map[fit.Verdict]int
	roles       map[string]*teamCount
	skills      map[string]*[fit.MaxLevel + 1]int // people by level
}

type teamCount struct {
	named, tossUp, lead int
	fits                [1 + len(fit.Dimensions)]map[float64]int // people by fit: over all, and by dimension
}

// NewTeam makes an empty team of people who took the quiz of a pack.
func NewTeam(p *fit.Pack) *Team {
	t := &Team{pack: p, verdicts: map[fit.Verdict]int{}, roles: map[string]*teamCount{}, skills: map[string]*[fit.MaxLevel + 1]int{}}
	for i := range p.Roles {
		c := &teamCount{}
		for d := range c.fits {
			c.fits[d] = map[float64]int{}
		}
		t.roles[p.Roles[i].ID] = c
	}
	for i := range p.Skills {
		t.skills[p.Skills[i].ID] = new([fit.MaxLevel + 1]int)
	}
	return t
}

// Add counts a person. A result that is not of this pack, or cannot be one, is
// an error and is not counted.
func (t *Team) Add(r *fit.Result) error {
	if err := t.check(r); err != nil {
		return err
	}
	t.people++
	t.verdicts[r.Verdict]++
	if r.Provisional {
		t.provisional++
	}
	for _, id := range r.Named {
		if len(r.Named) == 1 {
			t.roles[id].named++
		} else {
			t.roles[id].tossUp++
		}
	}
	for i := range r.Roles {
		t.role(&r.Roles[i])
	}
	for id, rated := range r.Skills {
		if rated.Level != nil {
			t.skills[id][*rated.Level]++
		}
	}
	return nil
}

func (t *Team) role(r *fit.RoleResult) {
	c := t.roles[r.ID]
	if r.Place == 1 {
		c.lead++
	}
	if r.Fit != nil {
		c.fits[0][*r.Fit]++
	}
	for _, d := range fit.Dimensions {
		if f := r.Dimensions[d.String()]; f != nil {
			c.fits[1+d][*f]++
		}
	}
}

func (t *Team) check(r *fit.Result) error {
	known := func(id string) bool { return t.roles[id] != nil }
	switch {
	case r.Schema != fit.ResultSchema:
		return fmt.Errorf("schema is %q, expected %q", r.Schema, fit.ResultSchema)
	case r.Pack.ID != t.pack.ID:
		return fmt.Errorf("the result is of pack %q, expected %q", r.Pack.ID, t.pack.ID)
	case !slices.Contains(fit.Verdicts, r.Verdict):
		return fmt.Errorf("verdict is %q, expected one of %s", r.Verdict, fit.Verdicts)
	case slices.ContainsFunc(r.Named, func(id string) bool { return !known(id) }):
		return fmt.Errorf("named are %q, expected roles of pack %q", r.Named, t.pack.ID)
	}
	for i := range r.Roles {
		x := &r.Roles[i]
		if !known(x.ID) || slices.ContainsFunc(r.Roles[:i], func(y fit.RoleResult) bool { return y.ID == x.ID }) {
			return fmt.Errorf("role %q is not in pack %q, or there twice", x.ID, t.pack.ID)
		}
		if !isFit(x.Fit) || !isFit(x.Dimensions[fit.Focus.String()]) || !isFit(x.Dimensions[fit.Skills.String()]) || !isFit(x.Dimensions[fit.Success.String()]) {
			return fmt.Errorf("a fit of role %q is not from 0 to 100", x.ID)
		}
	}
	for id, rated := range r.Skills {
		if t.skills[id] == nil {
			return fmt.Errorf("skill %q is not in pack %q", id, t.pack.ID)
		}
		if l := rated.Level; l != nil && (*l < 0 || *l > fit.MaxLevel) {
			return fmt.Errorf("the level of %q is %d, expected 0 to %d", id, *l, fit.MaxLevel)
		}
	}
	return nil
}

func isFit(f *float64) bool { return f == nil || *f >= 0 && *f <= 100 }

// Join counts the people of another team of the same pack too.
func (t *Team) Merge(o *Team) {
	t.people += o.people
	t.provisional += o.provisional
	for v, n := range o.verdicts {
		t.verdicts[v] += n
	}
	for id, c := range o.roles {
		to := t.roles[id]
		to.named += c.named
		to.tossUp += c.tossUp
		to.lead += c.lead
		for d := range c.fits {
			for f, n := range c.fits[d] {
				to.fits[d][f] += n
			}
		}
	}
	for id, levels := range o.skills {
		for l, n := range levels {
			t.skills[id][l] += n
		}
	}
}

// Report is the team at a glance; an error for fewer than MinTeam people.
func (t *Team) Report() (*TeamReport, error) {
	if t.people < MinTeam {
		return nil, fmt.Errorf("%d of at least %d people: of fewer nothing is told, because figures could be traced back to persons", t.people, MinTeam)
	}
	r := &TeamReport{
		Schema: TeamSchema, Pack: t.pack.Ref(),
		People: t.people, Provisional: t.provisional, Nobody: []string{}, Skills: []TeamSkill{}, TooFew: []string{},
	}
	for _, v := range fit.Verdicts {
		r.Verdicts = append(r.Verdicts, VerdictCount{v, t.verdicts[v]})
	}
	for i := range t.pack.Roles {
		role := t.teamRole(&t.pack.Roles[i])
		if role.Lead == 0 {
			r.Nobody = append(r.Nobody, role.ID)
		}
		r.Roles = append(r.Roles, role)
	}
	slices.SortStableFunc(r.Roles, func(a, b TeamRole) int { return cmp.Compare(b.Lead, a.Lead) })
	for i := range t.pack.Skills {
		t.skill(r, &t.pack.Skills[i])
	}
	slices.SortStableFunc(r.Skills, func(a, b TeamSkill) int {
		return cmp.Or(cmp.Compare(a.Reach*b.Rated, b.Reach*a.Rated), cmp.Compare(b.Needed, a.Needed))
	})
	return r, nil
}

func (t *Team) teamRole(role *fit.Role) TeamRole {
	c := t.roles[role.ID]
	r := TeamRole{ID: role.ID, Title: role.Title, Named: c.named, TossUp: c.tossUp, Lead: c.lead, Dimensions: map[string]*Spread{}}
	r.Fit, r.Judged = spread(c.fits[0])
	for _, d := range fit.Dimensions {
		r.Dimensions[d.String()], _ = spread(c.fits[1+d])
	}
	return r
}

// spread is the quartiles of so many people by fit; nil for fewer than MinTeam.
func spread(people map[float64]int) (*Spread, int) {
	fits := make([]float64, 0, len(people))
	n := 0
	for f, count := range people {
		fits = append(fits, f)
		n += count
	}
	if n < MinTeam {
		return nil, n
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
	return &Spread{quartile(1), quartile(2), quartile(3)}, n
}

// skill adds a skill that some role needs.
func (t *Team) skill(r *TeamReport, x *fit.Skill) {
	s := TeamSkill{Skill: x.ID, Name: x.Name}
	for i := range t.pack.Roles {
		switch need := t.pack.Roles[i].Need(x.ID); {
		case need > s.Needed:
			s.Needed, s.Roles = need, []string{t.pack.Roles[i].ID}
		case need == s.Needed && need > 0:
			s.Roles = append(s.Roles, t.pack.Roles[i].ID)
		}
	}
	if s.Needed == 0 {
		return
	}
	for level, n := range t.skills[x.ID] {
		s.Rated += n
		if level >= s.Needed {
			s.Reach += n
		}
	}
	if s.Rated < MinTeam {
		r.TooFew = append(r.TooFew, x.ID)
		return
	}
	s.Short = 2*s.Reach < s.Rated
	r.Skills = append(r.Skills, s)
}
