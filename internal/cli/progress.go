package cli

import (
	"fmt"
	"strings"
	"time"
)

// A progress is a bar on standard error while a command works; nothing where
// that is no terminal.
type progress struct {
	a     *app
	what  string
	shown int // percent
	begun time.Time
}

const (
	barWidth = 30
	barAfter = 300 * time.Millisecond // what is quicker needs no bar
)

// set draws how much is done.
func (p *progress) set(done, total int) {
	if !p.a.env.ErrTerminal || p.a.inLines() {
		return
	}
	if p.begun.IsZero() {
		p.begun = p.a.env.Now()
	}
	percent := 100 * done / total
	if percent <= p.shown || p.a.env.Now().Sub(p.begun) < barAfter {
		return
	}
	p.shown = percent
	full := barWidth * percent / 100
	fmt.Fprintf(p.a.env.Err, "\r%s  %s%s %3d %%", p.what, strings.Repeat("█", full), strings.Repeat("░", barWidth-full), percent)
}

// end takes the bar away.
func (p *progress) end() {
	if p.shown > 0 {
		fmt.Fprint(p.a.env.Err, "\r\x1b[K")
	}
}
