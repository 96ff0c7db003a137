package posting

// A Verdict says what kind of job a posting describes.
type Verdict string

// The verdicts.
const (
	One   Verdict = "one"   // one of the roles
	Mixed Verdict = "mixed" // two of them
	None  Verdict = "none"  // another job
)

// A Reading is what a posting says about its role. Quotes are the posting's
// own words, unchanged: sanitize them before showing them. Shares and
// confidences are in [0, 1] and not rounded.
type Reading struct {
	Verdict Verdict      `json:"verdict"`
	Named   []string     `json:"named"` // the roles that the verdict is about: none, one or two, the first one first
	Guess   bool         `json:"guess"` // nothing was learned from postings: it follows from the pack's own words
	Title   Title        `json:"title"`
	Roles   []Role       `json:"roles"` // by score, equal ones by id
	None    Estimate     `json:"none"`  // that it is another job
	Mix     Mix          `json:"mix"`
	Facets  []FacetQuote `json:"facets"`         // which themes of the roles it speaks of; empty for a guess
	Lang    string       `json:"lang,omitempty"` // ISO 639-1 code, if it could be determined
	Foreign bool         `json:"foreign"`        // the language is not the one that was learned from: there is no verdict
}

// A Title is the title of the job and what it claims.
type Title struct {
	Text    string   `json:"text"`
	Claims  []string `json:"claims"`  // the roles that it names, in the order of their ids
	Differs bool     `json:"differs"` // it names roles, and the text, read without it, speaks most for another one
}

// An Estimate is a score and what such a score meant for postings that the
// model had not seen: a reader agreed with it in Share of N.
type Estimate struct {
	Score float64 `json:"score"` // the model's probability
	Share float64 `json:"share"` // what it meant; 0 when N is 0
	N     int     `json:"n"`     // postings with about such a score; 0 for a guess
}

// A Role is how far a posting describes a role.
type Role struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Estimate Estimate `json:"estimate"` // that a reader would call it this role
	Lines    int      `json:"lines"`    // how many of its lines are about this role
	Evidence []Quote  `json:"evidence"` // those that weigh most, at most MaxEvidence
}

// A Mix is what the lines of a posting are about.
type Mix struct {
	Lines  int `json:"lines"`  // all of them
	Shared int `json:"shared"` // about work that fits any of the roles
	Other  int `json:"other"`  // about something else
}

// A Quote is a line of a posting that speaks for a role.
type Quote struct {
	Text   string  `json:"text"`   // the sentence or item
	Cut    bool    `json:"cut"`    // it is longer: the text was cut after a word
	Marks  []Mark  `json:"marks"`  // the words that weigh, in order
	Weight float64 `json:"weight"` // the probability that the line is about the role
	Line   int     `json:"line"`   // the index of the document's line that it is from
}

// MaxEvidence is how many quotes a role has at most, and MaxQuote how long one is
// at most, in bytes.
const (
	MaxEvidence = 5
	MaxQuote    = 280
)

// A Mark is a range of bytes of a quote.
type Mark struct {
	Start int `json:"start"`
	End   int `json:"end"`
}
