package render

// A doc is a page before a format has drawn it. Its strings are plain text:
// formats escape them, and nothing in them is markup.
type doc struct {
	Title    string
	Subtitle string
	Sections []section
}

// A section is blocks under a heading; the first one has none.
type section struct {
	Heading string
	Blocks  []block
}

func (d *doc) add(heading string, blocks ...block) {
	if len(blocks) > 0 {
		d.Sections = append(d.Sections, section{heading, blocks})
	}
}

// A block is one of the types below. Formats switch on the type.
type block any

// A paraKind says how much weight a paragraph has.
type paraKind string

const (
	body    paraKind = "body"
	verdict paraKind = "verdict" // the sentence that the page is about
	note    paraKind = "note"    // how to read what follows
)

type para struct {
	Kind paraKind
	Text string
}

// A subheading heads what follows it within a section.
type subheading struct{ Text string }

// A list is items that are read one by one.
type list struct{ Items []item }

// An item is a text, with a label before it, a note after it, and a mark in
// place of the bullet, each optional.
type item struct{ Mark, Label, Text, Note string }

// A command is something to type, and what for.
type command struct{ Text, Command string }

// A table has a head and rows of as many cells; columns from Numbers on hold
// numbers.
type table struct {
	Head    []string
	Rows    [][]string
	Numbers int
}

// A grid sets texts side by side, one column per head, row by row under a
// label.
type grid struct {
	Heads []string
	Rows  []gridRow
}

type gridRow struct {
	Label string
	Cells []string
}

// A fitChart is how the roles stand: 0 to 100 each, 50 is what no preference
// gives.
type fitChart struct {
	Dimensions []string
	Rows       []fitRow
}

type fitRow struct {
	Place string // "" when not judged
	Title string
	Fit   *float64
	Parts []*float64 // per dimension
	Named bool       // by the verdict
}

// A leadChart is the lead beside what luck alone gives.
type leadChart struct {
	Leader, Other  string
	Points, Chance float64
}

// A needChart is what one has of each skill that a role needs.
type needChart struct {
	Title   string
	Summary string
	Rows    []needRow
}

type needRow struct {
	Name   string
	Needed int
	Level  *int // nil when not rated
}

// quotes are answers that speak for a role; without any, None says so.
type quotes struct {
	Title string
	Items []quote
	None  string
}

type quote struct {
	Prompt           string
	For              bool // for the leading role; else for the second
	Best, BestRole   string
	Worst, WorstRole string
	Points           int // of the lead
}

// The marks of what speaks for a role and against it.
const (
	markFor     = "+"
	markAgainst = "-"
)
