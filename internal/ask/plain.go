package ask

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	drawn "github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
	"github.com/rolefit/rolefit/internal/wrap"
)

// Widths at which printed lines wrap, in columns.
const (
	usualLine = 72 // if the terminal's width is unknown
	shortest  = 20
	longest   = 100
)

// Plain runs the interview line by line. Everything is printed in full, people
// type numbers to choose options, and nothing is redrawn. If s is nil, the
// prompt determines the session. In need not be a terminal. The end of input,
// even in the middle of a line, and a canceled context both end the interview
// as if the person had quit.
func Plain(ctx context.Context, s *Session, o Options) (Outcome, error) {
	f := newFlow(s, o)
	f.plain = true
	in, stop := newLineReader(o.In)
	defer stop()
	r := newPlainScreen(f)
	for !f.done {
		if err := r.show(); err != nil {
			return Quit, err
		}
		text, err := in.read(ctx)
		if err != nil {
			r.print("\n")
			return Quit, ignoreEOF(ctx, err)
		}
		r.handle(text)
	}
	return f.outcome, f.err
}

// ignoreEOF returns nil if err is the end of input or if the context was
// canceled.
func ignoreEOF(ctx context.Context, err error) error {
	if errors.Is(err, io.EOF) || ctx.Err() != nil {
		return nil
	}
	return err
}

// A plainScreen prints a flow. Unless asked to, it doesn't repeat what was
// already printed: the page when it asks for the worst option, after a typo or
// after help, unchanged parts, times and choices, the names of keys, and what a
// result already said.
type plainScreen struct {
	flow  *flow
	out   io.Writer
	width int
	page  page
	printed
	named   map[string]bool // keys whose names were printed
	reading *reading        // text that is being read, or nil
	err     error
}

// printed is what was printed about the interview.
type printed struct {
	read     pageID          // last page printed in full
	progress []string        // part, step and time left of that page
	choices  []string        // labels of the last choices printed
	result   map[string]bool // what the last result said, nil before the first one
}

func newPlainScreen(f *flow) *plainScreen {
	r := &plainScreen{flow: f, out: f.options.Out, width: usualLine, named: map[string]bool{}}
	if w := f.options.Width; w > 0 {
		r.width = max(shortest, min(w-1, longest))
	}
	return r
}

// show prints the prompt. Before it, it prints the page, unless that has just
// been printed.
func (r *plainScreen) show() error {
	if r.reading != nil {
		r.readSection()
		return r.err
	}
	for r.page = r.flow.page(); r.page.continues; r.page = r.flow.page() {
		r.readPage()
		if r.reading != nil {
			r.readSection()
			return r.err
		}
		r.page.command("enter")()
	}
	if r.flow.repeated {
		r.flow.repeated, r.printed = false, printed{}
	}
	if id := r.flow.pageID(); id != r.read {
		r.read = id
		r.readPage()
	} else {
		r.paragraphs(r.flow.notes()...)
	}
	r.print(r.prompt())
	return r.err
}

func (r *plainScreen) readPage() {
	p := &r.page
	r.print("\n")
	r.paragraphs(r.flow.notes()...)
	if p.progress != "" {
		r.readProgress(append(strings.Split(p.progress, ", "), p.timeLeft))
	}
	if p.tag != "" {
		r.readResult()
		return
	}
	r.paragraphs(p.notes...)
	if p.title != "" {
		r.paragraphs(ended(p.title))
	}
	r.paragraphs(p.text...)
	for _, t := range p.terms {
		r.paragraphs(t.name + ": " + t.text)
	}
	if p.mode == noMode && p.instruction != "" {
		r.paragraphs(p.instruction)
	}
	if p.read != nil {
		r.openText(p.read(r.width))
	}
	r.readChoices()
}

// ended returns a text with punctuation at its end, so that a screen reader
// pauses there.
func ended(text string) string {
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".?!:") {
		return text
	}
	return text + "."
}

