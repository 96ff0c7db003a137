package cli

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/rolefit/rolefit/internal/batch"
)

// A batchBar shows on standard error how far a batch is: bytes, lines a
// second and the time left. It is there only for a person who watches, and
// only where the results do not pass over the same screen.
type batchBar struct {
	a     *app
	what  string
	total int64 // bytes of all the input; 0 when it is not known
	begun time.Time
	drawn time.Time
}

const barEvery = 200 * time.Millisecond

func (a *app) newBatchBar(what string, files []string) *batchBar {
	b := &batchBar{a: a, what: what, begun: a.env.Now()}
	for _, name := range files {
		info, err := os.Stat(name)
		if err != nil || !info.Mode().IsRegular() { // a pipe, or standard input
			b.total = 0
			break
		}
		b.total += info.Size()
	}
	return b
}

// shows says whether a bar is drawn at all.
func (b *batchBar) shows() bool {
	env := &b.a.env
	return env.ErrTerminal && !(env.OutTerminal && b.a.output == "-") && !b.a.inLines()
}

func (b *batchBar) set(p batch.Progress) {
	if !b.shows() {
		return
	}
	now := b.a.env.Now()
	last := b.drawn
	if last.IsZero() {
		last = b.begun.Add(barAfter - barEvery)
	}
	if now.Sub(last) < barEvery {
		return
	}
	b.drawn = now
	fmt.Fprintf(b.a.env.Err, "\r%s\x1b[K", b.text(p, now.Sub(b.begun)))
}

// text is the bar for what was done in this time, within the screen's width.
func (b *batchBar) text(p batch.Progress, spent time.Duration) string {
	text := b.what + "  "
	var left string
	if b.total > 0 {
		done := min(1, float64(p.Bytes)/float64(b.total))
		full := int(done * barWidth)
		text += strings.Repeat("█", full) + strings.Repeat("░", barWidth-full) + fmt.Sprintf(" %3.0f %%  ", 100*done)
		if done > 0 {
			left = fmt.Sprintf("  %s left", time.Duration(float64(spent)*(1-done)/done).Round(time.Second))
		}
	}
	text += fmt.Sprintf("%s  %s lines/s%s", megabytes(p.Bytes), thousands(int64(float64(p.Lines)/spent.Seconds())), left)
	if width, _ := b.a.env.Size(); width > 0 {
		if runes := []rune(text); len(runes) >= width {
			text = string(runes[:width-1])
		}
	}
	return text
}

// clear takes the bar away before something else is written.
func (b *batchBar) clear() {
	if !b.drawn.IsZero() {
		fmt.Fprint(b.a.env.Err, "\r\x1b[K")
		b.drawn = time.Time{}
	}
}

func megabytes(n int64) string { return thousands(n/1e6) + " MB" }

// thousands is a number with its digits in threes.
func thousands(n int64) string {
	digits := fmt.Sprint(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
