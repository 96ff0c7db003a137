package ask

// A page is what a person sees, or hears, at one moment.
type page struct {
	where string   // progress, "" when there is none
	left  string   // the time left, "" when it is not known
	bar   bar      // the progress as a picture
	notes []string // what has to be said first
	title string
	text  []string // paragraphs
	ask   string   // what to do, as a sentence
	short string   // the same in a word, for lines

	choices  []choice
	start    int       // the choice that the cursor begins at
	keep     func()    // what an empty line means; nil when nothing
	keeps    string    // what it keeps, for the prompt
	commands []command // the other keys
	passing  bool      // nothing is asked here: Enter goes on
}

// A choice is something to pick.
type choice struct {
	key  string // one character
	text string
	mark string // what it was picked as, "" when it was not
	off  bool   // shown, but not to be picked: do only says why
	do   func()
}

// label is the choice's text behind its mark.
func (c choice) label() string {
	if c.mark == "" {
		return c.text
	}
	return c.mark + ": " + c.text
}

// A command is something to do other than pick.
type command struct {
	key  string // one character, or enter
	name string
	do   func()
}

// A bar counts questions: answered, still to come in any case, and at most.
type bar struct{ done, sure, possible int }

// command finds a command by its key; nil when there is none.
func (p *page) command(key string) func() {
	for _, c := range p.commands {
		if c.key == key {
			return c.do
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
