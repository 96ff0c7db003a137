package audit

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// Schema identifies the format of a Report.
const Schema = "rolefit/audit/2"

// A Report is the outcome of an audit. Shares are exact and range from 0 to 1;
// renderers round them. Each StdErr is the standard error of a simulated share.
// Roles are identified by id.
type Report struct {
	Schema     string        `json:"schema"`
	Pack       fit.PackRef   `json:"pack"`
	Roles      []Role        `json:"roles"`
	People     int           `json:"people"` // simulated for each row of Table
	Seed       uint64        `json:"seed"`
	Interviews Interviews    `json:"interviews"`
	Structure  Structure     `json:"structure"`
	Order      []Permutation `json:"order"`
	Table      []Row         `json:"table"`   // the first row is for random answers
	Renamed    []RoleRow     `json:"renamed"` // random answers, when the roles have other ids; several rows for each role
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
// fit into an interview is audited with several subsets of its roles, with each
// role in about equally many.
type Interviews struct {
	Roles     int        `json:"roles"`
	Choices   [][]string `json:"choices,omitempty"` // omitted if one interview covers all roles
	Assembled bool       `json:"assembled"`         // whether questions are assembled from the facets
	Rounds    []int      `json:"rounds"`
	Questions int        `json:"questions"` // of all quizzes together
}

// A Row describes the simulated people with one value of rho.
type Row struct {
	Rho       float64        `json:"rho"`      // share of an answer's variance that is stable preference
	TopRight  float64        `json:"topRight"` // the role that the person likes best leads
	StdErr    float64        `json:"stdErr"`
	Questions float64        `json:"questions"` // mean
	Verdicts  []VerdictShare `json:"verdicts"`  // without none, which takes the role cards
	Roles     []RoleRow      `json:"roles"`

	// A second interview of the same people, with new noise.
	Same       float64 `json:"same"`       // the same role leads in both interviews
	SameStdErr float64 `json:"sameStdErr"` // of Same
	SameClear  float64 `json:"sameClear"`  // the same, among people whose first verdict is clear
}

// A VerdictShare is how often a verdict occurs, and how often it names the role
// that the person likes best. Right is nil for undecided, which names no role,
// and for a verdict that didn't occur.
type VerdictShare struct {
	Verdict fit.Verdict `json:"verdict"`
	Share   float64     `json:"share"`
	Right   *float64    `json:"right"`
}

// A RoleRow describes one role in a row. First covers everyone who was asked
// about the role; TopRight and Verdicts cover those who like it best.
type RoleRow struct {
	Role           string         `json:"role"`
	First          float64        `json:"first"`    // the role leads
	Expected       float64        `json:"expected"` // an equal share
	StdErr         float64        `json:"stdErr"`   // of First
	TopRight       float64        `json:"topRight"` // the role leads
	TopRightStdErr float64        `json:"topRightStdErr"`
	Verdicts       []VerdictShare `json:"verdicts"`
}

// Nicer is how often a role leads when its options are nicer to everyone, by
// the given number of standard deviations of an option's utility.
type Nicer struct {
	Role     string  `json:"role"`
	By       float64 `json:"by"`
	Rho      float64 `json:"rho"`
	First    float64 `json:"first"`
	Expected float64 `json:"expected"` // an equal share
	StdErr   float64 `json:"stdErr"`
}

// A Hybrid describes people who like two roles equally, and better than all
// others.
type Hybrid struct {
	Rho       float64        `json:"rho"`
	Questions float64        `json:"questions"`
	Verdicts  []VerdictShare `json:"verdicts"` // Right means that it names only one or both of the two roles
	Both      float64        `json:"both"`     // a toss-up that names both
	OneOfTwo  float64        `json:"oneOfTwo"` // clear or leaning verdicts for one of the two
	TopRight  float64        `json:"topRight"` // one of the two leads
	StdErr    float64        `json:"stdErr"`   // of Both
}

// A Wish is what happens to people who say the same about all roles: by rating
// every role card the same or by skipping questions because nothing appeals.
type Wish struct {
	Wish     string         `json:"wish"`
	Rho      float64        `json:"rho"`
	People   int            `json:"people"`
	Verdicts []VerdictShare `json:"verdicts"` // in the order of fit.Verdicts; Right is nil
}

// A Permutation is something put in another order, and how many verdicts of the
// same answers that changed.
type Permutation struct {
	What     string `json:"what"`
	Through  string `json:"through"` // following the interview, or with all questions answered
	Compared int    `json:"compared"`
	Changed  int    `json:"changed"`
}

// A Check is a figure and its limit.
type Check struct {
	Name     string   `json:"name"`
	What     string   `json:"what"`
	Figure   float64  `json:"figure"`
	StdErr   float64  `json:"stdErr"` // standard error of a simulated figure
	Limit    float64  `json:"limit"`
	AtMost   bool     `json:"atMost"`   // whether the limit is an upper one
	Share    bool     `json:"share"`    // whether the figure is a share
	Severity Severity `json:"severity"` // the severity of breaking the limit
	OK       bool     `json:"ok"`
	Unsure   bool     `json:"unsure"` // whether it is OK only because of the standard error
}

// A Severity says how serious a finding is.
type Severity string

// The severities, most severe first. Only an error fails a pack.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// A Finding is a problem or a notable fact that the pack's author should know
// about.
type Finding struct {
	Severity Severity `json:"severity"`
	Check    string   `json:"check,omitempty"` // name of the failed check, if any
	What     string   `json:"what"`
	Why      string   `json:"why"`
	Fix      string   `json:"fix"`
}

// Failed reports whether the pack failed, that is, whether any finding is an
// error.
func (r *Report) Failed() bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Severity == Error })
}
