package ask

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/rolefit/rolefit/internal/safetext"
)

// handle performs what a line asks for, or explains what can be typed.
func (r *plainScreen) handle(line string) {
	line = strings.ToLower(strings.TrimSpace(safetext.Sanitize(line)))
	if r.reading != nil {
		r.turn(line)
		return
	}
	key := strings.TrimRight(line, ".)")
	p := &r.page
	i := p.choice(key)
	if i < 0 && p.mode == noMode && p.command(line) == nil {
		i = p.choiceByWords(line)
	}
	if i >= 0 {
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
	n, jump := strings.CutPrefix(line, "g ")
	switch {
	case jump && r.flow.overlay == noOverlay:
		r.flow.jump(n)
	case line == "" && p.keepPrevious != nil:
		p.keepPrevious()
	case line == "":
		r.flow.notice = "You typed nothing, so nothing was picked."
	default:
		r.flow.notice = fmt.Sprintf("%q isn't one of the keys here.", shorten(line))
		if len(p.choices) > 0 {
			r.flow.notice += " Type " + p.keys() + ", or ? to list the keys."
		}
	}
}

// choiceByWords returns the index of the only choice that begins or ends with
// the words of a line, or -1.
func (p *page) choiceByWords(line string) int {
	found := -1
	for i, c := range p.choices {
		text, typed := words(c.text), words(line)
		if n := len(typed); n == 0 || n > len(text) || !slices.Equal(text[:n], typed) && !slices.Equal(text[len(text)-n:], typed) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// words returns the words of a text in lower case, without punctuation.
func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
}

// shorten cuts typed text, so that it can't fill the screen.
func shorten(line string) string {
	const most = 30
	if runes := []rune(line); len(runes) > most {
		return string(runes[:most]) + "..."
	}
	return line
}
