package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/survey"
)

// Limits and sizes for a run.
const (
	MaxLine      = 256 << 10 // maximum bytes in a line, or in a row of CSV
	MaxWorkers   = 256
	defaultChunk = 256 << 10
	textsChunk   = 64 << 10 // the same for whole results, which are much longer than answers
	maxHeld      = 1 << 20  // bytes of output after which part of a chunk is written
	perWorker    = 3        // number of chunks in progress per worker
)

// Options configures a run.
type Options struct {
	Pack     *fit.Pack
	Sources  []Source
	CSV      bool           // treat the input as CSV, even if it doesn't look like it
	JSON     bool           // treat the input as JSON, even if it looks like CSV
	Map      *survey.Map    // meaning of the CSV columns; nil means to recognize them
	Workers  int            // number of workers; 0 means the number of processors
	Chunk    int            // chunk size in bytes; 0 means a default
	MaxBad   int            // maximum number of bad lines before the run stops; negative means no limit
	BadLine  func(BadLine)  // called with each bad line
	Note     func(string)   // called with warnings about the input
	Progress func(Progress) // called after each part is written; may be nil
}

// A Source is one input.
type Source struct {
	Name     string // name in messages
	Open     func() (io.ReadCloser, error)
	Optional bool // whether the run reports and skips the source, if it contains no answers
}

// A BadLine is a line that could not be read.
type BadLine struct {
	File    string
	Line    int
	ID      string // person's id, or empty if unknown
	Message string
	Row     bool // whether Line is the number of a table's row
}

// String formats the line as "file:line: id: message".
func (b BadLine) String() string {
	id := b.ID
	if id == "" {
		id = "-"
	}
	return safetext.Sanitize(fmt.Sprintf("%s:%d: %s: %s", b.File, b.Line, id, b.Message))
}

// Progress describes how far along a run is.
type Progress struct {
	Bytes int64 // bytes read from the sources, before decompression
	Lines int
}

// A Summary describes a finished run.
type Summary struct {
	People int // number of people processed
	Bad    int // number of bad lines
}

// ErrTooManyBad is the error for a run that Options.MaxBad stopped.
var ErrTooManyBad = errors.New("too many bad lines")

// Score writes one line per person: a JSON object with the fields of the
// format, or a row of CSV after a header.
func Score(ctx context.Context, o *Options, out io.Writer, f Format) (Summary, error) {
	if err := f.Check(); err != nil {
		return Summary{}, err
	}
	if f.CSV {
		if _, err := out.Write(f.header(o.Pack)); err != nil {
			return Summary{}, err
		}
	}
	r := newRun(o)
	r.format = &f
	if f.Texts && r.Chunk <= 0 {
		r.Chunk = textsChunk
	}
	return r.process(ctx, out, func() task {
		return task{person: func(out []byte, q *fit.Quiz, a *fit.Answers) ([]byte, error) {
			return f.append(out, q.Pack, fit.Score(q, a))
		}}
	})
}

// Results calls a function with each person's id and result, in input order. It
// calls it on another goroutine, one call at a time, and never after Results
// returns. If the function returns an error, the run stops with that error.
func Results(ctx context.Context, o *Options, each func(id string, r *fit.Result) error) (Summary, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	o = new(*o)
	o.Workers = 1
	sum, err := newRun(o).eachPerson(ctx, func(q *fit.Quiz, a *fit.Answers) {
		if ctx.Err() == nil {
			if err := each(a.ID, fit.Score(q, a)); err != nil {
				stop(err)
			}
		}
	})
	if cause := context.Cause(ctx); cause != nil {
		err = cause
	}
	return sum, err
}

// Each calls a function for each person, in input order. It calls it on another
// goroutine, one call at a time, and never after Each returns. People don't need
// an id. The answers are valid only until the function returns.
func Each(ctx context.Context, o *Options, each func(*fit.Quiz, *fit.Answers)) (Summary, error) {
	r := newRun(o)
	r.Workers, r.anonymous = 1, true
	return r.eachPerson(ctx, each)
}

// eachPerson calls a function for each person. The run must have one worker.
func (r *run) eachPerson(ctx context.Context, each func(*fit.Quiz, *fit.Answers)) (Summary, error) {
	var mu sync.Mutex
	ended := false // a stopped run doesn't wait for its worker
	defer func() {
		mu.Lock()
		defer mu.Unlock()
		ended = true
	}()
	return r.process(ctx, io.Discard, func() task {
		return task{person: func(out []byte, q *fit.Quiz, a *fit.Answers) ([]byte, error) {
			mu.Lock()
			defer mu.Unlock()
			if !ended {
				each(q, a)
			}
			return out, nil
		}}
	})
}
