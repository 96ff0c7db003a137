package insight

import (
	"fmt"
	"maps"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// TeamSchema identifies the format of a TeamReport.
const TeamSchema = "rolefit/team/5"

// MinTeam is the minimum number of people for a report. Figures about fewer
// people could be traced to individuals.
const MinTeam = 5

// MinSpread is the minimum number of people whose fits are shown as quartiles:
// MinCell people for each quarter.
const MinSpread = 4 * MinCell

// A TeamReport summarizes a group. It contains nothing about any one person and
// ranks no one; see the package comment. It has no counts of the verdicts that
// name each role: from these and the other counts, smaller ones could be
// computed.
type TeamReport struct {
	Schema     string          `json:"schema"`
	Pack       fit.PackRef     `json:"pack"`
	People     int             `json:"people"`
	OnlyScores Cell            `json:"onlyScores"`      // people with only scores, so without conditions, skills and starts
	Unfinished Cell            `json:"unfinished"`      // people who stopped before the last question
	Fast       Cell            `json:"fast"`            // people who answered faster than most can read
	Carded     Cell            `json:"carded"`          // people who rated a role card
	Named      []string        `json:"named"`           // roles that at least MinCell verdicts name, in pack order
	Verdicts   []VerdictCount  `json:"verdicts"`        // in the order of fit.Verdicts
	Roles      []TeamRole      `json:"roles"`           // by Lead, then by id
	Conditions []TeamCondition `json:"conditions"`      // conditions that at least MinTeam people answered, in pack order
	Starts     []TeamStart     `json:"starts"`          // starts of at least MinCell people, most frequent first
	Skills     []TeamSkill     `json:"skills"`          // skills that a role needs, smallest share of Reach first
	TooFew     []string        `json:"tooFew"`          // needed skills that fewer than MinTeam people rated
	Grade      string          `json:"grade,omitempty"` // grade that the needed levels are for; empty if the pack has none
}

// A VerdictCount is the number of people with a verdict. Random is the number
// expected under random answers, or nil if unknown. Beyond is whether the count
// is higher than random answers explain, or nil if the count is hidden or Random
// is unknown.
type VerdictCount struct {
	Verdict fit.Verdict `json:"verdict"`
	Cell
	Random *Expected `json:"random"`
	Beyond *bool     `json:"beyond"`
}

// A TeamRole is the result of a role in the group. A role leads for a person if
// it has that person's highest fit, alone or tied with others.
type TeamRole struct {
	ID         string             `json:"id"`
	Title      string             `json:"title"`
	Lead       Cell               `json:"lead"`   // people for whom the role leads
	Random     *Expected          `json:"random"` // expected Lead if everyone answered at random, or nil
	Beyond     *bool              `json:"beyond"` // whether Lead is higher than random answers explain, for any of the roles; nil like VerdictCount.Beyond
	Fit        *Spread            `json:"fit"`    // nil for fewer than MinSpread people
	Dimensions map[string]*Spread `json:"dimensions"`
}

// A TeamCondition is the number of people who could live with a condition.
type TeamCondition struct {
	Condition string `json:"condition"`
	Name      string `json:"name"`
	Question  string `json:"question"`
	Answered  int    `json:"answered"`
	Fine      Cell   `json:"fine"`
	RatherNot Cell   `json:"ratherNot"`
	Refuse    Cell   `json:"refuse"`
	// NearlyAll is the answer of all people, or of all but fewer than MinCell. It
	// is empty if there is none. All counts are then hidden, because an answer that
	// everybody gave is known for each of them.
	NearlyAll fit.Tolerance `json:"nearlyAll,omitempty"`
	Roles     []string      `json:"roles"` // roles that the condition often comes with, by id
}

// A TeamStart is the number of people who come from a start.
type TeamStart struct {
	Start    string `json:"start"`
	Name     string `json:"name"`
	Answered int    `json:"answered"` // number of people with any start
	Cell
	NearlyAll bool `json:"nearlyAll,omitempty"` // like TeamCondition.NearlyAll
}

// A Spread contains the three quartiles. A quarter of the people are at or
// below Low, half are at or below Middle, and three quarters are at or below
// High.
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
	Level  string   `json:"level"` // name of the needed level
	Roles  []string `json:"roles"` // roles that need the skill at this level
	Rated  int      `json:"rated"` // number of people who rated it
	Reach  Cell     `json:"reach"` // people at or above the needed level
	Short  bool     `json:"short"` // whether Reach is less than half of Rated
}

// A Team counts people. It doesn't keep their results, so its size doesn't
// depend on the number of people.
type Team struct {
	pack       *fit.Pack
	people     int
	unfinished int
	fast       int
	carded     int
	named      map[string]int // number of people by a role that their verdict names
	verdicts   map[fit.Verdict]int
	roles      map[string]*teamCount
	skills     map[string]*[fit.MaxLevel + 1]int // number of people by level
	conditions map[string]map[fit.Tolerance]int
	starts     map[string]int
	answered   map[progress]int // number of people by progress
	onlyScores int
	planned    int   // number of questions in all rounds
	ends       []int // number of questions after each round
	early      bool  // whether an interview ended before all questions were asked
	partial    bool  // whether someone compared only some of the roles
}

