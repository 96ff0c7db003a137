package ask

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/wording"
	"github.com/rolefit/rolefit/internal/wrap"
)

// lineWidth is the width at which printed lines wrap.
const lineWidth = 72

// Plain runs the interview in plain lines: everything is written out in full,
// options are chosen by typing numbers, and nothing is redrawn. In need not be
// a terminal. End of input, even in the middle of a line, and a canceled
// context end the interview as if the person had quit.
func Plain(ctx context.Context, q *fit.Quiz, a *fit.Answers, o Options) (Outcome, error) {
	f := newFlow(q, a, o)
	f.plain = true
	in, stop := newLineReader(o.In)
	defer stop()
	r := &plainScreen{flow: f, out: o.Out}
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
	return f.outcome, nil
}

// ignoreEOF returns nil for end of input and for a canceled context.
func ignoreEOF(ctx context.Context, err error) error {
	if errors.Is(err, io.EOF) || ctx.Err() != nil {
		return nil
	}
	return err
}

// A plainScreen prints a flow.
type plainScreen struct {
	flow     *flow
	out      io.Writer
	page     page
	lastRead string // the page last printed in full, which is not repeated for the worst option or after a typo
	err      error
}

// show prints the prompt, and before it the page unless that was just printed.
func (r *plainScreen) show() error {
	for r.page = r.flow.page(); r.page.continues; r.page = r.flow.page() {
		r.lastRead = ""
		r.readPage()
		r.page.command("enter")()
	}
	if id := fmt.Sprint(r.flow.step.Kind, r.flow.step.ID, r.flow.overlay); id != r.lastRead {
		r.lastRead = id
		r.readPage()
	} else {
		r.paragraphs(r.flow.notes()...)
	}
	r.print(r.page.prompt())
	return r.err
}

func (r *plainScreen) readPage() {
	p := &r.page
	r.print("\n")
	where := p.progress
	if p.timeLeft != "" {
		where += ", " + p.timeLeft
	}
	if where != "" {
		r.paragraphs(where + ".")
	}
	r.paragraphs(p.notes...)
	r.paragraphs(p.title)
	r.paragraphs(p.text...)
	for _, c := range p.choices {
		r.print(strings.Join(wrap.Hanging(c.key+". ", c.label(), lineWidth), "\n") + "\n")
	}
}

func (r *plainScreen) paragraphs(texts ...string) {
	for _, text := range texts {
		r.print(strings.Join(wrap.Lines(text, lineWidth), "\n") + "\n")
	}
}

func (r *plainScreen) print(s string) {
	if r.err == nil {
		_, r.err = io.WriteString(r.out, s)
	}
}

// prompt returns the prompt for a line: the choices, then the other keys. It
// wraps only between keys, because a screen reader may read just the last line.
func (p *page) prompt() string {
	parts := []string{p.shortPrompt + " (" + p.keys() + ")"}
	if p.keepPrevious != nil {
		parts = append(parts, "Enter keeps "+p.keepLabel)
	}
	for i, c := range p.commands {
		part := c.key + " " + c.name
		if i == 0 {
			part = "or " + part
		}
		parts = append(parts, part)
	}
	text, line := parts[0], len(parts[0])
	for _, part := range parts[1:] {
		sep := ", "
		if line+len(sep+part+":") > lineWidth {
			sep, line = ",\n", 0
		}
		text += sep + part
		line += len(sep + part)
	}
	return text + ": "
}

// keys lists the keys of the choices in words.
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

// handle acts on a line, or explains what can be typed.
func (r *plainScreen) handle(line string) {
	line = strings.ToLower(strings.TrimSpace(safetext.Sanitize(line)))
	key := strings.TrimRight(line, ".)")
	p := &r.page
	if i := p.choice(key); i >= 0 {
		p.choices[i].choose()
		return
	}
	if line == "quit" || line == "exit" {
		line = "q"
	}
	for _, c := range p.commands {
		if line == c.key || line == c.name {
			c.run()
			return
		}
	}
	switch {
	case line == "" && p.keepPrevious != nil:
		p.keepPrevious()
	case line == "":
		r.flow.notice = "Nothing was typed, so nothing was picked."
	default:
		r.flow.notice = fmt.Sprintf("%q is not one of what can be typed here.", shorten(line))
	}
}

// shorten truncates typed text so that it can't fill the screen.
func shorten(line string) string {
	const most = 30
	if runes := []rune(line); len(runes) > most {
		return string(runes[:most]) + "..."
	}
	return line
}

// A line is a line that was typed, or the reason there is none.
type line struct {
	text string
	err  error
}

type lineReader struct {
	requests chan struct{}
	lines    chan line
}

// newLineReader reads one line per request, so that input after the interview
// is left unread. Reads can't be interrupted, so they happen in their own
// goroutine, which stays blocked after a signal.
func newLineReader(from io.Reader) (lineReader, func()) {
	in := lineReader{make(chan struct{}), make(chan line, 1)}
	buffered := bufio.NewReader(from)
	go func() {
		for range in.requests {
			text, err := readLine(buffered)
			in.lines <- line{text, err}
		}
	}()
	return in, func() { close(in.requests) }
}

// read waits for a line or for the context to end.
func (in lineReader) read(ctx context.Context) (string, error) {
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	in.requests <- struct{}{}
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case l := <-in.lines:
		return l.text, l.err
	}
}

// maxLine limits how many bytes of a line are kept.
const maxLine = 1000

// readLine reads up to the next line break. Text at the end of input without a
// line break wasn't submitted, so it isn't an answer.
func readLine(from *bufio.Reader) (string, error) {
	var text []byte
	for {
		part, err := from.ReadSlice('\n')
		text = append(text, part[:min(len(part), maxLine-len(text))]...)
		switch {
		case err == nil:
			return string(text), nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return "", err
		}
	}
}
