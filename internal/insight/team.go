package insight

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// TeamSchema identifies the format of a TeamReport.
const TeamSchema = "rolefit/team/2"

// MinTeam is the smallest number of people for which anything is reported.
// Figures about fewer people could be traced back to individuals.
const MinTeam = 5

// A TeamReport summarizes a group. It contains nothing about any one person and
// ranks no one; see the package comment.
type TeamReport struct {
	Schema      string         `json:"schema"`
	Pack        fit.PackRef    `json:"pack"`
	People      int            `json:"people"`
	Provisional int            `json:"provisional"` // number of people with a provisional result
	Verdicts    []VerdictCount `json:"verdicts"`    // in the order of fit.Verdicts
	Roles       []TeamRole     `json:"roles"`       // by Lead, then by id
	Nobody      []string       `json:"nobody"`      // roles that lead for no one
	Skills      []TeamSkill    `json:"skills"`      // skills that a role needs, those with the smallest share of Reach first
	TooFew      []string       `json:"tooFew"`      // needed skills that fewer than MinTeam people rated
}

// A VerdictCount is the number of people with a verdict.
type VerdictCount struct {
	Verdict fit.Verdict `json:"verdict"`
	People  int         `json:"people"`
}

// A TeamRole is the result of a role in the group. A role leads for a person if
// it has that person's highest fit, alone or tied with others.
type TeamRole struct {
	ID         string             `json:"id"`
	Title      string             `json:"title"`
	Named      int                `json:"named"`  // number of people whose verdict names only this role
	TossUp     int                `json:"tossUp"` // number of people whose verdict names this role and another
	Lead       int                `json:"lead"`   // number of people for whom it leads
	Judged     int                `json:"judged"` // number of people with a fit for it
	Fit        *Spread            `json:"fit"`    // nil if Judged is below MinTeam
	Dimensions map[string]*Spread `json:"dimensions"`
}

// A Spread holds the three quartiles. A quarter of the people are at or below
// Low, half at or below Middle, and three quarters at or below High.
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
	Rated  int      `json:"rated"` // number of people who rated it
	Reach  int      `json:"reach"` // number of people at or above the needed level
	Short  bool     `json:"short"` // whether Reach is less than half of Rated
}

// A Team counts people. It doesn't keep their results, so its size doesn't
// depend on their number.
type Team struct {
	pack        *fit.Pack
	people      int
	provisional int
	verdicts    map[fit.Verdict]int
	roles       map[string]*teamCount
	skills      map[string]*[fit.MaxLevel + 1]int // number of people by level
}

type teamCount struct {
	named, tossUp, lead int
	fits                [1 + len(fit.Dimensions)]map[float64]int // number of people by fit, overall and by dimension
}

// NewTeam returns an empty team for people who took the quiz of a pack.
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

// Add counts a person. If the result is invalid or belongs to another pack, Add
// returns an error and doesn't count it.
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

// check returns an error if the result is invalid or doesn't belong to the
// team's pack.
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

// Merge adds the counts of another team of the same pack.
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

// Report returns the report on the team. It fails if there are fewer than
// MinTeam people.
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

// spread returns the quartiles of people by fit, or nil for fewer than MinTeam
// people, and the number of people.
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
