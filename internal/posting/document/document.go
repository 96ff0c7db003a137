package document

// A Document is a job posting as text.
type Document struct {
	Title    string // job title; empty if the file doesn't contain it
	Lines    []Line // lines of the posting, without the title
	Facts    Facts  // facts in the page's JobPosting data
	Language string // ISO 639-1 code; empty if there is too little text
	Notes    []Note // remarks on how the document was read
}

// A Line is a logical line: a heading, a list item or a paragraph, even if it
// takes several lines in the file. Its text is never empty, and contains no
// line breaks, control characters, or list and heading marks.
type Line struct {
	Text    string
	Section Section
	Bullet  bool
	Heading bool
	ruled   bool // whether a horizontal rule precedes it
}

// A Section is the part of a posting that a line belongs to, based on the
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

// Facts contains what a page states about its job in structured data
// (schema.org JobPosting), as written there. Fields that the page doesn't state
// are empty.
type Facts struct {
	Company   string
	Locations []string // office locations, as in "Berlin, DE"
	Remote    bool     // whether jobLocationType is TELECOMMUTE
	Regions   []string // where applicants for a remote job may live
	Contract  []string // as in "FULL_TIME"
	Salary    string   // as in "EUR 60000-80000 per YEAR"
	Posted    string   // date, as in "2026-11-23"
}

// A Note identifies a remark about how a document was read.
type Note string

// Lines returns the logical lines of plain text, Markdown or quoted mail. It
// joins wrapped paragraphs and list items, and removes list, heading, quote and
// emphasis markers. Unlike Reader.Read, it doesn't look for a title, and it
// keeps lists of other jobs.
func Lines(text string) []string {
	var out []string
	for _, l := range joinRows(splitRows(text)) {
		out = append(out, l.Text)
	}
	return out
}
