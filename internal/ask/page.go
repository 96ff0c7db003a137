package ask

// A page is everything on the screen at one moment.
type page struct {
	progress    string   // part and step, or empty
	timeLeft    string   // empty if unknown
	bar         bar      // progress bar
	notes       []string // about the last key or the answer so far
	title       string
	tag         string // confidence of a verdict; a page with a tag has its title in a box
	text        []string
	terms       []term // drawn in two columns
	mode        mode
	instruction string // what to do, in a sentence
	shortPrompt string // what to do, in a word, for plain mode
	// body returns lines that are already drawn, to show below everything else,
	// and whether they are complete. If they aren't, text is left out if it is
	// optional.
	body         func(width, lines int) ([]string, bool)
	textOptional bool

	choices      []choice
	cursor       int                       // index of the choice under the cursor at first; -1 if the cursor appears when it is moved
	keepPrevious func()                    // action for an empty line, or nil
	keepLabel    string                    // name of the previous answer, for the prompt
	commands     []command                 // other keys
	shortNames   map[string]string         // names of keys on a narrow screen, if other
	continues    bool                      // whether the page asks nothing, so that Enter continues
	read         func(width int) []Section // text to scroll through, or nil
}

// A term is a name and what it means.
type term struct{ name, text string }

// A mode is the meaning of a choice.
type mode int

const (
	noMode mode = iota
	bestMode
	worstMode
)

// A choice is an item on a page that the person can choose.
type choice struct {
	key      string // single character
	text     string
	mark     mark // mark for an earlier choice, if any
	disabled bool // whether choosing it only explains why it isn't possible
	choose   func()
}

// label returns the text of the choice, including the text for its mark.
func (c choice) label() string {
	if c.mark == noMark {
		return c.text
	}
	return c.mark.word() + ": " + c.text
}

// A mark shows that a choice was made, either now or before going back.
type mark int

const (
	noMark mark = iota
	markBest
	markWasBest
	markWasWorst
	markPrevious // for pages without best and worst
)

func (m mark) word() string {
	return [...]string{"", "best", "was best", "was worst", "your answer"}[m]
}

// A command is a key for anything other than a choice.
type command struct {
	key  string // single character, or "enter"
	name string
	run  func()
}

// A bar contains the number of completed steps and the maximum number of
// remaining steps.
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
