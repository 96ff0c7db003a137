package ask

// A page is everything shown at one moment.
type page struct {
	progress    string   // part and step; empty if none
	timeLeft    string   // empty if unknown
	bar         bar      // progress bar
	notes       []string // about the last key, or the answer so far
	title       string
	tag         string // with a title: a verdict, which is drawn in a box
	text        []string
	terms       []term // drawn in two columns
	mode        mode
	instruction string                          // what the mode or the page asks for, in a sentence
	shortPrompt string                          // the same in one word, for plain mode
	body        func(width, lines int) []string // lines that are already drawn, below everything else

	choices      []choice
	cursor       int       // index of the choice that the cursor starts on; -1 if it shows only when moved
	keepPrevious func()    // action of an empty line, or nil
	keepLabel    string    // name of the kept answer, for the prompt
	commands     []command // other available keys
	continues    bool      // the page asks nothing; Enter continues
	reading      bool      // the page is a text to scroll through
}

// A term is a name and what it means.
type term struct{ name, text string }

// A mode says what a choice means.
type mode int

const (
	noMode mode = iota
	bestMode
	worstMode
)

// A choice is an item on a page that can be chosen.
type choice struct {
	key      string // a single character
	text     string
	mark     mark // the mark of a choice already made, if any
	disabled bool // choose only explains why it can't be chosen
	choose   func()
}

// label returns the text of the choice after its mark.
func (c choice) label() string {
	if c.mark == noMark {
		return c.text
	}
	return c.mark.word() + ": " + c.text
}

// A mark shows a choice already made: now, or before going back.
type mark int

const (
	noMark mark = iota
	markBest
	markWasBest
	markWasWorst
	markPrevious // where there is no best and worst
)

func (m mark) word() string {
	return [...]string{"", "best", "was best", "was worst", "your answer"}[m]
}

// A command is a key that does something other than choose.
type command struct {
	key  string // a single character, or "enter"
	name string
	run  func()
}

// A bar counts steps: those that are done, and at most how many are to come.
type bar struct{ done, left int }

// command returns the command with the given key, or nil.
func (p *page) command(key string) func() {
	for _, c := range p.commands {
		if c.key == key {
			return c.run
		}
	}
	return nil
}

// choice returns the index of the choice with the given key, or -1.
func (p *page) choice(key string) int {
	for i, c := range p.choices {
		if c.key == key {
			return i
		}
	}
	return -1
}