// A progress is how many questions a person answered, and whether they won't be
// asked any others.
type progress struct {
	answered int
	done     bool
}

type teamCount struct {
	lead int
	fits [1 + len(fit.Dimensions)]map[float64]int // number of people by fit, overall and by dimension
}

// NewTeam returns an empty team for people who took the quiz of a pack.
func NewTeam(p *fit.Pack) *Team {
	t := &Team{
		pack: p, named: map[string]int{}, verdicts: map[fit.Verdict]int{}, roles: map[string]*teamCount{}, skills: map[string]*[fit.MaxLevel + 1]int{},
		conditions: map[string]map[fit.Tolerance]int{}, starts: map[string]int{}, answered: map[progress]int{},
	}
	if q, err := fit.NewQuiz(p, nil); err == nil {
		for _, n := range q.Rounds {
			t.planned += n
			t.ends = append(t.ends, t.planned)
		}
	}
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
	for i := range p.Conditions {
		t.conditions[p.Conditions[i].ID] = map[fit.Tolerance]int{}
	}
	return t
}

// Add counts a person. If the result is invalid or belongs to another pack, Add
// returns an error and doesn't count it.
func (t *Team) Add(r *fit.Result) error { return t.add(r, false) }

// AddAnswers is like Add, for answers. It distinguishes a form that has gaps from
// an interview that ended early.
func (t *Team) AddAnswers(q *fit.Quiz, a *fit.Answers) error {
	if err := t.add(fit.Score(q, a), q.AtOnce(a)); err != nil {
		return err
	}
	if a.Form && a.Finished {
		t.unfinished++
	}
	return nil
}

func (t *Team) add(r *fit.Result, atOnce bool) error {
	if err := t.check(r); err != nil {
		return err
	}
	t.people++
	t.verdicts[r.Verdict]++
	if r.Provisional {
		t.unfinished++
	}
	t.answered[progress{r.Answered, !r.Provisional}]++
	t.early = t.early || !atOnce && t.endedEarly(r)
	t.partial = t.partial || len(r.Roles) < len(t.pack.Roles)
	t.addNotes(r)
	for i := range r.Roles {
		t.addFits(r.Roles[i].ID, r.Roles[i].Fit, r.Roles[i].Dimensions)
		if r.Roles[i].Place == 1 {
			t.roles[r.Roles[i].ID].lead++
		}
	}
	for id, rated := range r.Skills {
		if rated.Level != nil {
			t.skills[id][*rated.Level]++
		}
	}
	for _, c := range r.Conditions {
		if answers := t.conditions[c.Condition]; answers != nil {
			answers[c.Answer]++
		}
	}
	if r.Start != "" {
		t.starts[r.Start]++
	}
	return nil
}

// AddScores counts a person whose answers aren't known, only the scores. If
// these are invalid, AddScores returns an error and doesn't count them.
func (t *Team) AddScores(s *fit.Scores) error {
	if err := t.checkScores(s); err != nil {
		return err
	}
	t.people++
	t.verdicts[s.Verdict]++
	if s.Reason == fit.Provisional {
		t.unfinished++
	}
	t.onlyScores++
	for _, role := range s.Named {
		t.named[role]++
	}
	t.answered[progress{t.planned, true}]++
	t.partial = t.partial || len(s.Fits) < len(t.pack.Roles)
	most := 0.0
	for _, f := range s.Fits {
		if f != nil {
			most = max(most, *f)
		}
	}
	for id, f := range s.Fits {
		t.addFits(id, f, s.Dimensions[id])
		if f != nil && *f == most {
			t.roles[id].lead++
		}
	}
	return nil
}

func (t *Team) checkScores(s *fit.Scores) error {
	if !slices.Contains(fit.Verdicts, s.Verdict) {
		return fmt.Errorf("verdict is %q, expected one of %s", s.Verdict, fit.Verdicts)
	}
	for _, id := range slices.Concat(s.Named, slices.Sorted(maps.Keys(s.Fits))) {
		if t.roles[id] == nil {
			return fmt.Errorf("role %q is not in pack %q", id, t.pack.ID)
		}
		if f := s.Fits[id]; f != nil && !(*f >= 0 && *f <= 100) {
			return fmt.Errorf("fit of %q is %v, expected 0 to 100", id, *f)
		}
	}
	return nil
}

// addFits counts a person's fits for a role.
func (t *Team) addFits(role string, f *float64, dimensions map[string]*float64) {
	c := t.roles[role]
	if f != nil {
		c.fits[0][*f]++
	}
	for _, d := range fit.Dimensions {
		if f := dimensions[d.String()]; f != nil {
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
		return fmt.Errorf("result is for pack %q, expected %q", r.Pack.ID, t.pack.ID)
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