// readResult prints a result or, if one was printed before, what has changed.
func (r *plainScreen) readResult() {
	p, before := &r.page, r.result
	verdict := p.title + ": " + p.tag + "."
	all := append([]string{verdict}, p.text...)
	if p.body != nil {
		text, _ := p.body(r.width, 0)
		all = append(all, text...)
	}
	all = append(all, p.notes...)
	r.result = map[string]bool{}
	for _, text := range all {
		r.result[text] = true
	}
	if before == nil {
		r.paragraphs(all...)
		return
	}
	if before[verdict] {
		r.paragraphs("The verdict is the same. " + verdict)
	}
	for _, text := range all {
		if !before[text] {
			r.paragraphs(text)
		}
	}
	r.paragraphs("To hear all of it again, type r.")
}

// readChoices prints the choices, unless they are the same as on the previous
// page.
func (r *plainScreen) readChoices() {
	before := r.choices
	r.choices = nil
	for _, c := range r.page.choices {
		r.choices = append(r.choices, c.label())
	}
	if slices.Equal(before, r.choices) {
		return
	}
	for i, c := range r.page.choices {
		r.print(strings.Join(wrap.Hanging(c.key+". ", r.choices[i], r.width), "\n") + "\n")
	}
}

// readProgress prints what has changed in the progress.
func (r *plainScreen) readProgress(progress []string) {
	var changed []string
	for _, part := range progress {
		if part != "" && !slices.Contains(r.progress, part) {
			changed = append(changed, part)
		}
	}
	if r.progress = progress; len(changed) > 0 {
		r.paragraphs(wording.Capitalize(strings.Join(changed, ", ")) + ".")
	}
}

func (r *plainScreen) paragraphs(texts ...string) {
	for _, text := range texts {
		r.print(strings.Join(wrap.Lines(text, r.width), "\n") + "\n")
	}
}

func (r *plainScreen) print(s string) {
	if r.flow.options.ASCII {
		s = drawn.ASCII(s)
	}
	if r.err == nil {
		_, r.err = io.WriteString(r.out, s)
	}
}

// prompt returns the prompt for a line: the choices, followed by the other keys
// that weren't named yet. It wraps only between keys, because a screen reader
// may read only the last line.
func (r *plainScreen) prompt() string {
	p := &r.page
	parts := []string{p.shortPrompt + " (" + p.keys() + ")"}
	if p.keepPrevious != nil {
		parts = append(parts, "Enter keeps "+p.keepLabel)
	}
	keys := r.unnamed()
	switch {
	case len(p.choices) == 0 && len(keys) == 0:
		parts[0] = p.shortPrompt + " (? lists the keys)"
	case len(p.choices) == 0:
		keys = p.keyNames()
		parts, keys = []string{p.shortPrompt + " " + keys[0]}, keys[1:]
	case len(keys) > 0:
		keys[0] = "or " + keys[0]
	}
	text, line := "", 0
	for i, part := range append(parts, keys...) {
		sep := ", "
		switch {
		case i == 0:
			sep = ""
		case line+len(sep+part+":") > r.width:
			sep, line = ",\n", 0
		}
		text += sep + part
		line += len(sep + part)
	}
	return text + ": "
}

// unnamed returns the keys of the page that no prompt has named yet.
func (r *plainScreen) unnamed() (names []string) {
	for _, name := range r.page.keyNames() {
		if !r.named[name] {
			names = append(names, name)
		}
		r.named[name] = true
	}
	return names
}

// keyNames returns the keys of the commands with their names.
func (p *page) keyNames() (names []string) {
	for _, c := range p.commands {
		names = append(names, c.key+" "+c.name)
	}
	return names
}

// keys describes the keys of the choices in words.
func (p *page) keys() string {
	var keys []string
	for _, c := range p.choices {
		if !c.disabled {
			keys = append(keys, c.key)
		}
	}
	last := len(keys) - 1
	if last == len(p.choices)-1 && last > 1 {
		return keys[0] + " to " + keys[last]
	}
	return wording.Or(keys)
}
