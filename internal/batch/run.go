package batch

import (
	"context"
	"io"
	"runtime"
	"sync/atomic"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// A run goes through the sources once.
type run struct {
	Options
	format    *Format // of the output; nil without one
	anonymous bool    // people need no id
	results   bool    // a person may be a result, and a source one person's document

	reader *pack.Reader
	quiz   *fit.Quiz // of all roles of the pack
	work   chan *chunk
	order  chan *chunk // the same chunks, for the writer
	spare  chan *chunk
	stop   <-chan struct{}
	bytes  atomic.Int64 // read so far
	err    error        // of a source; set before order is closed
}

// A task is what a run does with people. Each worker has its own.
type task struct {
	// person appends the output for a person's answers.
	person func(out []byte, q *fit.Quiz, a *fit.Answers) ([]byte, error)
	// result handles a result; nil unless run.results is set.
	result func(*fit.Result) error
	// fast appends the output for a line of JSON, if it is sure what the line
	// says; if not, it returns false and the line is read the slow way. It is
	// nil without a fast path.
	fast func(out, line []byte) (_ []byte, ok bool, err error)
}

func newRun(o *Options) *run {
	return &run{Options: *o, reader: pack.NewReader(o.Pack)}
}

// run starts the cutter and the workers, and writes what the workers make.
func (r *run) run(ctx context.Context, out io.Writer, newTask func() task) (_ Summary, err error) {
	if r.quiz, err = r.reader.Quiz(nil); err != nil {
		return Summary{}, err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	workers := r.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	r.work, r.order = make(chan *chunk, perWorker*workers), make(chan *chunk, perWorker*workers)
	r.spare, r.stop = make(chan *chunk, perWorker*workers+1), ctx.Done()
	for range workers {
		w := &worker{run: r, task: withFastPath(newTask(), r.quiz, r.format)}
		go w.work()
	}
	go r.read()
	w := writer{run: r, out: out}
	err = w.write(ctx)
	return w.Summary, err
}

// A worker handles one chunk after another.
type worker struct {
	*run
	task
	cells   cells
	answers fit.Answers // of a row, reused
}

func (w *worker) work() {
	for {
		select {
		case c, more := <-w.run.work:
			if !more || !w.chunk(c) {
				return
			}
		case <-w.stop:
			return
		}
	}
}

// A writer writes the parts of the chunks in their order, and reports bad
// lines.
type writer struct {
	*run
	Summary
	out   io.Writer
	file  string
	line  int // lines of the file before the chunk
	lines int // of all files
}

func (w *writer) write(ctx context.Context) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case c, more := <-w.order:
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if !more {
				return w.err
			}
			if err := w.chunk(ctx, c); err != nil {
				return err
			}
			w.reuse(c)
		}
	}
}

func (w *writer) chunk(ctx context.Context, c *chunk) error {
	if c.first {
		w.file, w.line = c.file, 0
	}
	for _, note := range c.notes {
		w.Note(note)
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

// part writes a part, up to the bad line that is one too many.
func (w *writer) part(p *part) error {
	end, stopped := len(p.out), false
	for i := range p.bad {
		b := &p.bad[i]
		w.run.Bad(BadLine{w.file, w.line + b.line, b.id, b.message})
		if w.Summary.Bad++; w.MaxBad >= 0 && w.Summary.Bad > w.MaxBad {
			end, stopped, p.people = b.offset, true, b.people
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
	if w.Progress != nil {
		w.Progress(Progress{w.bytes.Load(), w.lines})
	}
	return nil
}
