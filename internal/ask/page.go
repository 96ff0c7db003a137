package ask

// A page is what is shown at one moment.
type page struct {
	progress    string   // "" when there is none
	timeLeft    string   // "" when it is not known
	bar         bar      // progress as a bar
	notes       []string // shown first
	title       string
	text        []string // paragraphs
	instruction string   // what to do, in a sentence
	shortPrompt string   // the same in a word, for plain lines

	choices      []choice
	cursor       int       // the choice that the cursor starts at
	keepPrevious func()    // what an empty line does; nil when nothing
	keepLabel    string    // names the kept answer in the prompt
	commands     []command // the other keys
	continues    bool      // nothing is asked: Enter continues
}

// A choice is something to choose.
type choice struct {
	key      string // one character
	text     string
	mark     string // what it was chosen as; "" when it was not
	disabled bool   // cannot be chosen: choose only says why
	choose   func()
}

// label is the choice's text after its mark.
func (c choice) label() string {
	if c.mark == "" {
		return c.text
	}
	return c.mark + ": " + c.text
}

// A command is a key that does something other than choose.
type command struct {
	key  string // one character, or enter
	name string
	run  func()
}

// A bar counts questions: answered, certain to come, and possible.
type bar struct{ done, certain, possible int }

// command finds a command by its key; nil when there is none.
func (p *page) command(key string) func() {
	for _, c := range p.commands {
		if c.key == key {
			return c.run
		}
	}
	return nil
}

// choice is the index of the choice with this key, or -1.
func (p *page) choice(key string) int {
	for i, c := range p.choices {
		if c.key == key {
			return i
		}
	}
	return -1
}
