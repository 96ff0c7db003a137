package fit

import "slices"

// ResultSchema identifies the format of a Result.
const ResultSchema = "rolefit/result/2"

// A Result contains everything that a report says about one person's answers.
// It includes the pack's texts, so that it can be shown even after the pack has
// changed. Numbers aren't rounded.
type Result struct {
	Schema      string            `json:"schema"`
	ID          string            `json:"id"`
	Replaces    string            `json:"replaces,omitempty"` // id of the earlier result that this one replaces
	Taken       string            `json:"taken,omitempty"`    // RFC 3339
	Seed        *uint64           `json:"seed,omitempty"`     // determined the order of options; absent if unknown
	Pack        PackRef           `json:"pack"`
	Asked       int               `json:"asked"` // number of questions answered or skipped
	Answered    int               `json:"answered"`
	Skipped     int               `json:"skipped"`
	Uncounted   int               `json:"uncounted,omitempty"`   // answers whose facets the pack no longer has
	ExtraRounds int               `json:"extraRounds,omitempty"` // number of extra rounds that the person asked for
	Verdict     Verdict           `json:"verdict"`
	Reason      Reason            `json:"reason,omitempty"`
	Named       []string          `json:"named"`
	About       []string          `json:"about"`              // the roles that the verdict is about: Named, or else those that share the lead and the nearest rival
	Close       []string          `json:"close,omitempty"`    // if more than two roles are too close to call, these roles by fit, highest first
	Provisional bool              `json:"provisional"`        // whether the interview would have asked more questions
	Lead        *Lead             `json:"lead"`               // nil if fewer than two roles are judged
	Changes     int               `json:"changes"`            // number of answers that would have to change for Lead.Over to be ahead
	Dimensions  []DimensionResult `json:"dimensions"`         // one per dimension
	SetAside    string            `json:"setAside,omitempty"` // the role that was worst most often, and more often than best; empty if there is none
	Roles       []RoleResult      `json:"roles"`              // by fit, highest first, then by id; roles that aren't judged come last
	Evidence    []Evidence        `json:"evidence"`
	Gaps        []Gap             `json:"gaps"`
	Answers     []AnswerResult    `json:"answers"` // in the order asked
	Skills      map[string]Rated  `json:"skills"`
	Flags       []Flag            `json:"flags"`
	Start       string            `json:"start,omitempty"`     // where the person comes from: the id of a start, or CurrentPrefix and a role's id
	StartName   string            `json:"startName,omitempty"` // the start's name, or the role's title
	Conditions  []ConditionResult `json:"conditions"`          // answered conditions, in pack order
	Conflicts   []Conflict        `json:"conflicts"`           // conflicts of the roles that the verdict is about
}

// A PackRef identifies a version of a pack.
type PackRef struct {
	ID      string `json:"id"`
	Title   string `json:"title,omitempty"`
	Version int    `json:"version"`
	Hash    string `json:"hash"`
}

// BuiltinPack is the id of the built-in pack, which commands use by default.
const BuiltinPack = "ops-roles"

// Ref returns a reference to this version of the pack.
func (p *Pack) Ref() PackRef { return PackRef{p.ID, p.Title, p.Version, p.Hash} }

// A DimensionResult is a result based on the questions of one dimension.
type DimensionResult struct {
	Dimension string   `json:"dimension"`
	First     []string `json:"first"` // roles with the highest fit in the dimension, if that fit is above 50
	Lead      *Lead    `json:"lead"`  // lead between the two roles of the overall lead, with the higher one first; nil if either isn't judged in the dimension
	Leans     bool     `json:"leans"` // whether Lead is at least half of ClearAt
}

// noPreference is the fit that expresses no preference.
const noPreference = 50.0

// A RoleResult is the result of one role. Fit is from 0 to 100, and 50 means no
// preference. For a role that isn't judged, Fit is nil and Place is 0.
type RoleResult struct {
	ID         string              `json:"id"`
	Title      string              `json:"title"`
	Tagline    string              `json:"tagline,omitempty"`
	Impact     string              `json:"impact,omitempty"`
	Place      int                 `json:"place"`
	Fit        *float64            `json:"fit"`
	Dimensions map[string]*float64 `json:"dimensions"`
	Card       CardRating          `json:"card,omitempty"`
	Best       int                 `json:"best"`      // number of answers in which it was best
	Worst      int                 `json:"worst"`     // number of answers in which it was worst
	Shown      int                 `json:"shown"`     // number of answered questions that show it
	Readiness  *float64            `json:"readiness"` // 0 to 1; nil if no needed skill is rated
	Rated      int                 `json:"rated"`     // number of needed skills that are rated
	Needed     int                 `json:"needed"`    // number of needed skills
	Needs      []NeedResult        `json:"needs"`
	Grade      *GradeResult        `json:"grade,omitempty"` // nil if the pack has no grades or no needed skill is rated
	Week       Week                `json:"week,omitzero"`
	Try        Try                 `json:"try,omitzero"`
}

// A NeedResult is a skill that a role needs and the person's level in it, which
// is nil if the skill isn't rated.
type NeedResult struct {
	Skill  string `json:"skill"`
	Name   string `json:"name"`
	Needed int    `json:"needed"`
	Level  *int   `json:"level"`
}

// An AnswerResult is one question and its answer. Shown, Best and Worst contain
// facets, such as "sre/error-budgets". Texts contains the wording of the
// options as shown.
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

// Text returns the wording of an option as shown, or "" if it wasn't saved.
func (a *AnswerResult) Text(facet string) string {
	if i := slices.Index(a.Shown, facet); i >= 0 && i < len(a.Texts) {
		return a.Texts[i]
	}
	return ""
}

// Rated is a person's level in a skill, which is nil if the skill was skipped.
type Rated struct {
	Name  string `json:"name"`
	Level *int   `json:"level"`
	Skip  Skip   `json:"skip,omitempty"`
}

// A ConditionResult is a condition, whether it works for the person, and how
// often it comes with each role that says so; see RoleCondition.
type ConditionResult struct {
	Condition string         `json:"condition"`
	Name      string         `json:"name"`
	Question  string         `json:"question"`
	Answer    Tolerance      `json:"answer"`
	Levels    map[string]int `json:"levels,omitempty"` // by role
}

// A Conflict is a condition that comes with a role and doesn't work for the
// person: one at level 2 or more that they refuse, or one at level 3 that they
// would rather not have.
type Conflict struct {
	Condition string    `json:"condition"`
	Name      string    `json:"name"`
	Role      string    `json:"role"`
	Level     int       `json:"level"` // frequency of the condition in the role; see RoleCondition
	Answer    Tolerance `json:"answer"`
	Source    Source    `json:"source"` // source of the level
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

// RoleIDs returns the ids of the result's roles, in their order.
func (r *Result) RoleIDs() []string {
	ids := make([]string, len(r.Roles))
	for i := range r.Roles {
		ids[i] = r.Roles[i].ID
	}
	return ids
}

// Thin reports whether there are too few answers to show a fit, which would be
// near 0 or 100 for no good reason.
func (r *Result) Thin() bool {
	return r.Reason == TooFew || r.Reason == NotCompared || r.Verdict == NoRole && r.Answered < MinAnswered
}

// Level returns the person's level in a skill, or nil if it isn't rated.
func (r *Result) Level(skill string) *int { return r.Skills[skill].Level }
