package cli

import (
	"crypto/rand"
	"encoding/binary"
	"io"
	"os"
	"runtime"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"

	"github.com/rolefit/rolefit/internal/web"
)

// An Env contains everything that the program gets from outside: streams,
// whether they are terminals, the environment, the clock and randomness. Main
// creates it once and passes it down.
type Env struct {
	In          io.Reader
	Out, Err    io.Writer
	InTerminal  bool
	OutTerminal bool
	ErrTerminal bool
	NoEscapes   bool                       // whether a terminal prints escape sequences instead of interpreting them
	Size        func() (columns, rows int) // size of the terminal, or 0, 0 if there is none
	Getenv      func(string) string
	Home        string // home folder, or empty if unknown
	System      string // operating system, as in runtime.GOOS
	Program     string // path of the program, or empty if unknown
	Now         func() time.Time
	Engine      func() (web.Engine, error) // returns the engine of the browser page
	Seed        func() uint64              // returns a random number below 2^32, which every JSON reader represents exactly
}

// OS returns the environment of the current process.
func OS() Env {
	home, err := os.UserHomeDir()
	if err != nil {
		home = ""
	}
	program, err := os.Executable()
	if err != nil {
		program = ""
	}
	return Env{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		InTerminal:  term.IsTerminal(os.Stdin.Fd()),
		OutTerminal: term.IsTerminal(os.Stdout.Fd()),
		ErrTerminal: term.IsTerminal(os.Stderr.Fd()),
		NoEscapes:   !enableEscapes(os.Stdout) || !enableEscapes(os.Stderr),
		Size:        terminalSize,
		Getenv:      os.Getenv,
		Home:        home,
		System:      runtime.GOOS,
		Program:     program,
		Now:         time.Now,
		Engine:      web.Embedded,
		Seed:        randomSeed,
	}
}

func terminalSize() (columns, rows int) {
	for _, f := range []*os.File{os.Stdout, os.Stderr} {
		if c, r, err := term.GetSize(f.Fd()); err == nil {
			return c, r
		}
	}
	return 0, 0
}

func randomSeed() uint64 {
	var b [4]byte
	rand.Read(b[:]) // documented never to fail
	return uint64(binary.LittleEndian.Uint32(b[:]))
}

// Signals returns the signals that end a command in an orderly way. Ctrl-\ is
// one of them, because Go would end the program with a dump of its goroutines
// and leave the terminal as it is.
func Signals() []os.Signal {
	return []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT}
}
