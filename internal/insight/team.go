package insight

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// TeamSchema names the form of a TeamReport.
const TeamSchema = "rolefit/team/2"

// MinTeam is the smallest number of people about whom anything is reported. The
// figures of fewer could be traced back to individuals.
const MinTeam = 5

// A TeamReport is a group at a glance. It holds nothing about any one person and
// ranks nobody; see the package comment.
type TeamReport struct {
	Schema      string         `json:"schema"`
	Pack        fit.PackRef    `json:"pack"`
	People      int            `json:"people"`
	Provisional int            `json:"provisional"` // people with a provisional result
	Verdicts    []VerdictCount `json:"verdicts"`    // in the order of fit.Verdicts
	Roles       []TeamRole     `json:"roles"`       // by Lead, then by id
	Nobody      []string       `json:"nobody"`      // roles that lead for nobody
	Skills      []TeamSkill    `json:"skills"`      // skills that a role needs, those with the smallest share of Reach first
	TooFew      []string       `json:"tooFew"`      // needed skills that fewer than MinTeam people rated
}

// A VerdictCount is the number of people with a verdict.
type VerdictCount struct {
	Verdict fit.Verdict `json:"verdict"`
	People  int         `json:"people"`
}

// A TeamRole is how a role does in the group. A role leads for a person if it
// has that person's highest fit, alone or with others.
type TeamRole struct {
	ID         string             `json:"id"`
	Title      string             `json:"title"`
	Named      int                `json:"named"`  // people whose verdict names it alone
	TossUp     int                `json:"tossUp"` // people whose verdict names it and another
	Lead       int                `json:"lead"`   // people for whom it leads
	Judged     int                `json:"judged"` // people with a fit for it
	Fit        *Spread            `json:"fit"`    // nil when Judged is below MinTeam
	Dimensions map[string]*Spread `json:"dimensions"`
}

// A Spread is the three quartiles: a quarter of the people are at Low or below,
// half at Middle or below, three quarters at High or below.
type Spread struct {
	Low    float64 `json:"low"`
	Middle float64 `json:"middle"`
	High   float64 `json:"high"`
}

// A TeamSkill compares the group's levels in a skill with the highest level that
// a role needs.
type TeamSkill struct {
	Skill  string   `json:"skill"`
	Name   string   `json:"name"`
	Needed int      `json:"needed"`
	Roles  []string `json:"roles"` // roles that need this level
	Rated  int      `json:"rated"` // people who rated it
	Reach  int      `json:"reach"` // people at the needed level or above
	Short  bool     `json:"short"` // whether Reach is less than half of Rated
}

// A Team counts people. It doesn't keep any of their results, so its size doesn't
// grow with their number.
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

// NewTeam returns an empty team of people who took the quiz of a pack.
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

// Add counts a person. A result that is invalid or of another pack is an error
// and isn't counted.
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
		t.addRole(&r.Roles[i])
	}
	for id, rated := range r.Skills {
		if rated.Level != nil {
			t.skills[id][*rated.Level]++
		}
	}
	return nil
}

// addRole counts what a person's result says about a role.
func (t *Team) addRole(r *fit.RoleResult) {
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

// check returns an error unless the result is valid and of the team's pack.
func (t *Team) check(r *fit.Result) error {
	if err := r.Check(); err != nil {
		return err
	}
	if r.Pack.ID != t.pack.ID {
		return fmt.Errorf("result is of pack %q, expected %q", r.Pack.ID, t.pack.ID)
	}
	for i := range r.Roles {
		if id := r.Roles[i].ID; t.roles[id] == nil {
			return fmt.Errorf("role %q is not in pack %q", id, t.pack.ID)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.Skills)) {
		if t.skills[id] == nil {
			return fmt.Errorf("skill %q is not in pack %q", id, t.pack.ID)
		}
	}
	return nil
}

// Merge counts the people of another team of the same pack as well.
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

// Report returns the team at a glance. Fewer than MinTeam people are an error.
func (t *Team) Report() (*TeamReport, error) {
	if t.people < MinTeam {
		return nil, fmt.Errorf("%d people, expected at least %d, because the figures of fewer could be traced back to individuals", t.people, MinTeam)
	}
	r := &TeamReport{
		Schema: TeamSchema, Pack: t.pack.Ref(),
		People: t.people, Provisional: t.provisional, Nobody: []string{}, Skills: []TeamSkill{}, TooFew: []string{},
	}
	for _, v := range fit.Verdicts {
		r.Verdicts = append(r.Verdicts, VerdictCount{v, t.verdicts[v]})
	}
	for i := range t.pack.Roles {
		role := t.reportRole(&t.pack.Roles[i])
		if role.Lead == 0 {
			r.Nobody = append(r.Nobody, role.ID)
		}
		r.Roles = append(r.Roles, role)
	}
	slices.SortStableFunc(r.Roles, func(a, b TeamRole) int { return cmp.Compare(b.Lead, a.Lead) })
	for i := range t.pack.Skills {
		t.reportSkill(r, &t.pack.Skills[i])
	}
	slices.SortStableFunc(r.Skills, func(a, b TeamSkill) int {
		return cmp.Or(cmp.Compare(a.Reach*b.Rated, b.Reach*a.Rated), cmp.Compare(b.Needed, a.Needed))
	})
	return r, nil
}

func (t *Team) reportRole(role *fit.Role) TeamRole {
	c := t.roles[role.ID]
	r := TeamRole{ID: role.ID, Title: role.Title, Named: c.named, TossUp: c.tossUp, Lead: c.lead, Dimensions: map[string]*Spread{}}
	r.Fit, r.Judged = spread(c.fits[0])
	for _, d := range fit.Dimensions {
		r.Dimensions[d.String()], _ = spread(c.fits[1+d])
	}
	return r
}

// spread returns the quartiles of people by fit, nil for fewer than MinTeam, and
// the number of people.
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

// reportSkill adds a skill to the report if some role needs it.
func (t *Team) reportSkill(r *TeamReport, skill *fit.Skill) {
	s := TeamSkill{Skill: skill.ID, Name: skill.Name}
	for i := range t.pack.Roles {
		switch need := t.pack.Roles[i].Need(skill.ID); {
		case need > s.Needed:
			s.Needed, s.Roles = need, []string{t.pack.Roles[i].ID}
		case need == s.Needed && need > 0:
			s.Roles = append(s.Roles, t.pack.Roles[i].ID)
		}
	}
	if s.Needed == 0 {
		return
	}
	for level, n := range t.skills[skill.ID] {
		s.Rated += n
		if level >= s.Needed {
			s.Reach += n
		}
	}
	if s.Rated < MinTeam {
		r.TooFew = append(r.TooFew, skill.ID)
		return
	}
	s.Short = 2*s.Reach < s.Rated
	r.Skills = append(r.Skills, s)
}
