// Package ptytest drives a program in a real pseudo-terminal, for tests: it
// types, waits for text on the emulated screen, and reads the screen as text or
// with its colors.
//
// It never sleeps. It doesn't respond to terminal queries either, so a program
// that sends one hangs and fails its test.
package ptytest

import (
	"cmp"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
)

// patience is how long to wait for text before the test fails. It only needs to
// be longer than a heavily loaded machine takes.
const patience = 20 * time.Second

// A Terminal is a program running in a pseudo-terminal.
type Terminal struct {
	t    testing.TB
	cmd  *exec.Cmd
	file *os.File

	mu      sync.Mutex
	screen  vt10x.Terminal
	raw     []byte
	pending []byte        // the beginning of an incomplete character
	changed chan struct{} // closed and replaced on each change
	ended   bool          // whether the program has closed its terminal
}

// Start runs the program in a terminal of the given size. A size of 0 by 0
// tests a terminal that doesn't know its size; the emulated screen then has 80
// columns and 24 rows. The program's environment is that of cmd or, if unset,
// of the test, without the variables that affect drawing. The program is killed
// when the test ends.
func Start(t testing.TB, cmd *exec.Cmd, cols, rows int) *Terminal {
	t.Helper()
	if cmd.Env == nil {
		cmd.Env = os.Environ()
	}
	cmd.Env = Environ(cmd.Env)
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)})
	if err != nil {
		t.Fatalf("starting %s in a pseudo-terminal: %v", cmd.Path, err)
	}
	x := &Terminal{
		t: t, cmd: cmd, file: file, changed: make(chan struct{}),
		screen: vt10x.New(vt10x.WithSize(cmp.Or(cols, 80), cmp.Or(rows, 24)), vt10x.WithWriter(io.Discard)),
	}
	go x.read()
	t.Cleanup(func() {
		cmd.Process.Kill()
		file.Close()
	})
	return x
}

// Environ returns env without CI, NO_COLOR and similar variables, and with a
// terminal type that has colors. It also makes a program built with the race
// detector exit without its usual delay of one second.
func Environ(env []string) []string {
	dropped := map[string]bool{"CI": true, "NO_COLOR": true, "CLICOLOR": true, "CLICOLOR_FORCE": true,
		"ACCESSIBLE": true, "COLORTERM": true, "COLORFGBG": true, "TERM": true, "TMUX": true}
	var kept []string
	for _, v := range env {
		if name, _, _ := strings.Cut(v, "="); !dropped[name] {
			kept = append(kept, v)
		}
	}
	return append(kept, "TERM=xterm-256color", "GORACE=atexit_sleep_ms=0")
}

func (x *Terminal) read() {
	buffer := make([]byte, 32<<10)
	for {
		n, err := x.file.Read(buffer)
		x.mu.Lock()
		x.raw = append(x.raw, buffer[:n]...)
		data := append(x.pending, buffer[:n]...)
		whole := complete(data)
		x.screen.Write(data[:whole])
		x.pending = append([]byte(nil), data[whole:]...)
		x.ended = err != nil
		close(x.changed)
		x.changed = make(chan struct{})
		x.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// complete returns the length of data without an incomplete character at its
// end.
func complete(data []byte) int {
	for back := 1; back < utf8.UTFMax && back <= len(data); back++ {
		if last := data[len(data)-back:]; utf8.RuneStart(last[0]) {
			if !utf8.FullRune(last) {
				return len(data) - back
			}
			break
		}
	}
	return len(data)
}

// Send types keys with a single write.
func (x *Terminal) Send(keys string) {
	x.t.Helper()
	if _, err := io.WriteString(x.file, keys); err != nil {
		x.t.Fatalf("typing %q: %v\n%s", keys, err, x.Screen())
	}
}

// WaitFor waits until the screen shows text, ignoring line breaks. If that
// never happens, it fails the test and prints the screen.
func (x *Terminal) WaitFor(text string) {
	x.t.Helper()
	x.Until(text, func(screen string) bool { return strings.Contains(flat(screen), flat(text)) })
}

// WaitGone waits until the screen no longer shows the text.
func (x *Terminal) WaitGone(text string) {
	x.t.Helper()
	x.Until("no "+text, func(screen string) bool { return !strings.Contains(flat(screen), flat(text)) })
}

// Press types a key repeatedly until the screen shows the text, because some
// pages ignore keys at first.
func (x *Terminal) Press(key, text string) {
	x.t.Helper()
	const again = 300 * time.Millisecond
	for began := time.Now(); time.Since(began) < patience; {
		x.Send(key)
		for wait := time.After(again); wait != nil; {
			x.mu.Lock()
			screen, changed := x.show(), x.changed
			x.mu.Unlock()
			if strings.Contains(flat(screen), flat(text)) {
				return
			}
			select {
			case <-changed:
			case <-wait:
				wait = nil
			}
		}
	}
	x.t.Fatalf("pressed %q for %q in vain; the screen:\n%s", key, text, x.Screen())
}

// Until waits for a condition on the screen to hold; what describes it in the
// failure message.
func (x *Terminal) Until(what string, wanted func(screen string) bool) {
	x.t.Helper()
	over := time.After(patience)
	for {
		x.mu.Lock()
		screen, changed, ended := x.show(), x.changed, x.ended
		x.mu.Unlock()
		if wanted(screen) {
			return
		}
		if ended {
			x.t.Fatalf("waited for %q, but the program has ended; the screen:\n%s", what, screen)
		}
		select {
		case <-changed:
		case <-over:
			x.t.Fatalf("waited for %q in vain; the screen:\n%s", what, screen)
		}
	}
}

// Screen returns the lines of the screen without trailing spaces.
func (x *Terminal) Screen() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.show()
}

func (x *Terminal) show() string {
	lines := strings.Split(x.screen.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(strings.ReplaceAll(lines[i], "\x00", " "), " ")
	}
	return strings.Join(lines, "\n")
}

// Raw returns all bytes that the program has written so far.
func (x *Terminal) Raw() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return string(x.raw)
}

// Resize changes the size of the terminal.
func (x *Terminal) Resize(cols, rows int) {
	x.t.Helper()
	x.mu.Lock()
	x.screen.Resize(cols, rows)
	x.mu.Unlock()
	if err := pty.Setsize(x.file, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}); err != nil {
		x.t.Fatalf("resizing to %dx%d: %v", cols, rows, err)
	}
}

// Signal sends a signal to the program.
func (x *Terminal) Signal(s os.Signal) {
	x.t.Helper()
	if err := x.cmd.Process.Signal(s); err != nil {
		x.t.Fatalf("sending %v: %v", s, err)
	}
}

// Wait waits for the program to exit and returns its exit status, or -1 if a
// signal terminated it.
func (x *Terminal) Wait() int {
	x.t.Helper()
	done := make(chan error, 1)
	go func() { done <- x.cmd.Wait() }()
	select {
	case err := <-done:
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			x.t.Fatalf("waiting for the program: %v", err)
		}
	case <-time.After(patience):
		x.t.Fatalf("the program does not end; the screen:\n%s", x.Screen())
	}
	x.drain()
	return x.cmd.ProcessState.ExitCode()
}

// drain waits until the screen shows everything that the program wrote before
// it exited.
func (x *Terminal) drain() {
	for {
		x.mu.Lock()
		changed, ended := x.changed, x.ended
		x.mu.Unlock()
		if ended {
			return
		}
		<-changed
	}
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }
