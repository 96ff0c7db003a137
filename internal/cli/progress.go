package cli

import (
	"fmt"
	"strings"
	"time"
)

// A progress is a progress bar on standard error. It is drawn only on a
// terminal, and only for work that takes a while.
type progress struct {
	a       *app
	what    string
	total   int64 // total amount of work; if 0, it is unknown and only the detail is shown
	streams bool  // whether results are printed meanwhile, so that a bar would disturb them on the same screen
	begun   time.Time
	drawn   time.Time
}

const (
	barWidth = 30
	barAfter = 300 * time.Millisecond // shorter work needs no bar
	barEvery = 200 * time.Millisecond
)

func (a *app) newProgress(what string, total int64) *progress {
	return &progress{a: a, what: what, total: total, begun: a.env.Now()}
}

// visible reports whether a bar may be drawn.
func (p *progress) visible() bool {
	env := &p.a.env
	return env.ErrTerminal && !p.a.inLines() && !(p.streams && env.OutTerminal && p.a.output == "-")
}

// set updates the bar if enough time has passed. detail returns the text after
// the bar, given the time spent so far.
func (p *progress) set(done int64, detail func(spent time.Duration) string) {
	if !p.visible() {
		return
	}
	now := p.a.env.Now()
	if now.Sub(p.begun) < barAfter || now.Sub(p.drawn) < barEvery {
		return
	}
	p.drawn = now
	spent := now.Sub(p.begun)
	text := p.text(done, spent)
	if detail != nil {
		text += "  " + detail(spent)
	}
	fmt.Fprintf(p.a.env.Err, "\r%s\x1b[K", p.cut(text))
}

// text returns the bar and the estimated time left.
func (p *progress) text(done int64, spent time.Duration) string {
	if p.total <= 0 {
		return p.what
	}
	share := min(1, float64(done)/float64(p.total))
	full := int(share * barWidth)
	text := fmt.Sprintf("%s  %s%s %3.0f%%", p.what, strings.Repeat("█", full), strings.Repeat("░", barWidth-full), 100*share)
	if share > 0 {
		text += fmt.Sprintf("  %s left", time.Duration(float64(spent)*(1-share)/share).Round(time.Second))
	}
	return text
}

// cut shortens text to one line of the terminal.
func (p *progress) cut(text string) string {
	width, _ := p.a.env.Size()
	if runes := []rune(text); width > 0 && len(runes) >= width {
		return string(runes[:width-1])
	}
	return text
}

// clear removes the bar, so that other output can be printed.
func (p *progress) clear() {
	if !p.drawn.IsZero() {
		fmt.Fprint(p.a.env.Err, "\r\x1b[K")
		p.drawn = time.Time{}
	}
}
