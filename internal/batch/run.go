package batch

import (
	"context"
	"io"
	"iter"
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
	results   bool    // whether a line may be a result

	reader  *pack.Reader
	quiz    *fit.Quiz // quiz for all roles of the pack
	finder  func() *survey.Finder
	next    func() *chunk // reads the next chunk; returns nil at the end
	spare   sync.Pool     // chunks to reuse
	inputs  []*input      // files read so far
	repeats *repeats
	stop    <-chan struct{}
	bytes   atomic.Int64 // number of bytes read so far
	err     error        // error from a source; set before next returns nil
	foreign []error      // errors for optional sources without answers; set like err
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

// process starts the workers and waits for them, or until the run is stopped.
func (r *run) process(ctx context.Context, out io.Writer, newTask func() task) (Summary, error) {
	if err := r.prepare(); err != nil {
		return Summary{}, err
	}
	running, stop := context.WithCancel(ctx)
	defer stop()
	workers := r.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	r.stop, r.next = running.Done(), r.inTurns()
	to := newWriter(r, out, workers, stop)
	var all sync.WaitGroup
	for range workers {
		w := &worker{run: r, task: withFastPath(newTask(), r.quiz, r.format), out: to}
		all.Go(w.work)
	}
	go func() {
		all.Wait()
		stop()
	}()
	<-running.Done()
	sum, err := to.end(ctx.Err())
	if err == nil {
		err = r.err
	}
	if err == nil {
		r.notes()
	}
	return sum, err
}

// inTurns returns a function that reads the next chunk, while other workers that
// want one wait. A worker reads its chunks itself because then they are in its
// processor's cache, and nobody needs to be woken up. The function returns nil
// at the end, and after the run was stopped.
func (r *run) inTurns() func() *chunk {
	var turn sync.Mutex
	next, end := iter.Pull(r.chunks)
	return func() *chunk {
		turn.Lock()
		defer turn.Unlock()
		select {
		case <-r.stop:
			end()
		default:
		}
		c, _ := next()
		return c
	}
}

// A worker processes one chunk after another.
type worker struct {
	*run
	task
	out     *writer
	cells   splitter
	answers fit.Answers // reused for each row
}

func (w *worker) work() {
	for c := w.next(); c != nil; c = w.next() {
		w.chunk(c)
	}
}
