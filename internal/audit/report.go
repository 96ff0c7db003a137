package audit

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// Schema identifies the format of a Report.
const Schema = "rolefit/audit/2"

// A Report is the outcome of an audit. Shares are unrounded and range from 0 to
// 1. Each StdErr is the standard error of a simulated share. Roles are
// identified by id.
type Report struct {
	Schema     string        `json:"schema"`
	Pack       fit.PackRef   `json:"pack"`
	Roles      []Role        `json:"roles"`
	People     int           `json:"people"` // number of people simulated for each row of Table
	Seed       uint64        `json:"seed"`
	Interviews Interviews    `json:"interviews"`
	Structure  Structure     `json:"structure"`
	Order      []Permutation `json:"order"`
	Table      []Row         `json:"table"`   // one row per rho; the first is for random answers
	Renamed    []RoleRow     `json:"renamed"` // random answers with other role ids; several rows for each role
	Nicer      []Nicer       `json:"nicer"`
	Hybrids    []Hybrid      `json:"hybrids"`
	Wishes     []Wish        `json:"wishes"`
	Observed   *Observed     `json:"observed,omitempty"`
	Checks     []Check       `json:"checks"`
	Findings   []Finding     `json:"findings"` // most urgent first
}

// A Role is a role of the pack.
type Role struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Interviews describes the simulated interviews. A pack with more roles than
// fit into an interview is audited with several subsets of its roles, in which
// all roles occur about equally often.
type Interviews struct {
	Roles     int        `json:"roles"`
	Choices   [][]string `json:"choices,omitempty"` // subsets of roles; omitted if one interview covers all roles
	Assembled bool       `json:"assembled"`         // whether questions are assembled from the facets
	Rounds    []int      `json:"rounds"`
	Questions int        `json:"questions"` // number of questions in all quizzes together
}

// A Row describes the simulated people with one value of rho.
type Row struct {
	Rho       float64        `json:"rho"`      // share of an answer's variance that is stable preference
	TopRight  float64        `json:"topRight"` // how often the role that the person likes best leads
	StdErr    float64        `json:"stdErr"`
	Questions float64        `json:"questions"` // mean number of questions asked
	Verdicts  []VerdictShare `json:"verdicts"`  // without the verdict none, which requires role cards
	Roles     []RoleRow      `json:"roles"`

	// A second interview with the same people and new noise.
	Same       float64 `json:"same"`       // how often the same role leads in both interviews
	SameStdErr float64 `json:"sameStdErr"` // standard error of Same
	SameClear  float64 `json:"sameClear"`  // Same among people whose first verdict is clear
}

// A VerdictShare is how often a verdict occurs, and how often it names the role
// that the person likes best. Right is nil for undecided, which names no role,
// and for a verdict that didn't occur.
type VerdictShare struct {
	Verdict fit.Verdict `json:"verdict"`
	Share   float64     `json:"share"`
	Right   *float64    `json:"right"`
}

// A RoleRow is the part of a row that's about one role. First is based on
// everyone who was asked about the role, and TopRight and Verdicts on those who
// like it best.
type RoleRow struct {
	Role           string         `json:"role"`
	First          float64        `json:"first"`    // how often the role leads
	Expected       float64        `json:"expected"` // equal share
	StdErr         float64        `json:"stdErr"`   // standard error of First
	TopRight       float64        `json:"topRight"` // how often the role leads
	TopRightStdErr float64        `json:"topRightStdErr"`
	Verdicts       []VerdictShare `json:"verdicts"`
}

// A Nicer is how often a role leads if its options are nicer to everyone, by
// this number of standard deviations of an option's utility.
type Nicer struct {
	Role     string  `json:"role"`
	By       float64 `json:"by"`
	Rho      float64 `json:"rho"`
	First    float64 `json:"first"`
	Expected float64 `json:"expected"` // equal share
	StdErr   float64 `json:"stdErr"`
}

// A Hybrid describes people who like two roles equally, and more than all
// others.
type Hybrid struct {
	Rho       float64        `json:"rho"`
	Questions float64        `json:"questions"`
	Verdicts  []VerdictShare `json:"verdicts"` // here, a verdict is right if it names only one or both of the two roles
	Both      float64        `json:"both"`     // share of toss-ups that name both roles
	OneOfTwo  float64        `json:"oneOfTwo"` // share of clear or leaning verdicts for one of the two roles
	TopRight  float64        `json:"topRight"` // how often one of the two roles leads
	StdErr    float64        `json:"stdErr"`   // standard error of Both
}

// A Wish describes the verdicts of people who give the same opinion of all
// roles: they rate every role card the same, or skip questions because nothing
// appeals.
type Wish struct {
	Wish     string         `json:"wish"`
	Rho      float64        `json:"rho"`
	People   int            `json:"people"`
	Verdicts []VerdictShare `json:"verdicts"` // in the order of fit.Verdicts; Right is nil
}

// A Permutation describes what was reordered, and how many verdicts that
// changed for the same answers.
type Permutation struct {
	What     string `json:"what"`
	Through  string `json:"through"` // "the interview" or "all questions answered"
	Compared int    `json:"compared"`
	Changed  int    `json:"changed"`
}

// A Check is a figure and the limit that it must keep.
type Check struct {
	Name     string   `json:"name"`
	What     string   `json:"what"`
	Figure   float64  `json:"figure"`
	StdErr   float64  `json:"stdErr"` // standard error of a simulated figure
	Limit    float64  `json:"limit"`
	AtMost   bool     `json:"atMost"`   // whether the limit is a maximum
	Share    bool     `json:"share"`    // whether the figure is a share
	Severity Severity `json:"severity"` // severity of breaking the limit
	OK       bool     `json:"ok"`
	Unsure   bool     `json:"unsure"` // whether the figure is OK only within its standard error
}

// A Severity describes how serious a finding is.
type Severity string

// Severities, most severe first. Only an error fails a pack.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// A Finding is a problem or something else that the pack's author should know.
type Finding struct {
	Severity Severity `json:"severity"`
	Check    string   `json:"check,omitempty"` // name of the failed check, or empty
	What     string   `json:"what"`
	Why      string   `json:"why"`
	Fix      string   `json:"fix"`
}

// Failed reports whether any finding is an error.
func (r *Report) Failed() bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Severity == Error })
}
