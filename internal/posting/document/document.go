package document

// A Document is a job posting as text.
type Document struct {
	Title    string // title of the job; empty if the file doesn't name it
	Lines    []Line // lines of the posting, without the title
	Facts    Facts  // facts in the page's JobPosting data
	Language string // ISO 639-1 code, or empty if there is too little text
	Notes    []Note // remarks on how the document was read
}

// A Line is a logical line: a heading, a list item or a paragraph, regardless
// of the number of lines it takes in the file. Its text is never empty and
// contains no line breaks, control characters, or list and heading marks.
type Line struct {
	Text    string
	Section Section
	Bullet  bool
	Heading bool
	ruled   bool // whether a horizontal rule is above it
}

// A Section is the part of a posting that a line belongs to, according to the
// heading above it.
type Section int

// Sections of a posting.
const (
	Unknown      Section = iota // before the first recognized heading
	Duties                      // duties of the job
	Requirements                // requirements
	NiceToHave                  // nice-to-haves
	Company                     // about the company
	Offer                       // what the company offers
)

var sectionNames = [...]string{"unknown", "duties", "requirements", "nice-to-have", "company", "offer"}

// String returns the name of a section, as in "nice-to-have".
func (s Section) String() string { return sectionNames[s] }

// Facts holds what a page states about its job in machine-readable form
// (schema.org JobPosting), as written there. Fields are empty if the page
// doesn't state them.
type Facts struct {
	Company   string
	Locations []string // location of the office, as in "Berlin, DE"
	Remote    bool     // jobLocationType is TELECOMMUTE
	Regions   []string // where applicants for a remote job may live
	Contract  []string // as in "FULL_TIME"
	Salary    string   // as in "EUR 60000-80000 per YEAR"
	Posted    string   // date, as in "2026-11-23"
}

// A Note is a code for a remark on how a document was read.
type Note string

// Lines returns the logical lines of plain text, Markdown or quoted mail. It
// joins wrapped paragraphs and list items, and removes the marks of lists,
// headings, quotes and emphasis. Unlike Reader.Read, it doesn't look for a
// title and keeps lists of other jobs.
func Lines(text string) []string {
	var out []string
	for _, l := range joinRows(splitRows(text)) {
		out = append(out, l.Text)
	}
	return out
}
