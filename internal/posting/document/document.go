package document

// A Document is one job posting as text.
type Document struct {
	Title    string // of the job; "" when the file does not name it
	Lines    []Line // without the title
	Facts    Facts  // what the page's JobPosting data states
	Language string // ISO 639-1 code, or "" when there is too little text
	Notes    []Note // what a reader of the result should know
}

// A Line is a logical line: a heading, an item of a list or a paragraph,
// however many lines it has in the file. Its text is never empty and holds no
// line break, no control character and no mark of a list or heading.
type Line struct {
	Text    string
	Section Section
	Bullet  bool
	Heading bool
	ruled   bool // a drawn line is above it
}

// A Section is the part of a posting that a line belongs to, by the heading above it.
type Section int

// The sections of a posting.
const (
	Unknown      Section = iota // before the first heading that is understood
	Duties                      // what one does there
	Requirements                // what one must bring
	NiceToHave                  // what would be welcome
	Company                     // who they are
	Offer                       // what they give
)

var sectionNames = [...]string{"unknown", "duties", "requirements", "nice-to-have", "company", "offer"}

// String returns the name of a section, as in "nice-to-have".
func (s Section) String() string { return sectionNames[s] }

// Facts are what a page states about its job in a form for machines
// (schema.org JobPosting), as written there; empty where it does not say.
type Facts struct {
	Company   string
	Locations []string // of the office, as in "Berlin, DE"
	Remote    bool     // jobLocationType is TELECOMMUTE
	Regions   []string // where applicants of a remote job may live
	Contract  []string // as in "FULL_TIME"
	Salary    string   // as in "EUR 60000-80000 per YEAR"
	Posted    string   // date, as in "2026-11-23"
}

// A Note is the code of a remark on how a document was read.
type Note string

// Lines returns the logical lines of plain text, Markdown or quoted mail:
// paragraphs and list items that were wrapped are joined, and the marks of
// lists, headings, quotes and emphasis are removed. Unlike Reader.Read it looks
// for no title, and keeps lists of other jobs.
func Lines(text string) []string {
	var out []string
	for _, l := range joinRows(splitRows(text)) {
		out = append(out, l.Text)
	}
	return out
}
