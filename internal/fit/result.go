package fit

import "slices"

// ResultSchema names the form of a Result.
const ResultSchema = "rolefit/result/2"

// A Result holds everything that a report says about one person's answers. It
// includes the pack's texts, so that it can be shown even after the pack has
// changed. Numbers are exact; renderers round them.
type Result struct {
	Schema      string            `json:"schema"`
	ID          string            `json:"id"`
	Replaces    string            `json:"replaces,omitempty"` // id of the earlier result of the same answers, or some of them, that this one replaces
	Taken       string            `json:"taken,omitempty"`    // RFC 3339
	Pack        PackRef           `json:"pack"`
	Asked       int               `json:"asked"` // answered and skipped
	Answered    int               `json:"answered"`
	Skipped     int               `json:"skipped"`
	Uncounted   int               `json:"uncounted,omitempty"`   // answers whose facets the pack no longer has
	ExtraRounds int               `json:"extraRounds,omitempty"` // rounds of more questions that the person asked for
	Verdict     Verdict           `json:"verdict"`
	Reason      Reason            `json:"reason,omitempty"`
	Named       []string          `json:"named"`
	About       []string          `json:"about"`              // the roles that the verdict is about: Named, or else those that share the lead and the nearest rival
	Close       []string          `json:"close,omitempty"`    // by fit, the roles that are too close to call, if more than two are
	Provisional bool              `json:"provisional"`        // whether the interview would have asked more
	Lead        *Lead             `json:"lead"`               // nil if fewer than two roles are judged
	Changes     int               `json:"changes"`            // number of answers that would have to change for Lead.Over to be ahead
	Dimensions  []DimensionResult `json:"dimensions"`         // one per dimension
	SetAside    string            `json:"setAside,omitempty"` // the role that was worst most often, and more often than best; empty if there is none
	Roles       []RoleResult      `json:"roles"`              // by fit, then by id; roles that aren't judged come last
	Evidence    []Evidence        `json:"evidence"`
	Gaps        []Gap             `json:"gaps"`
	Answers     []AnswerResult    `json:"answers"` // in the order asked
	Skills      map[string]Rated  `json:"skills"`
	Flags       []Flag            `json:"flags"`
	Start       string            `json:"start,omitempty"`     // where the person comes from: the id of a start, or CurrentPrefix and that of a role
	StartName   string            `json:"startName,omitempty"` // the start's name, or the role's title
	Conditions  []ConditionResult `json:"conditions"`          // those answered, in the pack's order
	Conflicts   []Conflict        `json:"conflicts"`           // with the roles that the verdict is about
}

// A PackRef identifies a version of a pack.
type PackRef struct {
	ID      string `json:"id"`
	Title   string `json:"title,omitempty"`
	Version int    `json:"version"`
	Hash    string `json:"hash"`
}

// Ref returns the reference that identifies the pack.
func (p *Pack) Ref() PackRef { return PackRef{p.ID, p.Title, p.Version, p.Hash} }

// A DimensionResult is the result of one dimension by itself.
type DimensionResult struct {
	Dimension string   `json:"dimension"`
	First     []string `json:"first"` // the roles with the highest fit in the dimension, if that is above 50
	Lead      *Lead    `json:"lead"`  // between the two roles of the overall lead, the higher one first; nil if one isn't judged in the dimension
	Leans     bool     `json:"leans"` // whether Lead is large enough to count
}

// noPreference is the fit that expresses no preference.
const noPreference = 50.0

// A RoleResult is the result of one role. Fit ranges from 0 to 100, where 50
// means no preference. For a role that isn't judged, Fit is nil and Place is 0.
type RoleResult struct {
	ID         string              `json:"id"`
	Title      string              `json:"title"`
	Tagline    string              `json:"tagline,omitempty"`
	Impact     string              `json:"impact,omitempty"`
	Place      int                 `json:"place"`
	Fit        *float64            `json:"fit"`
	Dimensions map[string]*float64 `json:"dimensions"`
	Card       CardRating          `json:"card,omitempty"`
	Best       int                 `json:"best"`      // answers in which it was best
	Worst      int                 `json:"worst"`     // answers in which it was worst
	Shown      int                 `json:"shown"`     // answered questions that show it
	Readiness  *float64            `json:"readiness"` // 0 to 1; nil when no needed skill is rated
	Rated      int                 `json:"rated"`     // needed skills that are rated
	Needed     int                 `json:"needed"`    // needed skills
	Needs      []NeedResult        `json:"needs"`
	Grade      *GradeResult        `json:"grade,omitempty"` // nil if the pack has no grades or no needed skill is rated
	Week       Week                `json:"week,omitzero"`
	Try        Try                 `json:"try,omitzero"`
}

// A NeedResult is a skill that a role needs and the person's level in it, nil
// if the skill isn't rated.
type NeedResult struct {
	Skill  string `json:"skill"`
	Name   string `json:"name"`
	Needed int    `json:"needed"`
	Level  *int   `json:"level"`
}

// An AnswerResult is one question and its answer. Shown, Best and Worst are
// facets, such as "sre/error-budgets"; Texts are the options in the words shown.
type AnswerResult struct {
	Question  string   `json:"question"`
	Dimension string   `json:"dimension"`
	Prompt    string   `json:"prompt"`
	Shown     []string `json:"shown"`
	Texts     []string `json:"texts,omitempty"` // one per facet of Shown
	Best      string   `json:"best,omitempty"`
	Worst     string   `json:"worst,omitempty"`
	Skip      Skip     `json:"skip,omitempty"`
}

// Text returns an option in the words shown, or "" when they were not saved.
func (a *AnswerResult) Text(facet string) string {
	if i := slices.Index(a.Shown, facet); i >= 0 && i < len(a.Texts) {
		return a.Texts[i]
	}
	return ""
}

// Rated is the person's level in a skill; nil when it was skipped.
type Rated struct {
	Name  string `json:"name"`
	Level *int   `json:"level"`
	Skip  Skip   `json:"skip,omitempty"`
}

// A ConditionResult is a condition and whether it works for the person.
type ConditionResult struct {
	Condition string    `json:"condition"`
	Name      string    `json:"name"`
	Question  string    `json:"question"`
	Answer    Tolerance `json:"answer"`
}

// A Conflict is a condition that usually comes with a role and doesn't work for
// the person: refused at level 2 or more, or rather not at level 3.
type Conflict struct {
	Condition string    `json:"condition"`
	Name      string    `json:"name"`
	Role      string    `json:"role"`
	Level     int       `json:"level"` // how often it comes with the role; see RoleCondition
	Answer    Tolerance `json:"answer"`
	Source    Source    `json:"source"` // of the level
}

// Role returns the result of the given role, or nil.
func (r *Result) Role(id string) *RoleResult {
	for i := range r.Roles {
		if r.Roles[i].ID == id {
			return &r.Roles[i]
		}
	}
	return nil
}

// Level returns the person's level in a skill, or nil if it isn't rated.
func (r *Result) Level(skill string) *int { return r.Skills[skill].Level }
