// Package batch scores the answers of many people: a line each in, a line each
// out, in the same order, in constant memory. Its tool is internal/pack, which
// is the authority on what a line may say.
//
// A reader cuts the input into chunks of whole lines; workers turn each chunk
// into parts of output; one writer writes the parts in the order of the input.
// A chunk goes to the writer and to the workers at once, and the writer waits
// for its parts: so the order is that of the input, whichever worker is
// quicker. Everything is bounded: chunks under way by the queue, and what they
// will write by the parts that a worker may be ahead. A slow reader of the
// output holds the workers back, and they the reader of the input.
//
// What is wrong with a line travels in its part and is told in order too, so
// that a run that stops at the n-th bad line stops at the same one, with the
// same bytes written, for any number of workers and size of chunks.
package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync/atomic"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/safetext"
)

// Limits of a run.
const (
	MaxLine      = 256 << 10 // bytes of one line: what pack.Reader takes
	defaultChunk = 256 << 10
	partSize     = 64 << 10 // of output, before it is handed on
	perWorker    = 3        // chunks under way
	MaxWorkers   = 256
)

// Options say what a run reads, and how.
type Options struct {
	Pack     *fit.Pack
	Sources  []Source
	CSV      bool // the input is CSV
	Workers  int  // 0: as many as there are processors
	Chunk    int  // bytes of a chunk; 0: as is best
	MaxBad   int  // stop after more bad lines than this; negative: never
	Bad      func(BadLine)
	Note     func(string)   // what a person should know of the input
	Progress func(Progress) // called as parts are written

	answers *pack.Reader
	whole   bool         // a source may be one document of many lines
	count   atomic.Int64 // bytes read
}

// A Source is one input.
type Source struct {
	Name string // as messages call it
	Open func() (io.ReadCloser, error)
}

// A BadLine is a line that could not be scored.
type BadLine struct {
	File    string
	Line    int
	ID      string // of the respondent; "" when it is not known
	Message string
}

// A Progress is how far a run is.
type Progress struct {
	Bytes int64 // of the input, as it is on disk
	Lines int
}

// A Summary is what a run did.
type Summary struct {
	People int // scored
	Bad    int // lines
}

// ErrTooManyBad says that a run stopped because of Options.MaxBad.
var ErrTooManyBad = errors.New("too many bad lines")

// A liner deals with the lines of one worker. The line ends with its line
// break; what is returned is what is wrong with it.
type lineHandler func(p *part, line []byte) error

// run lets the workers deal with every line, and writes what they write.
func run(ctx context.Context, o *Options, out io.Writer, newLiner func() (lineHandler, error)) (Summary, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	o.answers = pack.NewReader(o.Pack)
	workers := o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	r := &reader{options: o, work: make(chan *chunk, perWorker*workers), order: make(chan *chunk, perWorker*workers), spare: make(chan *chunk, perWorker*workers+1), stop: ctx.Done()}
	for range workers {
		l, err := newLiner()
		if err != nil {
			return Summary{}, err
		}
		go r.worker(l)
	}
	go r.read()
	return r.write(ctx, out)
}

// worker deals with chunks until there are no more.
func (r *reader) worker(l lineHandler) {
	rows := &rows{}
	for {
		select {
		case c, more := <-r.work:
			if !more || !c.process(r, l, rows) {
				return
			}
		case <-r.stop:
			return
		}
	}
}

// write writes the parts of the chunks in their order, and tells what is wrong
// with which line.
func (r *reader) write(ctx context.Context, out io.Writer) (Summary, error) {
	w := writer{options: r.options, out: out}
	for {
		select {
		case <-ctx.Done():
			return w.Summary, ctx.Err()
		case c, more := <-r.order:
			if ctx.Err() != nil {
				return w.Summary, ctx.Err()
			}
			if !more {
				return w.Summary, r.err
			}
			if err := w.chunk(ctx, c); err != nil {
				return w.Summary, err
			}
			r.free(c)
		}
	}
}

// A writer is the end of a run.
type writer struct {
	Summary
	options *Options
	out     io.Writer
	file    string
	line    int // lines of the file before the chunk
	lines   int // of all files
}

func (w *writer) chunk(ctx context.Context, c *chunk) error {
	if c.first {
		w.file, w.line = c.file, 0
	}
	for _, note := range c.notes {
		w.options.Note(note)
	}
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case p, more := <-c.parts:
			if !more {
				w.line += c.lines
				return ctx.Err() // a worker that was stopped closes its parts too
			}
			if err := w.part(p); err != nil {
				return err
			}
			p.release()
		}
	}
}

// part writes a part up to the bad line that is one too many.
func (w *writer) part(p *part) error {
	end, stopped := len(p.out), false
	for i := range p.bad {
		b := &p.bad[i]
		w.options.Bad(BadLine{w.file, w.line + b.line, b.id, b.message})
		if w.Bad++; w.options.MaxBad >= 0 && w.Bad > w.options.MaxBad {
			end, stopped, p.people = b.at, true, b.people
			break
		}
	}
	if end > 0 {
		if _, err := w.out.Write(p.out[:end]); err != nil {
			return err
		}
	}
	w.People += p.people
	if stopped {
		return ErrTooManyBad
	}
	w.lines += p.lines
	if w.options.Progress != nil {
		w.options.Progress(Progress{w.options.count.Load(), w.lines})
	}
	return nil
}

// String is the line as it is told: "file:line: id: what is wrong".
func (b BadLine) String() string {
	id := b.ID
	if id == "" {
		id = "-"
	}
	return safetext.Sanitize(fmt.Sprintf("%s:%d: %s: %s", b.File, b.Line, id, b.Message))
}
