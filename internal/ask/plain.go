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

// lineWidth is where read-out lines are broken.
const lineWidth = 72

// Plain holds the interview in lines: what is asked is written out in full,
// with numbers to type, and nothing is ever drawn over. In need not be a
// terminal. Its end, also in the middle of a line, and a cancelled context
// end the interview as leaving does.
func Plain(ctx context.Context, q *fit.Quiz, a *fit.Answers, o Options) (Outcome, error) {
	f := newFlow(q, a, o)
	f.lines = true
	in, stop := readLines(o.In)
	defer stop()
	r := &reader{flow: f, out: o.Out}
	for !f.over {
		if err := r.say(); err != nil {
			return Left, err
		}
		text, err := in.read(ctx)
		if err != nil {
			r.print("\n")
			return Left, unexpected(ctx, err)
		}
		r.answer(text)
	}
	return f.outcome, nil
}

// unexpected is the error unless it only says that nothing more is to come.
func unexpected(ctx context.Context, err error) error {
	if errors.Is(err, io.EOF) || ctx.Err() != nil {
		return nil
	}
	return err
}

// A reader reads a flow out.
type reader struct {
	flow *flow
	out  io.Writer
	page page
	told string // what was read out in full, and is not again for the second pick or after a slip
	err  error
}

// say reads out the page, if it is another than before, and asks for a line.
func (r *reader) say() error {
	for r.page = r.flow.page(); r.page.passing; r.page = r.flow.page() {
		r.told = ""
		r.whole()
		r.page.command("enter")()
	}
	if id := fmt.Sprint(r.flow.step.Kind, r.flow.step.ID, r.flow.menu); id != r.told {
		r.told = id
		r.whole()
	} else {
		r.paragraphs(r.flow.notes()...)
	}
	r.print(r.page.prompt())
	return r.err
}

func (r *reader) whole() {
	p := &r.page
	r.print("\n")
	where := p.where
	if p.left != "" {
		where += ", " + p.left
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

func (r *reader) paragraphs(texts ...string) {
	for _, text := range texts {
		r.print(strings.Join(wrap.Lines(text, lineWidth), "\n") + "\n")
	}
}

func (r *reader) print(s string) {
	if r.err == nil {
		_, r.err = io.WriteString(r.out, s)
	}
}

// prompt asks for a line: what can be picked, then the other keys. A line ends
// between two of them, because the last one may be all that is heard.
func (p *page) prompt() string {
	parts := []string{p.short + " (" + p.keys() + ")"}
	if p.keep != nil {
		parts = append(parts, "Enter keeps "+p.keeps)
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

// keys are the keys of what can be picked, in words.
func (p *page) keys() string {
	var keys []string
	for _, c := range p.choices {
		if !c.off {
			keys = append(keys, c.key)
		}
	}
	last := len(keys) - 1
	if last == len(p.choices)-1 && last > 1 {
		return keys[0] + " to " + keys[last]
	}
	return wording.Or(keys)
}

// answer does what a line says, or explains what could be said.
func (r *reader) answer(line string) {
	line = strings.ToLower(strings.TrimSpace(safetext.Sanitize(line)))
	word := strings.TrimRight(line, ".)")
	p := &r.page
	if i := p.choice(word); i >= 0 {
		p.choices[i].do()
		return
	}
	if line == "quit" || line == "exit" {
		line = "q"
	}
	for _, c := range p.commands {
		if line == c.key || line == c.name {
			c.do()
			return
		}
	}
	switch {
	case line == "" && p.keep != nil:
		p.keep()
	case line == "":
		r.flow.said = "Nothing was typed, so nothing was picked."
	default:
		r.flow.said = fmt.Sprintf("%q is not one of what can be typed here.", shorten(line))
	}
}

// shorten keeps what was typed from filling the screen.
func shorten(line string) string {
	const most = 30
	if runes := []rune(line); len(runes) > most {
		return string(runes[:most]) + "..."
	}
	return line
}

// A line is one that was typed, or why there is none.
type line struct {
	text string
	err  error
}

type lines struct {
	ask   chan struct{}
	given chan line
}

// readLines reads one line each time it is asked to, so that whatever follows
// the interview is left to others. Reading cannot be interrupted, so it waits
// in a goroutine of its own; a signal leaves that one waiting.
func readLines(from io.Reader) (lines, func()) {
	in := lines{make(chan struct{}), make(chan line, 1)}
	buffered := bufio.NewReader(from)
	go func() {
		for range in.ask {
			text, err := readLine(buffered)
			in.given <- line{text, err}
		}
	}()
	return in, func() { close(in.ask) }
}

// read waits for a line, or for the context's end.
func (in lines) read(ctx context.Context) (string, error) {
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	in.ask <- struct{}{}
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case l := <-in.given:
		return l.text, l.err
	}
}

// longest is how much of a line is looked at.
const longest = 1000

// readLine reads to the next line break. What stands before the end of input
// without one was not sent, and is not an answer.
func readLine(from *bufio.Reader) (string, error) {
	var text []byte
	for {
		part, err := from.ReadSlice('\n')
		text = append(text, part[:min(len(part), longest-len(text))]...)
		switch {
		case err == nil:
			return string(text), nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return "", err
		}
	}
}
