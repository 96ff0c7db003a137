package posting

// A Verdict says what kind of job a posting describes.
type Verdict string

// The verdicts.
const (
	One   Verdict = "one"   // one of the roles
	Mixed Verdict = "mixed" // two of them
	None  Verdict = "none"  // another job
)

// A Reading is the interpretation of a posting. Quotes are the posting's own
// words, unchanged: sanitize them before showing them. Shares and confidences
// are unrounded values in [0, 1].
type Reading struct {
	Verdict Verdict      `json:"verdict"`
	Named   []string     `json:"named"` // the roles that the verdict is about: none, one or two, strongest first
	Guess   bool         `json:"guess"` // the reading is based only on the pack's own words, not on a model
	Title   Title        `json:"title"`
	Roles   []Role       `json:"roles"` // by score, then by id
	None    Estimate     `json:"none"`  // estimate that it is another job
	Mix     Mix          `json:"mix"`
	Facets  []FacetQuote `json:"facets"`         // themes of the roles that it mentions; empty for a guess
	Lang    string       `json:"lang,omitempty"` // ISO 639-1 code, or empty if it couldn't be determined
	Foreign bool         `json:"foreign"`        // the language isn't the one that was learned from, so there is no verdict
}

// A Title is the job's title and the roles that it names.
type Title struct {
	Text    string   `json:"text"`
	Claims  []string `json:"claims"`  // roles that it names, by id
	Differs bool     `json:"differs"` // it names roles, but the text alone describes a different one best
}

// An Estimate is a score and how often such scores were right: of N postings that
// the model hadn't seen, a reader agreed with it in this Share.
type Estimate struct {
	Score float64 `json:"score"` // the model's probability
	Share float64 `json:"share"` // share of agreement; 0 if N is 0
	N     int     `json:"n"`     // number of postings with a similar score; 0 for a guess
}

// A Role says how well a posting describes a role.
type Role struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Estimate Estimate `json:"estimate"` // estimate that a reader would assign this role
	Lines    int      `json:"lines"`    // number of lines about this role
	Evidence []Quote  `json:"evidence"` // the strongest lines, at most MaxEvidence
}

// A Mix counts what the lines of a posting are about.
type Mix struct {
	Lines  int `json:"lines"`  // number of lines
	Shared int `json:"shared"` // about work that fits any of the roles
	Other  int `json:"other"`  // about something else
}

// A Quote is a line of a posting that supports a role.
type Quote struct {
	Text   string  `json:"text"`   // the sentence or list item
	Cut    bool    `json:"cut"`    // whether the text was cut after a word
	Marks  []Mark  `json:"marks"`  // the most important words, in order
	Weight float64 `json:"weight"` // the probability that the line is about the role
	Line   int     `json:"line"`   // index of its line in the document
}

// MaxEvidence is the maximum number of quotes for a role, and MaxQuote the
// maximum length of a quote in bytes.
const (
	MaxEvidence = 5
	MaxQuote    = 280
)

// A Mark is a byte range in a quote.
type Mark struct {
	Start int `json:"start"`
	End   int `json:"end"`
}
