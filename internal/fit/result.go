package fit

// ResultSchema identifies the format of a Result.
const ResultSchema = "rolefit/result/2"

// A Result holds everything that a report says about one person's answers. It
// includes the pack's texts, so that it can be shown even after the pack has
// changed. Numbers are exact; renderers round them.
type Result struct {
	Schema      string            `json:"schema"`
	ID          string            `json:"id"`
	Taken       string            `json:"taken,omitempty"` // RFC 3339
	Pack        PackRef           `json:"pack"`
	Asked       int               `json:"asked"` // answered and skipped
	Answered    int               `json:"answered"`
	Skipped     int               `json:"skipped"`
	Verdict     Verdict           `json:"verdict"`
	Reason      Reason            `json:"reason,omitempty"`
	Named       []string          `json:"named"`
	About       []string          `json:"about"`              // the roles that the verdict is about: Named, or else those that share the lead and the nearest rival
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
	Cards       *CardsResult      `json:"cards,omitempty"`
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
	Best       int                 `json:"best"`      // number of answers in which it was best
	Worst      int                 `json:"worst"`     // number of answers in which it was worst
	Shown      int                 `json:"shown"`     // number of answered questions that show it
	Readiness  *float64            `json:"readiness"` // 0 to 1; nil if no needed skill is rated
	Rated      int                 `json:"rated"`     // number of needed skills that are rated
	Needed     int                 `json:"needed"`    // number of needed skills
	Needs      []NeedResult        `json:"needs"`
}

// A NeedResult is a skill that a role needs and the person's level in it, nil
// if the skill isn't rated.
type NeedResult struct {
	Skill  string `json:"skill"`
	Name   string `json:"name"`
	Needed int    `json:"needed"`
	Level  *int   `json:"level"`
}

// An AnswerResult is a question and its answer. Shown, Best and Worst are
// facets, such as "sre/error-budgets".
type AnswerResult struct {
	Question  string   `json:"question"`
	Dimension string   `json:"dimension"`
	Prompt    string   `json:"prompt"`
	Shown     []string `json:"shown"`
	Best      string   `json:"best,omitempty"`
	Worst     string   `json:"worst,omitempty"`
	Skip      Skip     `json:"skip,omitempty"`
}

// A Rated is the person's level in a skill, nil if it was skipped.
type Rated struct {
	Name  string `json:"name"`
	Level *int   `json:"level"`
	Skip  Skip   `json:"skip,omitempty"`
}

// A CardsResult is the answer about the role cards, and whether it agrees with
// the verdict. It agrees if the best card's role is one that the verdict is
// about, and the worst card's role isn't.
type CardsResult struct {
	Best   string `json:"best,omitempty"`
	Worst  string `json:"worst,omitempty"`
	Skip   Skip   `json:"skip,omitempty"`
	Agrees bool   `json:"agrees"`
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
