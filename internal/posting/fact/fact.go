package fact

// A Fact is one thing that a posting states about the job.
type Fact struct {
	Kind   Kind   `json:"kind"`
	Value  string `json:"value"`            // in a form that can be compared; each Kind documents its values
	Quote  string `json:"quote"`            // the sentence that says so, cut when it is long
	Start  int    `json:"start"`            // the words in Quote that say so, in bytes
	End    int    `json:"end"`              //
	Line   int    `json:"line"`             // index of the line, -1 for the title
	Pay    *Pay   `json:"pay,omitempty"`    // of a Salary
	Source string `json:"source,omitempty"` // of a RedFlag: who says that it is one
}

// A Kind is what a fact is about.
type Kind string

// The kinds of facts, with their values.
const (
	OnCall     Kind = "on-call"    // yes, no
	Shifts     Kind = "shifts"     // yes, no: shifts, nights, weekends, work after hours
	Seniority  Kind = "seniority"  // intern, junior, mid, senior, lead, staff, principal, manager
	Experience Kind = "experience" // years, as in "3+" or "3-5"
	Location   Kind = "location"   // the place as written
	Workplace  Kind = "workplace"  // remote, hybrid, on-site
	TimeZone   Kind = "time-zone"  // yes: a time zone or hours to be worked in
	Salary     Kind = "salary"     // as in "USD 120000-150000 per year"
	Equity     Kind = "equity"     // yes, no
	Contract   Kind = "contract"   // full-time, part-time, permanent, contract, temporary, internship
	Clearance  Kind = "clearance"  // yes, no
	Visa       Kind = "visa"       // sponsored, not-sponsored, citizens, authorization
	Degree     Kind = "degree"     // required, or-equivalent, preferred, not-required
	Travel     Kind = "travel"     // yes, no
	Team       Kind = "team"       // yes: its size, or whom the job reports to
	Coding     Kind = "coding"     // yes: the share of coding
	RedFlag    Kind = "red-flag"   // an id, as in "many-hats"
)

// Pay is a stated salary in whole units of its currency.
type Pay struct {
	Currency string `json:"currency"` // ISO 4217, "" when it is not stated
	Min      int    `json:"min"`      // 0 for 'up to'
	Max      int    `json:"max"`      // 0 for 'from'
	Per      string `json:"per"`      // year, month, day, hour
}

// A Skill is a topic that the posting mentions.
type Skill struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Need  Need   `json:"need"`
	Quote string `json:"quote"`
	Start int    `json:"start"` // the words in Quote, in bytes
	End   int    `json:"end"`
	Line  int    `json:"line"`
}

// A Need is how much a posting wants a skill.
type Need string

// The needs, the strongest first.
const (
	Required  Need = "required"
	Welcome   Need = "nice-to-have"
	Mentioned Need = "mentioned" // among the duties, say
)

// A Question is one to ask in an interview.
type Question struct {
	About Kind   `json:"about"`
	Text  string `json:"text"`
	Quote string `json:"quote,omitempty"` // what it asks about; "" when the posting says nothing
}

// A Report is what a posting says to a job hunter.
type Report struct {
	Facts  []Fact     `json:"facts"`  // by kind, then by place
	Skills []Skill    `json:"skills"` // required first, then in the order of the topics
	Open   []Question `json:"open"`
}

// Of returns the facts of a kind.
func (r *Report) Of(k Kind) []Fact {
	var out []Fact
	for _, f := range r.Facts {
		if f.Kind == k {
			out = append(out, f)
		}
	}
	return out
}
