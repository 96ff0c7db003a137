package ask

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/safetext"
)

// A reading is a text that is read one section at a time, because nobody can
// skim what a screen reader says.
type reading struct {
	sections []Section
	at       int
	alone    bool   // whether there is no interview to go back to
	notice   string // printed instead of the section
}

// Read lets a person read a text one section at a time, in plain lines, until
// they quit or the input ends.
func Read(ctx context.Context, sections []Section, o Options) error {
	r := newPlainScreen(&flow{options: o, plain: true})
	r.openText(sections)
	if r.reading == nil {
		return r.err
	}
	r.reading.alone = true
	in, stop := newLineReader(o.In)
	defer stop()
	for r.reading != nil {
		r.readSection()
		if r.err != nil {
			return r.err
		}
		text, err := in.read(ctx)
		if err != nil {
			r.print("\n")
			return ignoreEOF(ctx, err)
		}
		r.handle(text)
	}
	return r.err
}

// openText prints a text. If it has several sections, it only lists them, and
// they are printed one at a time.
func (r *plainScreen) openText(parts []Section) {
	var sections []Section
	for _, s := range parts {
		if last := len(sections) - 1; last >= 0 && (s.Heading == "" || sections[last].Heading == "") {
			sections[last] = Section{cmp.Or(sections[last].Heading, s.Heading), sections[last].Text + s.Text}
			continue
		}
		sections = append(sections, s)
	}
	if len(sections) < 2 {
		text, _ := lines(parts)
		r.print(strings.Join(text, "\n") + "\n")
		return
	}
	r.reading = &reading{sections: sections}
	r.paragraphs(fmt.Sprintf("This has %d sections:", len(sections)))
	for i, s := range sections {
		r.paragraphs(fmt.Sprintf("%d. %s", i+1, ended(safetext.Sanitize(s.Heading))))
	}
}

// readSection prints the current section and asks for the next one.
func (r *plainScreen) readSection() {
	t := r.reading
	if t.notice != "" {
		r.paragraphs(t.notice)
	} else {
		r.print("\n" + strings.Trim(t.sections[t.at].Text, "\n") + "\n")
	}
	t.notice = ""
	next := "Enter for the next one"
	if t.at == len(t.sections)-1 {
		next = "Enter goes back"
		if t.alone {
			next = "Enter quits"
		}
	} else if t.at == 0 {
		next += ", a number for another, " + t.leave()
	}
	r.print(fmt.Sprintf("Section %d of %d. %s: ", t.at+1, len(t.sections), next))
}

// leave describes the key that ends reading.
func (t *reading) leave() string {
	if t.alone {
		return "q to quit"
	}
	return "b to go back"
}

// turn goes to the section that a line asks for, or back.
func (r *plainScreen) turn(line string) {
	t := r.reading
	n, err := strconv.Atoi(line)
	switch {
	case slices.Contains([]string{"q", "b", "quit", "back"}, line), line == "" && t.at == len(t.sections)-1:
		if r.reading = nil; !t.alone {
			r.page.command("enter")()
		}
	case line == "":
		t.at++
	case line == "r", line == "repeat":
	case err == nil && n >= 1 && n <= len(t.sections):
		t.at = n - 1
	default: // such as ?
		t.notice = fmt.Sprintf("Type a number from 1 to %d for that section, Enter for the next one, r to repeat this one, or %s.", len(t.sections), t.leave())
	}
}
