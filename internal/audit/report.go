package audit

import "github.com/rolefit/rolefit/internal/fit"

// Schema names the form of a Report.
const Schema = "rolefit/audit/1"

// A Report is what an audit found. Shares are from 0 to 1, and exact: they
// are rounded where they are shown. Roles are named by id.
type Report struct {
	Schema     string        `json:"schema"`
	Pack       fit.PackRef   `json:"pack"`
	Roles      []Role        `json:"roles"`
	People     int           `json:"people"` // simulated for each row of Table
	Seed       uint64        `json:"seed"`
	Interviews Interviews    `json:"interviews"`
	Structure  Structure     `json:"structure"`
	Order      []Permutation `json:"order"`
	Table      []Row         `json:"table"` // the first row is of random answers
	Nicer      []Nicer       `json:"nicer"`
	Hybrids    []Hybrid      `json:"hybrids"`
	Sessions   *Sessions     `json:"sessions,omitempty"`
	Checks     []Check       `json:"checks"`
	Findings   []Finding     `json:"findings"` // what to mend first comes first
}

// Role names a role of the pack.
type Role struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Interviews says what was simulated: interviews of so many roles. A pack with
// more roles than an interview takes is audited in several choices of them, in
// which each role takes part about equally often.
type Interviews struct {
	Roles     int        `json:"roles"`
	Choices   [][]string `json:"choices,omitempty"` // absent when an interview takes all roles
	Assembled bool       `json:"assembled"`         // the questions are made from the facets
	Sets      []int      `json:"sets"`
	Questions int        `json:"questions"` // of the bank, over all choices
}

// A Row is what the simulated people of one rho got. Errors are standard
// errors of the share beside them.
type Row struct {
	Rho       float64        `json:"rho"` // share of one answer that is stable preference
	TopRight  float64        `json:"topRight"`
	Error     float64        `json:"error"`     // of TopRight
	Questions float64        `json:"questions"` // mean
	Verdicts  []VerdictShare `json:"verdicts"`  // surest first
	Roles     []RoleRow      `json:"roles"`

	// A second interview of the same people, with fresh noise.
	Same      float64 `json:"same"`      // the same role first in both
	SameError float64 `json:"sameError"` // of Same
	SameClear float64 `json:"sameClear"` // the same, among those whose first verdict is clear
}

// A VerdictShare is how often a verdict is given and how often it then names
// the role that the person likes best; nil for undecided, which names none,
// and for a verdict that was never given.
type VerdictShare struct {
	Verdict fit.Verdict `json:"verdict"`
	Share   float64     `json:"share"`
	Right   *float64    `json:"right"`
}

// A RoleRow is one role in a row. The first three figures are over all who
// were asked about the role, the others over those who like it best.
type RoleRow struct {
	Role     string         `json:"role"`
	First    float64        `json:"first"` // it comes first
	Expected float64        `json:"expected"`
	Error    float64        `json:"error"`    // of First
	TopRight float64        `json:"topRight"` // it comes first, among those who like it best
	TopError float64        `json:"topError"`
	Verdicts []VerdictShare `json:"verdicts"`
}

// Nicer is the share that a role gets when its options are nicer to everybody
// by so much, in standard deviations of an option's utility.
type Nicer struct {
	Role  string  `json:"role"`
	By    float64 `json:"by"`
	Rho   float64 `json:"rho"`
	First float64 `json:"first"`
	Fair  float64 `json:"fair"` // what it would get if they were not
	Error float64 `json:"error"`
}

// A Hybrid is what people get who like two roles equally, and best.
type Hybrid struct {
	Rho       float64        `json:"rho"`
	Questions float64        `json:"questions"`
	Verdicts  []VerdictShare `json:"verdicts"`  // Right: it names one of the two, and no other
	Both      float64        `json:"both"`      // a toss-up that names both
	OneOfTwo  float64        `json:"oneOfTwo"`  // clear or leaning to one of the two
	FirstIsIn float64        `json:"firstIsIn"` // the role that comes first is one of the two
	Error     float64        `json:"error"`     // of Both
}

// A Permutation is something put in another order, and how many of the
// verdicts over the same answers changed by it.
type Permutation struct {
	What     string `json:"what"`
	Through  string `json:"through"` // the interview plan, or all questions answered
	Compared int    `json:"compared"`
	Changed  int    `json:"changed"`
}

// A Check is a figure beside the limit that it must keep.
type Check struct {
	Name     string   `json:"name"`
	What     string   `json:"what"`
	Figure   float64  `json:"figure"`
	Error    float64  `json:"error"` // standard error of a simulated figure
	Limit    float64  `json:"limit"`
	Most     bool     `json:"most"`     // the limit is the most that the figure may be, not the least
	Share    bool     `json:"share"`    // the figure is a share, not a number
	Severity Severity `json:"severity"` // of breaking it
	OK       bool     `json:"ok"`
}

// Severity says how much a finding matters.
type Severity string

// The severities, gravest first. Only an error fails a pack.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// A Finding is something about the pack that its author should know.
type Finding struct {
	Severity Severity `json:"severity"`
	Check    string   `json:"check,omitempty"` // the check that is broken, with the figures
	What     string   `json:"what"`
	Why      string   `json:"why"`
	Mend     string   `json:"mend"`
}

// Failed says whether the pack failed: whether a finding is an error.
func (r *Report) Failed() bool {
	for _, f := range r.Findings {
		if f.Severity == Error {
			return true
		}
	}
	return false
}
