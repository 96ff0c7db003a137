package batch

import (
	"context"
	"io"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/survey"
)

// A run is one pass through the sources.
type run struct {
	Options
	format    *Format // format of the output, or nil
	anonymous bool    // whether people may have no id
	results   bool    // whether a line may be a result, and a whole source a single document

	reader  *pack.Reader
	quiz    *fit.Quiz // quiz for all roles of the pack
	finder  func() *survey.Finder
	work    chan *chunk
	order   chan *chunk // chunks in input order, for the writer
	inputs  []*input    // files read so far
	repeats *repeats
	spare   chan *chunk
	stop    <-chan struct{}
	bytes   atomic.Int64 // number of bytes read so far
	err     error        // error from a source; set before order is closed
}

// A task is what a run does for each person. Each worker has its own.
type task struct {
	// person appends the output for a person's answers.
	person func(out []byte, q *fit.Quiz, a *fit.Answers) ([]byte, error)
	// result processes a result. It is nil unless run.results is set.
	result func(*fit.Result) error
	// score processes the scores of a person. It is nil unless run.results is
	// set.
	score func(*fit.Scores) error
	// fast appends the output for a line of JSON if the fast path accepts it.
	// Otherwise it returns false and the slow path reads the line. It is nil if
	// there is no fast path.
	fast func(out, line []byte) (_ []byte, ok bool, err error)
	// fastRow is like fast, for a row of a table.
	fastRow func(out []byte, h *header, row []byte) (_ []byte, ok bool, err error)
}

func newRun(o *Options) *run {
	r := &run{Options: *o, reader: pack.NewReader(o.Pack), repeats: newRepeats()}
	if r.Note == nil {
		r.Note = func(string) {}
	}
	return r
}

// prepare sets up what all workers share.
func (r *run) prepare() (err error) {
	if r.quiz, err = r.reader.Quiz(nil); err != nil {
		return err
	}
	r.finder = sync.OnceValue(func() *survey.Finder { return survey.NewFinder(r.quiz) })
	return nil
}

// run starts the cutter and the workers, and writes the output of the workers.
func (r *run) run(ctx context.Context, out io.Writer, newTask func() task) (_ Summary, err error) {
	if err := r.prepare(); err != nil {
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
	if err = w.write(ctx); err == nil {
		r.notes()
	}
	return w.Summary, err
}

// A worker processes one chunk after another.
type worker struct {
	*run
	task
	cells   cells
	answers fit.Answers // reused for each row
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

// A writer writes the parts of chunks in order and reports bad lines.
type writer struct {
	*run
	Summary
	out   io.Writer
	file  string
	line  int // number of lines in the file before the current chunk
	lines int // number of bad lines in all files
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
				return ctx.Err() // a stopped worker also closes its parts
			}
			if err := w.part(p); err != nil {
				return err
			}
			p.release()
		}
	}
}

// part writes a part, stopping at the bad line that exceeds the limit.
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
