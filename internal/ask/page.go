package ask

// A page is everything shown at one moment.
type page struct {
	progress    string   // empty if none
	timeLeft    string   // empty if unknown
	bar         bar      // progress bar
	notes       []string // shown above the question
	title       string
	text        []string // body paragraphs
	instruction string   // instruction, as a sentence
	shortPrompt string   // the same in one word, for plain mode

	choices      []choice
	cursor       int       // index of the choice that the cursor starts on
	keepPrevious func()    // action of an empty line, or nil
	keepLabel    string    // name of the kept answer, for the prompt
	commands     []command // other available keys
	continues    bool      // the page asks nothing; Enter continues
}

// A choice is an item on a page that can be chosen.
type choice struct {
	key      string // a single character
	text     string
	mark     string // the mark of a choice already made, if any
	disabled bool   // can't be chosen; choose only explains why
	choose   func()
}

// label returns the text of the choice after its mark.
func (c choice) label() string {
	if c.mark == "" {
		return c.text
	}
	return c.mark + ": " + c.text
}

// A command is a key that does something other than choose.
type command struct {
	key  string // a single character, or "enter"
	name string
	run  func()
}

// A bar counts questions: answered, certain to come, and possible.
type bar struct{ done, certain, possible int }

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
