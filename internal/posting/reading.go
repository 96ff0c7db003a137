package posting

// A Verdict is the kind of job that a posting describes.
type Verdict string

const (
	One   Verdict = "one"   // the posting describes one of the roles
	Mixed Verdict = "mixed" // the posting describes two of the roles
	None  Verdict = "none"  // the posting describes another job
)

// A Reading is the interpretation of a posting. Quotes are the posting's own
// words, so they must be sanitized before they are shown. Shares and
// confidences are unrounded and in [0, 1].
type Reading struct {
	Verdict Verdict      `json:"verdict"`
	Named   []string     `json:"named"` // the roles that the verdict names: none, one or two, strongest first
	Doubt   bool         `json:"doubt"` // whether too little supports the verdict to state it as fact
	Guess   bool         `json:"guess"` // whether the reading uses only the pack's wording and no model
	Title   Title        `json:"title"`
	Roles   []Role       `json:"roles"` // all roles, by score, then by id
	None    Estimate     `json:"none"`  // estimate that the posting is for another job
	Mix     Mix          `json:"mix"`
	Facets  []FacetQuote `json:"facets"`         // themes that the posting mentions; empty for a guess
	Lang    string       `json:"lang,omitempty"` // ISO 639-1 code, or empty if it couldn't be determined
	Foreign bool         `json:"foreign"`        // whether the language isn't the model's, so that there is no verdict
}

// A Title is the job's title and the roles that it names.
type Title struct {
	Text    string   `json:"text"`
	Claims  []string `json:"claims"`  // ids of the roles that the title names
	Other   bool     `json:"other"`   // whether the title is for another profession, so that it names no role
	Differs bool     `json:"differs"` // whether the title names roles, but the text alone best describes another one
}

// An Estimate is a score and its reliability: for about Share of the N postings
// that had a similar score and that the model hadn't seen, a reader agreed. In a
// Reading, the shares of all roles and of other jobs sum to 1.
type Estimate struct {
	Score float64 `json:"score"` // the model's probability
	Share float64 `json:"share"` // share of agreement; 0 if N is 0
	N     int     `json:"n"`     // number of postings with a similar score; 0 for a guess
}

// A Role describes how well a posting matches a role.
type Role struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Estimate Estimate `json:"estimate"` // estimate that a reader would assign this role
	Lines    int      `json:"lines"`    // number of lines about this role
	Evidence []Quote  `json:"evidence"` // the strongest lines, up to MaxEvidence
}

// A Mix counts the words of a posting, and its lines on each kind of topic.
type Mix struct {
	Words  int `json:"words"`  // number of words in the posting
	Lines  int `json:"lines"`  // number of lines in the posting
	Shared int `json:"shared"` // number of lines about work that fits any of the roles
	Other  int `json:"other"`  // number of lines about something else
}

// A Quote is a line of a posting that supports a role.
type Quote struct {
	Text   string  `json:"text"`   // sentence or list item
	Cut    bool    `json:"cut"`    // whether the text was cut after a word
	Marks  []Mark  `json:"marks"`  // the most important words, in text order
	Weight float64 `json:"weight"` // probability that the line is about the role
	Line   int     `json:"line"`   // line index in the document
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
