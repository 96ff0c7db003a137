package fit

// ScoresSchema identifies the format of Scores.
const ScoresSchema = "rolefit/scores/1"

// Scores is a Result without its texts and answers. A batch writes it for each
// person unless it is asked for full results.
type Scores struct {
	Schema     string                         `json:"schema"`
	ID         string                         `json:"id"`
	Verdict    Verdict                        `json:"verdict"`
	Reason     Reason                         `json:"reason,omitempty"`
	Named      []string                       `json:"named"`
	Lead       *Lead                          `json:"lead"`       // null if fewer than two roles are judged
	Fits       map[string]*float64            `json:"fits"`       // by role, from 0 to 100; null if the role isn't judged
	Dimensions map[string]map[string]*float64 `json:"dimensions"` // fit in each dimension, by role
	Cards      map[string]CardRating          `json:"cards"`      // ratings of role cards, by role
	Readiness  map[string]Ready               `json:"readiness"`  // by role; contains only roles with a needed skill that is rated
	Conflicts  []ConflictRef                  `json:"conflicts"`
	Flags      []Flag                         `json:"flags"`
}

// Ready describes a person's readiness for a role.
type Ready struct {
	Share  float64 `json:"share"`  // from 0 to 1, based on the rated skills
	Rated  int     `json:"rated"`  // number of needed skills that are rated
	Needed int     `json:"needed"` // number of needed skills
}

// A ConflictRef is a Conflict without its texts.
type ConflictRef struct {
	Condition string    `json:"condition"`
	Role      string    `json:"role"`
	Level     int       `json:"level"` // frequency of the condition in the role; see RoleCondition
	Answer    Tolerance `json:"answer"`
}

// Scores returns the scores of a result.
func (r *Result) Scores() *Scores {
	s := &Scores{
		Schema: ScoresSchema, ID: r.ID, Verdict: r.Verdict, Reason: r.Reason, Named: r.Named, Lead: r.Lead,
		Fits: map[string]*float64{}, Dimensions: map[string]map[string]*float64{},
		Cards: map[string]CardRating{}, Readiness: map[string]Ready{}, Conflicts: []ConflictRef{}, Flags: r.Flags,
	}
	for i := range r.Roles {
		role := &r.Roles[i]
		s.Fits[role.ID], s.Dimensions[role.ID] = role.Fit, role.Dimensions
		if role.Card != "" {
			s.Cards[role.ID] = role.Card
		}
		if role.Readiness != nil {
			s.Readiness[role.ID] = Ready{*role.Readiness, role.Rated, role.Needed}
		}
	}
	for _, c := range r.Conflicts {
		s.Conflicts = append(s.Conflicts, ConflictRef{c.Condition, c.Role, c.Level, c.Answer})
	}
	return s
}
