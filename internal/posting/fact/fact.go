package fact

// A Fact is one thing that a posting states about the job.
type Fact struct {
	Kind   Kind   `json:"kind"`
	Value  string `json:"value"`            // in a comparable form that depends on the Kind
	Quote  string `json:"quote"`            // sentence that states the fact, shortened if it is long
	Start  int    `json:"start"`            // start of the byte range in Quote that states the fact
	End    int    `json:"end"`              //
	Line   int    `json:"line"`             // line index, or -1 for the title
	Pay    *Pay   `json:"pay,omitempty"`    // nil unless Kind is Salary
	Detail string `json:"detail,omitempty"` // terms of on-call or travel, as in "1 week in 8, paid", which hours besides nights, or the level of a language
	Source string `json:"source,omitempty"` // who considers it a red flag; empty unless Kind is RedFlag
}

// A Kind is the subject of a fact.
type Kind string

// The kinds of facts, each with its possible values.
const (
	OnCall     Kind = "on-call"    // yes, no
	Shifts     Kind = "shifts"     // yes, no
	Nights     Kind = "nights"     // yes, no: nights, evenings or work after hours
	Weekends   Kind = "weekends"   // yes, no
	Seniority  Kind = "seniority"  // intern, junior, mid, senior, lead, staff, principal, manager
	Experience Kind = "experience" // years, as in "3+" or "3-5"
	Location   Kind = "location"   // place as written
	Workplace  Kind = "workplace"  // remote, hybrid, on-site
	TimeZone   Kind = "time-zone"  // yes: a required time zone or working hours
	Salary     Kind = "salary"     // as in "USD 120000-150000 per year"
	Equity     Kind = "equity"     // yes, no
	Contract   Kind = "contract"   // full-time, part-time, permanent, contract, temporary, internship
	Clearance  Kind = "clearance"  // yes (held already), obtainable, preferred, no
	Screening  Kind = "screening"  // background-check, drug-test
	Visa       Kind = "visa"       // sponsored, not-sponsored, citizens (only), residents (citizens or permanent residents), authorization
	Degree     Kind = "degree"     // required, or-equivalent, preferred, not-required
	Language   Kind = "language"   // languages that one must know, as in "German" or "Danish or Swedish"
	Travel     Kind = "travel"     // yes, no
	Team       Kind = "team"       // yes: the team's size, or the person that the job reports to
	Coding     Kind = "coding"     // yes: the share of time spent coding
	RedFlag    Kind = "red-flag"   // an id, as in "many-hats"
)

// Pay is a stated salary.
type Pay struct {
	Currency string  `json:"currency"`         // ISO 4217, "$" or "kr" if the posting doesn't show which, or empty if not stated
	Min      float64 `json:"min"`              // 0 if only a maximum is stated
	Max      float64 `json:"max"`              // 0 if only a minimum is stated
	Per      string  `json:"per"`              // year, month, week, day, hour
	Target   bool    `json:"target,omitempty"` // whether it includes commission for reaching targets
}

// A Skill is a topic that the posting mentions.
type Skill struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Need  Need   `json:"need"`
	Quote string `json:"quote"`
	Start int    `json:"start"` // start of the byte range in Quote
	End   int    `json:"end"`
	Line  int    `json:"line"`
}

// A Need describes how much a posting wants a skill.
type Need string

const (
	Required  Need = "required"
	Welcome   Need = "nice-to-have"
	Mentioned Need = "mentioned" // named elsewhere, for example among the duties
)

// A Question is a question for the job hunter to ask in an interview.
type Question struct {
	About Kind   `json:"about"`
	Text  string `json:"text"`
	Quote string `json:"quote,omitempty"` // statement that it follows up on; empty if the posting doesn't mention the subject
}

// A Report contains what a posting states that matters to a job hunter.
type Report struct {
	Facts    []Fact            `json:"facts"`    // by kind, then by position
	Skills   []Skill           `json:"skills"`   // required first, then in topic order
	Mentions map[string]string `json:"mentions"` // sentences that mention conditions, by condition
	Open     []Question        `json:"open"`
}
